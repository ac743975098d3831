import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answerParent, inChild } from './child.ts';
import type { BenchRow } from './row.ts';

/** One module, and the names of the rows that it measures. */
interface Bench {
  readonly rows: readonly string[];
  readonly run: () => Promise<BenchRow[]>;
}

const benches: readonly Bench[] = [
  {
    rows: ['commit-100k', 'commit-100k-lowdb'],
    run: async () => (await import('./store/commit.ts')).measureCommit(),
  },
  { rows: ['open-100k'], run: async () => (await import('./store/open.ts')).measureOpen() },
  { rows: ['notices-200'], run: async () => (await import('./papers.ts')).measurePapers() },
  {
    rows: ['sheet-3000x30', 'sheet-3000x30-rss'],
    run: async () => (await import('./sheet/sheet.ts')).measureSheet(),
  },
  {
    rows: ['file-export', 'file-export-rss'],
    run: async () => (await import('./case-file/case-file.ts')).measureCaseFile(),
  },
  { rows: ['cases-list-5k'], run: async () => (await import('./cases.ts')).measureCases() },
  {
    rows: ['score-240k', 'score-240k-cold'],
    run: async () => (await import('./evaluation/score.ts')).measureScore(),
  },
  {
    rows: ['import-300', 'import-300-write', 'import-300-rss'],
    run: async () => (await import('./evaluation/import.ts')).measureImport(),
  },
  {
    rows: ['grid-12k', 'grid-12k-p95'],
    run: async () => (await import('./evaluation/grid.ts')).measureGrid(),
  },
  { rows: ['search-10k'], run: async () => (await import('./search.ts')).measureSearch() },
];

const rowsSchema = z.array(
  z.object({
    name: z.string(),
    value: z.number(),
    unit: z.string(),
    peer: z.string(),
    peerValue: z.number(),
    ratio: z.number(),
  }),
);

const options = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, bench: { type: 'string' } },
}).values;

const rounded = (row: BenchRow): BenchRow => ({
  ...row,
  value: Number(row.value.toPrecision(4)),
  peerValue: Number(row.peerValue.toPrecision(4)),
  ratio: Number(row.ratio.toPrecision(4)),
});

/** Every module runs in a process of its own, so that none inherits another's heap. */
const measureAll = async (): Promise<void> => {
  const wanted = options.only?.split(',');
  const unknown = wanted?.filter((name) => !benches.some(({ rows }) => rows.includes(name))) ?? [];
  if (unknown.length > 0) throw new Error(`no such bench: ${unknown.join(', ')}`);
  const self = fileURLToPath(import.meta.url);
  const rows: BenchRow[] = [];
  for (const [index, bench] of benches.entries()) {
    if (wanted && !bench.rows.some((name) => wanted.includes(name))) continue;
    const measured = rowsSchema.parse(await inChild(self, ['--bench', String(index)]));
    for (const row of measured) {
      if (wanted && !wanted.includes(row.name)) continue;
      rows.push(rounded(row));
    }
  }
  console.table(rows);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(rows, undefined, 2)}\n`);
};

if (options.bench === undefined) await measureAll();
else {
  const bench = benches[Number(options.bench)];
  if (!bench) throw new Error(`no bench number ${options.bench}`);
  answerParent(await bench.run());
}
