import { formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import { quotaRuleOf } from '../../../../shared/features/evaluation/results/annual.ts';
import { subjectSourceOf, type Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { yearOf } from '../../../../shared/kernel/dates.ts';
import { placesOf } from '../../../../shared/law/rules/assessment.ts';

/** What the head of a cycle says of a yearly assessment, and of the share of the highest grade. */
export const annualFacts = (cycle: Cycle): { label: string; value: string }[] => {
  const { annual, kind, assessedYear, endsOn, subjects, quota } = cycle;
  const rule = quotaRuleOf(cycle);
  const places = rule && placesOf(subjects.length, rule.share);
  return [
    ...(annual !== null && subjectSourceOf(kind) === 'staff'
      ? [{ label: '年度考核', value: `${String(assessedYear ?? yearOf(endsOn))}年度` }]
      : []),
    ...(rule
      ? [
          {
            label: '优秀名额',
            value: `不超过 ${formatWeight(rule.share)}，${String(places)} 个${quota?.approval ? `（${quota.approval}）` : ''}`,
          },
        ]
      : []),
  ];
};
