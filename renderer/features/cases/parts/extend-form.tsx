import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../../shared/features/cases/channels.ts';
import type { ClockKind } from '../../../../shared/features/cases/clock.ts';
import { investigationLimit } from '../../../../shared/features/cases/clocks.ts';
import { extendClockInput } from '../../../../shared/features/cases/inputs.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** Terms that the law gives to the people concerned: the school cannot move them. */
export const isExtensible = (kind: ClockKind): boolean => kind !== 'review' && kind !== 'pupil-appeal';

const schema = extendClockInput.omit({ id: true, rev: true });

/** How far the term may be moved, in words. */
const helpOf = ({ record }: CaseView, kind: ClockKind | undefined): string => {
  if (kind === 'investigation' && record.filing)
    return `最长不能超过${formatDay(investigationLimit(record.filing.approvedOn))}（自批准立案之日起十二个月）。`;
  return kind === 'service' || kind === 'handling' || kind === 'task' || kind === 'reply'
    ? '这是校内办理要求，延长后请按新的期限办。'
    : '延长后请及时告知当事人。';
};

/** 延长期限: to which day, why, and who approved it. */
export const ExtendForm = ({ view, target, onClose }: ActFormProps & { target?: string }): ReactNode => {
  const { record } = view;
  const toast = useToast();
  const extend = useCaseCommand('cases.extendClock');
  const clocks = view.clocks.filter(({ kind }) => isExtensible(kind));
  const form = useZodForm({
    schema,
    initial: { clockId: target ?? clocks[0]?.id ?? '' },
    draftKey: `cases.extend:${record.id}`,
    onSubmit: async (value) => {
      await extend.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已延长期限');
      onClose();
    },
  });
  const chosen: unknown = Form.useWatch('clockId', { form: form.form, preserve: true });
  const clock = clocks.find(({ id }) => id === chosen);
  return (
    <ActDrawer
      title="延长期限"
      about="期限、理由和批准人都记入办理记录；法规给本人的复核、申诉期限不能延长。"
      onClose={onClose}
      size={560}
    >
      <ZodForm of={form}>
        <Field name="clockId" label="延长哪一个期限">
          <Radio.Group
            className="mz-case-radios"
            options={clocks.map(({ id, label, dueOn }) => ({
              value: id,
              label: `${label}，到${formatDay(dueOn)}`,
            }))}
          />
        </Field>
        <Field name="dueOn" label="延长到" help={helpOf(view, clock?.kind)}>
          <DayInput />
        </Field>
        <Field name="reason" label="延长理由">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={300} showCount />
        </Field>
        <Field name="approver" label="批准人">
          <Input maxLength={30} />
        </Field>
        <FormActions submit="延长期限" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
