import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { blankSample, decision, evidence, item, law, measure, paper } from './base.ts';
import { actor, at, people, staff } from './people.ts';

/** 移送办理, departments, and whoever is outside of the rules for 编制. */

export const staffReferral: CaseRecord = blankSample({
  number: '问责〔2026〕12号',
  route: 'transferred',
  state: 'referred',
  matter: { code: 'funds', version: 1, name: '侵占公款', ethics: false, academic: false },
  summary: '报账员涉嫌截留代收费',
  subjects: [staff({ name: '马丽', department: '财务室', post: '报账员', postGrade: '专业技术十二级' })],
  facts: '2026年3月至9月，马丽在代收校服费过程中，将现金缴纳的38600元存入个人账户，至核实时尚未归还。',
  evidence: [
    evidence('e1', '收费台账', 'document', '财务室'),
    evidence('e2', '银行流水', 'document', '当事人提供'),
  ],
  submission: {
    kind: 'referral',
    organ: '青禾市监察委员会',
    sentOn: '2026-11-18',
    reason: '马丽的行为涉嫌职务违法，超出学校处理权限，依照《监察法》的有关规定移送',
    sent: { at, by: actor },
    reply: null,
  },
  papers: [
    paper('q-letter', 'referral', '青禾市第一中学关于移送侵占公款线索的函', {
      number: '青一中移〔2026〕1号',
    }),
  ],
});

const dispatch = item(
  't1',
  's1',
  measure({
    code: 'dispatch-return',
    name: '退回派遣单位',
    kind: 'contract',
    paper: 'referral',
    numberSuffix: '退',
    targets: ['dispatched'],
    effects: '用工关系结束，由派遣单位依法安排或者处理。',
  }),
);

/** A guard sent by an agency: the school can only give him back. */
export const dispatchCase: CaseRecord = blankSample({
  number: '问责〔2026〕14号',
  subjects: [
    staff({ name: '钱勇', department: '保卫科', post: '门卫', postGrade: '', employment: 'dispatched' }),
  ],
  facts: '2026年11月3日夜间，钱勇在门卫岗位饮酒，放任社会车辆进入校园。',
  decision: decision({
    items: [dispatch],
    grounds: [law('labour-contract-65', '《劳动合同法》第六十五条')],
    reason: '钱勇严重违反门卫岗位要求，不宜继续在校工作',
    addressee: '青禾安保服务有限公司',
  }),
  papers: [
    paper('t-letter', 'referral', '青禾市第一中学关于退回派遣人员钱勇的函', {
      itemIds: ['t1'],
      number: '青一中退〔2026〕1号',
    }),
  ],
});

const end = item(
  'z1',
  's1',
  measure({
    code: 'contract-end',
    name: '解除劳动合同',
    kind: 'contract',
    paper: 'notice',
    numberSuffix: '解',
    targets: ['contract'],
    effects: '劳动关系终止；因不胜任解除的，依法支付经济补偿。',
  }),
);
const caution = item(
  'z2',
  's2',
  measure({
    code: 'contract-warning',
    name: '书面警示',
    kind: 'contract',
    paper: 'letter',
    numberSuffix: '警示',
    targets: ['contract'],
    effects: '记入问责档案；再次发生的，按规章制度和劳动合同处理。',
  }),
);

/** Staff under labour contracts. */
export const contractCase: CaseRecord = blankSample({
  number: '问责〔2026〕15号',
  matter: { code: 'attendance', version: 1, name: '考勤纪律', ethics: false, academic: false },
  summary: '无故旷工',
  subjects: [
    staff({ name: '吴斌', department: '食堂', post: '厨师', postGrade: '', employment: 'contract' }),
    staff({
      personId: 's2',
      name: '冯燕',
      department: '食堂',
      post: '服务员',
      postGrade: '',
      employment: 'contract',
    }),
  ],
  facts: '2026年10月，吴斌连续旷工16个工作日，经两次书面催告仍未到岗。冯燕为其代打卡4次。',
  evidence: [evidence('e1', '考勤记录', 'document', '食堂')],
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
  statements: ['s1', 's2'].map((personId) => ({
    personId,
    round: 1,
    outcome: 'lapsed' as const,
    heardOn: '2026-11-19',
    text: '',
    adoption: null,
    adoptionReason: '',
    hearingAsked: false,
  })),
  decision: decision({
    items: [end, caution],
    grounds: [law('labour-contract-39', '《劳动合同法》第三十九条')],
    reason: '吴斌严重违反规章制度，经催告不改正；冯燕代为打卡，违反考勤制度',
  }),
  papers: [
    paper('z-end', 'notice', '解除劳动合同通知书（吴斌）', {
      itemIds: ['z1'],
      number: '青一中解〔2026〕2号',
    }),
    paper('z-caution', 'letter', '警示书（冯燕）', {
      itemIds: ['z2'],
      personIds: ['s2'],
      number: '青一中警示〔2026〕1号',
    }),
  ],
});

const departmentOrder = item(
  'y1',
  'dep1',
  measure({
    code: 'department-rectification',
    name: '责令部门整改',
    kind: 'order',
    paper: 'order',
    numberSuffix: '责改',
    targets: ['department'],
    effects: '整改情况作为部门年度考核的参考；逾期不整改的另行研究处理。',
  }),
);

export const departmentCase: CaseRecord = blankSample({
  number: '问责〔2026〕16号',
  matter: { code: 'archives', version: 1, name: '档案管理', ethics: false, academic: false },
  summary: '学生体质健康档案缺失',
  subjects: [
    staff({
      personId: 'dep1',
      kind: 'department',
      number: '',
      name: '体育教研组',
      department: '体育教研组',
      post: '',
      postGrade: '',
      employment: null,
    }),
  ],
  facts: '2026年春季学期八年级体质健康测试原始记录缺失两个班，体育教研组没有按规定归档。',
  decision: decision({
    items: [departmentOrder],
    grounds: [law('education-law-29', '《教育法》第二十九条')],
    reason: '体育教研组档案管理责任不落实，应当限期整改',
  }),
  rectification: [
    {
      id: 'r1',
      text: '补测并补齐两个班的原始记录，建立归档清单。',
      dueOn: '2026-12-18',
      responsible: { id: 's11', name: '罗勇' },
      checker: people.teaching,
      reports: [],
      checks: [],
    },
  ],
  papers: [
    paper('y-order', 'order', '责令部门整改通知书（体育教研组）', {
      itemIds: ['y1'],
      personIds: ['dep1'],
      number: '青一中责改〔2026〕2号',
    }),
  ],
});
