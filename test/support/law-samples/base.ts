import { findingsOf, type LawChecks, type LawFinding } from '../../../shared/law/findings.ts';
import type { LawGround, LawPack, LawRuleId } from '../../../shared/law/pack.ts';
import type {
  DecisionProposal,
  ProposedItem,
  ProposedMeasure,
  ProposedPerson,
} from '../../../shared/law/proposal.ts';
import { decisionChecks } from '../../../shared/law/rules/decision.ts';

/** For one rule: what it says of a case that it must stop, and of the nearest one that it must let through. */
export interface LawSample {
  readonly hit: (pack: LawPack) => readonly LawFinding[];
  readonly miss: (pack: LawPack) => readonly LawFinding[];
}
export type LawSamples = Partial<Record<LawRuleId, LawSample>>;

/** A sample of any kind of proposal, looked at by the checks that are for it. */
export const sample = <P>(checks: LawChecks<P>, hit: P, miss: P): LawSample => ({
  hit: (pack) => findingsOf(pack, checks, hit),
  miss: (pack) => findingsOf(pack, checks, miss),
});

export const decision = (hit: DecisionProposal, miss: DecisionProposal): LawSample =>
  sample(decisionChecks, hit, miss);

export const checkedGround: LawGround = {
  code: 'education-law-29',
  kind: 'law',
  law: '教育法',
  version: '',
  inForceFrom: null,
  article: '第二十九条',
  paraphrase: '学校自主管理。',
  check: { by: '周敏', on: '2026-11-01' },
};

const order: ProposedMeasure = {
  name: '责令整改',
  kind: 'order',
  targets: ['established', 'contract'],
  track: 'any',
  sanction: null,
  pupil: null,
  decidedBy: ['principal-meeting', 'leading-group'],
  needsStatement: true,
  needsRectification: true,
  needsInvestigation: false,
  needsHearing: false,
  needsGuardian: false,
  periodMonths: null,
  maxDays: null,
  grounds: ['education-law-29'],
  severity: ['light', 'ordinary'],
};

const teacher: ProposedPerson = {
  id: 's1',
  name: '王立新',
  kind: 'staff',
  employment: 'established',
  managerial: false,
  band: null,
  leftOn: null,
};

export const item = (
  change: Partial<ProposedMeasure> = {},
  about: Partial<ProposedItem> = {},
): ProposedItem => ({
  personId: 's1',
  measure: { ...order, ...change },
  days: null,
  effectiveOn: '2026-11-20',
  endsOn: null,
  proposal: false,
  ...about,
});

/** A decision that no rule has anything against. */
export const lawful: DecisionProposal = {
  school: { ownership: 'public', stage: 'junior', authority: '青禾市教育局' },
  route: 'light',
  matter: {
    code: 'duty-patrol',
    name: '值班与巡查',
    ethics: false,
    academic: false,
    grounds: ['education-law-29'],
  },
  occurredOn: '2026-11-09',
  reason: '擅自离岗，应负直接责任。',
  facts: '擅自离岗两小时。',
  persons: [teacher],
  items: [item()],
  body: 'principal-meeting',
  decidedOn: '2026-11-20',
  decider: null,
  meeting: {
    members: [
      { id: 's7', name: '李建国', attendance: 'present' },
      { id: 's8', name: '赵文静', attendance: 'present' },
      { id: 's10', name: '钱学礼', attendance: 'absent' },
    ],
    recorder: { id: 's8', name: '赵文静' },
    quorum: 2,
    hasQuorum: true,
    withoutVote: [],
    roll: null,
  },
  checkers: [
    { id: 's3', name: '陈晓东' },
    { id: 's4', name: '刘芳' },
  ],
  investigators: [],
  filing: null,
  reporterId: 's9',
  conflicts: [{ personId: 's3', name: '陈晓东', outcome: 'dismissed' }],
  notices: [
    {
      personId: 's1',
      notifiedOn: '2026-11-13',
      deadlineOn: '2026-11-18',
      intended: '责令整改',
      hearingOffered: false,
      guardianToldOn: null,
    },
  ],
  statements: [
    {
      personId: 's1',
      outcome: 'stated',
      deadlineOn: '2026-11-18',
      answered: true,
      hearingAsked: false,
      hearingHeld: false,
    },
  ],
  requirements: [{ text: '补齐交接签字', dueOn: '2026-12-04', responsibleId: 's1', checkerId: 's3' }],
  grounds: [{ kind: 'law', ground: checkedGround }],
  earlier: [],
  running: [],
  heavier: [],
  bands: { s1: 'ordinary' },
};

/** The same with another order. */
export const ordering = (text: string): DecisionProposal => ({
  ...lawful,
  requirements: [{ text, dueOn: '2026-12-04', responsibleId: 's1', checkerId: 's3' }],
});

/** The same with another measure. */
export const measured = (
  change: Partial<ProposedMeasure>,
  about: Partial<ProposedItem> = {},
): DecisionProposal => ({ ...lawful, items: [item(change, about)] });

/** The same about somebody else. */
export const about = (change: Partial<ProposedPerson>): DecisionProposal => ({
  ...lawful,
  persons: [{ ...teacher, ...change }],
});

const warning: Partial<ProposedMeasure> = {
  name: '警告',
  kind: 'sanction',
  sanction: 'warning',
  track: 'other',
  targets: ['established'],
  needsInvestigation: true,
  needsRectification: false,
  periodMonths: 6,
};

/** A lawful warning on the ordinary route. */
export const warned = (change: Partial<DecisionProposal> = {}): DecisionProposal => ({
  ...lawful,
  route: 'ordinary',
  requirements: [],
  items: [item(warning, { endsOn: '2027-05-19' })],
  investigators: [
    { id: 's3', name: '陈晓东' },
    { id: 's4', name: '刘芳' },
  ],
  filing: { approvedOn: '2026-11-10', dueOn: '2027-05-10' },
  notices: lawful.notices.map((notice) => ({ ...notice, intended: '警告' })),
  ...change,
});

/** The same sanction, changed. */
export const sanctioned = (
  change: Partial<ProposedMeasure>,
  itself: Partial<ProposedItem> = {},
): DecisionProposal =>
  warned({ items: [item({ ...warning, ...change }, { endsOn: '2027-05-19', ...itself })] });

const topic: Partial<ProposedMeasure> = {
  name: '专题教育',
  kind: 'discipline',
  targets: ['pupil'],
  pupil: { level: 'serious', form: 'ordinary', bands: ['primary-upper', 'junior', 'senior'] },
  needsGuardian: true,
  needsRectification: false,
};

/** A lawful measure of education on a pupil of the seventh grade. */
export const educated = (
  change: Partial<ProposedMeasure> = {},
  itself: Partial<ProposedItem> = {},
  rest: Partial<DecisionProposal> = {},
): DecisionProposal => ({
  ...lawful,
  route: 'pupil',
  requirements: [],
  matter: { ...lawful.matter, name: '扰乱课堂秩序' },
  reason: '多次扰乱课堂秩序，经教育不改。',
  persons: [{ ...teacher, name: '林小雨', kind: 'pupil', employment: null, band: 'junior' }],
  items: [item({ ...topic, ...change }, itself)],
  notices: lawful.notices.map((notice) => ({
    ...notice,
    intended: '专题教育',
    guardianToldOn: '2026-11-13',
  })),
  grounds: [
    { kind: 'law', ground: checkedGround },
    { kind: 'school-rule', title: '学生行为规范', publishedOn: '2026-09-01' },
  ],
  ...rest,
});
