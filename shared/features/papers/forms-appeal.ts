import { day, facts, number, remedy, school } from './case-fields.ts';
import { form, line, optional, rows, text } from './form-field.ts';

const applicant = line('申请人', '谁提出的', '王某某');
const former = line('原决定', '原决定的名称、文号和内容', '青一中〔2026〕3号，通报批评');
const requests = text('请求', '请求什么、理由是什么', '请求撤销通报批评，理由是家中老人住院。');
const received = line('收到日期', '什么时候收到申请', '2026年12月1日');
const inTime = line('是否超期', '有没有超过期限', '未超期');
const next = text(
  '救济途径',
  '对这一决定不服的，向谁提出',
  '如不服，可以自收到之日起30日内向青禾市教育局提出申诉。',
);

/** Papers of 复核 and 申诉 (domain facts, 8.12). */
export const appealForms = [
  form('appeal-application', '复核（申诉）申请登记表', 'plain', [
    applicant,
    line('身份', '本人、监护人或者代理人', '本人'),
    line('联系方式', '怎样联系申请人', '88001201'),
    line('提出方式', '当面、邮寄或者口头', '当面递交'),
    received,
    line('知悉日期', '知道原决定的日期', '2026年11月24日'),
    former,
    line('受理机构', '由谁办理', '青禾市第一中学'),
    inTime,
    requests,
    optional(text('证据材料', '随申请提交的材料', '住院证明1份。')),
  ]),
  form('appeal-completion', '复核（申诉）补正通知书', 'plain', [
    number,
    applicant,
    received,
    text('补正要求', '一次告知需要补正的材料', '请补交委托书。'),
    line('补正期限', '到哪一天以前补齐', '2026年12月16日'),
    school,
    day,
  ]),
  form('appeal-acceptance', '复核（申诉）受理通知书', 'plain', [
    number,
    applicant,
    received,
    inTime,
    line('受理意见', '受理或者不予受理', '予以受理'),
    text('理由', '受理或者不予受理的理由', '申请人、事项和期限均符合规定。'),
    optional(line('办理期限', '到哪一天以前作出决定', '2026年12月31日')),
    optional(text('补正要求', '一次告知需要补正的材料', '无')),
    school,
    day,
  ]),
  form('appeal-refusal', '复核（申诉）不予受理通知书', 'plain', [
    number,
    applicant,
    received,
    inTime,
    text('理由', '不予受理的理由', '申请超过规定的期限，没有正当理由。'),
    next,
    school,
    day,
  ]),
  form('appeal-extension', '延长办理期限通知书', 'plain', [
    number,
    applicant,
    received,
    line('原办理期限', '原来到哪一天', '2026年12月31日'),
    line('延长后期限', '延长到哪一天', '2027年1月30日'),
    text('理由', '为什么延长', '需要等待检测结果。'),
    school,
    day,
  ]),
  form('appeal-minutes', '复核（申诉）集体研究记录', 'plain', [
    line('研究时间', '什么时候研究', '2026年12月10日'),
    line('研究地点', '在哪里研究', '小会议室'),
    line('主持人', '谁主持', '孙某某'),
    line('记录人', '谁记录', '何某某'),
    line('事由', '研究哪一件申请', '王某某复核（申〔2026〕1号）'),
    line('出席情况', '应到和实到人数', '应到3人，实到3人'),
    rows('办理人员', '每人一行', ['序号', '姓名', '单位或身份', '出席', '表决'], '1|孙某某|工会|到会|同意'),
    text('查核情况', '看了什么、听取了谁的意见', '审阅全部案卷，听取申请人意见。'),
    text('讨论情况', '各人的意见', '与会人员没有不同意见。'),
    text('处理意见', '维持、变更或者撤销', '维持原决定。'),
    line('表决结果', '赞成、反对、弃权票数', '同意3票，不同意0票，弃权0票'),
  ]),
  form('review-decision', '复核决定书', 'plain', [
    number,
    applicant,
    requests,
    former,
    facts,
    text('理由', '复核认定的理由', '原决定事实清楚，依据正确，程序合法。'),
    line('复核结论', '维持、变更或者撤销', '维持原决定'),
    remedy,
    school,
    day,
  ]),
  form('pupil-appeal-decision', '学生申诉处理决定书', 'plain', [
    number,
    applicant,
    requests,
    former,
    facts,
    text('理由', '申诉委员会认定的理由', '原决定没有听取学生的陈述。'),
    line('处理决定', '维持、变更或者撤销', '撤销原决定'),
    next,
    line('申诉委员会', '作出决定的机构', '学生申诉委员会'),
    day,
  ]),
  form('correction', '更正（撤销）通知', 'plain', [
    number,
    line('通知对象', '原文书到达了谁', '王某某、各处室'),
    line('原文书', '更正或者撤销哪一份文书', '青一中〔2026〕3号'),
    line('依据', '根据哪一个决定', '青一中复〔2026〕1号'),
    text('更正内容', '撤销或者改成什么', '撤销该文书，其中的处理不再有效。'),
    text('要求', '收到的人要做什么', '停止执行、不再引用，已经张贴的及时撤下。'),
    school,
    day,
  ]),
] as const;
