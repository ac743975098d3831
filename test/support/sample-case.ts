import { blankCase } from '../../shared/features/cases/blank-case.ts';
import type { CasePaper } from '../../shared/features/cases/carrying-out.ts';
import type { DecidedMeasure, Decision } from '../../shared/features/cases/decision.ts';
import type { CaseSubject } from '../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../shared/features/cases/schema.ts';
import type { School } from '../../shared/features/organisation/school.ts';
import { noEffect } from '../../shared/features/standards/measure.ts';

/** A school and a case of it as the papers see them, for tests that need no store. */

export const sampleSchool: School = {
  id: 'school',
  rev: 1,
  name: '青禾市第一中学',
  documentCode: '青一中',
  stage: 'junior',
  ownership: 'public',
  authority: '青禾市教育局',
  address: '青禾市文苑路 18 号',
  phone: '0571-8800 1200',
};

const actor = { userId: 'u1', name: '周敏' };
const at = '2026-11-20T02:00:00.000Z';

export const sampleSubject: CaseSubject = {
  personId: 's1',
  kind: 'staff',
  number: 'T012',
  name: '王立新',
  department: '总务处',
  post: '安全管理员',
  postGrade: '专业技术十一级',
  employment: 'established',
  managerial: false,
  band: null,
  minor: false,
  guardian: null,
};

/** A case that was just registered. */
export const sampleCase = (change: Partial<CaseRecord> = {}): CaseRecord => ({
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
  subjects: [sampleSubject],
  clocks: [],
  history: [{ made: { at, by: actor }, act: '登记事项', state: 'registered', note: '问责〔2026〕5号' }],
  ...change,
});

export const circularCriticism: DecidedMeasure = {
  code: 'circular-criticism',
  version: 1,
  name: '通报批评',
  kind: 'circular',
  targets: ['established', 'contract', 'temporary'],
  sanction: null,
  pupilLevel: null,
  pupilForm: null,
  paper: 'circular',
  numberSuffix: '',
  effects: '当年年度考核和评先评优时应予考虑，记入问责档案。',
  effect: noEffect,
  filing: false,
  periodMonths: null,
};

export const sampleDecision: Decision = {
  items: [
    {
      id: 'i1',
      personId: 's1',
      measure: circularCriticism,
      days: null,
      effectiveOn: '2026-11-20',
      endsOn: null,
      proposal: false,
      pay: null,
    },
  ],
  grounds: [
    { kind: 'law', ref: 'education-law-29', version: 1, text: '《教育法》第二十九条' },
    { kind: 'law', ref: 'ethics-rules-3', version: 1, text: '《中小学教师违反职业道德行为处理办法》第三条' },
  ],
  body: 'principal-meeting',
  decider: null,
  meeting: {
    body: 'principal-meeting',
    name: '校长办公会',
    heldOn: '2026-11-20',
    place: '行政楼三楼会议室',
    chair: { id: 's7', name: '李建国' },
    recorder: { id: 's8', name: '赵文静' },
    members: [
      { person: { id: 's7', name: '李建国' }, attendance: 'present', note: '' },
      { person: { id: 's8', name: '赵文静' }, attendance: 'present', note: '' },
    ],
    motions: [
      {
        id: 'm1',
        personId: 's1',
        measureCode: 'circular-criticism',
        measureName: '通报批评',
        votes: [
          { memberId: 's7', vote: 'for' },
          { memberId: 's8', vote: 'for' },
        ],
      },
    ],
    opinions: '与会人员同意处理意见。',
  },
  decidedOn: '2026-11-20',
  reason:
    '王立新身为当日值班人员，擅自离岗并补填巡查记录，没有履行值班职责，造成校园夜间安全无人值守，应负直接责任。鉴于其能够主动说明情况，认识到错误并及时改正，可以从轻处理',
  addressee: '',
  overrides: [],
  decided: { at, by: actor },
};

export const samplePaper: CasePaper = {
  id: 'p1',
  form: 'circular',
  title: '青禾市第一中学关于给予王立新通报批评的通报',
  personIds: ['s1'],
  itemIds: ['i1'],
  aboutId: null,
  numberId: 'n2',
  number: '青一中〔2026〕3号',
  issuedPaperId: null,
  external: null,
  void: false,
};

/** The same case with its decision, as it stands before its paper is issued. */
export const decidedCase = (change: Partial<CaseRecord> = {}): CaseRecord =>
  sampleCase({
    state: 'decided',
    facts:
      '2026年11月9日19时至22时，王立新在晚间值班期间擅自离开学校约两小时，其间未安排他人代班。次日补填了当晚两次巡查记录。上述情况有门禁记录、监控录像和本人说明证实。',
    establishedOn: '2026-11-12',
    round: 1,
    gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
    checkers: [
      { id: 's3', name: '陈晓东' },
      { id: 's4', name: '刘芳' },
    ],
    notifications: [
      {
        personId: 's1',
        round: 1,
        way: 'written',
        notifiedOn: '2026-11-13',
        deadlineOn: '2026-11-18',
        intended: '',
        hearingOffered: false,
        guardian: null,
      },
    ],
    statements: [
      {
        personId: 's1',
        round: 1,
        outcome: 'stated',
        heardOn: '2026-11-16',
        text: '当晚家中老人突发急病，来不及请假，事后不应补填记录。',
        adoption: 'part',
        adoptionReason: '离岗事由属实，可以从轻；补填记录的事实不变。',
        hearingAsked: false,
      },
    ],
    decision: sampleDecision,
    papers: [samplePaper],
    ...change,
  });
