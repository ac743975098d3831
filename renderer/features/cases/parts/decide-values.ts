import type { z } from 'zod';
import { decideInput, type DecisionDraft } from '../../../../shared/features/cases/inputs.ts';
import { presentOf, type Member } from '../../../../shared/features/cases/meeting.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { inForce } from '../../../../shared/features/standards/schema.ts';
import { citeOnScreen } from '../../../../shared/law/pack.ts';
import { powerOf } from '../../../../shared/law/power.ts';
import { isMeeting, type DecidingBody } from '../../../../shared/law/vocabulary.ts';
import { reasonsSchema } from '../../../ui/law/reasons.ts';
import { measureOf, nameOfMeasure, type CaseStandards } from './case-standards.ts';

/** The form of a decision: the call's own fields, and a reason for each warning that is gone past. */
export const decideSchema = decideInput.shape.decision.extend({
  reasons: reasonsSchema,
});
export type DecideValues = z.output<typeof decideSchema>;
export type DraftItem = DecisionDraft['items'][number];
export type DraftMember = NonNullable<DecisionDraft['meeting']>['members'][number];
export type DraftGround = DecisionDraft['grounds'][number];

/** Members as the rules on meetings count them; the name is of no matter there. */
export const asMembers = (members: readonly DraftMember[]): Pick<Member, 'person' | 'attendance'>[] =>
  members.map(({ personId, attendance }) => ({ person: { id: personId, name: '' }, attendance }));

/** What is sent: no meeting where one person decides, no votes of those who were not there. */
export const sentDecision = (values: DecideValues): z.output<typeof decideInput>['decision'] => {
  const decision = decideInput.shape.decision.parse(values);
  const collective = isMeeting(decision.body);
  const present = new Set(
    presentOf(asMembers(decision.meeting?.members ?? [])).map(({ person }) => person.id),
  );
  return {
    ...decision,
    meeting: collective ? decision.meeting : null,
    deciderId: collective ? null : decision.deciderId,
    items: decision.items.map((item) => ({
      ...item,
      votes: collective ? item.votes.filter(({ memberId }) => present.has(memberId)) : [],
    })),
  };
};

/** What the findings of the investigation propose, as the first proposals of the decision. */
export const proposedItems = (standards: CaseStandards, record: CaseRecord): DraftItem[] =>
  record.subjects.flatMap(({ personId }) =>
    (record.investigation.findings.find((finding) => finding.personId === personId)?.measureCodes ?? [])
      .filter((code) => measureOf(standards, code) !== undefined)
      .map((measureCode) => ({ personId, measureCode, days: null, pay: null, votes: [] })),
  );

/** The plans by which performance pay is taken off, each with its clause. */
const planGrounds = (items: readonly DraftItem[]): DraftGround[] =>
  items.flatMap(({ pay }) =>
    pay === null || pay.ruleId === '' || pay.clause === ''
      ? []
      : [{ kind: 'school-rule' as const, ref: pay.ruleId, clause: pay.clause }],
  );

/** The law that belongs to the matter and to the measures chosen, each text once; mere practice is no ground. */
export const usualGrounds = (standards: CaseStandards, items: readonly DraftItem[]): DraftGround[] => {
  const codes = [
    ...(standards.matter ? inForce(standards.matter).content.grounds : []),
    ...items.flatMap(({ measureCode }) => measureOf(standards, measureCode)?.grounds ?? []),
  ];
  const printed = new Set<string>();
  return [...new Set(codes)]
    .flatMap((code) => standards.grounds.find(({ id, enabled }) => enabled && id === code) ?? [])
    .filter((ground) => {
      const { content } = inForce(ground);
      const text = citeOnScreen(content);
      if (content.kind === 'practice' || printed.has(text)) return false;
      printed.add(text);
      return true;
    })
    .slice(0, 10)
    .map(({ id }) => ({ kind: 'law' as const, ref: id }));
};

const MEETINGS: readonly DecidingBody[] = ['principal-meeting', 'leading-group', 'party-meeting'];
export const bodiesOfSchool: readonly DecidingBody[] = ['teacher', 'department', ...MEETINGS];

