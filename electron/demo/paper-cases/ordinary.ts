import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { blankSample, decision, evidence, item, law, meeting, ownRule, paper } from './base.ts';
import { actor, at, people, staff } from './people.ts';
import { interviews } from './interviews.ts';
import { admonition, demerit, ended, pay, suspension, warning } from './staff-measures.ts';

/** 一般程序: filed, investigated, heard, decided by a meeting, and carried out. */

const items = [
  item('d1', 's1', demerit),
  item('d2', 's6', warning),
  item('d3', 's6', admonition),
  item('d4', 's1', suspension, { effectiveOn: '2026-11-12' }),
  item('d5', 's6', ended),
  item('d6', 's1', pay),
];

const facts =
  '2026年10月8日至11月9日，王立新负责实验楼安全巡查，其中九天没有到现场巡查，巡查表系事后补填。10月20日，王立新发现化学实验室危化品柜门锁损坏，没有报告，也没有采取防护措施。11月9日放学后，两名学生进入实验室，从未上锁的柜中取出试剂，被值日教师及时发现制止，没有造成人身伤害。孙志强作为总务处主任，每周审核巡查表时没有核对现场，连续五周未发现上述问题。';

/** Unsafe chemicals in a laboratory: one who did not look, and the head who signed without looking. */
export const ordinaryCase: CaseRecord = blankSample({
  number: '问责〔2026〕8号',
  route: 'ordinary',
  state: 'executing',
  matter: { code: 'lab-safety', version: 1, name: '实验室安全管理', ethics: false, academic: false },
  summary: '实验楼安全巡查流于形式，危化品柜未上锁，学生进入取出试剂',
  source: { kind: 'lead', note: '线索〔2026〕21号', reporter: null },
  subjects: [
    staff({}),
    staff({
      personId: 's6',
      number: 'T004',
      name: '孙志强',
      post: '主任',
      postGrade: '管理岗位七级',
      managerial: true,
    }),
  ],
  conflicts: [
    {
      id: 'k1',
      person: people.office,
      relation: '与王立新为同乡',
      declaredOn: '2026-11-11',
      outcome: 'dismissed',
      note: '不属于利害关系，不影响公正',
    },
  ],
  facts,
  filing: {
    approver: people.principal,
    approvedOn: '2026-11-12',
    suspected: '《教育法》第二十九条、《事业单位工作人员处分规定》，学校《安全巡查制度》第六条、第九条',
    reason: '初步核实表明巡查长期不到位、隐患未报告，已经造成学生接触危化品的险情，需要立案查清责任。',
    team: [people.teaching, people.moral],
    suspension: { personIds: ['s1'], from: '2026-11-12', reason: '继续履职可能影响巡查资料的调取和核对' },
  },
  investigation: {
    plan: [
      {
        id: 'b1',
        text: '调取10月以来巡查表和门禁、监控记录',
        person: people.teaching,
        dueOn: '2026-11-14',
        doneOn: '2026-11-13',
      },
      {
        id: 'b2',
        text: '询问当事人、总务处主任和值日师生',
        person: people.moral,
        dueOn: '2026-11-15',
        doneOn: '2026-11-14',
      },
    ],
    interviews,
    findings: [
      {
        personId: 's1',
        responsibility: 'direct',
        facts:
          '王立新九天没有到现场巡查，事后补填巡查表；10月20日发现危化品柜门锁损坏后没有报告，也没有采取防护措施，导致11月9日学生接触危化品的险情。',
        gravity: { nature: 'careless', degree: 'serious', impact: 'school' },
        circumstances: [{ code: 'frank', note: '询问时如实说明全部情况' }],
        measureCodes: ['demerit', 'performance-pay'],
        opinion: '同时按绩效分配方案核算当期奖励性绩效',
      },
      {
        personId: 's6',
        responsibility: 'leading',
        facts: '孙志强连续五周审核巡查表时没有核对现场，对部门安全管理失察。',
        gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
        circumstances: [],
        measureCodes: ['warning-managerial'],
        opinion: '',
      },
    ],
    report: {
      course:
        '调查组自11月12日起调取10月以来的巡查表、门禁记录和监控录像，逐日比对；询问当事人2人、知情师生4人，现场查看危化品柜并拍照，11月18日形成本报告。',
      facts,
      positions: '王立新对事实没有异议，请求考虑危化品柜维修经费一直未批。孙志强认为审核表格不等于现场检查。',
      nature:
        '王立新不履行巡查职责、隐瞒隐患，违反学校《安全巡查制度》第六条，属于不履行职责的行为；孙志强审核失察，负主要领导责任。适用《事业单位工作人员处分规定》',
      signers: [people.teaching, people.moral],
      reportedOn: '2026-11-18',
      submitted: { at, by: actor },
      adoption: { at, by: actor, note: '', on: '2026-11-18', digest: '0'.repeat(64) },
      returns: [],
    },
  },
  evidence: [
    evidence('e1', '实验楼巡查表（10月8日至11月9日）', 'document', '总务处'),
    evidence('e2', '实验楼门禁记录', 'electronic', '信息中心'),
    evidence('e3', '11月9日监控录像', 'audio-visual', '信息中心'),
    evidence('e4', '危化品柜现场照片', 'object', '调查组拍摄'),
  ],
  notifications: [
    {
      personId: 's1',
      round: 1,
      way: 'written',
      notifiedOn: '2026-11-16',
      deadlineOn: '2026-11-19',
      intended: '记过处分，期间12个月；按绩效分配方案核减当期奖励性绩效',
      hearingOffered: true,
      guardian: null,
    },
    {
      personId: 's6',
      round: 1,
      way: 'written',
      notifiedOn: '2026-11-16',
      deadlineOn: '2026-11-19',
      intended: '警告处分，期间6个月；诫勉谈话；免去总务处主任职务',
      hearingOffered: true,
      guardian: null,
    },
  ],
  statements: [
    {
      personId: 's1',
      round: 1,
      outcome: 'stated',
      heardOn: '2026-11-18',
      text: '一、对没有按要求巡查的事实没有异议。\n二、危化品柜维修已经口头向总务处提出，没有书面记录。\n三、要求听证，希望从轻处理。',
      adoption: 'part',
      adoptionReason: '维修申请没有记录佐证，不予采纳；如实说明情况、态度较好，作为从轻情节予以采纳',
      hearingAsked: true,
    },
    {
      personId: 's6',
      round: 1,
      outcome: 'waived',
      heardOn: '2026-11-18',
      text: '',
      adoption: null,
      adoptionReason: '',
      hearingAsked: false,
    },
  ],
  hearings: [
    {
      id: 'h1',
      personId: 's1',
      round: 1,
      heldOn: '2026-11-19',
      place: '行政楼三楼会议室',
      chair: people.vice,
      recorder: people.office,
      attendees: '王立新、陈晓东、刘芳、何秀兰（工会主席）、教职工代表两名',
      minutes:
        '陈晓东说明认定的事实、证据和拟处分的依据。\n王立新陈述：对未巡查的事实没有异议；门锁损坏曾口头提出维修。\n双方对维修申请有无记录进行了质证，王立新未能提供书面材料。\n何秀兰发表意见：建议考虑其平时表现，从轻处理。',
      opinion: '事实清楚，证据确实，程序合法。建议采纳如实说明情况的从轻情节，在记过的幅度内处理。',
      recorded: { at, by: actor },
    },
  ],
  decision: decision({
    items,
    grounds: [
      law('education-law-29', '《教育法》第二十九条'),
      law('sanction-rules', '《事业单位工作人员处分规定》'),
      ownRule('pay-plan', '《奖励性绩效工资分配方案》'),
    ],
    reason:
      '王立新长期不履行巡查职责，补填记录，发现隐患不报告，造成学生接触危化品的险情，情节较重，负直接责任；孙志强审核失察，负主要领导责任。王立新如实说明情况，可以从轻。根据《奖励性绩效工资分配方案》第十二条，核减王立新2026年11月奖励性绩效，计算为安全考核项满分20分扣8分，每分30元，核减240元',
    meeting: meeting([
      { personId: 's1', code: 'demerit', name: '记过', votes: ['for', 'for', 'for', 'abstain', 'for'] },
      {
        personId: 's1',
        code: 'lower-post',
        name: '降低岗位等级',
        votes: ['against', 'against', 'for', 'against', 'abstain'],
      },
      { personId: 's6', code: 'warning-managerial', name: '警告' },
      { personId: 's6', code: 'office-ended', name: '免职' },
    ]),
    overrides: [
      {
        ruleId: 'article-unchecked',
        message: '《事业单位工作人员处分规定》的条号没有核对原文，文书上只写法规名称。',
        article: '《事业单位工作人员处分规定》',
        reason: '条号待市教育局转发文本核对，本次按法规名称引用。',
      },
    ],
  }),
  papers: [
    paper('d-demerit', 'decision', '青禾市第一中学关于给予王立新记过处分的决定', {
      itemIds: ['d1'],
      number: '青一中处〔2026〕1号',
    }),
    paper('d-warning', 'decision', '青禾市第一中学关于给予孙志强警告处分的决定', {
      itemIds: ['d2'],
      personIds: ['s6'],
      number: '青一中处〔2026〕2号',
    }),
    paper('d-talk', 'notice', '诫勉谈话通知书（孙志强）', {
      itemIds: ['d3'],
      personIds: ['s6'],
      number: '青一中诫〔2026〕1号',
    }),
    paper('d-stop', 'notice', '停职检查通知书（王立新）', { itemIds: ['d4'], number: '青一中停〔2026〕1号' }),
    paper('d-end', 'notice', '免职通知书（孙志强）', {
      itemIds: ['d5'],
      personIds: ['s6'],
      number: '青一中免〔2026〕1号',
    }),
    paper('d-pay', 'notice', '绩效核减通知书（王立新）', { itemIds: ['d6'], number: '青一中核〔2026〕1号' }),
  ],
  clocks: [
    {
      id: 'x1',
      kind: 'investigation',
      ground: '《事业单位工作人员处分规定》：自批准立案之日起六个月内作出决定',
      startedOn: '2026-11-12',
      dueOn: '2027-05-12',
      rolledFrom: null,
      estimated: false,
      basis: '6 个月',
      personId: null,
      itemId: null,
      endedOn: '2026-11-20',
      extensions: [
        {
          at,
          by: actor,
          from: '2027-05-12',
          to: '2027-06-12',
          reason: '等待设备检测结果',
          approver: '李建国',
        },
      ],
    },
  ],
});
