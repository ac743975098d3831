import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { FileExportKind } from '../../../shared/features/cases/file-export.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { caseFileDossier, type BoundPaper } from '../../documents/package/book.ts';
import type { Dossier } from '../../documents/word/model.ts';
import { renderWord } from '../../documents/word/pack.ts';
import { writePackage } from '../../documents/package/to-file.ts';
import { renderMany } from '../../documents/workers/paper-pool.ts';
import type { CaseFileSource } from '../case-file-source.ts';
import type { CallContext } from '../context.ts';
import { DOCX, wordFile } from '../file-content.ts';
import type { JobHandle } from '../jobs.ts';
import { startKeptFile } from '../kept-files.ts';
import { caseBook, headOfFile } from './case-file/book.ts';
import { boundPaper, papersOfFile } from './case-file/papers.ts';
import { entriesOfFile } from './case-file/zip.ts';
import { requireCaseFor } from './change.ts';
import { fileName } from './notice-words.ts';
import { paperFacts } from './paper-facts.ts';

const ZIP = 'application/zip';

/** Shares of the whole work, for the bar. */
const GATHERING = 0.3;

/** Who asks for the file, and what other features add to it. */
interface FileTask {
  readonly context: CallContext;
  readonly sources: readonly CaseFileSource[];
}

/** The papers of a case for its book; each with its text unless `listed` alone is wanted. */
const gathered = async (
  id: string,
  { context, sources }: FileTask,
  listed: boolean,
  report: (done: number, total: number) => Promise<void>,
): Promise<BoundPaper[]> => {
  const record = requireCaseFor(context, id);
  const issued = papersOfFile(record, context);
  const bound: BoundPaper[] = [];
  for (const [at, each] of issued.entries()) {
    await report(at, issued.length);
    const whole = await boundPaper(record, each, context, sources);
    const { paper: _text, ...entry } = whole;
    bound.push(listed ? entry : whole);
  }
  return bound;
};

const bookOf = async (
  id: string,
  { context, sources }: FileTask,
  listed: boolean,
  report: (done: number, total: number) => Promise<void>,
): Promise<Dossier> => {
  const { store, clock, today } = context;
  const record = requireCaseFor(context, id);
  const papers = await gathered(id, { context, sources }, listed, report);
  const facts = paperFacts(store, record, { personId: null, aboutId: null }, null);
  const more = sources.flatMap((source) => source.chapters(store, id));
  return caseFileDossier(caseBook(facts, papers, more, { day: today, createdAt: instantOfMs(clock.now()) }));
};

/** The whole record of one case as a Word file, at once: for files that are small. */
export const exportCaseFile = async ({ id }: { id: string }, task: FileTask): Promise<FileContent> => {
  const book = await bookOf(id, task, false, () => Promise.resolve());
  return wordFile(`${requireCaseFor(task.context, id).number} 案卷`, await renderWord(book));
};

interface Written {
  readonly size: number;
  readonly hash: string;
}

const writeWord = async (path: string, id: string, task: FileTask, job: JobHandle): Promise<Written> => {
  const book = await bookOf(id, task, false, (done, total) =>
    job.report(done * GATHERING, total, `正在收集第 ${String(done + 1)} 份文书，共 ${String(total)} 份`),
  );
  await job.report(GATHERING, 1, '正在排版');
  const [bytes] = await renderMany([book], () => Promise.resolve());
  if (!bytes) throw new Error('the book was not rendered');
  await job.report(0.95, 1, '正在写入文件');
  await writeFile(path, bytes);
  return { size: bytes.byteLength, hash: createHash('sha256').update(bytes).digest('hex') };
};

const writeZip = async (path: string, id: string, task: FileTask, job: JobHandle): Promise<Written> => {
  const { context, sources } = task;
  const { store, clock } = context;
  const record = requireCaseFor(context, id);
  const facts = paperFacts(store, record, { personId: null, aboutId: null }, null);
  const entries = entriesOfFile(
    record,
    papersOfFile(record, context),
    store,
    facts.school.name,
    sources.flatMap((source) => source.files(store, id)),
  );
  // The record, the files, two lists of contents and the list of hashes.
  const total = entries.length + 4;
  let packed = 0;
  return writePackage(
    path,
    {
      ...headOfFile(facts, instantOfMs(clock.now())),
      entries: [
        {
          path: ['01 案卷记录.docx'],
          title: '案卷记录',
          author: facts.school.name,
          day: context.today,
          read: async () => renderWord(await bookOf(id, task, true, () => Promise.resolve())),
        },
        ...entries,
      ],
    },
    {
      onProgress: (done, total) => {
        packed = done;
        return job.report(done, total, `正在装入第 ${String(done)} 个文件，共 ${String(total)} 个`);
      },
      beat: () =>
        job.report(packed, total, `正在装入第 ${String(packed + 1)} 个文件，共 ${String(total)} 个`),
    },
  );
};

/**
 * Makes the complete file of a case in the background: as one Word file, or as one zip with every issued paper, every
 * proof, the record and a list of contents. Without internal notes and without what would tell who reported the matter.
 * The case is taken as it is when the work begins to look at it; cancelled, nothing is left behind.
 *
 * @returns the job's id; the file is found by `keptFile` once the job is done.
 * @throws AppError `not-found`.
 */
export const startFileExport = (
  { id, kind }: { id: string; kind: FileExportKind },
  task: FileTask,
): { jobId: string } => {
  const { context } = task;
  const { number } = requireCaseFor(context, id);
  const word = kind === 'word';
  const jobId = startKeptFile(
    context,
    {
      task: '导出案卷',
      name: fileName(`${number} 案卷`, word ? 'docx' : 'zip'),
      mime: word ? DOCX : ZIP,
    },
    (path, job) => (word ? writeWord : writeZip)(path, id, task, job),
  );
  return { jobId };
};
