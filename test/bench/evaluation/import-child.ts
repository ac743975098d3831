import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { dismissReaders } from '../../../electron/documents/workers/workbook-pool.ts';
import { XLSX } from '../../../electron/features/file-content.ts';
import { openDesk } from '../../support/harness.ts';
import { sentBack } from '../../support/score-books.ts';
import { answerParent } from '../child.ts';
import { timed } from '../row.ts';

const [, , how, books = '', school = '', cycleId = ''] = process.argv;
const names = await readdir(books);
/** 40 teachers, at least ten indicators. */
const LEAST = names.length * 400;

/** The library alone: every file opened, every cell looked at. */
const bare = async (): Promise<number> => {
  let cells = 0;
  for (const name of names) {
    const bytes = await readFile(join(books, name));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) =>
        row.eachCell(({ value }) => {
          if (typeof value === 'number' || typeof value === 'string') cells += 1;
        }),
      );
  }
  return cells;
};

const desk = how === 'ours' ? await openDesk({ dir: school }) : undefined;
const one = await desk?.everyone();

const ours = async (): Promise<number> => {
  if (!one) throw new Error('there is no school');
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      mime: XLSX,
      base64: (await readFile(join(books, name))).toString('base64'),
    })),
  );
  const { token, refused, totals } = await sentBack(one, cycleId, files);
  if (refused > 0) throw new Error(`${String(refused)} files were refused`);
  write = () =>
    one.call('evaluation.applyBookImport', {
      token,
      conflicts: null,
      choices: [],
      withoutProblems: false,
    });
  return totals.fresh;
};

let cells = 0;
let write: () => Promise<unknown> = () => Promise.resolve();
const took = await timed(async () => {
  cells = await (how === 'ours' ? ours() : bare());
});
if (cells < LEAST) throw new Error(`only ${String(cells)} cells were read`);
const wrote = await timed(() => write());
await desk?.app().close();
await dismissReaders();
// maxRSS is in kilobytes.
answerParent({ took: took / 1000, wrote: wrote / 1000, rss: process.resourceUsage().maxRSS / 1024 });
