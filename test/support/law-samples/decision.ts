import {
  about,
  checkedGround,
  decision,
  educated,
  item,
  lawful,
  measured,
  ordering,
  sanctioned,
  warned,
  type LawSamples,
} from './base.ts';

const ethics = { ...lawful.matter, code: 'gifts', name: '收受礼品礼金', ethics: true };
const stated = (change: Partial<(typeof lawful.statements)[number]>) => ({
  ...lawful,
  statements: lawful.statements.map((each) => ({ ...each, ...change })),
});
const earlier = (matterCode: string, occurredOn: string) => ({
  ...lawful,
  earlier: [{ personId: 's1', caseNumber: '问责〔2026〕1号', measure: '通报批评', matterCode, occurredOn }],
});
const schoolRule = (publishedOn: string | null) => ({
  ...lawful,
  grounds: [{ kind: 'school-rule' as const, title: '值班制度', publishedOn }],
});
const chair = { id: 's7', name: '李建国', attendance: 'present' } as const;
const vice = { id: 's8', name: '赵文静', attendance: 'present' } as const;
const attended = (...members: { id: string; name: string; attendance: 'present' | 'absent' }[]) => ({
  ...lawful,
  meeting: { members, recorder: null, quorum: 2, hasQuorum: true, withoutVote: [], roll: null },
});

/** Who may decide what about whom, and what an order must not contain. */
export const decisionSamples: LawSamples = {
  'measure-not-for-employment': decision(
    about({ employment: 'dispatched' }),
    about({ employment: 'contract' }),
  ),
  'measure-not-for-pupils': decision(about({ kind: 'pupil', employment: null, band: 'junior' }), educated()),
  'sanction-beyond-school': decision(
    warned({ matter: ethics }),
    warned({ matter: ethics, items: warned().items.map((each) => ({ ...each, proposal: true })) }),
  ),
  'sanction-on-light-route': decision(ordering('给予王立新记过'), {
    ...ordering('给予王立新记过'),
    matter: ethics,
  }),
  fine: decision(ordering('对本人罚款200元'), ordering('退还向学生收取的罚款')),
  'pay-cut': decision(ordering('扣发当月绩效之外的岗位工资，扣发本月工资'), ordering('不得扣发本月工资')),
  'too-few-checkers': decision(
    { ...lawful, checkers: lawful.checkers.map((each) => ({ ...each, id: 's3' })) },
    lawful,
  ),
  'checker-conflict': decision(
    { ...lawful, conflicts: [{ personId: 's3', name: '陈晓东', outcome: 'open' }] },
    lawful,
  ),
  'decider-conflict': decision(
    attended(chair, vice, { id: 's1', name: '王立新', attendance: 'present' }),
    attended(chair, vice, { id: 's1', name: '王立新', attendance: 'absent' }),
  ),
  'statement-missing': decision(
    { ...lawful, statements: [] },
    { ...measured({ needsStatement: false }), statements: [] },
  ),
  'statement-unanswered': decision(
    stated({ answered: false }),
    stated({ outcome: 'waived', answered: false }),
  ),
  'defence-window-open': decision(
    stated({ outcome: 'lapsed', deadlineOn: '2026-11-20' }),
    stated({ outcome: 'lapsed', deadlineOn: '2026-11-19' }),
  ),
  'decided-twice': decision(earlier('duty-patrol', '2026-11-09'), earlier('duty-patrol', '2026-11-10')),
  'same-day-decided': decision(earlier('safety', '2026-11-09'), earlier('safety', '2026-11-08')),
  'decider-not-entitled': decision(
    {
      ...measured({ decidedBy: ['department'] }),
      body: 'department',
      meeting: null,
      decider: { id: 's11', name: '孙海燕', posts: ['support'] },
    },
    {
      ...measured({ decidedBy: ['department'] }),
      body: 'department',
      meeting: null,
      decider: { id: 's11', name: '孙海燕', posts: ['support', 'middle'] },
    },
  ),
  'body-not-competent': decision({ ...lawful, body: 'department' }, { ...lawful, body: 'leading-group' }),
  'no-collective-record': decision(attended(chair), attended(chair, vice)),
  'rectification-incomplete': decision(
    {
      ...lawful,
      requirements: [{ text: '补齐', dueOn: '2026-12-04', responsibleId: 's1', checkerId: 's1' }],
    },
    { ...measured({ needsRectification: false }), requirements: [] },
  ),
  'ground-missing': decision({ ...lawful, grounds: [] }, schoolRule('2026-01-01')),
  'school-rule-unpublished': decision(schoolRule('2026-11-10'), schoolRule('2026-11-09')),
  'article-unchecked': decision(
    { ...lawful, grounds: [{ kind: 'law', ground: { ...checkedGround, check: null } }] },
    { ...lawful, grounds: [{ kind: 'law', ground: { ...checkedGround, check: null, article: null } }] },
  ),
  'person-left': decision(about({ leftOn: '2026-11-19' }), about({ leftOn: '2026-11-20' })),
};

