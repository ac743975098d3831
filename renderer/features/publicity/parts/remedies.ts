import type { LawFinding } from '../../../../shared/law/findings.ts';
import type { LawRuleId } from '../../../../shared/law/pack.ts';
import { fieldId } from '../../../ui/form/field-path.ts';
import type { ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { fillIn } from '../../../ui/form/watched.ts';
import type { Remedy } from '../../../ui/law/law-findings.tsx';
import type { TypedItem } from './compose-values.ts';

/** What the form can do about a finding at once; null where only a person can. */
export const remedyFor =
  (
    form: ZodFormHandle,
    items: readonly TypedItem[],
    setItems: (items: TypedItem[]) => void,
  ): ((finding: LawFinding) => Remedy | null) =>
  ({ ruleId }) => {
    const fill = (label: string, change: Readonly<Record<string, unknown>>): Remedy => ({
      label,
      run: () => fillIn(form, change),
    });
    const longEnough = fill('改为 5 个工作日', { workdays: 5 });
    const remedies: Readonly<Partial<Record<LawRuleId, Remedy>>> = {
      'assessment-shown-too-short': longEnough,
      'shown-too-short': longEnough,
      'sanction-named-widely': fill('改为隐去部分姓名', { naming: 'masked' }),
      'sanction-to-parents': fill('范围改为全体教职工', { scope: 'staff' }),
      'pupil-result-shown': {
        label: '删去学生的各项',
        run: () => setItems(items.filter(({ personKind }) => personKind !== 'pupil')),
      },
      'contact-missing': {
        label: '去填写',
        run: () => document.getElementById(fieldId(form.name, 'contact.department'))?.focus(),
      },
    };
    return remedies[ruleId] ?? null;
  };
