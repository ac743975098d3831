import type { AppealDraft } from '../../../shared/features/appeals/inputs.ts';
import { outcomeLabels } from '../../../shared/features/appeals/kinds.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import { isPaperOut, type CasePaper } from '../../../shared/features/cases/carrying-out.ts';
import { isItemDone } from '../../../shared/features/cases/conditions.ts';
import type { DecisionItem } from '../../../shared/features/cases/decision.ts';
import { isOfKind } from '../../../shared/features/cases/measure-fit.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { isHeavier } from '../../../shared/features/cases/weight.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import { addDays } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { mergedEnd, periodEnd } from '../../../shared/law/periods.ts';
import type { Reader } from '../../store/types.ts';
import { decidedMeasure, requireCase, runningSanctions, sanctionsOfCase } from '../cases/index.ts';
import type { NewId } from '../context.ts';
import { publicitiesShowing } from '../publicity/index.ts';
import { requireMeasure } from '../standards/index.ts';
import { papersOf, standingItems } from './complaints.ts';

export type OutcomeDraft = Pick<AppealDraft, 'outcome' | 'redo' | 'itemIds' | 'replacements' | 'flaws'>;

/** What an outcome does to the case, worked out before anything is written. */
export interface Plan {
  readonly record: CaseRecord;
  /** Items that no longer stand. */
  readonly dropped: readonly DecisionItem[];
  readonly added: readonly DecisionItem[];
  /** Which of the dropped each of the added stands for. */
  readonly replaced: readonly { readonly before: DecisionItem; readonly after: DecisionItem }[];
  /** True when nothing of the decision is left. */
  readonly whole: boolean;
  readonly voided: readonly CasePaper[];
  /** Papers that stand for others and no longer for this person. */
  readonly shared: readonly CasePaper[];
  /** Papers that had gone out: whoever got them has to be told. */
  readonly wrong: readonly CasePaper[];
  readonly rectification: CaseRecord['rectification'];
  readonly tasks: CaseRecord['tasks'];
  /** What was carried out and has to be undone. */
  readonly undo: CaseRecord['tasks'];
  /** Numbers of publicities that hang and show what does not stand any more. */
  readonly hanging: readonly string[];
}

const endOf = (
  reader: Reader,
  caseId: string,
  personId: string,
  measure: DecisionItem['measure'],
  effectiveOn: string,
  days: number | null,
): string | null => {
  if (days !== null) return addDays(effectiveOn, days - 1);
  if (measure.periodMonths === null) return null;
  if (measure.kind !== 'sanction') return periodEnd(effectiveOn, measure.periodMonths);
  const others = runningSanctions(reader, personId, effectiveOn, caseId);
  return mergedEnd(
    effectiveOn,
    measure.periodMonths,
    others.flatMap(({ endsOn }) => endsOn ?? []),
  );
};

/** The measure that stands instead: from the day of the former one, so that its period is never longer than it was. */
const replacementOf = (
  reader: Reader,
  newId: NewId,
  record: CaseRecord,
  before: DecisionItem,
  { measureCode, days }: OutcomeDraft['replacements'][number],
  field: string,
): DecisionItem => {
  if (measureCode === '') throw invalidField(`${field}.measureCode`, '请选择变更后的措施。');
  const measure = requireMeasure(reader, measureCode);
  const { content } = inForce(measure);
  const subject = record.subjects.find(({ personId }) => personId === before.personId);
  if (!measure.enabled) throw invalidField(`${field}.measureCode`, `“${content.name}”已停用，请另选措施。`);
  if (!subject || !isOfKind(subject, content))
    throw invalidField(`${field}.measureCode`, `“${content.name}”不适用于本人，请另选措施。`);
  const held = content.maxDays === null ? null : days;
  if (content.maxDays !== null && (held === null || held > content.maxDays))
    throw invalidField(
      `${field}.days`,
      `请填写“${content.name}”的天数，不超过 ${String(content.maxDays)} 天。`,
    );
  const decided = decidedMeasure(measure);
  return {
    id: newId(),
    personId: before.personId,
    measure: decided,
    days: held,
    effectiveOn: before.effectiveOn,
    endsOn: endOf(reader, record.id, before.personId, decided, before.effectiveOn, held),
    proposal: before.proposal,
    pay: null,
  };
};

/** Plain rules: what is upheld changes nothing, what is changed says what, what is set aside says why. */
const demandCoherent = ({ outcome, redo, itemIds, replacements, flaws }: OutcomeDraft): void => {
  const label = outcomeLabels[outcome];
  if (outcome === 'change' && itemIds.length === 0)
    throw invalidField('decision.itemIds', '请选择要变更的处理。');
  if (outcome !== 'change' && replacements.length > 0)
    throw invalidField('decision.replacements', `“${label}”不能另定措施，请改选“变更”。`);
  if (outcome !== 'annul' && redo) throw invalidField('decision.redo', '只有撤销原决定时才能责令重新处理。');
  if (outcome !== 'uphold' && flaws.length === 0)
    throw invalidField('decision.flaws', `请选择${label}的理由。`);
  const stray = replacements.findIndex(({ itemId }) => !itemIds.includes(itemId));
  if (outcome === 'change' && stray >= 0)
    throw invalidField(`decision.replacements.${String(stray)}.itemId`, '只能对要变更的处理另定措施。');
};

