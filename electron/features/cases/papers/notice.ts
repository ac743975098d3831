import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { Citation } from '../../../../shared/features/cases/decision.ts';
import type { SchoolRuleContent } from '../../../../shared/features/standards/school-rule.ts';
import { monthsText, payText, type PayTerms } from '../../../../shared/features/cases/pay.ts';
import { formatFen } from '../../../../shared/kernel/money.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';
import { fields, paragraph, row } from '../../../documents/word/form-blocks.ts';
import type { Block } from '../../../documents/word/model.ts';
import {
  decisionOf,
  itemsOf,
  subjectsOf,
  type PaperFacts,
  type PaperMaker,
  type PaperSource,
} from '../paper-source.ts';
import type { PaperTexts } from '../paper-texts.ts';
import { approvalOf } from '../pay-terms.ts';
import { blankOf, isFilled } from './lacking.ts';
import { periodOf } from './measure-words.ts';
import { orderedOf, personalNotice } from './personal-notice.ts';

/** What a notice is about, by the measure it carries. */
type NoticeKind = keyof PaperTexts['notice'];

const kindOf = (source: PaperFacts): NoticeKind => {
  const { kind, name = '' } = itemsOf(source)[0]?.measure ?? {};
  if (kind === 'qualification' || kind === 'pay' || kind === 'talk') return kind;
  if (kind === 'post') return name.includes('停职') ? 'suspension' : 'post';
  if (kind === 'contract') return name.includes('解除') ? 'contract' : 'post';
  return 'other';
};

/** A rule of the school among the grounds, with the clause that the citation or the reason names. */
interface Plan {
  readonly citation: Citation;
  readonly rule: SchoolRuleContent;
  readonly clause: string;
}

const CLAUSE =
  /第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?(?:第[一二三四五六七八九十]+项)?/u;

/** The terms as the decision keeps them; null where it was made before they had fields of their own. */
const payOf = (source: PaperFacts): PayTerms | null =>
  itemsOf(source).find(({ pay }) => pay !== null)?.pay ?? null;

/** 绩效分配方案: what is left to a school is to apply a plan that was adopted and approved (国办发〔2008〕133号). */
const planOf = (source: PaperFacts): Plan | undefined => {
  const { grounds, reason } = decisionOf(source);
  const citation = grounds.find(({ kind, ref }) => kind === 'school-rule' && source.standards.rules.has(ref));
  const rule = citation && source.standards.rules.get(citation.ref);
  if (!citation || !rule) return undefined;
  return { citation, rule, clause: CLAUSE.exec(citation.text)?.[0] ?? CLAUSE.exec(reason)?.[0] ?? '' };
};

const MONTH = /[0-9]{4}年[0-9]{1,2}月|[0-9]{1,2}月份|第?[一二三四]季度|学期/u;
const SUM = /[0-9０-９.,]+\s*(元|分|%|％)/u;

/** The sentences of a reason that say what is taken off and how it is worked out. */
const calculationOf = (reason: string): string =>
  reason
    .split(/(?<=[。；])/u)
    .filter((part) => SUM.test(part))
    .join('')
    .trim();

const payTerms = (source: PaperSource): readonly Block[] => {
  const pay = payOf(source);
  if (pay)
    return [
      fields(
        row(['方案名称', pay.plan]),
        row(['通过会议', pay.adoptedBy], ['通过日期', formatDay(pay.adoptedOn)]),
        row(['批准（备案）', pay.approval], ['适用条款', pay.clause]),
        row(['核减月份', monthsText(pay.months)], ['核减金额', formatFen(pay.fen)]),
        row(['计算', calculationOf(decisionOf(source).reason)]),
      ),
    ];
  const plan = planOf(source);
  if (!plan) return [];
  const { rule, clause } = plan;
  return [
    fields(
      row(['方案名称', rule.title]),
      row(
        ['通过会议', rule.adoptedBy],
        ['通过日期', rule.adoptedOn === null ? '' : formatDay(rule.adoptedOn)],
      ),
      row(['批准（备案）', approvalOf(rule)], ['适用条款', clause]),
      row(['核减月份和计算', calculationOf(decisionOf(source).reason)]),
    ),
  ];
};

const suspensionTerms = (source: PaperSource): readonly Block[] => {
  const { filing } = source.record;
  const suspended = filing?.suspension;
  if (!suspended || !subjectsOf(source).some(({ personId }) => suspended.personIds.includes(personId)))
    return [];
  return [
    paragraph(
      `停职自${formatDay(suspended.from)}起（本事项已于${formatDay(filing.approvedOn)}立案）。理由：${sentence(suspended.reason)}`,
    ),
  ];
};

const termsOf = (source: PaperSource): readonly Block[] => {
  const kind = kindOf(source);
  if (kind === 'pay') return payTerms(source);
  return kind === 'suspension' ? suspensionTerms(source) : [];
};

/** 核减王立新奖励性绩效; 停止王立新履行职责，接受检查; 免去王立新职务. */
const orderWords = (source: PaperSource): string => {
  const names = subjectsOf(source)
    .map(({ name }) => name)
    .join('、');
  const [item] = itemsOf(source);
  const measure = item?.measure.name ?? '';
  switch (kindOf(source)) {
    case 'pay':
      return item?.pay
        ? `对${names}作${measure}处理：${payText(item.pay)}`
        : `按照绩效分配方案对${names}作${measure}处理`;
    case 'suspension':
      return `对${names}${measure}`;
    case 'contract':
      return `与${names}${measure}`;
    case 'qualification': {
      const taken = /^(取消|暂缓)(部门)?(.+)$/u.exec(measure);
      const what = taken ? `${taken[1] ?? ''}${names}${taken[3] ?? ''}` : orderedOf(source);
      const period = item ? periodOf(item) : '';
      return period === '' ? what : `${what}，${period}`;
    }
    case 'post':
      if (measure === '免职') return `免去${names}现任职务`;
      if (measure.startsWith('调离')) return `将${names}${measure}`;
      return orderedOf(source);
    case 'talk':
    case 'other':
      return orderedOf(source);
  }
};

/** Fields of each kind that a notice may not go without (绩效核减: 方案名称、通过日期、批准文号、条款号、计算式、核减月份). */
const lackingOfKind = (source: PaperFacts): readonly string[] => {
  const kind = kindOf(source);
  if (kind === 'pay' && payOf(source) === null) {
    const plan = planOf(source);
    if (!plan) return ['绩效分配方案（在依据中选择学校已通过的方案）'];
    const { reason } = decisionOf(source);
    return blankOf(
      ['方案的通过会议和日期', plan.rule.adoptedOn !== null && isFilled(plan.rule.adoptedBy)],
      ['方案的批准文号或者备案情况', isFilled(approvalOf(plan.rule))],
      ['方案的适用条款（第几条，写在认定与处理理由中）', isFilled(plan.clause)],
      ['核减月份（写在认定与处理理由中）', MONTH.test(reason)],
      ['计算方法和数额（写在认定与处理理由中）', SUM.test(reason)],
    );
  }
  if (kind === 'qualification')
    return blankOf(['取消资格的期限', itemsOf(source).every(({ endsOn }) => endsOn !== null)]);
  if (kind === 'suspension') return blankOf(['立案', source.record.filing !== null]);
  return [];
};

/** 处理通知书: 取消资格, 绩效核减, 停职检查, 免职, 调离, 解除合同, 诫勉. */
export const noticeMaker: PaperMaker = personalNotice({
  orderWords,
  terms: termsOf,
  demand: (source) => source.texts.notice[kindOf(source)],
  lacking: lackingOfKind,
});
