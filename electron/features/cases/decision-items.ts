import type { DecisionDraft } from '../../../shared/features/cases/inputs.ts';
import {
  entitledOf,
  hasQuorum,
  presentOf,
  quorumOf,
  tallyOf,
  type Meeting,
  type Member,
  type Tally,
} from '../../../shared/features/cases/meeting.ts';
import type { DecidedMeasure, DecisionItem } from '../../../shared/features/cases/decision.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { MeasureContent } from '../../../shared/features/standards/measure.ts';
import { inForce, type Measure } from '../../../shared/features/standards/schema.ts';
import { mergedEnd, periodEnd } from '../../../shared/law/periods.ts';
import { powerOf } from '../../../shared/law/power.ts';
import { isMeeting } from '../../../shared/law/vocabulary.ts';
import { addDays } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { readSchool } from '../organisation/index.ts';
import { requireMeasure } from '../standards/index.ts';
import { personRef } from './people.ts';
import { runningSanctions } from './sanctions.ts';

/** A proposal of the form with what the catalogue and the votes say of it. */
export interface ChosenItem {
  readonly at: number;
  readonly personId: string;
  readonly measure: Measure;
  readonly content: MeasureContent;
  readonly days: number | null;
  readonly effectiveOn: string;
  readonly endsOn: string | null;
  readonly proposal: boolean;
  /** Null where one person decides. */
  readonly tally: Tally | null;
}

type DraftMember = Pick<Member, 'person' | 'attendance' | 'note'>;

/** Who was called, by name. @throws AppError `not-found`. */
export const membersOf = (reader: Reader, draft: DecisionDraft): DraftMember[] => {
  const seen = new Set<string>();
  return (draft.meeting?.members ?? []).flatMap(({ personId, attendance, note }) => {
    if (seen.has(personId)) return [];
    seen.add(personId);
    return [{ person: personRef(reader, personId), attendance, note }];
  });
};

/**
 * Last day of a measure: its period, run together with what is left of earlier 处分 for a 处分, or its days.
 */
const endOf = (
  reader: Reader,
  record: CaseRecord,
  personId: string,
  content: MeasureContent,
  effectiveOn: string,
  days: number | null,
): string | null => {
  if (content.maxDays !== null && days !== null) return addDays(effectiveOn, days - 1);
  if (content.periodMonths === null) return null;
  if (content.kind !== 'sanction') return periodEnd(effectiveOn, content.periodMonths);
  return mergedEnd(
    effectiveOn,
    content.periodMonths,
    runningSanctions(reader, personId, effectiveOn, record.id).flatMap(({ endsOn }) => endsOn ?? []),
  );
};

/** Every proposal of the form whose measure is chosen, whether it passed or not. @throws AppError `not-found`. */
export const chosenItems = (reader: Reader, record: CaseRecord, draft: DecisionDraft): ChosenItem[] => {
  const school = readSchool(reader);
  const members = membersOf(reader, draft);
  return draft.items.flatMap((item, at): ChosenItem[] => {
    if (item.measureCode === '') return [];
    const measure = requireMeasure(reader, item.measureCode);
    const { content } = inForce(measure);
    const person = record.subjects.find(({ personId }) => personId === item.personId);
    if (!person)
      throw invalidField(`decision.items.${String(at)}.personId`, '只能对本事项的当事人提出处理意见。');
    const days = content.maxDays === null ? null : item.days;
    return [
      {
        at,
        personId: item.personId,
        measure,
        content,
        days,
        effectiveOn: draft.effectiveOn,
        endsOn: endOf(reader, record, item.personId, content, draft.effectiveOn, days),
        proposal: powerOf(school, record.matter, person, content) === 'authority',
        tally: isMeeting(draft.body) ? tallyOf(members, item.votes) : null,
      },
    ];
  });
};

/** Those that stand: all where one person decides, those that passed where a meeting does. */
export const passedItems = (items: readonly ChosenItem[]): ChosenItem[] =>
  items.filter(({ tally }) => tally === null || tally.passed);

