import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { isDecisionPaper } from '../../../shared/features/cases/carrying-out.ts';
import type { BatchCase } from '../../../shared/features/cases/list.ts';
import { packZip } from '../../documents/package/pack-zip.ts';
import { renderMany } from '../../documents/workers/paper-pool.ts';
import type { Store, Tx } from '../../store/types.ts';
import type { CallContext, NewId } from '../context.ts';
import { fileOf } from '../file-content.ts';
import type { JobHandle } from '../jobs.ts';
import { readSchool } from '../organisation/index.ts';
import { renderContent, requireIssuedPaper } from '../papers/index.ts';
import { changeCaseIn, demandOpenTo, requireCase } from './change.ts';
import { caseCollection } from './collections.ts';
import { keepReadyPaper, readyPaper, withIssued, type ReadyPaper } from './ready-paper.ts';
import { papersToIssue } from './views.ts';

/** How many results are remembered for a screen that asks late. */
const REMEMBERED = 20;

/** How many cases are looked at before other calls get a turn. */
const CHUNK = 10;

/** Shares of the whole work, for the bar. */
const PLANNING = 0.2;
const RENDERING = 0.75;

interface Outcome {
  readonly owner: string;
  readonly cases: readonly BatchCase[];
}

/** Per open data folder: what finished batches did. Gone with the program; the papers themselves are not. */
const outcomes = new WeakMap<Store, Map<string, Outcome>>();

const outcomesOf = (store: Store): Map<string, Outcome> => {
  const held = outcomes.get(store) ?? new Map<string, Outcome>();
  outcomes.set(store, held);
  return held;
};

/** A case whose papers are all made and judged. */
interface Ready {
  readonly id: string;
  readonly number: string;
  readonly rev: number;
  readonly papers: readonly ReadyPaper[];
  /** Bytes of those made from a form of the school's own; the others are rendered together. */
  readonly rendered: ReadonlyMap<ReadyPaper, Uint8Array>;
}

type Planned = { readonly ready: Ready } | { readonly refused: BatchCase };

const refusal = (caseId: string, number: string, problem: string): BatchCase => ({
  caseId,
  number,
  papers: [],
  problem,
});

/** Makes all papers of a case that wait to be issued; one that cannot be holds back the others of its case. */
const planCase = async (id: string, context: CallContext): Promise<Planned> => {
  const record = context.store.get(caseCollection, id);
  if (!record) return { refused: refusal(id, '', '找不到这件事项，它可能已被删除。') };
  const waiting = papersToIssue(record);
  if (waiting.length === 0) return { refused: refusal(id, record.number, '没有等待印发的文书。') };
  try {
    const papers: ReadyPaper[] = [];
    const rendered = new Map<ReadyPaper, Uint8Array>();
    for (const paper of waiting) {
      demandOpenTo(record, isDecisionPaper(paper.form) ? 'issueNotice' : 'issueRecord');
      const ready = await readyPaper(record, paper, context);
      papers.push(ready);
      if (ready.ownForm !== null) rendered.set(ready, await renderContent(context.store, ready));
    }
    return { ready: { id, number: record.number, rev: record.rev, papers, rendered } };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { refused: refusal(id, record.number, cause.message) };
  }
};

type Told = Map<string, BatchCase>;

/** Looks at every case; those that cannot be issued are told at once. */
const planCases = async (
  ids: readonly string[],
  context: CallContext,
  job: JobHandle,
  told: Told,
): Promise<Ready[]> => {
  const ready: Ready[] = [];
  for (const [at, id] of ids.entries()) {
    if (at % CHUNK === 0)
      await job.report(
        at * PLANNING,
        ids.length,
        `正在核对第 ${String(at + 1)} 件，共 ${String(ids.length)} 件`,
      );
    const planned = await planCase(id, context);
    if ('ready' in planned) ready.push(planned.ready);
    else told.set(id, planned.refused);
  }
  return ready;
};

type Stored = ReadonlyMap<ReadyPaper, { readonly hash: string; readonly size: number }>;

/** Renders what is not rendered yet, several at a time, and stores the bytes of all; nothing counts as issued yet. */
const storePapers = async (store: Store, ready: readonly Ready[], job: JobHandle): Promise<Stored> => {
  const bytesOf = new Map(ready.flatMap(({ rendered }) => [...rendered]));
  const house = ready.flatMap(({ papers }) => papers).filter((paper) => !bytesOf.has(paper));
  const files = await renderMany(
    house.map(({ model }) => model),
    (done, total) =>
      job.report(
        (PLANNING + RENDERING * (done / total)) * total,
        total,
        `正在制作第 ${String(done)} 份文书，共 ${String(total)} 份`,
      ),
  );
  house.forEach((paper, at) => {
    const bytes = files[at];
    if (bytes) bytesOf.set(paper, bytes);
  });
  const stored = new Map<ReadyPaper, { readonly hash: string; readonly size: number }>();
  for (const [paper, bytes] of bytesOf)
    stored.set(paper, { hash: await store.putFile(bytes), size: bytes.byteLength });
  return stored;
};

