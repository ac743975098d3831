import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { libraryFileSchema, type LibraryFile } from '../../../shared/features/evaluation/indicators.ts';

export interface ShippedSystem {
  /** The file's name without its ending. */
  readonly key: string;
  readonly file: LibraryFile;
}

/**
 * The shipped indicator systems, in the order of their keys. Read when asked for: a newer program brings newer ones,
 * and what a school took over stays its own.
 *
 * @throws Error for a damaged file: a defect of the installation.
 */
export const loadIndicatorLibrary = async (resourcesDir: string): Promise<ShippedSystem[]> => {
  const dir = join(resourcesDir, 'indicators');
  const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const raw: unknown = JSON.parse(await readFile(join(dir, name), 'utf8'));
      return { key: name.slice(0, -'.json'.length), file: libraryFileSchema.parse(raw) };
    }),
  );
};
