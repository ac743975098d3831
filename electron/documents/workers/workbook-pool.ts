import type { ReadSheet } from '../excel/read-workbook.ts';
import { createPool, type PoolProgress } from './pool.ts';

export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a workbook holds, or in Chinese why it cannot be read and what to do. */
export type ReadFile =
  | { readonly kind: 'read'; readonly sheets: readonly ReadSheet[] }
  | { readonly kind: 'refused'; readonly message: string };

const pool = createPool<FileToRead, ReadFile>('workbook-worker', 'workbook');

/**
 * Reads many workbooks in worker threads, and gives what `take` makes of each, in the order of the files. A file that
 * cannot be read does not keep the others from it.
 *
 * @throws what `take` or `onProgress` throws.
 */
export const readMany = <Taken>(
  files: readonly FileToRead[],
  take: (file: ReadFile, index: number) => Taken,
  onProgress?: PoolProgress,
): Promise<Taken[]> => pool.run(files, take, onProgress);

/** Ends the threads that wait for work. */
export const dismissReaders = (): Promise<void> => pool.dismiss();
