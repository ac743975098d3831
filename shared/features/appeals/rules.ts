import type { Hit } from '../../law/findings.ts';
import type { CaseRecord } from '../cases/schema.ts';
import type { PanelMember } from './panel.ts';
import type { Appeal } from './schema.ts';

/** 原承办人不得办理复核、申诉: who had a part in the decision complained of, or has an interest in the matter. */

export interface Involved {
  /** Null for somebody who is not of the staff. */
  readonly id: string | null;
  readonly name: string;
  readonly why: string;
}

type CaseSide = Pick<
  CaseRecord,
  | 'subjects'
  | 'source'
  | 'checkers'
  | 'filing'
  | 'investigation'
  | 'hearings'
  | 'decision'
  | 'formerDecisions'
  | 'conflicts'
>;

const of = (why: string, ...people: readonly ({ id: string; name: string } | null)[]): Involved[] =>
  people.flatMap((person) => (person ? [{ id: person.id, name: person.name, why }] : []));

const outsider = (why: string, name: string): Involved[] =>
  name.trim() === '' ? [] : [{ id: null, name: name.trim(), why }];

const ofDecision = ({ decider, meeting }: NonNullable<CaseRecord['decision']>): Involved[] => [
  ...of('是原决定的决定人', decider),
  ...(meeting
    ? [
        ...meeting.members.flatMap(({ person, attendance }) =>
          of(attendance === 'recused' ? '在原集体研究中已经回避' : '是原集体研究会议的成员', person),
        ),
        ...of('主持或者记录了原集体研究会议', meeting.chair, meeting.recorder),
      ]
    : []),
];

/** Everybody who may not handle it, each with the reasons. */
export const involvedIn = (
  record: CaseSide,
  appeal: Pick<Appeal, 'applicant' | 'conflicts'>,
): readonly Involved[] => [
  ...record.subjects.flatMap(({ personId, name, guardian }) => [
    ...of('是本事项的当事人', { id: personId, name }),
    ...outsider('是当事人的监护人', guardian?.name ?? ''),
  ]),
  ...outsider('是申请人', appeal.applicant.name),
  ...of('是本事项的反映人', record.source.reporter),
  ...of('参与了核实', ...record.checkers),
  ...of('批准了立案', record.filing?.approver ?? null),
  ...of('是原办案人员', ...(record.filing?.team ?? [])),
  ...record.investigation.interviews.flatMap(({ interviewers, recorder }) =>
    of('参加了原询问', ...interviewers, recorder),
  ),
  ...of('在原调查报告上签名', ...(record.investigation.report?.signers ?? [])),
  ...record.hearings.flatMap(({ chair, recorder }) => of('主持或者记录了原听证', chair, recorder)),
  ...[record.decision, ...record.formerDecisions].flatMap((decision) =>
    decision ? ofDecision(decision) : [],
  ),
  ...record.conflicts
    .filter(({ outcome }) => outcome !== 'dismissed')
    .flatMap(({ person }) => of('已经申报回避', person)),
  ...appeal.conflicts
    .filter(({ outcome }) => outcome !== 'dismissed')
    .flatMap(({ person }) => of('在本次办理中已经申报回避', person)),
];

/** Of some handlers those who are involved, each with the first reason. People from outside are known by their name. */
export const involvedHandlers = (
  involved: readonly Involved[],
  handlers: readonly Pick<PanelMember, 'person' | 'outside'>[],
): { readonly id: string; readonly name: string; readonly why: string }[] =>
  handlers.flatMap(({ person, outside }) => {
    const found = involved.find(({ id, name }) =>
      outside || id === null ? name === person.name : id === person.id,
    );
    return found ? [{ id: person.id, name: person.name, why: found.why }] : [];
  });

/** A hit for each handler who may not handle it, at his or her place in the field of members. */
export const appealHandlerHits = (
  record: CaseSide,
  appeal: Pick<Appeal, 'applicant' | 'conflicts'>,
  handlers: readonly Pick<PanelMember, 'person' | 'outside'>[],
): Hit[] =>
  involvedHandlers(involvedIn(record, appeal), handlers).map(({ name, why }) => ({
    field: 'members',
    words: { name, why },
  }));
