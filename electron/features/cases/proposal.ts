import type { MeasureContent } from '../../../shared/features/standards/measure.ts';
import type { DecisionDraft } from '../../../shared/features/cases/inputs.ts';
import type { CaseRecord, Citation } from '../../../shared/features/cases/schema.ts';
import { currentNotifications, currentStatements } from '../../../shared/features/cases/workflow.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import { citeOnPaper } from '../../../shared/law/pack.ts';
import type {
  CitedGround,
  DeclaredConflict,
  DecisionProposal,
  EarlierDecision,
  ProposedPerson,
} from '../../../shared/law/proposal.ts';
import type { Reader } from '../../store/types.ts';
import { readSchool, requireStaff } from '../organisation/index.ts';
import { requireGround, requireSchoolRule } from '../standards/index.ts';
import { sanctionCollection } from './collections.ts';
import { personRefs } from './register.ts';

export const proposedPersons = (reader: Reader, record: CaseRecord): ProposedPerson[] =>
  record.subjects.map(({ staffId, name, employment }) => ({
    id: staffId,
    name,
    kind: 'staff',
    employment,
    leftOn: requireStaff(reader, staffId).leftOn,
  }));

export const conflictsOf = (record: CaseRecord): DeclaredConflict[] =>
  record.conflicts.map(({ person, outcome }) => ({ personId: person.id, name: person.name, outcome }));

/** What was decided on the same people in other cases, without what was taken back. */
const earlierDecisions = (reader: Reader, record: CaseRecord): EarlierDecision[] =>
  record.subjects.flatMap(({ staffId }) =>
    reader
      .by(sanctionCollection, 'staff', staffId)
      .filter(({ caseId, annulled }) => caseId !== record.id && annulled === null)
      .map((sanction) => ({
        personId: staffId,
        caseNumber: sanction.caseNumber,
        measure: sanction.measureName,
        matterCode: sanction.matterCode,
        occurredOn: sanction.occurredOn,
      })),
  );

type Chosen = DecisionDraft['grounds'][number];

/** A ground as the rules see it. @throws AppError `not-found`. */
const citedGround = (reader: Reader, { kind, ref }: Chosen): CitedGround => {
  if (kind === 'law') return { kind, ground: inForce(requireGround(reader, ref)).content };
  const { content } = inForce(requireSchoolRule(reader, ref));
  return { kind, title: content.title, publishedOn: content.publishedOn };
};

/** A ground as it is kept with the decision, in the words that the papers print. @throws AppError `not-found`. */
export const citationOf = (reader: Reader, { kind, ref }: Chosen): Citation => {
  if (kind === 'law') {
    const { version, content } = inForce(requireGround(reader, ref));
    return { kind, ref, version, text: citeOnPaper(content) };
  }
  const { version, content } = inForce(requireSchoolRule(reader, ref));
  return { kind, ref, version, text: `《${content.title}》` };
};

/** Everything that the law pack looks at in a decision, gathered from the case, the form and the school. */
export const decisionProposal = (
  reader: Reader,
  record: CaseRecord,
  draft: DecisionDraft,
  measure: MeasureContent,
): DecisionProposal => {
  const { ownership, authority } = readSchool(reader);
  const told = currentNotifications(record);
  return {
    school: { ownership, authority },
    matter: record.matter,
    occurredOn: record.occurredOn,
    persons: proposedPersons(reader, record),
    measure: {
      name: measure.name,
      kind: measure.kind,
      targets: measure.targets,
      decidedBy: measure.decidedBy,
      needsStatement: measure.requires.statement,
      needsRectification: measure.requires.rectification,
    },
    body: draft.body,
    decidedOn: draft.decidedOn,
    attendees: personRefs(reader, draft.attendeeIds),
    checkers: record.checkers,
    reporterId: record.source.reporter?.id ?? null,
    conflicts: conflictsOf(record),
    statements: currentStatements(record).map((statement) => ({
      personId: statement.staffId,
      outcome: statement.outcome,
      deadlineOn: told.find(({ staffId }) => staffId === statement.staffId)?.deadlineOn ?? statement.heardOn,
      answered: statement.adoption !== null && statement.adoptionReason !== '',
    })),
    requirements: draft.requirements,
    grounds: draft.grounds.map((chosen) => citedGround(reader, chosen)),
    earlier: earlierDecisions(reader, record),
  };
};
