import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { blankSample, decision, evidence, item, law, paper } from './base.ts';
import { actor, at, people, staff } from './people.ts';
import { interviews } from './interviews.ts';
import { demerit } from './staff-measures.ts';

const proposed = item('g1', 's1', { ...demerit, filing: false }, { proposal: true });

/** 师德 in a public school: the school can only propose. */
export const ethicsCase: CaseRecord = blankSample({
  number: '问责〔2026〕9号',
  route: 'ordinary',
  state: 'submitted',
  matter: { code: 'paid-tutoring', version: 1, name: '有偿补课', ethics: true, academic: false },
  summary: '节假日组织学生有偿补课',
  subjects: [
    staff({
      name: '唐颖',
      number: 'T044',
      department: '数学教研组',
      post: '数学教师',
      postGrade: '专业技术九级',
    }),
  ],
  facts:
    '2026年7月至10月，唐颖在校外租用房屋，利用双休日为本校八年级12名学生补习数学，共18次，收取费用21600元。10月28日，唐颖已将费用全部退还家长。',
  filing: {
    approver: people.principal,
    approvedOn: '2026-11-02',
    suspected: '《中小学教师违反职业道德行为处理办法》第四条',
    reason: '家长反映的有偿补课问题经初步核实属实，需要立案查清时间、人数和金额。',
    team: [people.teaching, people.moral],
    suspension: null,
  },
  investigation: {
    plan: [],
    interviews: interviews.slice(0, 1).map((each) => ({ ...each, name: '唐颖', capacity: '数学教师' })),
    findings: [
      {
        personId: 's1',
        responsibility: 'direct',
        facts: '唐颖有偿补课18次，收费21600元，已全部退还。',
        gravity: { nature: 'wilful', degree: 'medium', impact: 'school' },
        circumstances: [],
        measureCodes: ['demerit'],
        opinion: '建议报请主管教育部门给予处分',
      },
    ],
    report: {
      course: '调查组询问当事人和学生家长，核对转账记录和租房合同。',
      facts: '唐颖有偿补课18次，收费21600元，已全部退还。',
      positions: '',
      nature: '违反《中小学教师违反职业道德行为处理办法》关于不得组织、参与有偿补课的规定',
      signers: [people.teaching, people.moral],
      reportedOn: '2026-11-10',
      submitted: { at, by: actor },
      adoption: { at, by: actor, note: '', on: '2026-11-11', digest: '0'.repeat(64) },
      returns: [],
    },
  },
  evidence: [
    evidence('e1', '转账记录', 'document', '家长提供'),
    evidence('e2', '租房合同', 'document', '当事人提供'),
  ],
  notifications: [
    {
      personId: 's1',
      round: 1,
      way: 'written',
      notifiedOn: '2026-11-12',
      deadlineOn: '2026-11-17',
      intended: '建议给予记过处分',
      hearingOffered: true,
      guardian: null,
    },
  ],
  statements: [
    {
      personId: 's1',
      round: 1,
      outcome: 'stated',
      heardOn: '2026-11-16',
      text: '承认错误，已经退还全部费用。',
      adoption: 'all',
      adoptionReason: '主动退还全部费用属实，作为从轻情节',
      hearingAsked: false,
    },
  ],
  decision: decision({
    items: [proposed],
    grounds: [law('ethics-rules-3', '《中小学教师违反职业道德行为处理办法》第三条')],
    reason:
      '唐颖违反规定组织有偿补课，次数多、收费数额较大，在学生和家长中造成不良影响；主动退还费用，认错态度较好，可以从轻',
  }),
  submission: {
    kind: 'proposal',
    organ: '青禾市教育局',
    sentOn: '2026-11-20',
    reason: '公办学校教师的处分由主管教育部门决定',
    sent: { at, by: actor },
    reply: null,
  },
  papers: [
    paper('g-proposal', 'proposal', '青禾市第一中学关于给予唐颖记过处分的请示', {
      itemIds: ['g1'],
      number: '青一中处建〔2026〕1号',
    }),
  ],
});