const dropOf = (appeal: Appeal, draft: OutcomeDraft): ReadonlySet<string> => {
  if (draft.outcome === 'uphold') return new Set();
  const complained = appeal.items.map(({ itemId }) => itemId);
  return new Set(draft.outcome === 'annul' ? complained : draft.itemIds);
};

const hangingOf = (reader: Reader, caseId: string, drop: ReadonlySet<string>): string[] => {
  const ids = sanctionsOfCase(reader, caseId)
    .filter(({ annulled, itemId }) => annulled === null && drop.has(itemId))
    .map(({ id }) => id);
  return publicitiesShowing(reader, new Set(ids)).map(({ number }) => number);
};

const paperSides = (record: CaseRecord, drop: ReadonlySet<string>) => {
  const touched = papersOf(record, [...drop]);
  const rest = ({ itemIds }: CasePaper): string[] => itemIds.filter((id) => !drop.has(id));
  const peopleOf = (ids: readonly string[]): string[] => [
    ...new Set(
      (record.decision?.items ?? []).filter(({ id }) => ids.includes(id)).map(({ personId }) => personId),
    ),
  ];
  return {
    voided: touched.filter((paper) => rest(paper).length === 0),
    shared: touched
      .filter((paper) => rest(paper).length > 0)
      .map((paper) => ({ ...paper, itemIds: rest(paper), personIds: peopleOf(rest(paper)) })),
    wrong: touched.filter(isPaperOut),
  };
};

/**
 * What an outcome will do: which measures fall, which stand instead, which papers are void, what stops and what has to be
 * undone.
 *
 * @throws AppError `invalid` at the field at fault, `conflict` when the decision was replaced meanwhile.
 */
export const planOutcome = (reader: Reader, newId: NewId, appeal: Appeal, draft: OutcomeDraft): Plan => {
  demandCoherent(draft);
  const record = requireCase(reader, appeal.case.id);
  const items = record.decision?.items ?? [];
  const standing = standingItems(reader, record, appeal.person.id).map(({ itemId }) => itemId);
  const drop = dropOf(appeal, draft);
  const gone = appeal.items.find(({ itemId }) => !standing.includes(itemId));
  if (gone)
    throw new AppError(
      'conflict',
      `“${gone.measureName}”已经不再有效（${record.number}另有处理）。请按申请人撤回办结，或者重新登记。`,
    );
  if ([...drop].some((id) => !appeal.items.some(({ itemId }) => itemId === id)))
    throw invalidField('decision.itemIds', '只能变更申请中不服的处理。');
  const dropped = items.filter(({ id }) => drop.has(id));
  const replaced = draft.replacements.map((replacement, at) => {
    const before = dropped.find(({ id }) => id === replacement.itemId);
    const field = `decision.replacements.${String(at)}`;
    if (!before) throw invalidField(`${field}.itemId`, '只能对要变更的处理另定措施。');
    return { before, after: replacementOf(reader, newId, record, before, replacement, field) };
  });
  const added = replaced.map(({ after }) => after);
  if (draft.outcome === 'change' && added.length === 0 && drop.size === appeal.items.length)
    throw invalidField('decision.outcome', '全部处理都不再保留的，请改选“撤销”。');
  const whole = drop.size > 0 && items.length - dropped.length + added.length === 0;
  if (draft.redo && !whole)
    throw invalidField(
      'decision.redo',
      '本事项还有其他处理有效，不能整件重新处理。请只撤销，再另行登记问责事项。',
    );
  const left = new Set(
    [...items.filter(({ id }) => !drop.has(id)), ...added].map(({ personId }) => personId),
  );
  const stops = (item: CaseRecord['rectification'][number]): boolean =>
    drop.size > 0 &&
    !isItemDone(item) &&
    (whole || (item.responsible.id === appeal.person.id && !left.has(appeal.person.id)));
  const ofDropped = record.tasks.filter(({ itemId }) => itemId !== null && drop.has(itemId));
  return {
    record,
    dropped,
    added,
    replaced,
    whole,
    ...paperSides(record, drop),
    rectification: record.rectification.filter(stops),
    tasks: ofDropped.filter(({ done }) => done === null),
    undo: ofDropped.filter(({ done }) => done !== null),
    hanging: hangingOf(reader, record.id, drop),
  };
};

/** The person when the outcome would come down harder on him or her than the former decision; undefined when it does not. */
export const heavierBy = (
  appeal: Appeal,
  { dropped, added }: Plan,
): { name: string; before: string; after: string } | undefined => {
  if (!isHeavier(dropped, added)) return undefined;
  const names = (items: readonly DecisionItem[]): string =>
    items.map(({ measure, days }) => measure.name + (days === null ? '' : `${String(days)}天`)).join('、');
  return { name: appeal.person.name, before: names(dropped), after: names(added) };
};
