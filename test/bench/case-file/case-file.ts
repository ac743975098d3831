import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inChild } from '../child.ts';
import { median, row, type BenchRow } from '../row.ts';
import { keepDocuments } from './documents.ts';

const ROUNDS = 5;
const measured = z.object({ took: z.number(), rss: z.number() });

/**
 * The complete case file of 300 documents out of a school's data folder, checked, hashed, listed and packed onto the
 * disk, against the library packing the same bytes without lists or hashes. Seconds and peak memory, each time in a
 * process of its own; the two take turns.
 */
export const measureCaseFile = async (): Promise<BenchRow[]> => {
  const child = fileURLToPath(new URL('./case-file-child.ts', import.meta.url));
  const dir = await mkdtemp(join(tmpdir(), 'mingze-bench-'));
  try {
    await keepDocuments(dir);
    const ours: z.infer<typeof measured>[] = [];
    const theirs: z.infer<typeof measured>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      theirs.push(measured.parse(await inChild(child, ['bare', dir])));
      ours.push(measured.parse(await inChild(child, ['ours', dir])));
    }
    const peer = 'jszip packing the same bytes bare';
    return [
      row(
        'file-export',
        's',
        median(ours.map(({ took }) => took)),
        peer,
        median(theirs.map(({ took }) => took)),
      ),
      row(
        'file-export-rss',
        'MB',
        median(ours.map(({ rss }) => rss)),
        peer,
        median(theirs.map(({ rss }) => rss)),
      ),
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};
