import type { DecisionDraft } from '../../../shared/features/cases/inputs.ts';
import { payBlanks, type PayTerms } from '../../../shared/features/cases/pay.ts';
import { inForce } from '../../../shared/features/standards/schema.ts';
import {
  ruleStanding,
  ruleStandingLabels,
  type SchoolRuleContent,
} from '../../../shared/features/standards/school-rule.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { invalidField } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { requireSchoolRule } from '../standards/index.ts';
import type { ChosenItem } from './decision-items.ts';

/** 批准文号, or the day and office at which a plan was filed. */
export const approvalOf = ({ number, filed }: SchoolRuleContent): string =>
  [
    number,
    ...(filed.on === null ? [] : [`${formatDay(filed.on)}${filed.note === '' ? '报主管部门' : filed.note}`]),
  ]
    .filter((text) => text !== '')
    .join('，');

/**
 * The terms of a 绩效核减 as they are kept; null for every other measure.
 *
 * @throws AppError `invalid` at the field, without a plan that was adopted, approved and published, its clause, months and
 * amount, or where the plan is not among the grounds.
 */
export const payTermsOf = (
  reader: Reader,
  { items, grounds }: DecisionDraft,
  { at, content }: ChosenItem,
): PayTerms | null => {
  if (content.kind !== 'pay') return null;
  const pay = items[at]?.pay ?? null;
  const wrong = (message: string) => invalidField(`decision.items.${String(at)}.pay`, message);
  const blanks = payBlanks(pay);
  if (pay === null || blanks.length > 0)
    throw wrong(`“${content.name}”还缺少：${blanks.join('、')}。请在处理意见中填写。`);
  const rule = inForce(requireSchoolRule(reader, pay.ruleId));
  const { title, adoptedOn, adoptedBy, clauses } = rule.content;
  const approval = approvalOf(rule.content);
  const standing = ruleStanding(rule.content);
  if (adoptedOn === null || standing !== 'published')
    throw wrong(
      `《${title}》${ruleStandingLabels[standing]}，不能据以核减绩效。请先在校内制度中登记通过和公布的情况。`,
    );
  if (approval === '') throw wrong(`《${title}》没有登记批准文号或者报备情况，请先在校内制度中补登。`);
  if (!clauses.some(({ no }) => no === pay.clause))
    throw wrong(`《${title}》没有${pay.clause}，请重新选择条款。`);
  if (!grounds.some(({ kind, ref }) => kind === 'school-rule' && ref === pay.ruleId))
    throw invalidField('decision.grounds', `核减绩效的依据是《${title}》，请把它加入依据。`);
  const { ruleId, clause, fen } = pay;
  return {
    ruleId,
    version: rule.version,
    plan: title,
    adoptedBy,
    adoptedOn,
    approval,
    clause,
    months: [...new Set(pay.months)].sort(),
    fen,
  };
};
