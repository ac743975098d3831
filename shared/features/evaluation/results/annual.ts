import { excellentShare } from '../../../law/rules/assessment.ts';
import { formatWeight } from '../decimal.ts';
import type { Band, IndicatorContent } from '../indicators.ts';
import { subjectSourceOf, type Cycle, type Quota } from '../schema.ts';
import type { SubjectKind } from '../indicators.ts';
import type { QuotaRule } from './quota.ts';

/** 事业单位工作人员年度考核 (人社部发〔2023〕6号). */

/** The four grades (第十条), with the lines that a school usually draws. */
export const annualBands: readonly Band[] = [
  { label: '优秀', from: 9000 },
  { label: '合格', from: 7000 },
  { label: '基本合格', from: 6000 },
  { label: '不合格', from: 0 },
];

export const annualLabels = annualBands.map(({ label }) => label);

export const hasAnnualBands = ({ bands }: Pick<IndicatorContent, 'bands'>): boolean =>
  bands.map(({ label }) => label).join('/') === annualLabels.join('/');

/** The share of 优秀 that holds for a cycle: its own, and for a yearly assessment never more than the law allows. */
export const quotaRuleOf = (
  cycle: Pick<Cycle, 'annual' | 'quota' | 'kind'>,
  approval = cycle.quota?.approval ?? '',
): QuotaRule | null => {
  const { annual, quota } = cycle;
  if (annual === null || subjectSourceOf(cycle.kind) !== 'staff') return quota;
  const lawful = excellentShare(annual, approval);
  return quota
    ? { ...quota, share: Math.min(quota.share, lawful) }
    : { share: lawful, by: 'all', poolBelow: 0, floor: 0 };
};

/** What speaks against starting a yearly assessment: grades, share of 优秀, and whom it is for. */
export const annualProblems = (
  cycle: { readonly annual: Cycle['annual']; readonly quota: Quota | null; readonly kind: SubjectKind },
  content: IndicatorContent,
): { path: string; message: string }[] => {
  const { annual, quota, kind } = cycle;
  if (annual === null) return [];
  if (subjectSourceOf(kind) !== 'staff')
    return [{ path: 'annual', message: '年度考核只用于教职工，这类对象请改为校内考核' }];
  const problems: { path: string; message: string }[] = [];
  if (!hasAnnualBands(content))
    problems.push({
      path: 'content.bands',
      message: `年度考核的等次须是${annualLabels.join('、')}四档，请先修改指标体系的等次`,
    });
  const share = excellentShare(annual, quota?.approval ?? '');
  if (quota && quota.share > share)
    problems.push({
      path: 'quota.share',
      message:
        annual === 'honoured' && quota.approval === ''
          ? '优秀比例超过 20% 的，须填写主管部门的审核文号'
          : `按所选情形，优秀比例不能超过 ${formatWeight(share)}`,
    });
  return problems;
};

/** What a grade brings with it, sentence by sentence, each with its article. */
export interface Consequence {
  readonly text: string;
  readonly article: string;
}

/**
 * 考核结果的使用. `before` is the grade of the year before, null where there is none on record.
 *
 * @param lowered true when a sanction of the year has already lowered the post: it is not lowered twice (第三十条)
 */
export const consequencesOf = (
  grade: string | null,
  before: string | null,
  lowered = false,
): readonly Consequence[] => {
  const twice = grade !== null && grade === before;
  switch (grade) {
    case '优秀':
      return [
        { text: '先在一定范围公示，不少于五个工作日', article: '第十七条' },
        { text: '按规定增加薪级，作为晋升岗位、评定职称和奖励的优先条件', article: '第二十七条' },
      ];
    case '合格':
      return [{ text: '按规定增加薪级，计入任职年限', article: '第二十七条' }];
    case '基本合格':
      return [
        { text: '责令作出书面检查，限期改进', article: '第二十九条' },
        { text: '不增加薪级，相应核减绩效工资', article: '第二十九条' },
        { text: '当年不计入任职年限，下一年度不得晋升岗位等级', article: '第二十九条' },
        ...(twice ? [{ text: '连续两年基本合格，由学校调整岗位或者作其他处理', article: '第二十九条' }] : []),
        { text: '本人不服的，可以申请复核、提出申诉', article: '第三十六条' },
      ];
    case '不合格':
      return [
        { text: '不增加薪级，相应核减绩效工资', article: '第三十条' },
        lowered
          ? { text: '已因处分降低岗位等级，不再重复降低', article: '第三十条' }
          : { text: '向低一级岗位调整', article: '第三十条' },
        twice
          ? { text: '连续两年不合格，可以解除聘用合同，须提前三十日书面通知', article: '第三十条' }
          : { text: '本人不同意调整岗位的，可以解除聘用合同', article: '第三十条' },
        { text: '本人不服的，可以申请复核、提出申诉', article: '第三十六条' },
      ];
    case null:
    default:
      return [
        {
          text: '不增加薪级，相应核减绩效工资，当年不计入任职年限（初次就业不满半年的除外）',
          article: '第三十一条',
        },
      ];
  }
};
