import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import {
  proposeLeadFields,
  proposeRewardFields,
  settleRewardFields,
} from '../../../../../shared/features/evaluation/feedback/inputs.ts';
import {
  rewardOutcomeLabels,
  rewardOutcomeSchema,
} from '../../../../../shared/features/evaluation/feedback/schema.ts';
import { dayOfMs } from '../../../../../shared/kernel/dates.ts';
import { useToast } from '../../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../../ui/record/act-drawer.tsx';
import { targetOf, type ActFormProps } from '../opened.ts';
import { useFeedbackCommand } from '../use-feedback-command.ts';

const keyOf = (act: string, { view }: ActFormProps): string =>
  `evaluation.${act}:${view.cycleId}:${view.subject.id}`;

/** 转为问责线索 */
export const ProposeLeadForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const propose = useFeedbackCommand('evaluation.proposeLead');
  const form = useZodForm({
    schema: proposeLeadFields,
    initial: { text: '' },
    draftKey: keyOf('proposeLead', props),
    onSubmit: async (value) => {
      const next = await propose.mutateAsync({ ...targetOf(view), ...value });
      const made = next.feedback?.proposals.at(-1);
      toast.done(made?.kind === 'lead' ? `已登记${made.number}` : '已登记线索');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="转为问责线索"
      about="登记一条来源为“考核”的线索，由线索岗位研判。考核等次低本身不是线索，要写清楚发现的具体问题。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="text" label="发现的问题" help="什么时候、什么事、从哪里看出来。">
          <Input.TextArea autoFocus autoSize={{ minRows: 4 }} maxLength={2000} showCount />
        </Field>
        <FormActions submit="登记线索" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 建议奖励 */
export const ProposeRewardForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const propose = useFeedbackCommand('evaluation.proposeReward');
  const strong = (view.sheet?.strengths ?? []).map(({ name }) => `“${name}”`).join('、');
  const form = useZodForm({
    schema: proposeRewardFields,
    initial: { text: strong === '' ? '' : `在${strong}方面表现突出。`, reward: '' },
    draftKey: keyOf('proposeReward', props),
    onSubmit: async (value) => {
      await propose.mutateAsync({ ...targetOf(view), ...value });
      toast.done('已登记奖励建议');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="建议奖励"
      about="建议随考核保存，可以打印建议表、导出清单，供研究奖励时使用。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="reward" label="建议的奖励" help="如：嘉奖、记功、通报表扬。">
          <Input autoFocus maxLength={100} />
        </Field>
        <Field name="text" label="主要事迹">
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={2000} showCount />
        </Field>
        <FormActions submit="登记建议" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 登记奖励建议的办理结果 */
export const SettleRewardForm = (props: ActFormProps & { readonly proposalId: string }): ReactNode => {
  const { view, proposalId, onClose } = props;
  const toast = useToast();
  const settle = useFeedbackCommand('evaluation.settleReward');
  const form = useZodForm({
    schema: settleRewardFields.omit({ proposalId: true }),
    initial: { outcome: 'granted', on: dayOfMs(Date.now()) },
    draftKey: `${keyOf('settleReward', props)}:${proposalId}`,
    onSubmit: async (value) => {
      await settle.mutateAsync({ ...targetOf(view), proposalId, ...value });
      toast.done('已登记办理结果');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="登记办理结果"
      about="研究决定以后登记；给予奖励的，随即写进本人档案，不再改动。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="outcome" label="结果">
          <Radio.Group
            options={rewardOutcomeSchema.options.map((value) => ({
              value,
              label: rewardOutcomeLabels[value],
            }))}
          />
        </Field>
        <Field name="on" label="决定日期">
          <DayInput />
        </Field>
        <Field name="note" label="办理情况" help="谁研究决定、决定的文号；没有采纳的写明原因。">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
        <FormActions submit="登记" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
