import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import type { FileContent, FileRef } from '../../../shared/kernel/entity.ts';
import { replaceNames } from '../../../shared/kernel/masking.ts';
import { invalidField } from '../../../shared/kernel/result.ts';
import type { Store } from '../../store/types.ts';
import { bytesOf } from '../file-content.ts';

/** Larger files belong on a disk of their own, not into every backup of the school's data. */
const LARGEST = 50 * 1024 * 1024;

/** A file's name without the name of a child and its guardian. */
export const fileNameOf = (
  person: Pick<Appeal['person'], 'name' | 'guardian' | 'minor'>,
  name: string,
): string => (person.minor ? replaceNames(name, [person.name, person.guardian], () => '某学生') : name);

/** Keeps a file that came with a call. @throws AppError `invalid` when it is empty or too large. */
export const keepFile = async (store: Store, file: FileContent, path: string): Promise<FileRef> => {
  const bytes = bytesOf(file);
  if (bytes.byteLength === 0) throw invalidField(path, `“${file.name}”是空文件，请重新选择。`);
  if (bytes.byteLength > LARGEST)
    throw invalidField(path, `“${file.name}”超过 50 MB，请压缩或只保存关键部分。`);
  return { hash: await store.putFile(bytes), name: file.name, mime: file.mime, size: bytes.byteLength };
};

/** Keeps several files, in order. @throws AppError as `keepFile`. */
export const keepFiles = async (store: Store, files: readonly FileContent[]): Promise<FileRef[]> => {
  const kept: FileRef[] = [];
  for (const [at, file] of files.entries()) kept.push(await keepFile(store, file, `files.${String(at)}`));
  return kept;
};