/**
 * Bodies that may decide on all of the measures at once. What goes to the authority is agreed on by a meeting, whichever it
 * is; without any measure every body is open.
 */
export const competentBodies = (
  standards: CaseStandards,
  record: CaseRecord,
  items: readonly DraftItem[],
): readonly DecidingBody[] => {
  const own = items.flatMap(({ personId, measureCode }) => {
    const content = measureOf(standards, measureCode);
    const person = record.subjects.find((subject) => subject.personId === personId);
    if (!content || !person) return [];
    return powerOf(standards.school, record.matter, person, content) === 'authority'
      ? [MEETINGS]
      : [content.decidedBy];
  });
  return bodiesOfSchool.filter((body) => own.every((bodies) => bodies.includes(body)));
};

/** A line of 整改事项 to be filled in: the person concerned puts things right. */
export const blankRequirement = (record: CaseRecord): object => ({
  text: '',
  dueOn: null,
  responsibleId: record.subjects.find(({ kind }) => kind === 'staff')?.personId ?? null,
  checkerId: null,
});

/**
 * What the form holds after other measures were chosen: their law, a body that may decide them, a first requirement where
 * one is needed. What was taken away by hand stays away; what came with a measure leaves with it.
 */
export const withItems = (
  standards: CaseStandards,
  record: CaseRecord,
  held: {
    readonly items: readonly DraftItem[];
    readonly grounds: readonly DraftGround[];
    readonly body: DecidingBody;
    readonly requirements: readonly unknown[];
  },
  next: readonly DraftItem[],
): Record<string, unknown> => {
  const plans = planGrounds(next);
  const before = [...planGrounds(held.items), ...usualGrounds(standards, held.items)];
  const after = [...plans, ...usualGrounds(standards, next)];
  const isAmong = (list: readonly DraftGround[], ref: string): boolean => list.some((one) => one.ref === ref);
  const competent = competentBodies(standards, record, next);
  const needsRectification = next.some(
    ({ measureCode }) => measureOf(standards, measureCode)?.requires.rectification === true,
  );
  return {
    items: next,
    grounds: [
      ...held.grounds
        .filter(({ ref }) => !isAmong(before, ref) || isAmong(after, ref))
        .map((ground) => plans.find(({ ref }) => ref === ground.ref) ?? ground),
      ...after.filter(({ ref }) => !isAmong(before, ref) && !isAmong(held.grounds, ref)),
    ].slice(0, 10),
    ...(competent.includes(held.body) || competent.length === 0
      ? {}
      : { body: competent.find(isMeeting) ?? competent[0] }),
    ...(needsRectification && held.requirements.length === 0
      ? { requirements: [blankRequirement(record)] }
      : {}),
  };
};

/** What is still blank of a decision beside what the data side names: days, and what a meeting needs. */
export const blanksOf = (
  standards: CaseStandards,
  { items, body, meeting }: Pick<DecideValues, 'items' | 'body' | 'meeting'>,
): string[] => {
  const dayless = items.filter(
    ({ measureCode, days }) => days === null && (measureOf(standards, measureCode)?.maxDays ?? null) !== null,
  );
  const blanks = dayless.map(({ measureCode }) => `${nameOfMeasure(standards, measureCode)}的天数`);
  if (!isMeeting(body)) return blanks;
  const present = presentOf(asMembers(meeting?.members ?? [])).map(({ person }) => person.id);
  const unvoted = items.reduce(
    (sum, { votes }) => sum + present.filter((id) => !votes.some(({ memberId }) => memberId === id)).length,
    0,
  );
  return [
    ...blanks,
    ...(present.length > 0 ? [] : ['参加人员']),
    ...((meeting?.place ?? '') === '' ? ['会议地点'] : []),
    ...((meeting?.chairId ?? '') === '' ? ['主持人'] : []),
    ...((meeting?.recorderId ?? '') === '' ? ['记录人'] : []),
    ...(unvoted > 0 ? [`${String(unvoted)} 票表决`] : []),
  ];
};
