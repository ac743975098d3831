import { addCounts } from '../../../../shared/features/evaluation/files/compare.ts';
import {
  cellKeyOf,
  type AppliedBooks,
  type BooksPreview,
  type TakenFrom,
} from '../../../../shared/features/evaluation/files/preview.ts';
import type { Cycle, Rater, RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { readMany } from '../../../documents/workers/workbook-pool.ts';
import type { Reader, Store, Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { readSchool } from '../../organisation/index.ts';
import { sheetRights } from '../access.ts';
import { scoreSheetCollection, sheetKeyOf } from '../collections.ts';
import { requireCycle } from '../cycles.ts';
import { sheetRaterId } from '../planning/ballots.ts';
import { entryClosed, sheetStamp } from '../scoring/entry.ts';
import { requireVersion } from '../systems.ts';
import { comingIn } from './intake.ts';
import { judgeBook, refusedBook, withoutDoubles, type Bench, type JudgedBook } from './judge.ts';
import { bookSignatureFits } from './signing.ts';

/** A preview that waits for its last button. Gone with the program: nothing of it is kept. */
interface Pending {
  readonly owner: string;
  readonly cycleId: string;
  readonly books: readonly JudgedBook[];
  /** Revision of every sheet that a file is about: a change since the preview is noticed. */
  readonly revisions: ReadonlyMap<string, number>;
}

interface Previews {
  readonly byToken: Map<string, Pending>;
  readonly tokenOfJob: Map<string, string>;
}

const previews = new WeakMap<Store, Previews>();

const previewsOf = (store: Store): Previews => {
  const held = previews.get(store) ?? { byToken: new Map(), tokenOfJob: new Map() };
  previews.set(store, held);
  return held;
};

/** The raters of a group by the id under which their sheets are kept, worked out once for each group. */
const ratersByStoredId = (storedId: (group: RaterGroup, raterId: string) => string): Bench['raterOf'] => {
  const known = new Map<string, ReadonlyMap<string, Rater>>();
  return (group, stored) => {
    const raters =
      known.get(group.id) ?? new Map(group.raters.map((rater) => [storedId(group, rater.id), rater]));
    known.set(group.id, raters);
    return raters.get(stored);
  };
};

const benchOf = (cycle: Cycle, context: CallContext): Bench => {
  const { store } = context;
  const [manages, scores] = [context.can('evaluation.manage'), context.can('evaluation.score')];
  const rights = sheetRights(store, cycle, context);
  return {
    schoolId: readSchool(store).id,
    cycle,
    content: requireVersion(store, cycle.versionId).content,
    fits: (text, signature) => bookSignatureFits(store, text, signature),
    raterOf: ratersByStoredId((group, raterId) => sheetRaterId(context, cycle, group, raterId)),
    sheetOf: (group, storedId, subjectId) =>
      store.by(scoreSheetCollection, 'place', sheetKeyOf(cycle.id, group.id, storedId, subjectId))[0],
    closedFor: (group, raterId) => {
      const brings = manages || rights.mayEnter(group, raterId) || (scores && !rights.onlyOwn);
      return brings ? entryClosed(cycle, group, raterId, context.today) : '您只能导入自己的评分表';
    },
  };
};

const demandScoring = (cycle: Cycle): void => {
  if (cycle.state !== 'scoring')
    throw new AppError(
      'illegal-step',
      cycle.state === 'draft' ? '评分还没有开始，不能导入评分表。' : '已经收卷，不能再导入评分表。',
    );
};

const revisionsOf = (reader: Reader, cycleId: string, books: readonly JudgedBook[]): Map<string, number> =>
  new Map(
    books.flatMap(({ groupId, about }) =>
      about.map((one) => {
        const [raterId = '', subjectId = ''] = one.split('/');
        const key = sheetKeyOf(cycleId, groupId, raterId, subjectId);
        return [key, reader.by(scoreSheetCollection, 'place', key)[0]?.rev ?? 0] as const;
      }),
    ),
  );

/**
 * Reads electronic score sheets in the background and works out what they would do. Nothing is changed.
 *
 * @returns the job's id; the preview is found by `bookImport` once the job is done.
 * @throws AppError `illegal-step` unless scoring runs.
 */
export const startBookImport = (
  { cycleId, files }: { cycleId: string; files: readonly FileContent[] },
  context: CallContext,
): { jobId: string } => {
  const { store, jobs, session, newId } = context;
  demandScoring(requireCycle(store, cycleId));
  const { byToken, tokenOfJob } = previewsOf(store);
  for (const [token, { owner }] of byToken) if (owner === session.id) byToken.delete(token);
  const token = newId();
  const jobId = jobs.start('读取电子评分表', session.id, async (job) => {
    await job.report(0, 1, '正在打开文件');
    const found = await comingIn(files);
    const workbooks = found.flatMap((each) => (each.kind === 'workbook' ? [each] : []));
    const cycle = requireCycle(store, cycleId);
    demandScoring(cycle);
    const bench = benchOf(cycle, context);
    // Each is judged while the threads read on; what it held is then let go.
    const judged = await readMany(
      workbooks,
      (file, at) => {
        const name = workbooks[at]?.name ?? '';
        return file.kind === 'read' ? judgeBook(name, file.sheets, bench) : refusedBook(name, file.message);
      },
      (done, total) => job.report(done, total, `正在读取第 ${String(done)} 个文件，共 ${String(total)} 个`),
    );
    const inOrder = judged.values();
    const books = withoutDoubles(
      found.flatMap((each) => {
        if (each.kind === 'refused') return [refusedBook(each.name, each.reason)];
        const { value } = inOrder.next();
        return value === undefined ? [] : [value];
      }),
    );
    byToken.set(token, { owner: session.id, cycleId, books, revisions: revisionsOf(store, cycleId, books) });
  });
  tokenOfJob.set(jobId, token);
  return { jobId };
};

/** The preview of a finished job of this session, or null while it runs or after it failed. */
export const bookImport = (
  { jobId }: { jobId: string },
  { store, jobs, session }: CallContext,
): { preview: BooksPreview | null } => {
  jobs.view(jobId, session.id);
  const { byToken, tokenOfJob } = previewsOf(store);
  const token = tokenOfJob.get(jobId) ?? '';
  const pending = byToken.get(token);
  if (!pending) return { preview: null };
  const shown = pending.books.map(({ preview }) => preview);
  return {
    preview: {
      token,
      books: shown,
      totals: addCounts(shown.map(({ counts }) => counts)),
      refused: shown.filter(({ refused }) => refused !== '').length,
    },
  };
};

export interface BookChoices {
  readonly token: string;
  readonly conflicts: TakenFrom | null;
  readonly choices: readonly { readonly key: string; readonly take: TakenFrom }[];
  readonly withoutProblems: boolean;
}

/** The scores to write of one book, by sheet; and how many of the screen were kept. */
const chosen = (
  book: JudgedBook,
  taken: (key: string) => TakenFrom,
): { bySheet: Map<string, JudgedBook['entries'][number][]>; kept: number } => {
  const bySheet = new Map<string, JudgedBook['entries'][number][]>();
  let kept = 0;
  for (const { raterId, subjectId } of book.remarks) bySheet.set(`${raterId}/${subjectId}`, []);
  for (const entry of book.entries) {
    const { raterId, subjectId, indicatorId, kind } = entry;
    if (kind === 'conflict' && taken(cellKeyOf(raterId, subjectId, indicatorId)) === 'screen') {
      kept += 1;
      continue;
    }
    const key = `${raterId}/${subjectId}`;
    const own = bySheet.get(key);
    if (own) own.push(entry);
    else bySheet.set(key, [entry]);
  }
  return { bySheet, kept };
};

const writeBook = (
  tx: Tx,
  cycle: Cycle,
  group: RaterGroup,
  book: JudgedBook,
  taken: (key: string) => TakenFrom,
  context: CallContext,
): { scores: number; kept: number } => {
  const { bySheet, kept } = chosen(book, taken);
  let written = 0;
  for (const [key, entries] of bySheet) {
    const [raterId = '', subjectId = ''] = key.split('/');
    const place = sheetKeyOf(cycle.id, group.id, raterId, subjectId);
    const held = tx.by(scoreSheetCollection, 'place', place)[0];
    const scores = { ...held?.scores };
    for (const { indicatorId, score } of entries) scores[indicatorId] = score;
    written += entries.length;
    const remark = book.remarks.find((one) => one.raterId === raterId && one.subjectId === subjectId);
    const next = {
      scores,
      remark: remark?.text ?? held?.remark ?? '',
      saved: sheetStamp(tx, group),
    };
    if (held) tx.replace(scoreSheetCollection, { ...held, ...next });
    else
      tx.insert(scoreSheetCollection, {
        id: context.newId(),
        cycleId: cycle.id,
        groupId: group.id,
        raterId,
        subjectId,
        notes: {},
        files: [],
        ...next,
      });
  }
  return { scores: written, kept };
};

/**
 * Does what a preview showed, all of it in one transaction.
 *
 * @throws AppError `not-found` for a preview that is gone, `invalid` while cells have problems that are not to be left out
 *   or conflicts have no choice, `conflict` when somebody entered scores meanwhile, `illegal-step` once scoring ended.
 */
export const applyBookImport = async (
  { token, conflicts, choices, withoutProblems }: BookChoices,
  context: CallContext,
): Promise<AppliedBooks> => {
  const { store, actor, channel, session } = context;
  const pending = previewsOf(store).byToken.get(token);
  if (pending?.owner !== session.id) throw new AppError('not-found', '这次预览已经失效，请重新选择文件。');
  const books = pending.books.filter(({ preview }) => preview.refused === '');
  const problems = books.reduce((sum, { preview }) => sum + preview.counts.problems, 0);
  if (problems > 0 && !withoutProblems)
    throw new AppError(
      'invalid',
      `还有 ${String(problems)} 个格子填写有误。请改正文件后重新导入，或者选择“先导入其余正确的分数”。没有写入任何内容。`,
    );
  const byKey = new Map(choices.map(({ key, take }) => [key, take]));
  const open = books
    .flatMap(({ preview }) => preview.conflicts)
    .filter(({ key }) => conflicts === null && !byKey.has(key));
  if (open.length > 0)
    throw new AppError(
      'invalid',
      `还有 ${String(open.length)} 个分数与系统里的不一致，请选择采用哪一个。没有写入任何内容。`,
    );
  const taken = (key: string): TakenFrom => byKey.get(key) ?? conflicts ?? 'screen';
  const result = await store.transact({ actor, act: channel }, (tx) => {
    const cycle = requireCycle(tx, pending.cycleId);
    demandScoring(cycle);
    for (const [key, rev] of revisionsOf(tx, cycle.id, books))
      if (pending.revisions.get(key) !== rev)
        throw new AppError(
          'conflict',
          '预览之后又有人填写了其中的评分表，请重新导入后核对。没有写入任何内容。',
        );
    let [scores, kept] = [0, 0];
    for (const book of books) {
      const group = cycle.groups.find(({ id }) => id === book.groupId);
      if (!group) throw new AppError('conflict', '预览之后评分组有变化，请重新导入。没有写入任何内容。');
      const done = writeBook(tx, cycle, group, book, taken, context);
      scores += done.scores;
      kept += done.kept;
    }
    return { scores, kept };
  });
  previewsOf(store).byToken.delete(token);
  return { files: books.length, ...result, leftOut: problems };
};
