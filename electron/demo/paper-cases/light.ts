import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { blankSample, decision, evidence, item, law, measure, paper } from './base.ts';
import { actor, at, people, staff } from './people.ts';

/** 简易办理: a circular for two, items to put right for one of them, and what became of them. */

export const circularCriticism = measure({
  code: 'circular-criticism',
  name: '通报批评',
  kind: 'circular',
  paper: 'circular',
  effects: '当年年度考核和评先评优时应予考虑，记入问责档案。',
});
const rectification = measure({
  code: 'rectification',
  name: '责令整改',
  kind: 'order',
  paper: 'order',
  numberSuffix: '责改',
  effects: '逾期不整改的，另行研究处理；作为年度考核的参考。',
});
const letter = measure({
  code: 'criticism-written',
  name: '书面批评教育',
  kind: 'talk',
  paper: 'letter',
  numberSuffix: '批教',
  effects: '作为年度考核的参考，记入问责档案。',
});
const bar = measure({
  code: 'honours-barred',
  name: '取消本年度评优评先资格',
  kind: 'qualification',
  paper: 'notice',
  numberSuffix: '处理',
  effects: '一年内不参加评优评先，不推荐各类荣誉。',
  periodMonths: 12,
});

const items = [
  item('i1', 's1', circularCriticism),
  item('i2', 's1', rectification),
  item('i3', 's2', letter),
  item('i4', 's1', bar),
];

/** A slip on a night watch, found at an inspection. */
export const lightCase: CaseRecord = blankSample({
  state: 'rectified',
  subjects: [
    staff({}),
    staff({
      personId: 's2',
      number: 'T031',
      name: '郑小军',
      post: '保卫干事',
      postGrade: '',
      employment: 'contract',
    }),
  ],
  facts:
    '2026年11月9日19时至22时，王立新在晚间值班期间擅自离开学校约两小时，其间未安排他人代班。次日，王立新补填了当晚两次巡查记录。郑小军当晚在值班室，知道王立新离岗，没有提醒，也没有向值班领导报告。',
  evidence: [
    evidence('e1', '校门门禁记录', 'electronic', '信息中心'),
    evidence('e2', '值班室监控录像', 'audio-visual', '总务处'),
    evidence('e3', '巡查记录本（2026年11月）', 'document', '总务处'),
    evidence('e4', '整改第 1 项：交接班登记表', 'document', '整改责任人提交'),
  ],
  notifications: ['s1', 's2'].map((personId) => ({
    personId,
    round: 1,
    way: 'written' as const,
    notifiedOn: '2026-11-13',
    deadlineOn: '2026-11-18',
    intended: '',
    hearingOffered: false,
    guardian: null,
  })),
  statements: [
    {
      personId: 's1',
      round: 1,
      outcome: 'stated',
      heardOn: '2026-11-16',
      text: '当晚家中老人突发急病，来不及请假，事后不应补填记录。',
      adoption: 'part',
      adoptionReason: '离岗事由属实，可以从轻；补填记录的事实不变',
      hearingAsked: false,
    },
    {
      personId: 's2',
      round: 1,
      outcome: 'lapsed',
      heardOn: '2026-11-19',
      text: '',
      adoption: null,
      adoptionReason: '',
      hearingAsked: false,
    },
  ],
  decision: decision({
    items,
    grounds: [
      law('education-law-29', '《教育法》第二十九条'),
      law('duty', '《中小学教师违反职业道德行为处理办法》第三条'),
    ],
    reason:
      '王立新身为当日值班人员，擅自离岗并补填巡查记录，没有履行值班职责，造成校园夜间安全无人值守，应负直接责任。鉴于其能够主动说明情况，认识到错误并及时改正，可以从轻处理。郑小军知情不报，也有责任',
  }),
  rectification: [
    {
      id: 'r1',
      text: '建立值班交接登记，交接双方签名，值班领导每日检查。',
      dueOn: '2026-12-04',
      responsible: { id: 's1', name: '王立新' },
      checker: people.teaching,
      reports: [
        {
          reportedOn: '2026-12-01',
          text: '已印制交接班登记表，自11月25日起启用，共登记14班次，值班领导逐日签字。',
          evidence: ['e4'],
        },
      ],
      checks: [
        {
          checkedOn: '2026-12-02',
          passed: false,
          note: '11月28日一栏没有值班领导签字，请补充说明。',
          checked: { at, by: actor },
        },
        {
          checkedOn: '2026-12-03',
          passed: true,
          note: '已说明并补签，登记完整，整改到位。',
          checked: { at, by: actor },
        },
      ],
    },
    {
      id: 'r2',
      text: '学习值班工作制度，写出书面检查。',
      dueOn: '2026-11-30',
      responsible: { id: 's1', name: '王立新' },
      checker: people.moral,
      reports: [],
      checks: [],
    },
  ],
  papers: [
    paper('p-circular', 'circular', '青禾市第一中学关于给予王立新通报批评的通报', { itemIds: ['i1'] }),
    paper('p-order', 'order', '责令整改通知书（王立新）', {
      itemIds: ['i2'],
      number: '青一中责改〔2026〕1号',
    }),
    paper('p-letter', 'letter', '批评教育书（郑小军）', {
      itemIds: ['i3'],
      personIds: ['s2'],
      number: '青一中批教〔2026〕1号',
    }),
    paper('p-bar', 'notice', '取消本年度评优评先资格通知书（王立新）', {
      itemIds: ['i4'],
      number: '青一中处理〔2026〕2号',
    }),
  ],
  services: [
    {
      id: 'v1',
      personId: 's1',
      paperIds: ['p-circular', 'p-order', 'p-bar'],
      way: 'direct',
      servedOn: '2026-11-23',
      place: '总务处办公室',
      receiver: '王立新',
      relation: '本人',
      completedOn: '2026-11-23',
      refusal: null,
      consent: false,
      servers: [people.teaching, people.moral],
      recorded: { at, by: actor },
    },
    {
      id: 'v2',
      personId: 's2',
      paperIds: ['p-letter'],
      way: 'left',
      servedOn: '2026-11-23',
      place: '保卫值班室',
      receiver: '',
      relation: '',
      completedOn: '2026-11-23',
      refusal: { reason: '认为处理过重，拒绝签收', witness: '何秀兰（工会主席）', hasRecording: true },
      consent: false,
      servers: [people.teaching, people.moral],
      recorded: { at, by: actor },
    },
  ],
});
