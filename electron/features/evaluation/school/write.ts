import type { z } from 'zod';
import type {
  SelfEvaluationView,
  schoolChannels,
} from '../../../../shared/features/evaluation/school/channels.ts';
import type { Action, SelfEvaluation } from '../../../../shared/features/evaluation/school/schema.ts';
import { dayOfInstant } from '../../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { keepFile } from '../../file-content.ts';
import { demandNotBefore, demandPast, stampOf } from '../../record-acts.ts';
import { keepFiles } from '../feedback/change.ts';
import { requireVersion } from '../systems.ts';
import { selfEvaluationCollection } from './collections.ts';
import { blankRecord, requirePlace, selfEvaluationOf, viewSelfEvaluation, type SelfPlace } from './view.ts';

type Input<C extends keyof typeof schoolChannels> = z.output<(typeof schoolChannels)[C]['input']>;
type Target = SelfPlace & { readonly rev: number };
type Held = Pick<SelfEvaluation, 'opening' | 'conclusion' | 'texts' | 'reports' | 'actions'>;

/** Texts go into the report that the results are confirmed with; reports from outside and actions outlast it. */
type Part = 'texts' | 'after';

/**
 * Changes what stands beside the scores of one subject.
 *
 * @throws AppError `illegal-step` before scoring has begun, or for texts once results are confirmed; `conflict`.
 */
const change = (
  target: Target,
  part: Part,
  context: CallContext,
  next: (held: Held, tx: Tx) => Partial<Held>,
): Promise<SelfEvaluationView> => {
  const { store, actor, channel, newId } = context;
  return store.transact({ actor, act: channel }, (tx) => {
    const { cycle } = requirePlace(tx, target);
    if (cycle.state === 'draft') throw new AppError('illegal-step', '考核还在筹备，开始评分以后再填写自评。');
    if (part === 'texts' && cycle.state === 'confirmed')
      throw new AppError('illegal-step', '结果已经确认，自评内容不再改动。整改和改进清单可以继续办理。');
    const held = selfEvaluationOf(tx, target);
    if ((held?.rev ?? 0) !== target.rev)
      throw new AppError('conflict', '这份自评刚刚由别人修改过，请刷新后再改。');
    const before = held ?? { id: newId(), ...blankRecord(target) };
    const after = { ...before, ...next(before, tx) };
    if (held) tx.replace(selfEvaluationCollection, { ...held, ...after });
    else tx.insert(selfEvaluationCollection, after);
    return viewSelfEvaluation(tx, target, context);
  });
};

/** 基本情况与总体结论 */
export const saveFrame = (
  { opening, conclusion, ...target }: Input<'evaluation.saveSelfFrame'>,
  context: CallContext,
): Promise<SelfEvaluationView> => change(target, 'texts', context, () => ({ opening, conclusion }));

const MOST_FILES = 20;

/** 一个维度的自评, with what proves it added to what there is. @throws AppError `not-found` for a foreign dimension. */
export const saveText = async (
  { cycleId, subjectId, rev, dimensionId, files, ...text }: Input<'evaluation.saveSelfText'>,
  context: CallContext,
): Promise<SelfEvaluationView> => {
  const { cycle } = requirePlace(context.store, { cycleId, subjectId });
  const { content } = requireVersion(context.store, cycle.versionId);
  if (!content.dimensions.some(({ id }) => id === dimensionId))
    throw new AppError('not-found', '这个维度不属于本次考核，请刷新后重试。');
  const kept = await keepFiles(context.store, files);
  return change({ cycleId, subjectId, rev }, 'texts', context, ({ texts }, tx) => {
    const before = texts.find((one) => one.dimensionId === dimensionId);
    const known = new Set(before?.files.map(({ hash }) => hash));
    const all = [...(before?.files ?? []), ...kept.filter(({ hash }) => !known.has(hash))];
    if (all.length > MOST_FILES)
      throw invalidField('files', `一个维度最多 ${String(MOST_FILES)} 份佐证材料，请合并后再添加。`);
    const saved = { dimensionId, ...text, files: all, saved: stampOf(tx) };
    return { texts: [...texts.filter((one) => one.dimensionId !== dimensionId), saved] };
  });
};

/** Takes a proof out of a dimension again. */
export const removeFile = (
  { dimensionId, hash, ...target }: Input<'evaluation.removeSelfFile'>,
  context: CallContext,
): Promise<SelfEvaluationView> =>
  change(target, 'texts', context, ({ texts }, tx) => {
    const held = texts.find((one) => one.dimensionId === dimensionId);
    if (!held?.files.some((file) => file.hash === hash))
      throw new AppError('not-found', '这份佐证材料已经不在了，请刷新后重试。');
    const saved = { ...held, files: held.files.filter((file) => file.hash !== hash), saved: stampOf(tx) };
    return { texts: texts.map((one) => (one.dimensionId === dimensionId ? saved : one)) };
  });

