import {
  isRated,
  type Indicator,
  type IndicatorContent,
} from '../../../shared/features/evaluation/indicators.ts';
import { dimensionsOf, raterIdsFor } from '../../../shared/features/evaluation/rating.ts';
import type { Cycle, RaterGroup, ScoreSheet, Subject } from '../../../shared/features/evaluation/schema.ts';
import { allowedFor, readScore, showScore } from '../../../shared/features/evaluation/scores.ts';
import { indicatorsFor, isSheetOf, raterNameIn } from '../../../shared/features/evaluation/sheet-state.ts';
import type {
  SavedScores,
  SheetColumn,
  SheetRow,
  SheetView,
} from '../../../shared/features/evaluation/views.ts';
import { formatInstant } from '../../../shared/kernel/dates.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { sheetRights, type SheetRights } from './access.ts';
import { scoreSheetCollection, sheetKeyOf } from './collections.ts';
import { requireCycle } from './cycles.ts';
import { isSealed, sheetRaterId } from './planning/ballots.ts';
import { entryClosed, sheetCommit, sheetStamp } from './scoring/entry.ts';
import { requireVersion } from './systems.ts';

const requireGroup = (cycle: Cycle, groupId: string): RaterGroup => {
  const group = cycle.groups.find(({ id }) => id === groupId);
  if (!group) throw new AppError('not-found', '没有这个评分组，请刷新后重试。');
  return group;
};

const sheetAt = (
  reader: Reader,
  { cycle, group, storedId }: SheetPlace,
  raterId: string,
  subjectId: string,
): ScoreSheet | undefined =>
  reader.by(scoreSheetCollection, 'place', sheetKeyOf(cycle.id, group.id, storedId(raterId), subjectId))[0];

/** What a row of a group's sheet is made of. */
export interface SheetPlace {
  readonly cycle: Cycle;
  readonly group: RaterGroup;
  readonly indicators: readonly Indicator[];
  readonly rights: SheetRights;
  /** Under which id the sheets of a rater are kept. */
  readonly storedId: (raterId: string) => string;
  /** Today, `YYYY-MM-DD`: who may still enter. */
  readonly today: string;
}

/** A group's sheets as the caller may see them. */
export const placeIn = (
  cycle: Cycle,
  group: RaterGroup,
  content: IndicatorContent,
  context: CallContext,
): SheetPlace => ({
  cycle,
  group,
  indicators: indicatorsFor(content, group),
  rights: sheetRights(context.store, cycle, context),
  storedId: (raterId) => sheetRaterId(context, cycle, group, raterId),
  today: context.today,
});

/** One subject as one rater sees it. */
export const rowOf = (reader: Reader, place: SheetPlace, raterId: string, subject: Subject): SheetRow => {
  const { cycle, group, indicators, rights, today } = place;
  const sheet = sheetAt(reader, place, raterId, subject.id);
  const cells: Record<string, string> = {};
  for (const indicator of indicators) {
    const score = sheet?.scores[indicator.id];
    if (score) cells[indicator.id] = showScore(indicator, score);
  }
  return {
    raterId,
    subject,
    rev: sheet?.rev ?? 0,
    cells,
    notes: sheet?.notes ?? {},
    remark: sheet?.remark ?? '',
    files: sheet?.files ?? [],
    saved: sheet?.saved ?? null,
    mayEnter: rights.mayEnter(group, raterId) && entryClosed(cycle, group, raterId, today) === '',
  };
};

const whyNot = (cycle: Cycle, group: RaterGroup, raterId: string | null, context: CallContext): string => {
  switch (cycle.state) {
    case 'draft':
      return '评分还没有开始。';
    case 'closed':
      return '已经收卷，分数不能再改。';
    case 'confirmed':
      return '考核结果已经确认，分数不能再改。';
    case 'scoring':
      return (
        entryClosed(cycle, group, raterId ?? '', context.today) ||
        (context.can('evaluation.score')
          ? '这张评分表由评分人用自己的账号填写。'
          : '您的角色不能录入考核分数。')
      );
  }
};

/** @throws AppError `forbidden` for somebody else's sheet, `not-found` for an unknown group or rater. */
export const readScoreSheet = (
  { cycleId, groupId, raterId }: { cycleId: string; groupId: string; raterId: string | null },
  context: CallContext,
): SheetView => {
  const { store } = context;
  const cycle = requireCycle(store, cycleId);
  const group = requireGroup(cycle, groupId);
  const { content } = requireVersion(store, cycle.versionId);
  const rights = sheetRights(store, cycle, context);
  const own =
    raterId !== null &&
    (group.kind === 'self'
      ? cycle.subjects.some(({ id }) => id === raterId)
      : group.raters.some(({ id }) => id === raterId));
  if (raterId === null ? group.kind !== 'self' : !own)
    throw new AppError('not-found', '没有这名评分人，请刷新后重试。');
  if (isSealed(cycle, group) || (group.anonymous && cycle.state !== 'scoring'))
    throw new AppError('forbidden', `“${group.name}”是匿名组，只有评分期间评分人本人能看到自己的评分表。`);
  const place = placeIn(cycle, group, content, context);
  const rows = cycle.subjects
    .filter(({ id }) => group.kind !== 'self' || raterId === null || id === raterId)
    .map((subject) => ({ raterId: group.kind === 'self' ? subject.id : (raterId ?? ''), subject }))
    .filter((row) => raterIdsFor(group, row.subject.id).includes(row.raterId))
    .filter((row) => rights.mayOpen(group, row.raterId))
    .map((row) => rowOf(store, place, row.raterId, row.subject));
  if (rows.length === 0 && cycle.subjects.length > 0)
    throw new AppError('forbidden', '您只能查看和填写自己的评分表。');
  const mayEnter = rows.some((row) => row.mayEnter);
  const columns = dimensionsOf(content, group).flatMap((dimension) =>
    dimension.indicators.filter(isRated).map((indicator): SheetColumn => ({
      indicatorId: indicator.id,
      name: indicator.name,
      dimension: dimension.name,
      standard: indicator.standard,
      evidence: indicator.evidence,
      fullMarks: indicator.fullMarks,
      weight: indicator.weight,
      method: indicator.method.kind,
      allowed: allowedFor(indicator),
      levels: indicator.method.kind === 'levels' ? indicator.method.levels.map(({ label }) => label) : [],
      vetoBelow: indicator.vetoBelow,
    })),
  );
  return {
    cycleId,
    cycleName: cycle.name,
    state: cycle.state,
    groupId,
    groupName: group.name,
    anonymous: group.anonymous,
    raterId,
    raterName: raterId === null ? '全体考核对象' : raterNameIn(group, raterId),
    columns,
    rows,
    mayEnter,
    why: mayEnter ? '' : whyNot(cycle, group, raterId, context),
  };
};

