import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dutyLibrarySchema, type DutyLibraryEntry } from '../../../shared/features/duties/schema.ts';

/**
 * The shipped lists of duties. Read when asked for: what a school took over stays its own.
 *
 * @throws Error for a damaged file: a defect of the installation.
 */
export const loadDutyLibrary = async (resourcesDir: string): Promise<DutyLibraryEntry[]> => {
  const raw: unknown = JSON.parse(await readFile(join(resourcesDir, 'duties', 'library.json'), 'utf8'));
  return dutyLibrarySchema.parse(raw);
};

/** The entry for a post of this name, a body of this kind, or heads of classes; the first that fits. */
export const entryFor = (
  library: readonly DutyLibraryEntry[],
  kind: DutyLibraryEntry['kind'],
  name: string,
): DutyLibraryEntry | undefined =>
  library.find((entry) => entry.kind === kind && (kind === 'head' || entry.match.includes(name)));
