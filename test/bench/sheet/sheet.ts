import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inChild } from '../child.ts';
import { median, row, type BenchRow } from '../row.ts';

const ROUNDS = 5;
const measured = z.object({ took: z.number(), rss: z.number() });

/**
 * A workbook of 3,000 rows and 30 columns with styles and formulas, against the library building the same cells in
 * memory. Time and peak memory, each time in a process of its own; the two take turns.
 */
export const measureSheet = async (): Promise<BenchRow[]> => {
  const child = fileURLToPath(new URL('./sheet-child.ts', import.meta.url));
  const ours: z.infer<typeof measured>[] = [];
  const theirs: z.infer<typeof measured>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(measured.parse(await inChild(child, ['bare'])));
    ours.push(measured.parse(await inChild(child, ['ours'])));
  }
  const peer = 'exceljs building the same cells in memory';
  return [
    row(
      'sheet-3000x30',
      'ms',
      median(ours.map(({ took }) => took)),
      peer,
      median(theirs.map(({ took }) => took)),
    ),
    row(
      'sheet-3000x30-rss',
      'MB',
      median(ours.map(({ rss }) => rss)),
      peer,
      median(theirs.map(({ rss }) => rss)),
    ),
  ];
};