/** The measure as it is kept with the decision. */
export const decidedMeasure = (measure: Measure): DecidedMeasure => {
  const { version, content } = inForce(measure);
  return {
    code: measure.id,
    version,
    name: content.name,
    kind: content.kind,
    targets: [...content.targets],
    sanction: content.sanction,
    pupilLevel: content.pupil?.level ?? null,
    pupilForm: content.pupil?.form ?? null,
    paper: content.paper,
    numberSuffix: content.numberSuffix,
    effects: content.effects,
    effect: content.effect,
    filing: content.requires.filing,
    periodMonths: content.periodMonths,
  };
};

export const decisionItem = (
  chosen: ChosenItem,
  pay: DecisionItem['pay'],
  newId: () => string,
): DecisionItem => ({
  id: newId(),
  personId: chosen.personId,
  measure: decidedMeasure(chosen.measure),
  days: chosen.days,
  effectiveOn: chosen.effectiveOn,
  endsOn: chosen.endsOn,
  proposal: chosen.proposal,
  pay,
});

/** 应到 7 人，实到 6 人，回避 1 人，达到法定人数。 */
export const quorumText = (members: readonly DraftMember[]): string => {
  const recused = members.length - entitledOf(members).length;
  return [
    `应到 ${String(members.length)} 人`,
    `实到 ${String(presentOf(members).length)} 人`,
    ...(recused > 0 ? [`回避 ${String(recused)} 人`] : []),
    hasQuorum(members) ? '达到法定人数' : `未达到法定人数（须 ${String(quorumOf(members))} 人）`,
  ].join('，');
};

/**
 * The meeting as it is kept, with every proposal put to the vote.
 *
 * @throws AppError `invalid` where place, chair, recorder or a vote is missing.
 */
export const meetingOf = (
  reader: Reader,
  draft: DecisionDraft,
  items: readonly ChosenItem[],
  newId: () => string,
): Meeting | null => {
  if (!isMeeting(draft.body)) return null;
  const { meeting } = draft;
  const field = (name: string): string => `decision.meeting.${name}`;
  if (!meeting) throw invalidField('decision.meeting', '集体研究的事项，请填写会议情况和表决结果。');
  if (meeting.place === '') throw invalidField(field('place'), '请填写会议地点。');
  if (meeting.chairId === '') throw invalidField(field('chairId'), '请选择主持人。');
  if (meeting.recorderId === '') throw invalidField(field('recorderId'), '请选择记录人。');
  const members = membersOf(reader, draft);
  if (!hasQuorum(members))
    throw new AppError('illegal-step', `会议${quorumText(members)}，不能作出决定。`, {
      fields: [{ path: field('members'), message: quorumText(members) }],
    });
  if (!presentOf(members).some(({ person }) => person.id === meeting.chairId))
    throw invalidField(field('chairId'), '主持人应当出席会议，且不在回避之列。');
  const stray = items.flatMap(({ at }) =>
    (draft.items[at]?.votes ?? [])
      .filter(({ memberId }) => !presentOf(members).some(({ person }) => person.id === memberId))
      .map(({ memberId }) => ({ at, memberId })),
  )[0];
  if (stray)
    throw invalidField(
      `decision.items.${String(stray.at)}.votes`,
      `${personRef(reader, stray.memberId).name}没有出席或者已经回避，不能表决。请去掉这一票。`,
    );
  const unvoted = items.find(({ tally }) => tally !== null && tally.missing > 0);
  if (unvoted)
    throw invalidField(
      `decision.items.${String(unvoted.at)}.votes`,
      `“${unvoted.content.name}”还有 ${String(unvoted.tally?.missing ?? 0)} 名出席人员没有表决。`,
    );
  return {
    body: draft.body,
    name: meeting.name === '' ? '集体研究会议' : meeting.name,
    heldOn: draft.decidedOn,
    place: meeting.place,
    chair: personRef(reader, meeting.chairId),
    recorder: personRef(reader, meeting.recorderId),
    members,
    motions: items.map(({ at, personId, measure, content }) => ({
      id: newId(),
      personId,
      measureCode: measure.id,
      measureName: content.name,
      votes: draft.items[at]?.votes ?? [],
    })),
    opinions: meeting.opinions,
  };
};
