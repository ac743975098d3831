import { isRunning, type Sanction } from '../../../shared/features/cases/sanction.ts';
import { stopClocks } from '../../../shared/features/cases/clocks.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { outcomeLabels } from '../../../shared/features/appeals/kinds.ts';
import type { Appeal, AppealPaper } from '../../../shared/features/appeals/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { mergedEnd } from '../../../shared/law/periods.ts';
import type { Tx } from '../../store/types.ts';
import {
  annulSanctions,
  changeCaseIn,
  executionTasks,
  insertSanctions,
  sanctionCollection,
  sanctionsOfCase,
  standingSanctions,
  takenUpAgain,
  requireCase,
  voidPapers,
} from '../cases/index.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { stampOf } from '../record-acts.ts';
import { effectsOf, reachedBy, restorationTexts } from './effects.ts';
import { placePaper } from './numbers.ts';
import type { OutcomeDraft, Plan } from './plan.ts';
import { kindWord } from './words.ts';

export interface Applied {
  readonly corrections: AppealPaper[];
  readonly restorations: Appeal['restorations'];
  readonly effects: string[];
  readonly replacements: {
    itemId: string;
    newItemId: string;
    before: string;
    after: string;
    endsOn: string | null;
  }[];
}

export interface DecidedAs {
  readonly decidedOn: string;
  /** Who decided, and with which paper, as the new sanctions say it. */
  readonly decidedBy: string;
  readonly number: string | null;
}

/** Clocks of the person's own terms to object, and of what falls away. */
const clocksAfter = (record: CaseRecord, appeal: Appeal, plan: Plan, today: string): CaseRecord['clocks'] => {
  const fallen = new Set([...plan.rectification, ...plan.tasks].map(({ id }) => id));
  return stopClocks(
    record.clocks,
    today,
    ({ kind, personId, itemId }) =>
      plan.whole ||
      (itemId !== null && fallen.has(itemId)) ||
      ((kind === 'review' || kind === 'pupil-appeal') && personId === appeal.person.id),
  );
};

/**
 * A later sanction of another case whose period was lengthened by what was left of one that does not stand any more is
 * counted anew. Returns a sentence for each.
 */
const recountMerged = (
  tx: Tx,
  appeal: Appeal,
  goneIds: ReadonlySet<string>,
  fresh: readonly Sanction[],
): string[] =>
  standingSanctions(tx, appeal.person.id).flatMap((later) => {
    if (later.lifting !== null || !later.mergedWith.some((id) => goneIds.has(id))) return [];
    const record = requireCase(tx, later.caseId);
    const item = [record.decision, ...record.formerDecisions]
      .flatMap((decision) => decision?.items ?? [])
      .find(({ id }) => id === later.itemId);
    const months = item?.measure.periodMonths ?? null;
    if (months === null) return [];
    const still = [
      ...later.mergedWith.filter((id) => !goneIds.has(id)),
      ...fresh
        .filter((sanction) => sanction.measureKind === 'sanction' && isRunning(sanction, later.effectiveOn))
        .map(({ id }) => id),
    ];
    const ends = still.flatMap((id) => tx.get(sanctionCollection, id)?.endsOn ?? []);
    const endsOn = mergedEnd(later.effectiveOn, months, ends);
    tx.replace(sanctionCollection, { ...later, mergedWith: still, endsOn });
    return [
      `${later.caseNumber}的“${later.measureName}”不再与本次撤销（变更）的处分合并，期满日改为${formatDay(endsOn)}。`,
    ];
  });

const remainingPapers = (tx: Tx, record: CaseRecord, plan: Plan, reason: string): CaseRecord['papers'] => {
  const voided = new Map(voidPapers(tx, plan.voided, reason).map((paper) => [paper.id, paper]));
  const shared = new Map(plan.shared.map((paper) => [paper.id, paper]));
  return record.papers.map((paper) => voided.get(paper.id) ?? shared.get(paper.id) ?? paper);
};

/** The sanctions of the case after the outcome: what fell is annulled, what stands instead is written. */
const writeSanctions = (
  tx: Tx,
  { newId }: Pick<CallContext, 'newId'>,
  plan: Plan,
  reason: string,
  { decidedBy, decidedOn, number }: DecidedAs,
): { goneIds: ReadonlySet<string>; fresh: Sanction[] } => {
  const dropped = new Set(plan.dropped.map(({ id }) => id));
  const gone = sanctionsOfCase(tx, plan.record.id).filter(
    ({ annulled, itemId }) => annulled === null && dropped.has(itemId),
  );
  annulSanctions(tx, plan.record.id, reason, ({ itemId }) => dropped.has(itemId));
  const { decision } = plan.record;
  if (decision !== null && plan.added.length > 0)
    insertSanctions(
      tx,
      newId,
      plan.record,
      { ...decision, items: [...plan.added] },
      { decidedBy, decidedOn, paperNumberOf: () => number },
    );
  const addedIds = new Set(plan.added.map(({ id }) => id));
  return {
    goneIds: new Set(gone.map(({ id }) => id)),
    fresh: sanctionsOfCase(tx, plan.record.id).filter(({ itemId }) => addedIds.has(itemId)),
  };
};

