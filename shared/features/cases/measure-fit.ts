import { findingsOf } from '../../law/findings.ts';
import type { LawPack } from '../../law/pack.ts';
import { powerOf } from '../../law/power.ts';
import type { DecisionProposal, ProposedMeasure, ProposedPerson } from '../../law/proposal.ts';
import { decisionChecks } from '../../law/rules/decision.ts';
import { measureTargetLabels, pupilBandLabels, staffTrackLabels } from '../../law/vocabulary.ts';
import type { School } from '../organisation/school.ts';
import type { MeasureContent } from '../standards/measure.ts';
import { currentHearings, currentNotifications, currentStatements } from './conditions.ts';
import type { CaseSubject } from './people.ts';
import type { CaseRecord } from './schema.ts';

/** The measure as the law pack looks at it. */
export const proposedMeasure = (content: MeasureContent): ProposedMeasure => ({
  name: content.name,
  kind: content.kind,
  targets: content.targets,
  track: content.track,
  sanction: content.sanction,
  pupil: content.pupil,
  decidedBy: content.decidedBy,
  needsStatement: content.requires.statement,
  needsRectification: content.requires.rectification,
  needsInvestigation: content.requires.investigation,
  needsHearing: content.requires.hearing,
  needsGuardian: content.requires.guardian,
  periodMonths: content.periodMonths,
  maxDays: content.maxDays,
  severity: content.severity,
  grounds: content.grounds,
});

/** Whether a measure may be proposed for one person, before anything else of the decision is known. */
export type MeasureFit =
  | { readonly state: 'fits' }
  /** Beyond the school's power: it becomes a proposal to the authority. */
  | { readonly state: 'proposal'; readonly authority: string }
  | {
      readonly state: 'unlawful';
      readonly why: string;
      readonly instead: string;
      /** Law and article; null where the catalogue itself says whom the measure is for. */
      readonly article: string | null;
    };

const targetOf = ({ kind, employment }: Pick<CaseSubject, 'kind' | 'employment'>) =>
  kind === 'staff' ? (employment ?? 'established') : kind;

/** A measure of another world (of pupils for staff, of staff for a department) is no choice at all. */
export const isOfKind = (
  { kind }: Pick<CaseSubject, 'kind'>,
  { targets }: Pick<MeasureContent, 'targets'>,
): boolean =>
  targets.some((target) =>
    kind === 'staff' ? target !== 'pupil' && target !== 'department' : target === kind,
  );

type Place = Pick<School, 'ownership' | 'stage' | 'authority'>;

const personOf = (subject: CaseSubject): ProposedPerson => ({
  id: subject.personId,
  name: subject.name,
  kind: subject.kind,
  employment: subject.employment,
  managerial: subject.managerial,
  band: subject.band,
  leftOn: null,
});

/** One measure for one person, with the case as it stands around it and nothing decided yet. */
const loneProposal = (
  school: Place,
  record: CaseRecord,
  subject: CaseSubject,
  content: MeasureContent,
  day: string,
): DecisionProposal => {
  const person = personOf(subject);
  const measure = proposedMeasure(content);
  const told = currentNotifications(record);
  return {
    school,
    route: record.route,
    matter: { ...record.matter, grounds: [] },
    occurredOn: record.occurredOn,
    reason: '',
    facts: record.facts,
    persons: [person],
    items: [
      {
        personId: person.id,
        measure,
        days: content.maxDays === null ? null : 1,
        effectiveOn: day,
        endsOn: null,
        proposal: powerOf(school, record.matter, person, measure) === 'authority',
      },
    ],
    body: content.decidedBy[0] ?? 'principal-meeting',
    decidedOn: day,
    decider: null,
    meeting: null,
    checkers: record.checkers,
    investigators: record.filing?.team ?? [],
    filing: record.filing && { approvedOn: record.filing.approvedOn, dueOn: day },
    reporterId: null,
    conflicts: [],
    notices: told.map((notice) => ({ ...notice, guardianToldOn: notice.guardian?.toldOn ?? null })),
    statements: currentStatements(record).map((statement) => ({
      personId: statement.personId,
      outcome: statement.outcome,
      deadlineOn: told.find(({ personId }) => personId === statement.personId)?.deadlineOn ?? day,
      answered: statement.adoption !== null,
      hearingAsked: statement.hearingAsked,
      hearingHeld: currentHearings(record).some(({ personId }) => personId === statement.personId),
    })),
    requirements: [],
    grounds: [],
    earlier: [],
    running: [],
    heavier: [],
    bands: {},
  };
};

/** What the catalogue says of whom a measure is for; undefined where it is for this person. */
const catalogueRefusal = (subject: CaseSubject, content: MeasureContent): string | undefined => {
  const target = targetOf(subject);
  if (!content.targets.includes(target))
    return `不适用于${measureTargetLabels[target]}，只用于${content.targets.map((each) => measureTargetLabels[each]).join('、')}。`;
  if (subject.kind === 'staff' && content.track !== 'any') {
    const fits = (content.track === 'managerial') === subject.managerial;
    if (!fits) return `${staffTrackLabels[content.track]}。`;
  }
  const { band } = subject;
  if (band !== null && content.pupil && !content.pupil.bands.includes(band))
    return `不适用于${pupilBandLabels[band]}，只用于${content.pupil.bands.map((each) => pupilBandLabels[each]).join('、')}。`;
  return undefined;
};

/**
 * Whether a measure may be proposed for one person: first the refusals of the law pack that are about the measure itself,
 * then what the catalogue says, then whose decision it is. Only the ordinary route leads to the authority.
 *
 * @param day the day of the decision, `YYYY-MM-DD`.
 */
export const measureFit = (
  pack: LawPack,
  school: Place,
  record: CaseRecord,
  subject: CaseSubject,
  content: MeasureContent,
  day: string,
): MeasureFit => {
  const proposal = loneProposal(school, record, subject, content, day);
  const refusal = findingsOf(pack, decisionChecks, proposal).find(
    ({ level, field }) => level === 'refuse' && field === 'items.0.measureCode',
  );
  if (refusal)
    return {
      state: 'unlawful',
      why: refusal.message,
      instead: refusal.instead,
      article: refusal.article,
    };
  const refused = catalogueRefusal(subject, content);
  if (refused !== undefined)
    return { state: 'unlawful', why: refused, instead: '请另选适用的措施。', article: null };
  if (!proposal.items.some((item) => item.proposal)) return { state: 'fits' };
  if (record.route === 'ordinary') return { state: 'proposal', authority: school.authority };
  return {
    state: 'unlawful',
    why: `由${school.authority}决定，学校不能自行决定。`,
    instead:
      record.route === 'pupil'
        ? '确有必要的，移送有关机关办理。'
        : '请改为一般程序，立案调查后向主管部门提出处分建议。',
    article: null,
  };
};