/** 第三方评估报告: filed as it came. */
export const addReport = async (
  { cycleId, subjectId, rev, file, ...about }: Input<'evaluation.addOutsideReport'>,
  context: CallContext,
): Promise<SelfEvaluationView> => {
  demandPast('day', '报告日期', about.day, context.today);
  const kept = await keepFile(context.store, file, 'file');
  return change({ cycleId, subjectId, rev }, 'after', context, ({ reports }, tx) => {
    if (reports.some((one) => one.file.hash === kept.hash))
      throw invalidField('file', `“${kept.name}”已经登记过。`);
    return { reports: [...reports, { id: context.newId(), ...about, file: kept, added: stampOf(tx) }] };
  });
};

/** @throws AppError `illegal-step` for a report that stands since before today in a confirmed evaluation. */
export const removeReport = (
  { reportId, ...target }: Input<'evaluation.removeOutsideReport'>,
  context: CallContext,
): Promise<SelfEvaluationView> =>
  change(target, 'after', context, ({ reports }, tx) => {
    const report = reports.find(({ id }) => id === reportId);
    if (!report) throw new AppError('not-found', '这份报告已经不在了，请刷新后重试。');
    const { cycle } = requirePlace(tx, target);
    if (cycle.state === 'confirmed' && dayOfInstant(report.added.at) !== context.today)
      throw new AppError('illegal-step', '结果已经确认，以前登记的报告随自评保存，不再撤销。');
    return { reports: reports.filter(({ id }) => id !== reportId) };
  });

/** 列入整改（改进）清单 */
export const addAction = (
  { cycleId, subjectId, rev, ...about }: Input<'evaluation.addAction'>,
  context: CallContext,
): Promise<SelfEvaluationView> => {
  if (about.dueOn < context.today) throw invalidField('dueOn', '完成期限不能早于今天。');
  return change({ cycleId, subjectId, rev }, 'after', context, ({ actions }, tx) => ({
    actions: [...actions, { id: context.newId(), ...about, progress: [], closed: null, made: stampOf(tx) }],
  }));
};

const withAction = (actions: readonly Action[], id: string, next: (action: Action) => Action): Action[] => {
  const action = actions.find((one) => one.id === id);
  if (!action) throw new AppError('not-found', '清单里没有这一项，请刷新后重试。');
  if (action.closed) throw new AppError('illegal-step', '这一项已经完成，不再改动。');
  return actions.map((one) => (one.id === id ? next(action) : one));
};

/** 取消列入 @throws AppError `illegal-step` once something was done about it. */
export const dropAction = (
  { actionId, ...target }: Input<'evaluation.dropAction'>,
  context: CallContext,
): Promise<SelfEvaluationView> =>
  change(target, 'after', context, ({ actions }) => {
    const action = actions.find(({ id }) => id === actionId);
    if (!action) throw new AppError('not-found', '清单里没有这一项，请刷新后重试。');
    if (action.closed || action.progress.length > 0)
      throw new AppError('illegal-step', '这一项已经开始办理，不能取消列入。');
    return { actions: actions.filter(({ id }) => id !== actionId) };
  });

/** 登记进展 */
export const addProgress = (
  { actionId, on, text, ...target }: Input<'evaluation.actionProgress'>,
  context: CallContext,
): Promise<SelfEvaluationView> => {
  demandPast('on', '日期', on, context.today);
  return change(target, 'after', context, ({ actions }, tx) => ({
    actions: withAction(actions, actionId, (action) => {
      demandNotBefore('on', '日期', on, dayOfInstant(action.made.at), '列入清单的日期');
      return { ...action, progress: [...action.progress, { on, text, made: stampOf(tx) }] };
    }),
  }));
};

/** 完成销号: with what proves it. */
export const closeAction = async (
  { cycleId, subjectId, rev, actionId, files, on, note }: Input<'evaluation.closeAction'>,
  context: CallContext,
): Promise<SelfEvaluationView> => {
  demandPast('on', '完成日期', on, context.today);
  const kept = await keepFiles(context.store, files);
  return change({ cycleId, subjectId, rev }, 'after', context, ({ actions }, tx) => ({
    actions: withAction(actions, actionId, (action) => {
      demandNotBefore('on', '完成日期', on, dayOfInstant(action.made.at), '列入清单的日期');
      if (action.kind === 'rectify' && kept.length === 0)
        throw invalidField('files', '整改事项销号须附佐证材料。');
      return { ...action, closed: { on, note, files: kept, made: stampOf(tx) } };
    }),
  }));
};
