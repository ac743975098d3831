import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { blankSample, decision, evidence, item, law, measure, ownRule, paper } from './base.ts';
import { actor, at, people, pupil } from './people.ts';

/** 学生教育惩戒: two pupils, one of them heard at a hearing; guardians told before. */

const suspension = measure({
  code: 'pupil-suspension',
  name: '停课或者停学',
  kind: 'discipline',
  paper: 'pupil-decision',
  numberSuffix: '惩',
  targets: ['pupil'],
  pupilLevel: 'grave',
  pupilForm: 'suspension',
  effects: '期满返校上课；表现好的可以提前结束。每学期末报主管教育部门备案。',
  filing: true,
});
const warning = measure({
  code: 'pupil-warning',
  name: '警告',
  kind: 'pupil-sanction',
  paper: 'pupil-decision',
  numberSuffix: '学处',
  targets: ['pupil'],
  pupilLevel: 'sanction',
  pupilForm: 'ordinary',
  effects:
    '期间由校规规定，认错改正、表现好的可以提前解除；不得影响升学考试资格。每学期末报主管教育部门备案。',
  filing: true,
  periodMonths: 3,
});

const items = [
  item('u1', 'p1', warning),
  item('u2', 'p2', suspension, { days: 3, effectiveOn: '2026-11-23', endsOn: '2026-11-25' }),
];

const told = (personId: string, name: string, intended: string): CaseRecord['notifications'][number] => ({
  personId,
  round: 1,
  way: 'written',
  notifiedOn: '2026-11-13',
  deadlineOn: '2026-11-18',
  intended,
  hearingOffered: true,
  guardian: { name, way: 'visit', toldOn: '2026-11-13' },
});

/** A fight that two pupils began. */
export const pupilCase: CaseRecord = blankSample({
  number: '问责〔2026〕11号',
  route: 'pupil',
  state: 'served',
  matter: { code: 'pupil-fight', version: 1, name: '打架斗殴', ethics: false, academic: false },
  summary: '林浩然、高子轩课间殴打同学',
  occurredOn: '2026-11-10',
  subjects: [
    pupil({}),
    pupil({
      personId: 'p2',
      number: 'G330101201302110022',
      name: '高子轩',
      guardian: { name: '高敏', relation: '母亲', phone: '13800000002' },
    }),
  ],
  facts:
    '2026年11月10日上午第二节课间，林浩然在八年级（3）班教室外走廊与同学发生口角后动手推打对方，高子轩上前帮忙，用书本击打对方头部。值日教师立即制止，被打同学经校医检查为轻微软组织挫伤。事后林浩然、高子轩承认错误，向对方道歉。',
  evidence: [
    evidence('e1', '走廊监控录像', 'audio-visual', '德育处'),
    evidence('e2', '校医检查记录', 'document', '医务室'),
    evidence('e3', '林浩然本人说明', 'statement', '本人'),
  ],
  notifications: [told('p1', '林国栋', '警告处分，期间3个月'), told('p2', '高敏', '停课3天，进行专题教育')],
  statements: [
    {
      personId: 'p1',
      round: 1,
      outcome: 'stated',
      heardOn: '2026-11-16',
      text: '对方先说难听的话，我不应该动手，愿意道歉。林国栋：孩子有错，请学校给改正的机会。',
      adoption: 'part',
      adoptionReason: '对方有言语过错，情况属实，可以从轻；动手打人的事实不变',
      hearingAsked: true,
    },
    {
      personId: 'p2',
      round: 1,
      outcome: 'waived',
      heardOn: '2026-11-16',
      text: '',
      adoption: null,
      adoptionReason: '',
      hearingAsked: false,
    },
  ],
  hearings: [
    {
      id: 'h1',
      personId: 'p1',
      round: 1,
      heldOn: '2026-11-18',
      place: '行政楼三楼会议室',
      chair: people.vice,
      recorder: people.office,
      attendees: '林浩然及其父亲林国栋、德育处刘芳、家长委员会代表一名、法治副校长',
      minutes:
        '刘芳说明认定的事实和拟处分的校规依据。\n林浩然承认动手，说明对方先出言不逊。\n林国栋表示配合教育，请求从轻。',
      opinion: '事实清楚，同意给予警告处分，同时安排帮扶。',
      recorded: { at, by: actor },
    },
  ],
  decision: decision({
    items,
    grounds: [
      law('pupil-rules-10', '《中小学教育惩戒规则（试行）》第十条'),
      ownRule('pupil-rule', '《学生违纪处理办法》第八条'),
    ],
    reason:
      '林浩然、高子轩殴打同学，违反校规，情节较重。二人能够承认错误、主动道歉，本着教育为主的原则从轻处理',
  }),
  papers: [
    paper('u-warning', 'pupil-decision', '学生纪律处分决定书（八年级学生甲）', {
      itemIds: ['u1'],
      personIds: ['p1'],
      number: '青一中学处〔2026〕1号',
    }),
    paper('u-stop', 'pupil-decision', '学生教育惩戒决定书（八年级学生乙）', {
      itemIds: ['u2'],
      personIds: ['p2'],
      number: '青一中惩〔2026〕1号',
    }),
  ],
  services: [
    {
      id: 'v1',
      personId: 'p1',
      paperIds: ['u-warning'],
      way: 'direct',
      servedOn: '2026-11-23',
      place: '德育处',
      receiver: '林国栋',
      relation: '父亲（监护人）',
      completedOn: '2026-11-23',
      refusal: null,
      consent: false,
      servers: [people.moral, people.office],
      recorded: { at, by: actor },
    },
  ],
  tasks: [
    {
      id: 'k1',
      kind: 'help',
      text: '安排对林浩然的帮扶和心理辅导',
      itemId: 'u1',
      personId: 'p1',
      dueOn: '2026-12-20',
      responsible: people.moral,
      done: { at, by: actor, on: '2026-12-10', note: '已谈话四次，心理辅导两次。' },
    },
  ],
});

/** Something for the police: the letter tells the matter, not who the child is. */
export const pupilReferral: CaseRecord = blankSample({
  number: '问责〔2026〕13号',
  route: 'transferred',
  state: 'referred',
  matter: { code: 'bullying', version: 1, name: '学生欺凌', ethics: false, academic: false },
  summary: '八年级学生多次向同学索要财物',
  subjects: [pupil({})],
  facts:
    '2026年9月至11月，林浩然多次以威胁方式向八年级（3）班和低年级同学索要零用钱，共计320元。家长林国栋已经到校。',
  submission: {
    kind: 'referral',
    organ: '青禾市公安局城东分局',
    sentOn: '2026-11-18',
    reason: '林浩然的行为可能构成严重的学生欺凌，依照《未成年人保护法》第三十九条的规定，向公安机关报告',
    sent: { at, by: actor },
    reply: null,
  },
  papers: [
    paper('q-letter', 'referral', '青禾市第一中学关于移送学生欺凌线索的函', {
      personIds: ['p1'],
      number: '青一中移〔2026〕2号',
    }),
  ],
});