/** Kinds, periods and bodies of sanctions of staff. */
export const sanctionSamples: LawSamples = {
  'sanction-wrong-track': decision(
    sanctioned({ name: '记大过', sanction: 'major-demerit', track: 'managerial' }),
    {
      ...sanctioned({ name: '记大过', sanction: 'major-demerit', track: 'managerial' }),
      persons: lawful.persons.map((person) => ({ ...person, managerial: true })),
    },
  ),
  'dismissal-beyond-school': decision(
    sanctioned({ name: '开除', sanction: 'dismissal', track: 'any' }, { endsOn: null }),
    sanctioned({ name: '开除', sanction: 'dismissal', track: 'any' }, { endsOn: null, proposal: true }),
  ),
  'licence-beyond-school': decision(ordering('撤销其教师资格'), ordering('报请教育局撤销其教师资格')),
  'proposal-mixed': decision(
    { ...lawful, items: [item(), item({ name: '警告', kind: 'sanction' }, { proposal: true })] },
    { ...lawful, items: [item(), item({ name: '书面批评教育', kind: 'talk' })] },
  ),
  'several-sanctions': decision(
    warned({ items: [...warned().items, ...sanctioned({ name: '记过', sanction: 'demerit' }).items] }),
    warned({ items: [...warned().items, item({ name: '书面批评教育', kind: 'talk' })] }),
  ),
  'period-too-long': decision(
    sanctioned({}, { endsOn: '2030-11-20' }),
    sanctioned({}, { endsOn: '2030-11-19' }),
  ),
  'periods-merged': decision(
    warned({
      running: [
        { personId: 's1', measure: '记过', sanction: 'demerit', endsOn: '2027-03-01', monthsLeft: 4 },
      ],
    }),
    warned({
      running: [
        { personId: 's2', measure: '记过', sanction: 'demerit', endsOn: '2027-03-01', monthsLeft: 4 },
      ],
    }),
  ),
  'qualification-too-short': decision(
    { ...measured({ name: '取消评优资格', kind: 'qualification', periodMonths: 12 }), matter: ethics },
    { ...measured({ name: '取消评优资格', kind: 'qualification', periodMonths: 24 }), matter: ethics },
  ),
  'pay-plan-missing': decision(measured({ name: '绩效核减', kind: 'pay' }), {
    ...measured({ name: '绩效核减', kind: 'pay' }),
    grounds: schoolRule('2026-01-01').grounds,
  }),
  'investigation-missing': decision(measured({ name: '停职检查', kind: 'post', needsInvestigation: true }), {
    ...measured({ name: '停职检查', kind: 'post', needsInvestigation: true }),
    route: 'ordinary',
  }),
  'investigation-overdue': decision(
    warned({ filing: { approvedOn: '2026-05-19', dueOn: '2026-11-19' } }),
    warned({ filing: { approvedOn: '2026-05-20', dueOn: '2026-11-20' } }),
  ),
  'investigation-too-long': decision(
    warned({ filing: { approvedOn: '2025-11-19', dueOn: '2026-11-19' } }),
    warned({ filing: { approvedOn: '2025-11-20', dueOn: '2026-11-20' } }),
  ),
  'sanction-without-meeting': decision(
    warned({ body: 'department', meeting: null, decider: { id: 's7', name: '李建国', posts: ['leader'] } }),
    warned(),
  ),
};
