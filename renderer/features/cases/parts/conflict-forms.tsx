import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { Conflict } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { declareConflictInput, settleConflictInput } from '../../../../shared/features/cases/inputs.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { StaffPicker } from '../../organisation/parts/staff-picker.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps, ActProps } from './opened.ts';

const declareSchema = declareConflictInput.omit({ id: true, rev: true });
const settleSchema = settleConflictInput.omit({ id: true, rev: true, conflictId: true });

/** 申报回避: somebody has an interest in the matter; `target` is the person whom it is about, where that is known. */
export const DeclareConflictForm = ({
  view: { record },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const toast = useToast();
  const declare = useCaseCommand('cases.declareConflict');
  const form = useZodForm({
    schema: declareSchema,
    initial: {
      declaredOn: dayOfMs(Date.now()),
      ...(target === undefined ? {} : { personId: target }),
    },
    draftKey: `cases.declareConflict:${record.id}`,
    onSubmit: async (value) => {
      await declare.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已记录回避申报');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="申报回避"
      about="与本事项有利害关系、可能影响公正办理的人要回避。处理之前，确认事实、立案和决定都要等。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="personId" label="申报回避的人">
          <StaffPicker />
        </Field>
        <Field name="relation" label="利害关系" help="例如：与当事人是夫妻；是事件的直接参与者。">
          <Input maxLength={100} />
        </Field>
        <Field name="declaredOn" label="申报日期">
          <DayInput />
        </Field>
        <FormActions submit="记录申报" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** What is decided about the declared interest of this id. */
export const SettleConflictForm = ({
  view: { record },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const conflict = record.conflicts.find(({ id }) => id === target);
  return conflict ? <Settlement record={record} conflict={conflict} onClose={onClose} /> : null;
};

const Settlement = ({
  record,
  conflict,
  onClose,
}: ActProps & { record: CaseRecord; conflict: Conflict }): ReactNode => {
  const toast = useToast();
  const settle = useCaseCommand('cases.settleConflict');
  const form = useZodForm({
    schema: settleSchema,
    initial: { outcome: 'withdrawn' },
    draftKey: `cases.settleConflict:${conflict.id}`,
    onSubmit: async (value) => {
      await settle.mutateAsync({ id: record.id, rev: record.rev, conflictId: conflict.id, ...value });
      toast.done('已处理回避申报');
      onClose();
    },
  });
  return (
    <ActDrawer
      title={`处理${conflict.person.name}的回避`}
      about={`申报的利害关系：${conflict.relation}`}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="outcome" label="处理结果">
          <Radio.Group
            options={[
              { value: 'withdrawn', label: '决定回避' },
              { value: 'dismissed', label: '不需要回避' },
            ]}
          />
        </Field>
        <Field name="note" label="处理意见" help="写明由谁接替，或为什么不需要回避。">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} showCount />
        </Field>
        <FormActions submit="保存处理结果" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
