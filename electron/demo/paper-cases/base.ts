import { blankCase } from '../../../shared/features/cases/blank-case.ts';
import type { CasePaper, CasePaperForm } from '../../../shared/features/cases/carrying-out.ts';
import type {
  Citation,
  DecidedMeasure,
  Decision,
  DecisionItem,
} from '../../../shared/features/cases/decision.ts';
import type { Meeting, Motion, Vote } from '../../../shared/features/cases/meeting.ts';
import type { Sanction } from '../../../shared/features/cases/sanction.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { noEffect } from '../../../shared/features/standards/measure.ts';
import type { SchoolRuleContent } from '../../../shared/features/standards/school-rule.ts';
import { addDays, addMonths } from '../../../shared/kernel/dates.ts';
import { actor, people, sampleSchool, staff, stamp } from './people.ts';

/** A case on its first day; every sample says what happened since. */
export const blankSample = (change: Partial<CaseRecord>): CaseRecord => ({
  ...blankCase,
  id: 'c1',
  rev: 1,
  number: '问责〔2026〕5号',
  numberId: 'n1',
  route: 'light',
  state: 'registered',
  matter: { code: 'duty-patrol', version: 1, name: '值班与巡查', ethics: false, academic: false },
  summary: '晚间值班期间擅自离岗，巡查记录补填',
  occurredOn: '2026-11-09',
  source: { kind: 'inspection', note: '', reporter: null },
  registeredOn: '2026-11-10',
  registeredBy: actor,
  subjects: [staff({})],
  gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
  checkers: [people.teaching, people.moral],
  establishedOn: '2026-11-12',
  round: 1,
  notes: [{ id: 'note1', text: '内部备注：先与年级组沟通，再找本人谈。', made: stamp }],
  clocks: [],
  history: [{ made: stamp, act: '登记事项', state: 'registered', note: '' }],
  ...change,
});

export const evidence = (
  id: string,
  title: string,
  kind: CaseRecord['evidence'][number]['kind'],
  origin: string,
): CaseRecord['evidence'][number] => ({
  id,
  title,
  kind,
  form: 'copy',
  origin,
  collector: people.teaching,
  collectedOn: '2026-11-11',
  file: {
    hash: id.padEnd(64, '0').replace(/[^0-9a-f]/g, '0'),
    name: `${title}.pdf`,
    mime: 'application/pdf',
    size: 20480,
  },
  added: stamp,
});

export const measure = (
  change: Pick<DecidedMeasure, 'code' | 'name' | 'kind' | 'paper'> & Partial<DecidedMeasure>,
): DecidedMeasure => ({
  version: 1,
  targets: ['established'],
  sanction: null,
  pupilLevel: null,
  pupilForm: null,
  numberSuffix: '',
  effects: '',
  effect: noEffect,
  filing: false,
  periodMonths: null,
  ...change,
});

export const law = (ref: string, text: string): Citation => ({ kind: 'law', ref, version: 1, text });
export const ownRule = (ref: string, text: string): Citation => ({
  kind: 'school-rule',
  ref,
  version: 1,
  text,
});

export const rule = (title: string, change: Partial<SchoolRuleContent> = {}): SchoolRuleContent => ({
  title,
  scope: 'staff',
  consulted: { on: '2025-08-20', note: '全体教职工' },
  discussed: { on: '2025-08-25', note: '教职工代表大会' },
  adoptedBy: '校长办公会',
  adoptedOn: '2025-08-28',
  filed: { on: '2025-09-01', note: '报青禾市教育局备案' },
  publishedOn: '2025-09-01',
  number: '青一中〔2025〕22号',
  clauses: [],
  file: null,
  ...change,
});

