import type { FileContent, FileRef } from '../../../shared/kernel/entity.ts';
import { invalidField } from '../../../shared/kernel/result.ts';
import type { Store } from '../../store/types.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Larger files belong on a disk of their own, not into every backup of the school's data. */
const LARGEST = 50 * 1024 * 1024;

/** Keeps a file that came with a call. @throws AppError `invalid` when it is empty or too large. */
export const keepFile = async (store: Store, file: FileContent, path: string): Promise<FileRef> => {
  const bytes = Buffer.from(file.base64, 'base64');
  if (bytes.byteLength === 0) throw invalidField(path, `“${file.name}”是空文件，请重新选择。`);
  if (bytes.byteLength > LARGEST)
    throw invalidField(path, `“${file.name}”超过 50 MB，请压缩或只保存关键部分。`);
  return { hash: await store.putFile(bytes), name: file.name, mime: file.mime, size: bytes.byteLength };
};

/** A kept file as it travels. @throws AppError `storage` when it is damaged. */
export const sendFile = async (store: Store, file: FileRef): Promise<FileContent> => ({
  name: file.name,
  mime: file.mime,
  base64: Buffer.from(await store.readFile(file.hash)).toString('base64'),
});

/** Bytes that were made for this answer alone. */
export const madeFile = (name: string, mime: string, bytes: Uint8Array): FileContent => ({
  // A name that every file system takes.
  name: name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim(),
  mime,
  base64: Buffer.from(bytes).toString('base64'),
});
