import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { monthsText, payInput, type PayDraft } from '../../../../shared/features/cases/pay.ts';
import { ruleStanding } from '../../../../shared/features/standards/school-rule.ts';
import { inForce, type SchoolRule } from '../../../../shared/features/standards/schema.ts';
import { addMonths, formatDay } from '../../../../shared/kernel/dates.ts';
import { fenOfYuan } from '../../../../shared/kernel/money.ts';

/** Months that can be chosen: the year before the decision and the quarter after it. */
const MONTHS_BEFORE = 12;
const MONTHS_AFTER = 3;

const monthsAround = (day: string): string[] =>
  Array.from({ length: MONTHS_BEFORE + MONTHS_AFTER + 1 }, (_, at) =>
    addMonths(`${day.slice(0, 7)}-01`, at - MONTHS_BEFORE).slice(0, 7),
  );

/** By which plan 奖励性绩效 is taken off, by which clause of it, for which months and how much. */
export const PayFields = ({
  rules,
  day,
  pay,
  about,
  onPay,
}: {
  readonly rules: readonly SchoolRule[];
  readonly day: string;
  readonly pay: PayDraft | null;
  /** Whom and what it is about, for the names of the fields. */
  readonly about: string;
  readonly onPay: (pay: PayDraft) => void;
}): ReactNode => {
  const held = pay ?? payInput.parse({});
  const plans = rules.filter((rule) => {
    const { content } = inForce(rule);
    return rule.enabled && content.scope !== 'pupils' && ruleStanding(content) === 'published';
  });
  const plan = plans.find(({ id }) => id === held.ruleId);
  const change = (part: Partial<PayDraft>): void => onPay({ ...held, ...part });
  return (
    <span className="mz-pay-fields">
      <Select
        aria-label={`${about}的绩效分配方案`}
        placeholder="绩效分配方案"
        value={held.ruleId === '' ? null : held.ruleId}
        notFoundContent="没有已公布的方案，请先在校内制度中登记。"
        options={plans.map((rule) => {
          const { title, adoptedOn } = inForce(rule).content;
          return {
            value: rule.id,
            label: adoptedOn === null ? `《${title}》` : `《${title}》（${formatDay(adoptedOn)}通过）`,
          };
        })}
        onChange={(ruleId: string) => change({ ruleId, clause: '' })}
      />
      <Select
        aria-label={`${about}依据的条款`}
        placeholder="条款"
        value={held.clause === '' ? null : held.clause}
        notFoundContent="这个方案没有登记条文。"
        options={(plan ? inForce(plan).content.clauses : []).map(({ no }) => ({ value: no, label: no }))}
        onChange={(clause: string) => change({ clause })}
      />
      <Select<string[]>
        mode="multiple"
        aria-label={`${about}的月份`}
        placeholder="核减月份"
        value={held.months}
        options={monthsAround(day).map((month) => ({ value: month, label: monthsText([month]) }))}
        onChange={(months) => change({ months })}
      />
      <InputNumber
        aria-label={`${about}的金额（元）`}
        placeholder="金额"
        suffix="元"
        min={0}
        precision={2}
        value={held.fen === 0 ? null : held.fen / 100}
        onChange={(yuan) => change({ fen: yuan === null ? 0 : fenOfYuan(yuan) })}
      />
      <small>只核减奖励性绩效，不动岗位工资、薪级工资和国家津贴补贴。</small>
    </span>
  );
};
