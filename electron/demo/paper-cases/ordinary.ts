import type { Interview } from '../../../shared/features/cases/investigation.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import {
  actor,
  at,
  blankSample,
  decision,
  evidence,
  item,
  law,
  measure,
  meeting,
  ownRule,
  paper,
  people,
  staff,
} from './base.ts';

/** 一般程序: filed, investigated, heard, decided by a meeting; and the same way to the authority in a case of 师德. */

const interviews: Interview[] = [
  {
    id: 'w1',
    kind: 'subject',
    personId: 's1',
    name: '王立新',
    capacity: '总务处安全管理员',
    minor: false,
    adult: '',
    heldOn: '2026-11-13',
    from: '09:30',
    to: '10:15',
    place: '行政楼二楼谈话室',
    interviewers: [people.teaching, people.moral],
    recorder: people.office,
    rightsTold: true,
    lines: [
      { question: '请说明你的岗位职责', answer: '我是总务处安全管理员，负责校园设施的安全巡查和隐患登记' },
      {
        question: '2026年10月至11月，实验楼的安全巡查是怎样做的？',
        answer:
          '按规定每天一次，实际上有九天没有去，巡查表是每周五一起填的。危化品柜的锁坏了，我知道，想等放假再修，没有报告。',
      },
      {
        question: '11月9日的情况请你说一说',
        answer: '那天化学实验室的危化品柜没有锁上，有学生进去拿了试剂，幸好老师发现得早，没有伤人。',
      },
      { question: '对这件事你怎么看？', answer: '是我失职，我接受处理，以后一定按要求巡查。' },
    ],
    signed: true,
    refusal: '',
    demands: '',
    recorded: { at, by: actor },
  },
  {
    id: 'w2',
    kind: 'witness',
    personId: 'p9',
    name: '许嘉怡',
    capacity: '九年级（2）班学生，当天在实验室值日',
    minor: true,
    adult: '许志远（父亲）',
    heldOn: '2026-11-14',
    from: '16:20',
    to: '16:45',
    place: '心理辅导室',
    interviewers: [people.moral, people.teaching],
    recorder: people.office,
    rightsTold: true,
    lines: [
      {
        question: '11月9日放学后你看到了什么？',
        answer: '我在实验室值日，看到柜子门开着，有两个同学走过去看。',
      },
      { question: '有没有老师在场？', answer: '老师去拿扫把了，回来以后马上让他们出来，把门关上了。' },
    ],
    signed: true,
    refusal: '',
    demands: '',
    recorded: { at, by: actor },
  },
  {
    id: 'w3',
    kind: 'witness',
    personId: 's6',
    name: '孙志强',
    capacity: '总务处主任',
    minor: false,
    adult: '',
    heldOn: '2026-11-14',
    from: '10:30',
    to: '11:05',
    place: '行政楼二楼谈话室',
    interviewers: [people.teaching, people.moral],
    recorder: people.office,
    rightsTold: true,
    lines: [
      { question: '巡查表由谁审核？', answer: '由我每周审核一次。这一个多月只看有没有填，没有到现场核对。' },
    ],
    signed: false,
    refusal: '本人称记录无误，但对审核责任有不同意见，拒绝签名',
    demands: '',
    recorded: { at, by: actor },
  },
  {
    id: 'w4',
    kind: 'talk',
    personId: 's6',
    name: '孙志强',
    capacity: '总务处主任',
    minor: false,
    adult: '',
    heldOn: '2026-11-23',
    from: '15:00',
    to: '15:40',
    place: '校长办公室',
    interviewers: [people.principal, people.vice],
    recorder: people.office,
    rightsTold: true,
    lines: [
      {
        question: '作为总务处主任，你对实验楼巡查流于形式的问题怎么看？',
        answer: '我审核不严，只看表格不看现场，负有领导责任，愿意检查改正。',
      },
    ],
    signed: true,
    refusal: '',
    demands: '2026年12月20日前完成全校危化品和实验室安全排查，每周向校长报告一次',
    recorded: { at, by: actor },
  },
];

const demerit = measure({
  code: 'demerit',
  name: '记过',
  kind: 'sanction',
  paper: 'decision',
  numberSuffix: '处',
  sanction: 'demerit',
  effects:
    '期间十二个月。当年年度考核只写评语、不确定档次；处分期内不得聘到更高岗位，不得参加职称评审和技能等级认定，一般不推荐评先评优。',
  periodMonths: 12,
  filing: true,
});
const warning = measure({
  code: 'warning-managerial',
  name: '警告',
  kind: 'sanction',
  paper: 'decision',
  numberSuffix: '处',
  sanction: 'warning',
  effects:
    '期间六个月。当年年度考核不能评为优秀；处分期内不得晋升职务、岗位职员等级和职称，一般不推荐评先评优。',
  periodMonths: 6,
  filing: true,
});
const admonition = measure({
  code: 'admonition-talk',
  name: '诫勉谈话',
  kind: 'talk',
  paper: 'notice',
  numberSuffix: '诫',
  effects: '年度考核按考核规定和受处理的情况确定，记入问责档案。',
});
const suspension = measure({
  code: 'duty-suspension',
  name: '停职检查',
  kind: 'post',
  paper: 'notice',
  numberSuffix: '停',
  effects: '停职不是处分；立案期间年度考核不写评语、不定档次，结案后按结论补定。',
});
const ended = measure({
  code: 'office-ended',
  name: '免职',
  kind: 'post',
  paper: 'notice',
  numberSuffix: '免',
  effects: '免去职务后另行安排岗位，待遇按新岗位确定。',
});
const pay = measure({
  code: 'performance-pay',
  name: '绩效核减',
  kind: 'pay',
  paper: 'notice',
  numberSuffix: '核',
  effects: '按方案核算当期奖励性绩效，不影响基本工资、薪级和津贴补贴；本人不服的可以申请复核、提出申诉。',
});

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
