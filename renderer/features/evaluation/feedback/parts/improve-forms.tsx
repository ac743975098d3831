import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  closePlanFields,
  followUpFields,
  goalDoneFields,
  planFields,
} from '../../../../../shared/features/evaluation/feedback/inputs.ts';
import {
  closingLabels,
  closingSchema,
  followUpKindLabels,
  followUpKindSchema,
} from '../../../../../shared/features/evaluation/feedback/schema.ts';
import { dayOfMs } from '../../../../../shared/kernel/dates.ts';
import { useToast } from '../../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../../ui/form/day-input.tsx';
import { FormRows } from '../../../../ui/form/form-rows.tsx';
import { useZodForm } from '../../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../../ui/record/act-drawer.tsx';
import { targetOf, type ActFormProps } from '../opened.ts';
import { useFeedbackCommand } from '../use-feedback-command.ts';
import { FilesInput } from './files-input.tsx';

const today = (): string => dayOfMs(Date.now());
const keyOf = (act: string, { view }: ActFormProps): string =>
  `evaluation.${act}:${view.cycleId}:${view.subject.id}`;
const planOf = ({ view }: ActFormProps) => view.feedback?.plan ?? null;

/** 制定改进计划: begins with the indicators that lie lowest. */
export const PlanForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const save = useFeedbackCommand('evaluation.saveImprovementPlan');
  const plan = planOf(props);
  const weak = (view.sheet?.weak ?? []).map(({ name }) => ({ goal: `改进“${name}”` }));
  const form = useZodForm({
    schema: planFields,
    initial: plan ?? { startsOn: today(), goals: weak.length > 0 ? weak : [{}] },
    draftKey: keyOf('plan', props),
    onSubmit: async (value) => {
      await save.mutateAsync({ ...targetOf(view), ...value });
      toast.done('已制定改进计划');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="改进计划"
      about="目标、措施和期限要具体，能检查。开始跟进以前可以修改。"
      size={760}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <FormRow>
          <Field name="startsOn" label="开始日期">
            <DayInput />
          </Field>
          <Field name="endsOn" label="结束日期">
            <DayInput />
          </Field>
        </FormRow>
        <Field name="responsible" label="责任人" help="谁负责督促检查。">
          <Input maxLength={30} />
        </Field>
        <FormRows of={form} name="goals" unit="目标" max={10} min={1}>
          {(at) => (
            <>
              <Field name={`${at}goal`} label="改进目标">
                <Input maxLength={200} />
              </Field>
              <Field name={`${at}measure`} label="改进措施">
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
              </Field>
              <FormRow>
                <Field name={`${at}helper`} label="帮扶人" optional>
                  <Input maxLength={30} />
                </Field>
                <Field name={`${at}dueOn`} label="完成期限">
                  <DayInput />
                </Field>
              </FormRow>
            </>
          )}
        </FormRows>
        <FormActions submit="保存改进计划" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 跟进 */
export const FollowUpForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const follow = useFeedbackCommand('evaluation.followUp');
  const form = useZodForm({
    schema: followUpFields,
    initial: { kind: 'progress', on: today(), goalId: null, title: '', hours: null, files: [] },
    draftKey: keyOf('followUp', props),
    undrafted: ['files'],
    onSubmit: async (value) => {
      await follow.mutateAsync({ ...targetOf(view), ...value, files: [...value.files] });
      toast.done('已登记跟进');
      onClose();
    },
  });
  const kind: unknown = Form.useWatch('kind', { form: form.form, preserve: true });
  return (
    <ActDrawer title="登记跟进" about="进展、培训、听课和谈心，随附能说明情况的材料。" onClose={onClose}>
      <ZodForm of={form}>
        <Field name="kind" label="方式">
          <Radio.Group
            options={followUpKindSchema.options.map((value) => ({ value, label: followUpKindLabels[value] }))}
          />
        </Field>
        <Field name="on" label="日期">
          <DayInput />
        </Field>
        <Field name="goalId" label="针对的目标" optional>
          <Select
            allowClear
            placeholder="整个计划"
            options={(planOf(props)?.goals ?? []).map(({ id, goal }) => ({ value: id, label: goal }))}
          />
        </Field>
        {kind === 'training' && (
          <FormRow>
            <Field name="title" label="培训名称">
              <Input maxLength={60} />
            </Field>
            <Field name="hours" label="学时" optional>
              <InputNumber min={0.5} max={500} step={0.5} style={{ width: '100%' }} />
            </Field>
          </FormRow>
        )}
        <Field name="text" label="情况">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
        </Field>
        <Field name="files" label="佐证材料" optional>
          <FilesInput title="把材料拖到这里" />
        </Field>
        <FormActions submit="登记跟进" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 完成目标 */
export const GoalDoneForm = (props: ActFormProps & { readonly goalId: string | undefined }): ReactNode => {
  const { view, onClose, goalId } = props;
  const toast = useToast();
  const complete = useFeedbackCommand('evaluation.completeGoal');
  const open = (planOf(props)?.goals ?? []).filter(({ done }) => done === null);
  const form = useZodForm({
    schema: goalDoneFields,
    initial: { goalId: goalId ?? open[0]?.id, on: today() },
    draftKey: keyOf(`goalDone:${goalId ?? ''}`, props),
    onSubmit: async (value) => {
      await complete.mutateAsync({ ...targetOf(view), ...value });
      toast.done('已登记完成');
      onClose();
    },
  });
  return (
    <ActDrawer title="完成目标" about="写明依据什么认定已经完成。" onClose={onClose}>
      <ZodForm of={form}>
        <Field name="goalId" label="目标">
          <Select options={open.map(({ id, goal }) => ({ value: id, label: goal }))} />
        </Field>
        <Field name="on" label="完成日期">
          <DayInput />
        </Field>
        <Field name="note" label="完成情况">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Field>
        <FormActions submit="登记完成" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 检查改进计划 */
export const ClosePlanForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const close = useFeedbackCommand('evaluation.closeImprovementPlan');
  const form = useZodForm({
    schema: closePlanFields,
    initial: { on: today(), result: 'met', files: [] },
    draftKey: keyOf('closePlan', props),
    undrafted: ['files'],
    onSubmit: async (value) => {
      await close.mutateAsync({ ...targetOf(view), ...value, files: [...value.files] });
      toast.done('改进计划已检查');
      onClose();
    },
  });
  return (
    <ActDrawer title="检查改进计划" about="检查以后计划结束，不再登记跟进。" onClose={onClose}>
      <ZodForm of={form}>
        <Field name="on" label="检查日期">
          <DayInput />
        </Field>
        <Field name="result" label="结论">
          <Radio.Group
            options={closingSchema.options.map((value) => ({ value, label: closingLabels[value] }))}
          />
        </Field>
        <Field name="checker" label="检查人">
          <Input maxLength={30} />
        </Field>
        <Field name="note" label="检查情况">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
        </Field>
        <Field name="files" label="佐证材料" optional>
          <FilesInput title="把材料拖到这里" />
        </Field>
        <FormActions submit="检查结束" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
