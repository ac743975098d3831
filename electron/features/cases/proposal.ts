import { proposeBand } from '../../../shared/features/standards/propose-band.ts';
import { citeSchoolRule } from '../../../shared/features/standards/school-rule.ts';
import type { DecisionDraft } from '../../../shared/features/cases/inputs.ts';
import type { Citation } from '../../../shared/features/cases/decision.ts';
import { hasQuorum, presentOf, quorumOf } from '../../../shared/features/cases/meeting.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { isHeavier } from '../../../shared/features/cases/weight.ts';
import {
  currentHearings,
  currentNotifications,
  currentStatements,
} from '../../../shared/features/cases/conditions.ts';
import { proposedMeasure } from '../../../shared/features/cases/measure-fit.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import { citeOnPaper } from '../../../shared/law/pack.ts';
import { monthsLeft } from '../../../shared/law/periods.ts';
import type {
  CitedGround,
  DeclaredConflict,
  DecisionProposal,
  EarlierDecision,
  ProposedMeeting,
  ProposedPerson,
  RunningSanction,
} from '../../../shared/law/proposal.ts';
import type { Reader } from '../../store/types.ts';
import { pupilCollection, readSchool, rollOf, staffCollection } from '../organisation/index.ts';
import { readSeverityMatrix, requireGround, requireMatter, requireSchoolRule } from '../standards/index.ts';
import { invalidField } from '../../../shared/kernel/result.ts';
import { decidedMeasure, membersOf, type ChosenItem } from './decision-items.ts';
import { personRef, postKindsOf } from './people.ts';
import { runningSanctions, standingSanctions } from './sanctions.ts';

const leftOn = (reader: Reader, id: string): string | null =>
  reader.get(staffCollection, id)?.leftOn ?? reader.get(pupilCollection, id)?.leftOn ?? null;

export const proposedPersons = (reader: Reader, record: CaseRecord): ProposedPerson[] =>
  record.subjects.map(({ personId, name, kind, employment, managerial, band }) => ({
    id: personId,
    name,
    kind,
    employment,
    managerial,
    band,
    leftOn: leftOn(reader, personId),
  }));

export const conflictsOf = (record: CaseRecord): DeclaredConflict[] =>
  record.conflicts.map(({ person, outcome }) => ({ personId: person.id, name: person.name, outcome }));

/** What was decided on the same people in other cases, without what was taken back. */
const earlierDecisions = (reader: Reader, record: CaseRecord): EarlierDecision[] =>
  record.subjects.flatMap(({ personId }) =>
    standingSanctions(reader, personId)
      .filter(({ caseId }) => caseId !== record.id)
      .map((sanction) => ({
        personId,
        caseNumber: sanction.caseNumber,
        measure: sanction.measureName,
        matterCode: sanction.matterCode,
        occurredOn: sanction.occurredOn,
      })),
  );

const running = (reader: Reader, record: CaseRecord, day: string): RunningSanction[] =>
  record.subjects.flatMap(({ personId }) =>
    runningSanctions(reader, personId, day, record.id).flatMap(({ measureName, sanction, endsOn }) =>
      endsOn === null
        ? []
        : [{ personId, measure: measureName, sanction, endsOn, monthsLeft: monthsLeft(day, endsOn) }],
    ),
  );

type Chosen = DecisionDraft['grounds'][number];

/** A ground as the rules see it. @throws AppError `not-found`. */
const citedGround = (reader: Reader, { kind, ref }: Chosen): CitedGround => {
  if (kind === 'law') return { kind, ground: inForce(requireGround(reader, ref)).content };
  const { content } = inForce(requireSchoolRule(reader, ref));
  return { kind, title: content.title, publishedOn: content.publishedOn };
};

/** A ground as it is kept with the decision, in the words that the papers print. @throws AppError `not-found`. */
export const citationOf = (reader: Reader, { kind, ref, clause = null }: Chosen): Citation => {
  if (kind === 'law') {
    const { version, content } = inForce(requireGround(reader, ref));
    return { kind, ref, version, text: citeOnPaper(content) };
  }
  const { version, content } = inForce(requireSchoolRule(reader, ref));
  if (clause !== null && !content.clauses.some(({ no }) => no === clause))
    throw invalidField('decision.grounds', `《${content.title}》没有${clause}，请重新选择。`);
  return { kind, ref, version, text: citeSchoolRule(content, clause) };
};

/** The body's own list of members on the day of the meeting, held against those called. */
const heldAgainstRoll = (
  reader: Reader,
  draft: DecisionDraft,
  members: ReturnType<typeof membersOf>,
): ProposedMeeting['roll'] => {
  const roll = rollOf(reader, draft.body, draft.decidedOn);
  if (roll === null) return null;
  const isOf = (list: readonly { readonly id: string }[], wanted: string): boolean =>
    list.some(({ id }) => id === wanted);
  const called = members.map(({ person }) => person);
  return {
    body: roll.body,
    strangers: presentOf(members).flatMap(({ person }) =>
      isOf(roll.members, person.id) ? [] : [person.name],
    ),
    uncalled: roll.members.flatMap(({ id, name }) => (isOf(called, id) ? [] : [name])),
  };
};

