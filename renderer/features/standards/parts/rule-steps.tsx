import type { ReactNode } from 'react';
import {
  adoptionStepLabels,
  missingAdoption,
  type SchoolRuleContent,
} from '../../../../shared/features/standards/school-rule.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { StepBar, type StepBarItem } from '../../../ui/record/step-bar.tsx';

const stepsOf = (rule: SchoolRuleContent): readonly Omit<StepBarItem, 'state'>[] => {
  const step = (key: string, label: string, on: string | null): Omit<StepBarItem, 'state'> => ({
    key,
    label,
    ...(on === null ? {} : { note: formatDay(on) }),
  });
  return [
    step('consulted', adoptionStepLabels.consulted, rule.consulted.on),
    step('discussed', '讨论', rule.discussed.on),
    step('adopted', '审议通过', rule.adoptedOn),
    step('filed', '备案', rule.filed.on),
    step('published', '公布', rule.publishedOn),
  ];
};

/** How far a rule has come on its way into force, and what is still missing. */
export const RuleSteps = ({ rule }: { rule: SchoolRuleContent }): ReactNode => {
  const steps = stepsOf(rule);
  const next = steps.find(({ note }) => note === undefined)?.key;
  const missing = missingAdoption(rule);
  const toFile = rule.publishedOn !== null && rule.scope !== 'staff' && rule.filed.on === null;
  const stateOf = ({ key, note }: Omit<StepBarItem, 'state'>): StepBarItem['state'] => {
    if (note !== undefined) return 'done';
    if (rule.publishedOn !== null && !(key === 'filed' && toFile)) return 'skipped';
    return key === next ? 'current' : 'ahead';
  };
  return (
    <div style={{ marginBottom: 16 }}>
      <StepBar label="制定过程" items={steps.map((step) => ({ ...step, state: stateOf(step) }))} />
      {rule.publishedOn === null && missing.length > 0 && (
        <p className="mz-muted">公布之前还缺：{missing.join('、')}。</p>
      )}
      {toFile && <p className="mz-muted">学生适用的校规还要{adoptionStepLabels.filed}，备案后请补登日期。</p>}
    </div>
  );
};
