import { currentHearings, currentStatements } from '../../../shared/features/cases/conditions.ts';
import type { DecisionDraft } from '../../../shared/features/cases/inputs.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { invalidField } from '../../../shared/kernel/result.ts';
import { isMeeting } from '../../../shared/law/vocabulary.ts';
import { demandNotBefore, demandPast } from '../record-acts.ts';
import type { ChosenItem } from './decision-items.ts';

/** What has to have happened on the day of the decision or before, each with what it is called. */
const antecedentsOf = (record: CaseRecord): readonly (readonly [string | null, string])[] => [
  [record.establishedOn, '核实日期'],
  [record.filing?.approvedOn ?? null, '立案日期'],
  [record.investigation.report?.adoption?.on ?? null, '采纳调查报告的日期'],
  ...currentStatements(record).map(({ heardOn }) => [heardOn, '听取陈述的日期'] as const),
  ...currentHearings(record).map(({ heldOn }) => [heldOn, '听证日期'] as const),
];

/** Every measure once for a person, in use, with its days; a 处分 from the day on which it is decided. */
const demandFittingItems = (draft: DecisionDraft, items: readonly ChosenItem[]): void => {
  const field = ({ at }: ChosenItem, name: string): string => `decision.items.${String(at)}.${name}`;
  const off = items.find(({ measure }) => !measure.enabled);
  if (off) throw invalidField(field(off, 'measureCode'), `“${off.content.name}”已停用，请另选措施。`);
  const doubled = items.find(
    (item, at) =>
      items.findIndex((each) => each.personId === item.personId && each.measure.id === item.measure.id) < at,
  );
  if (doubled)
    throw invalidField(
      field(doubled, 'measureCode'),
      `对同一人提了两次“${doubled.content.name}”，请去掉一项。`,
    );
  const dayless = items.find(({ content, days }) => content.maxDays !== null && days === null);
  if (dayless) throw invalidField(field(dayless, 'days'), `请填写“${dayless.content.name}”的天数。`);
  // 《事业单位工作人员处分规定》: a 处分 takes effect from the day on which it is decided.
  const later = items.find(({ content, proposal }) => content.kind === 'sanction' && !proposal);
  if (later && draft.effectiveOn !== draft.decidedOn)
    throw invalidField(
      'decision.effectiveOn',
      `“${later.content.name}”自作出决定之日起生效，请把生效日期改为决定日期。`,
    );
};

/**
 * Plain rules that need no law: days in order, and nothing that nobody could carry out.
 *
 * @throws AppError `invalid` at the field at fault.
 */
export const demandOrderly = (
  record: CaseRecord,
  draft: DecisionDraft,
  items: readonly ChosenItem[],
  today: string,
): void => {
  demandFittingItems(draft, items);
  demandPast('decision.decidedOn', '决定日期', draft.decidedOn, today);
  for (const [day, what] of antecedentsOf(record))
    if (day !== null) demandNotBefore('decision.decidedOn', '决定日期', draft.decidedOn, day, what);
  demandNotBefore('decision.effectiveOn', '生效日期', draft.effectiveOn, draft.decidedOn, '决定日期');
  if (!isMeeting(draft.body) && draft.deciderId === null)
    throw invalidField('decision.deciderId', '请选择决定人。');
  if (items.every(({ content }) => content.paper === null) && draft.requirements.length > 0)
    throw invalidField(
      'decision.requirements',
      '所选措施不出具文书，不能附整改事项；需要整改的，请改用责令整改。',
    );
  for (const [at, { dueOn }] of draft.requirements.entries())
    if (dueOn !== null)
      demandNotBefore(
        `decision.requirements.${String(at)}.dueOn`,
        '整改期限',
        dueOn,
        draft.decidedOn,
        '决定日期',
      );
};