/** Issues all papers of one case, unless somebody changed it since they were made. */
const issueCase = (tx: Tx, newId: NewId, { id, number, rev, papers }: Ready, stored: Stored): BatchCase => {
  if (requireCase(tx, id).rev !== rev)
    return refusal(id, number, '刚刚已有别的修改，没有印发。请再印发一次。');
  return {
    caseId: id,
    number,
    problem: null,
    papers: papers.map((ready) => {
      const file = stored.get(ready);
      if (!file) throw new Error('a paper was not stored');
      const { paper } = ready;
      const issuedPaperId = keepReadyPaper(tx, newId, id, ready, file);
      changeCaseIn(
        tx,
        isDecisionPaper(paper.form) ? 'issueNotice' : 'issueRecord',
        { id, rev: requireCase(tx, id).rev },
        (record) => ({
          record: withIssued(record, paper.id, issuedPaperId),
          note: `印发 ${paper.number ?? paper.title}`,
        }),
      );
      return { issuedPaperId, title: paper.title, number: paper.number };
    }),
  };
};

/**
 * Issues all papers of the cases that wait for it, in the background: first every paper is made and judged, then all
 * are rendered, then the cases are changed in one transaction. A case with a paper that may not be issued is left as
 * it is and told with its reason, and so is one that somebody changed meanwhile. Cancelled before the end, nothing is
 * issued.
 *
 * @returns the job's id; what was done is found by `batchIssueOutcome` once the job is done.
 */
export const startBatchIssue = (
  { ids }: { ids: readonly string[] },
  context: CallContext,
): { jobId: string } => {
  const { store, jobs, session, newId, actor, channel } = context;
  const wanted = [...new Set(ids)];
  const jobId = jobs.start('批量印发文书', session.id, async (job) => {
    const told: Told = new Map();
    const ready = await planCases(wanted, context, job, told);
    const stored = await storePapers(store, ready, job);
    await job.report(95, 100, '正在登记');
    if (ready.length > 0)
      await store.transact({ actor, act: channel }, (tx) => {
        for (const each of ready) told.set(each.id, issueCase(tx, newId, each, stored));
      });
    const held = outcomesOf(store);
    for (const old of [...held.keys()].slice(0, Math.max(0, held.size - REMEMBERED + 1))) held.delete(old);
    held.set(jobId, { owner: session.id, cases: wanted.flatMap((id) => told.get(id) ?? []) });
  });
  return { jobId };
};

/** What a batch did, case by case, in the order asked for. @throws AppError `not-found` before its end, and later on. */
export const batchIssueOutcome = (
  { jobId }: { jobId: string },
  { store, session }: CallContext,
): { cases: BatchCase[] } => {
  const outcome = outcomesOf(store).get(jobId);
  if (outcome?.owner !== session.id)
    throw new AppError('not-found', '找不到这次批量印发的结果，请到“文书与文号”查看已印发的文书。');
  return { cases: [...outcome.cases] };
};

/**
 * The papers that a batch issued as one zip, each the file that was issued, with a list of contents.
 *
 * @throws AppError `not-found` when nothing is known of the batch, `illegal-step` when it issued nothing.
 */
export const batchIssueFiles = async (
  { jobId }: { jobId: string },
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock, today } = context;
  const papers = batchIssueOutcome({ jobId }, context).cases.flatMap((each) => each.papers);
  if (papers.length === 0) throw new AppError('illegal-step', '这次没有印发文书，没有可以保存的文件。');
  const { bytes } = packZip({
    title: `${formatDay(today)}印发的文书`,
    issuer: readSchool(store).name,
    createdAt: instantOfMs(clock.now()),
    entries: papers.map(({ issuedPaperId }) => {
      const { title, number, datedOn, file } = requireIssuedPaper(store, issuedPaperId);
      return {
        path: [file.name],
        title,
        ...(number === null ? {} : { number }),
        day: datedOn,
        hash: file.hash,
        read: () => store.readFile(file.hash),
      };
    }),
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return fileOf(`${formatDay(today)}印发的文书.zip`, 'application/zip', Buffer.concat(pieces));
};