const proposedMeeting = (
  reader: Reader,
  draft: DecisionDraft,
  items: readonly ChosenItem[],
): ProposedMeeting | null => {
  if (draft.meeting === null) return null;
  const members = membersOf(reader, draft);
  const votes = items.map(({ at }) => draft.items[at]?.votes ?? []);
  return {
    members: members.map(({ person, attendance }) => ({ ...person, attendance })),
    recorder: draft.meeting.recorderId === '' ? null : personRef(reader, draft.meeting.recorderId),
    quorum: quorumOf(members),
    hasQuorum: hasQuorum(members),
    withoutVote: presentOf(members)
      .filter(({ person }) => votes.some((cast) => !cast.some(({ memberId }) => memberId === person.id)))
      .map(({ person }) => person.name),
    roll: heldAgainstRoll(reader, draft, members),
  };
};

/**
 * Band of each person by the school's matrix: from the finding of the investigation with its circumstances, otherwise from
 * the gravity of the whole matter.
 */
const bandsOf = (reader: Reader, record: CaseRecord): Record<string, string> => {
  const { matrix } = readSeverityMatrix(reader);
  return Object.fromEntries(
    record.subjects.flatMap(({ personId }) => {
      const finding = record.investigation.findings.find((each) => each.personId === personId);
      const gravity = finding?.gravity ?? record.gravity;
      if (gravity === null) return [];
      const codes = finding?.circumstances.map(({ code }) => code) ?? [];
      return [[personId, proposeBand(matrix, gravity, codes).band]];
    }),
  );
};

/** In words, with the days of what is counted in days. */
const namesOf = (items: readonly { readonly name: string; readonly days: number | null }[]): string =>
  items.length === 0
    ? '不予处理'
    : items.map(({ name, days }) => `“${name}”${days === null ? '' : `${String(days)}天`}`).join('、');

/** Whom the proposals that are not voted down would strike harder than an appeal allows. */
const heavierThanAllowed = (record: CaseRecord, items: readonly ChosenItem[]): DecisionProposal['heavier'] =>
  record.caps.flatMap(({ personId, appeal, items: before }) => {
    const subject = record.subjects.find((each) => each.personId === personId);
    const after = items
      .filter((item) => item.personId === personId)
      .filter(({ tally }) => tally === null || tally.passed || tally.missing > 0)
      .map(({ measure, content, days }) => ({ measure: decidedMeasure(measure), name: content.name, days }));
    if (!subject || !isHeavier(before, after)) return [];
    return [
      {
        name: subject.name,
        pupil: subject.kind === 'pupil',
        appeal,
        before: namesOf(before.map(({ measure, days }) => ({ name: measure.name, days }))),
        after: namesOf(after),
      },
    ];
  });

/** Everything that the law pack looks at in a decision, gathered from the case, the form and the school. */
export const decisionProposal = (
  reader: Reader,
  record: CaseRecord,
  draft: DecisionDraft,
  items: readonly ChosenItem[],
): DecisionProposal => {
  const { ownership, authority, stage } = readSchool(reader);
  const told = currentNotifications(record);
  const hearings = currentHearings(record);
  return {
    school: { ownership, authority, stage },
    route: record.route,
    matter: {
      ...record.matter,
      grounds: inForce(requireMatter(reader, record.matter.code)).content.grounds,
    },
    occurredOn: record.occurredOn,
    reason: draft.reason,
    facts: record.facts,
    persons: proposedPersons(reader, record),
    items: items.map((item) => ({
      personId: item.personId,
      measure: proposedMeasure(item.content),
      days: item.days,
      effectiveOn: item.effectiveOn,
      endsOn: item.endsOn,
      proposal: item.proposal,
    })),
    body: draft.body,
    decidedOn: draft.decidedOn,
    decider:
      draft.deciderId === null
        ? null
        : {
            ...personRef(reader, draft.deciderId),
            posts: postKindsOf(reader, draft.deciderId, draft.decidedOn),
          },
    meeting: proposedMeeting(reader, draft, items),
    checkers: record.checkers,
    investigators: record.filing?.team ?? [],
    filing: record.filing && {
      approvedOn: record.filing.approvedOn,
      dueOn: record.clocks.find(({ kind }) => kind === 'investigation')?.dueOn ?? record.filing.approvedOn,
    },
    reporterId: record.source.reporter?.id ?? null,
    conflicts: conflictsOf(record),
    notices: told.map((notice) => ({
      personId: notice.personId,
      notifiedOn: notice.notifiedOn,
      deadlineOn: notice.deadlineOn,
      intended: notice.intended,
      hearingOffered: notice.hearingOffered,
      guardianToldOn: notice.guardian?.toldOn ?? null,
    })),
    statements: currentStatements(record).map((statement) => ({
      personId: statement.personId,
      outcome: statement.outcome,
      deadlineOn:
        told.find(({ personId }) => personId === statement.personId)?.deadlineOn ?? statement.heardOn,
      answered: statement.adoption !== null && statement.adoptionReason !== '',
      hearingAsked: statement.hearingAsked,
      hearingHeld: hearings.some(({ personId }) => personId === statement.personId),
    })),
    requirements: draft.requirements,
    grounds: draft.grounds.map((chosen) => citedGround(reader, chosen)),
    earlier: earlierDecisions(reader, record),
    running: running(reader, record, draft.decidedOn),
    heavier: heavierThanAllowed(record, items),
    bands: bandsOf(reader, record),
  };
};
