import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import type { FileContent, FileRef } from '../../../shared/kernel/entity.ts';
import { replaceNames } from '../../../shared/kernel/masking.ts';
import type { Store } from '../../store/types.ts';
import { keepFile } from '../file-content.ts';

/** A file's name without the name of a child and its guardian. */
export const fileNameOf = (
  person: Pick<Appeal['person'], 'name' | 'guardian' | 'minor'>,
  name: string,
): string => (person.minor ? replaceNames(name, [person.name, person.guardian], () => '某学生') : name);

/** Keeps several files, in order. @throws AppError as `keepFile`. */
export const keepFiles = async (store: Store, files: readonly FileContent[]): Promise<FileRef[]> => {
  const kept: FileRef[] = [];
  for (const [at, file] of files.entries()) kept.push(await keepFile(store, file, `files.${String(at)}`));
  return kept;
};
