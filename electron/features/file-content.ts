import { MOST_FILE_MEGABYTES, type FileContent, type FileRef } from '../../shared/kernel/entity.ts';
import type { EvidenceFile } from '../../shared/kernel/large-file.ts';
import { invalidField } from '../../shared/kernel/result.ts';
import type { Store } from '../store/types.ts';
import type { CallContext } from './context.ts';
import { claimUpload } from './uploads.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Characters that Windows does not take in file names. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;

/** Bytes as a file that travels through a call; `name` has its ending and gets no character that a disk refuses. */
export const fileOf = (name: string, mime: string, bytes: Uint8Array): FileContent => ({
  name: name.replace(FORBIDDEN, ' ').trim(),
  mime,
  base64: Buffer.from(bytes).toString('base64'),
});

/** A Word file; `name` is without its ending. */
export const wordFile = (name: string, bytes: Uint8Array): FileContent => fileOf(`${name}.docx`, DOCX, bytes);

/** An Excel file; `name` is without its ending. */
export const sheetFile = (name: string, bytes: Uint8Array): FileContent =>
  fileOf(`${name}.xlsx`, XLSX, bytes);

/** The bytes of a file that came with a call. */
export const bytesOf = ({ base64 }: Pick<FileContent, 'base64'>): Uint8Array => Buffer.from(base64, 'base64');

/** A kept file, under the name it was kept with. @throws AppError `storage` when it is damaged. */
export const storedFile = async (store: Store, file: FileRef): Promise<FileContent> => ({
  name: file.name,
  mime: file.mime,
  base64: Buffer.from(await store.readFile(file.hash)).toString('base64'),
});

/** Keeps a file that came with a call. @throws AppError `invalid` at `path` when it is empty or too large. */
export const keepFile = async (store: Store, file: FileContent, path: string): Promise<FileRef> => {
  const bytes = bytesOf(file);
  if (bytes.byteLength === 0) throw invalidField(path, `“${file.name}”是空文件，请重新选择。`);
  if (bytes.byteLength > MOST_FILE_MEGABYTES * 1024 * 1024)
    throw invalidField(
      path,
      `“${file.name}”超过 ${String(MOST_FILE_MEGABYTES)} MB，请压缩，或者只保存关键部分。`,
    );
  return { hash: await store.putFile(bytes), name: file.name, mime: file.mime, size: bytes.byteLength };
};

/**
 * Keeps a file that came with a call or before it, for what `work` does with it. A large one that `work` does not come
 * to need is taken back, and may be named again.
 *
 * @throws AppError as `keepFile` and `claimUpload`, and what `work` throws.
 */
export const takeFile = async <R>(
  context: CallContext,
  file: EvidenceFile,
  path: string,
  work: (file: FileRef) => Promise<R>,
): Promise<R> =>
  'upload' in file
    ? claimUpload(context, file.upload, work)
    : work(await keepFile(context.store, file, path));
