import type { Paper } from '../word/model.ts';
import { createPool, type PoolProgress } from './pool.ts';

const pool = createPool<Paper, Uint8Array>('paper-worker', 'paper');

/** Told after each finished paper. May throw, e.g. because a person cancelled: the rest is then not rendered. */
export type PaperProgress = PoolProgress;

/** Ends the threads that wait for work. */
export const dismissWorkers = (): Promise<void> => pool.dismiss();

/**
 * Renders papers in worker threads, in the order given; each file is byte for byte what `renderWord` makes.
 *
 * @throws what `onProgress` throws, or an Error when a paper cannot be rendered; nothing is returned then.
 */
export const renderMany = (papers: readonly Paper[], onProgress?: PaperProgress): Promise<Uint8Array[]> =>
  pool.run(papers, (file) => file, onProgress);