/** What may come down on the person in this case at most from now on; a later appeal takes the place of an earlier one. */
const capsAfter = (
  record: CaseRecord,
  appeal: Appeal,
  draft: OutcomeDraft,
  plan: Plan,
): CaseRecord['caps'] => {
  const own = (record.decision?.items ?? []).filter(({ personId }) => personId === appeal.person.id);
  const dropped = new Set(plan.dropped.map(({ id }) => id));
  const left = [...own.filter(({ id }) => !dropped.has(id)), ...plan.added];
  return [
    ...record.caps.filter(({ personId }) => personId !== appeal.person.id),
    { personId: appeal.person.id, appeal: appeal.number, items: draft.outcome === 'annul' ? own : left },
  ];
};

const caseAfter = (
  tx: Tx,
  record: CaseRecord,
  appeal: Appeal,
  draft: OutcomeDraft,
  plan: Plan,
  reason: string,
  today: string,
): CaseRecord => {
  const clocks = clocksAfter(record, appeal, plan, today);
  if (plan.dropped.length === 0 || record.decision === null) return { ...record, clocks };
  const dropped = new Set(plan.dropped.map(({ id }) => id));
  const fallen = new Set([...plan.rectification, ...plan.tasks, ...plan.undo].map(({ id }) => id));
  const items = [...record.decision.items.filter(({ id }) => !dropped.has(id)), ...plan.added];
  return {
    ...record,
    decision: plan.whole ? null : { ...record.decision, items },
    formerDecisions: [...record.formerDecisions, record.decision],
    caps: capsAfter(record, appeal, draft, plan),
    papers: remainingPapers(tx, record, plan, reason),
    rectification: record.rectification.filter(({ id }) => !fallen.has(id)),
    tasks: record.tasks.filter(({ id }) => !fallen.has(id)),
    clocks,
    closing: plan.whole ? { ...stampOf(tx), note: reason } : record.closing,
  };
};

/** The new measures have to be carried out as well; a file that is closed takes no tasks, so they stand here. */
const newTasks = ({ newId }: Pick<CallContext, 'newId'>, plan: Plan): Appeal['restorations'] => {
  const { decision } = plan.record;
  if (decision === null || plan.added.length === 0) return [];
  const { tasks } = executionTasks(newId, plan.record, { ...decision, items: [...plan.added] });
  return tasks.map(({ kind, text }) => ({ id: newId(), kind, text: `变更后：${text}`, done: null }));
};

/**
 * Carries an outcome into the case, in the transaction that decides: sanctions, record, papers, rectification, tasks and
 * clocks together or not at all.
 *
 * @throws AppError `illegal-step` where the case cannot take it.
 */
export const applyPlan = (
  tx: Tx,
  context: Pick<CallContext, 'newId' | 'today'>,
  appeal: Appeal,
  draft: OutcomeDraft,
  plan: Plan,
  as: DecidedAs,
): Applied => {
  const { newId, today } = context;
  const reason = `${appeal.number}${kindWord(appeal)}决定${outcomeLabels[draft.outcome]}${as.number === null ? '' : `（${as.number}）`}`;
  const school = readSchool(tx);
  const merged: string[] = [];
  if (plan.dropped.length > 0) {
    const { goneIds, fresh } = writeSanctions(tx, context, plan, reason, as);
    merged.push(...recountMerged(tx, appeal, goneIds, fresh));
  }
  const effects = [...effectsOf(appeal, draft, plan), ...merged];
  const changed = changeCaseIn(tx, 'applyReview', plan.record, (record) => ({
    record: caseAfter(tx, record, appeal, draft, plan, reason, today),
    note: [reason, ...effects].join('；'),
  }));
  if (draft.redo) {
    const why = `${reason}，责令重新处理；不得因申请复核、提出申诉加重处理`;
    changeCaseIn(tx, 'reopen', changed, (record) => ({
      record: takenUpAgain(record, stampOf(tx), why),
      note: why,
    }));
  }
  return {
    effects,
    corrections: plan.wrong.map((paper) =>
      placePaper(tx, newId, appeal, {
        form: 'correction',
        title: `关于${draft.outcome === 'annul' ? '撤销' : '更正'}${paper.number ?? paper.title}的通知`,
        datedOn: as.decidedOn < today ? today : as.decidedOn,
        former: {
          paperId: paper.id,
          number: paper.number ?? paper.title,
          reached: reachedBy(plan.record, appeal, paper, plan.undo, school.authority),
        },
      }),
    ),
    restorations: [
      ...restorationTexts(plan).map((each) => ({ id: newId(), ...each, done: null })),
      ...newTasks(context, plan),
    ],
    replacements: plan.replaced.map(({ before, after }) => ({
      itemId: before.id,
      newItemId: after.id,
      before: before.measure.name,
      after: after.measure.name,
      endsOn: after.endsOn,
    })),
  };
};