/** A meeting of seven: one stays out, one is away, all others vote as said. */
export const meeting = (
  motions: readonly { personId: string; code: string; name: string; votes?: readonly Vote[] }[],
): Meeting => {
  const members: Meeting['members'] = [
    { person: people.principal, attendance: 'present', note: '' },
    { person: people.vice, attendance: 'present', note: '' },
    { person: people.office, attendance: 'present', note: '' },
    { person: people.union, attendance: 'present', note: '' },
    { person: people.moral, attendance: 'present', note: '' },
    { person: people.safety, attendance: 'recused', note: '当事人的直接主管，申请回避' },
    { person: people.teaching, attendance: 'absent', note: '外出培训' },
  ];
  const present = members.filter(({ attendance }) => attendance === 'present');
  return {
    body: 'principal-meeting',
    name: '2026年第18次校长办公会',
    heldOn: '2026-11-20',
    place: '行政楼三楼会议室',
    chair: people.principal,
    recorder: people.office,
    members,
    motions: motions.map(({ personId, code, name, votes = [] }, index): Motion => ({
      id: `m${String(index + 1)}`,
      personId,
      measureCode: code,
      measureName: name,
      votes: present.map((member, place) => ({ memberId: member.person.id, vote: votes[place] ?? 'for' })),
    })),
    opinions:
      '李建国：事实清楚，证据充分，处理要与问题的性质和后果相当。\n赵文静：同意调查组的意见，当事人认错态度较好，应当考虑。\n何秀兰：已经听取本人意见，程序完备，同意。\n刘芳：同意，建议同时落实帮助和改进措施。',
  };
};

export const item = (
  id: string,
  personId: string,
  decided: DecidedMeasure,
  change: Partial<DecisionItem> = {},
): DecisionItem => {
  const effectiveOn = change.effectiveOn ?? '2026-11-20';
  return {
    id,
    personId,
    measure: decided,
    days: null,
    effectiveOn,
    endsOn: decided.periodMonths === null ? null : addDays(addMonths(effectiveOn, decided.periodMonths), -1),
    proposal: false,
    pay: null,
    ...change,
  };
};

export const decision = (
  change: Pick<Decision, 'items' | 'grounds' | 'reason'> & Partial<Decision>,
): Decision => ({
  body: 'principal-meeting',
  decider: null,
  meeting: meeting(change.items.map(({ personId, measure: { code, name } }) => ({ personId, code, name }))),
  decidedOn: '2026-11-20',
  addressee: '',
  overrides: [],
  decided: stamp,
  ...change,
});

export const paper = (
  id: string,
  form: CasePaperForm,
  title: string,
  change: Partial<CasePaper> = {},
): CasePaper => ({
  id,
  form,
  title,
  personIds: ['s1'],
  itemIds: [],
  aboutId: null,
  numberId: 'n2',
  number: '青一中〔2026〕3号',
  issuedPaperId: null,
  external: null,
  void: false,
  ...change,
});

/** What a decided item did to its person. */
export const sanctionOf = (
  record: CaseRecord,
  { id, personId, measure: decided, effectiveOn, endsOn }: DecisionItem,
  change: Partial<Sanction> = {},
): Sanction => {
  const subject = record.subjects.find((each) => each.personId === personId);
  return {
    id: `sanction-${id}`,
    rev: 1,
    caseId: record.id,
    caseNumber: record.number,
    itemId: id,
    personId,
    personKind: subject?.kind ?? 'staff',
    matterCode: record.matter.code,
    matterName: record.matter.name,
    occurredOn: record.occurredOn,
    measureCode: decided.code,
    measureVersion: decided.version,
    measureName: decided.name,
    measureKind: decided.kind,
    sanction: decided.sanction,
    pupilLevel: decided.pupilLevel,
    effect: decided.effect,
    effects: decided.effects,
    decidedOn: '2026-11-20',
    decidedBy: sampleSchool.name,
    effectiveOn,
    endsOn,
    paperNumber: null,
    summary: record.summary,
    mergedWith: [],
    lifting: null,
    annulled: null,
    ...change,
  };
};
