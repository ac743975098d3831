import { AppError } from '../../../shared/kernel/result.ts';
import { isDecisionPaper } from '../../../shared/features/cases/carrying-out.ts';
import type { BatchCase } from '../../../shared/features/cases/list.ts';
import { renderMany } from '../../documents/workers/paper-pool.ts';
import type { Store } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { changeCaseIn, demandOpenTo, requireCase } from './change.ts';
import { caseCollection } from './collections.ts';
import { keepReadyPaper, readyPaper, withIssued, type ReadyPaper } from './ready-paper.ts';
import { papersToIssue } from './views.ts';

/** How many results are remembered for a screen that asks late. */
const REMEMBERED = 20;

/** How many cases are looked at before other calls get a turn. */
const CHUNK = 10;

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
    for (const paper of waiting) {
      demandOpenTo(record, isDecisionPaper(paper.form) ? 'issueNotice' : 'issueRecord');
      papers.push(await readyPaper(record, paper, context));
    }
    return { ready: { id, number: record.number, rev: record.rev, papers } };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { refused: refusal(id, record.number, cause.message) };
  }
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
    const ready: Ready[] = [];
    const told = new Map<string, BatchCase>();
    for (const [at, id] of wanted.entries()) {
      if (at % CHUNK === 0)
        await job.report(
          at * 0.2,
          wanted.length,
          `正在核对第 ${String(at + 1)} 件，共 ${String(wanted.length)} 件`,
        );
      const planned = await planCase(id, context);
      if ('ready' in planned) ready.push(planned.ready);
      else told.set(id, planned.refused);
    }
    const papers = ready.flatMap((each) => each.papers);
    const files = await renderMany(
      papers.map(({ model }) => model),
      (done, total) =>
        job.report(
          0.2 * total + 0.75 * done,
          total,
          `正在制作第 ${String(done)} 份文书，共 ${String(total)} 份`,
        ),
    );
    const stored = new Map<ReadyPaper, { readonly hash: string; readonly size: number }>();
    for (const [at, paper] of papers.entries()) {
      const bytes = files[at];
      if (!bytes) throw new Error('a paper was not rendered');
      stored.set(paper, { hash: await store.putFile(bytes), size: bytes.byteLength });
    }
    await job.report(95, 100, '正在登记');
    await store.transact({ actor, act: channel }, (tx) => {
      for (const each of ready) {
        if (requireCase(tx, each.id).rev !== each.rev) {
          told.set(each.id, refusal(each.id, each.number, '刚刚已有别的修改，没有印发。请再印发一次。'));
          continue;
        }
        const issued: BatchCase['papers'] = [];
        for (const ready of each.papers) {
          const file = stored.get(ready);
          if (!file) throw new Error('a paper was not stored');
          const { paper } = ready;
          const issuedPaperId = keepReadyPaper(tx, newId, each.id, ready, file);
          changeCaseIn(
            tx,
            isDecisionPaper(paper.form) ? 'issueNotice' : 'issueRecord',
            { id: each.id, rev: requireCase(tx, each.id).rev },
            (record) => ({
              record: withIssued(record, paper.id, issuedPaperId),
              note: `印发 ${paper.number ?? paper.title}`,
            }),
          );
          issued.push({ issuedPaperId, title: paper.title, number: paper.number });
        }
        told.set(each.id, { caseId: each.id, number: each.number, papers: issued, problem: null });
      }
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