export interface TypedRow {
  readonly raterId: string;
  readonly subjectId: string;
  readonly rev: number;
  readonly cells: readonly { readonly indicatorId: string; readonly text: string }[];
}

const saveRow = (
  tx: Tx,
  place: SheetPlace,
  row: TypedRow,
  saved: Pick<SavedScores, 'problems' | 'conflicts'>,
  newId: () => string,
): void => {
  const { cycle, group, indicators, storedId } = place;
  const { raterId, subjectId } = row;
  const sheet = sheetAt(tx, place, raterId, subjectId);
  if (sheet && sheet.rev !== row.rev) {
    const who = group.anonymous
      ? '这一行已在别处修改'
      : `${sheet.saved.by.name}已于 ${formatInstant(sheet.saved.at)} 修改了这一行`;
    const message = `${who}，刚才填写的没有保存，请核对后再改。`;
    saved.conflicts.push({ raterId, subjectId, message });
    return;
  }
  const scores = new Map(Object.entries(sheet?.scores ?? {}));
  let changed = false;
  for (const { indicatorId, text } of row.cells) {
    const indicator = indicators.find(({ id }) => id === indicatorId);
    if (!indicator) throw new AppError('invalid', '有一列不属于这张评分表，请刷新后重试。');
    const read = readScore(indicator, text);
    if (read.kind === 'problem') {
      saved.problems.push({ raterId, subjectId, indicatorId, message: read.problem });
      continue;
    }
    changed = true;
    if (read.kind === 'empty') scores.delete(indicatorId);
    else scores.set(indicatorId, read.score);
  }
  if (!changed) return;
  const next = { scores: Object.fromEntries(scores), saved: sheetStamp(tx, group) };
  if (sheet) tx.replace(scoreSheetCollection, { ...sheet, ...next });
  else if (scores.size > 0)
    tx.insert(scoreSheetCollection, {
      id: newId(),
      cycleId: cycle.id,
      groupId: group.id,
      raterId: storedId(raterId),
      subjectId,
      notes: {},
      remark: '',
      files: [],
      ...next,
    });
};

/**
 * Saves cells of many rows in one transaction. A cell that cannot be read, or a row that somebody changed meanwhile,
 * keeps nobody else's work from being saved.
 *
 * @throws AppError `illegal-step` unless scoring runs, `forbidden` for a sheet that the caller may not enter.
 */
export const saveScores = (
  { cycleId, groupId, rows }: { cycleId: string; groupId: string; rows: readonly TypedRow[] },
  context: CallContext,
): Promise<SavedScores> => {
  const commit = sheetCommit(requireGroup(requireCycle(context.store, cycleId), groupId), context);
  return context.store.transact(commit, (tx) => {
    const cycle = requireCycle(tx, cycleId);
    const group = requireGroup(cycle, groupId);
    if (cycle.state !== 'scoring') throw new AppError('illegal-step', whyNot(cycle, group, null, context));
    const { content } = requireVersion(tx, cycle.versionId);
    const place = placeIn(cycle, group, content, context);
    const { rights } = place;
    const saved: SavedScores = { rows: [], problems: [], conflicts: [] };
    const seen = new Set<string>();
    const subjects = new Map(cycle.subjects.map((subject) => [subject.id, subject]));
    for (const row of rows) {
      const { raterId, subjectId } = row;
      const subject = subjects.get(subjectId);
      if (!subject || !isSheetOf(cycle, group, raterId, subjectId))
        throw new AppError('not-found', '有一行不属于这张评分表，请刷新后重试。');
      if (!rights.mayEnter(group, raterId))
        throw new AppError('forbidden', '这张评分表由评分人用自己的账号填写，不能代填。');
      const closed = entryClosed(cycle, group, raterId, context.today);
      if (closed !== '') throw new AppError('illegal-step', closed);
      const key = sheetKeyOf(cycleId, groupId, raterId, subjectId);
      if (seen.has(key)) throw new AppError('invalid', '同一行出现了两次，请刷新后重试。');
      seen.add(key);
      saveRow(tx, place, row, saved, context.newId);
      saved.rows.push(rowOf(tx, place, raterId, subject));
    }
    return saved;
  });
};
