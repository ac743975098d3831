import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { liftSanctionInput } from '../../../../shared/features/cases/inputs.ts';
import type { Sanction } from '../../../../shared/features/cases/sanction.ts';
import { addDays, dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';
import { isLiftable } from './period-lines.ts';

const schema = liftSanctionInput.omit({ id: true, rev: true });

/** The day after the period once that has come, else today. */
const lawfulDay = (endsOn: string | null, today: string): string =>
  endsOn !== null && endsOn < today ? addDays(endsOn, 1) : today;

const helpOf = ({ endsOn, measureKind }: Sanction): string | undefined => {
  if (endsOn === null) return undefined;
  return measureKind === 'sanction'
    ? `处分期到${formatDay(endsOn)}，次日起可以解除。`
    : '学生认识并改正的，可以提前解除。';
};

/** 解除: with the conduct during the period; the paper gets its number at once and is issued from 文书. */
export const LiftForm = ({ view, target, onClose }: ActFormProps & { target?: string }): ReactNode => {
  const { record } = view;
  const toast = useToast();
  const lift = useCaseCommand('cases.liftSanction');
  const today = dayOfMs(Date.now());
  const liftable = view.sanctions.filter((sanction) => isLiftable(sanction, today));
  const first = liftable.find(({ id }) => id === target) ?? liftable[0];
  const form = useZodForm({
    schema,
    initial: {
      sanctionId: first?.id ?? '',
      liftedOn: lawfulDay(first?.endsOn ?? null, today),
      conduct: '',
    },
    draftKey: `cases.lift:${record.id}:${target ?? ''}`,
    onSubmit: async (value) => {
      await lift.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已解除，解除通知已取得文号，请到“文书”里印发');
      onClose();
    },
  });
  const chosen: unknown = Form.useWatch('sanctionId', { form: form.form, preserve: true });
  const sanction = liftable.find(({ id }) => id === chosen);
  const nameOf = (personId: string): string =>
    record.subjects.find((subject) => subject.personId === personId)?.name ?? '';
  return (
    <ActDrawer
      title="解除处理"
      about="解除后处理不再有影响，程序给解除通知一个文号，印发后书面告知本人。教职工的处分期满才能解除，不能提前。"
      onClose={onClose}
      size={560}
    >
      <ZodForm of={form}>
        <Field name="sanctionId" label="解除哪一项处理">
          <Radio.Group
            className="mz-case-radios"
            options={liftable.map(({ id, personId, measureName, endsOn }) => ({
              value: id,
              label: `${nameOf(personId)}：${measureName}${endsOn === null ? '' : `，到${formatDay(endsOn)}`}`,
            }))}
          />
        </Field>
        <Field name="liftedOn" label="解除日期" help={sanction && helpOf(sanction)}>
          <DayInput />
        </Field>
        <Field name="conduct" label="期间表现" help="印在解除通知上：处理期间的表现、有没有再犯。">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} showCount />
        </Field>
        <FormActions submit="解除" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
