import type { ScoreSheet } from '../../../../shared/features/evaluation/schema.ts';
import { isSheetOf } from '../../../../shared/features/evaluation/sheet-state.ts';
import type { SheetRow } from '../../../../shared/features/evaluation/views.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { keepFile, storedFile } from '../../file-content.ts';
import { scoreSheetCollection, sheetKeyOf } from '../collections.ts';
import { requireCycle } from '../cycles.ts';
import { entryClosed, sheetCommit, sheetStamp } from './entry.ts';
import { placeIn, rowOf } from '../sheets.ts';
import { requireVersion } from '../systems.ts';

export interface RowTarget {
  readonly cycleId: string;
  readonly groupId: string;
  readonly raterId: string;
  readonly subjectId: string;
  readonly rev: number;
}

type Place = Omit<RowTarget, 'rev'>;

/** Files of one row: enough for proof, not for an archive. */
const MOST_FILES = 10;

const placeOf = (reader: Reader, { cycleId, groupId, raterId, subjectId }: Place, context: CallContext) => {
  const cycle = requireCycle(reader, cycleId);
  const group = cycle.groups.find(({ id }) => id === groupId);
  const subject = cycle.subjects.find(({ id }) => id === subjectId);
  if (!group || !subject || !isSheetOf(cycle, group, raterId, subjectId))
    throw new AppError('not-found', '这一行不属于这张评分表，请刷新后重试。');
  const { content } = requireVersion(reader, cycle.versionId);
  const place = placeIn(cycle, group, content, context);
  if (!place.rights.mayOpen(group, raterId))
    throw new AppError('forbidden', '您只能查看和填写自己的评分表。');
  const stored = place.storedId(raterId);
  const [sheet] = reader.by(scoreSheetCollection, 'place', sheetKeyOf(cycleId, groupId, stored, subjectId));
  return { ...place, place, subject, stored, sheet };
};

/** @throws AppError `illegal-step`, `forbidden` or `conflict` where the row cannot be written now. */
const demandEntry = (
  { cycle, group, rights, sheet }: ReturnType<typeof placeOf>,
  { raterId, rev }: RowTarget,
  context: CallContext,
): void => {
  if (cycle.state !== 'scoring') throw new AppError('illegal-step', '现在不在评分中，不能再改。');
  if (!rights.mayEnter(group, raterId))
    throw new AppError('forbidden', '这张评分表由评分人用自己的账号填写，不能代填。');
  const closed = entryClosed(cycle, group, raterId, context.today);
  if (closed !== '') throw new AppError('illegal-step', closed);
  if ((sheet?.rev ?? 0) !== rev) throw new AppError('conflict', '这一行刚刚由别人改过，请刷新后核对再改。');
};

const write = (
  tx: Tx,
  found: ReturnType<typeof placeOf>,
  target: RowTarget,
  change: Partial<Pick<ScoreSheet, 'notes' | 'remark' | 'files'>>,
  context: CallContext,
): SheetRow => {
  const { group, sheet, stored, place, subject } = found;
  const next = { ...change, saved: sheetStamp(tx, group) };
  if (sheet) tx.replace(scoreSheetCollection, { ...sheet, ...next });
  else
    tx.insert(scoreSheetCollection, {
      id: context.newId(),
      cycleId: target.cycleId,
      groupId: target.groupId,
      raterId: stored,
      subjectId: target.subjectId,
      scores: {},
      notes: {},
      remark: '',
      files: [],
      ...next,
    });
  return rowOf(tx, place, target.raterId, subject);
};

const transact = (
  target: RowTarget,
  context: CallContext,
  change: (found: ReturnType<typeof placeOf>) => Partial<Pick<ScoreSheet, 'notes' | 'remark' | 'files'>>,
): Promise<SheetRow> => {
  const { group } = placeOf(context.store, target, context);
  return context.store.transact(sheetCommit(group, context), (tx) => {
    const found = placeOf(tx, target, context);
    demandEntry(found, target, context);
    return write(tx, found, target, change(found), context);
  });
};

/** Saves what a rater has to say. @throws AppError `conflict` when the row was changed meanwhile. */
export const saveRemarks = (
  {
    notes,
    remark,
    ...target
  }: RowTarget & {
    readonly notes: readonly { readonly indicatorId: string; readonly text: string }[];
    readonly remark: string | null;
  },
  context: CallContext,
): Promise<SheetRow> =>
  transact(target, context, ({ sheet, indicators }) => {
    const known = new Set(indicators.map(({ id }) => id));
    if (notes.some(({ indicatorId }) => !known.has(indicatorId)))
      throw new AppError('invalid', '有一项指标不属于这张评分表，请刷新后重试。');
    const all = new Map(Object.entries(sheet?.notes ?? {}));
    for (const { indicatorId, text } of notes)
      if (text === '') all.delete(indicatorId);
      else all.set(indicatorId, text);
    return { notes: Object.fromEntries(all), remark: remark ?? sheet?.remark ?? '' };
  });

/** Keeps a proof with a row. @throws AppError `illegal-step` in an anonymous group: a file tells whose it is. */
export const addSheetFile = async (
  {
    file,
    indicatorId,
    ...target
  }: RowTarget & { readonly file: FileContent; readonly indicatorId: string | null },
  context: CallContext,
): Promise<SheetRow> => {
  const found = placeOf(context.store, target, context);
  demandEntry(found, target, context);
  if (found.group.anonymous)
    throw new AppError('illegal-step', '匿名评分组不收佐证材料：文件会暴露是谁提交的。');
  if (indicatorId !== null && !found.indicators.some(({ id }) => id === indicatorId))
    throw new AppError('invalid', '这项指标不属于这张评分表，请刷新后重试。');
  const kept = await keepFile(context.store, file, 'file');
  return transact(target, context, ({ sheet }) => {
    const files = sheet?.files ?? [];
    if (files.some(({ hash }) => hash === kept.hash))
      throw new AppError('invalid', `“${kept.name}”已经在这一行的佐证材料里了。`);
    if (files.length >= MOST_FILES)
      throw new AppError('invalid', `一行最多 ${String(MOST_FILES)} 份佐证材料，请合并后再添加。`);
    return { files: [...files, { ...kept, indicatorId }] };
  });
};

/** Takes a proof out of a row again; its bytes stay with the record of what happened. */
export const removeSheetFile = (
  { hash, ...target }: RowTarget & { readonly hash: string },
  context: CallContext,
): Promise<SheetRow> =>
  transact(target, context, ({ sheet }) => {
    const files = sheet?.files ?? [];
    if (!files.some((file) => file.hash === hash))
      throw new AppError('not-found', '这份佐证材料已经不在了，请刷新后重试。');
    return { files: files.filter((file) => file.hash !== hash) };
  });

/** A proof of a row. @throws AppError `not-found`, `forbidden` for somebody else's sheet. */
export const sheetFile = (
  { hash, ...target }: Place & { readonly hash: string },
  context: CallContext,
): Promise<FileContent> => {
  const { sheet } = placeOf(context.store, target, context);
  const file = sheet?.files.find((one) => one.hash === hash);
  if (!file) throw new AppError('not-found', '没有这份佐证材料，请刷新后重试。');
  return storedFile(context.store, file);
};
