import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import {
  decideReviewFields,
  extendReviewFields,
  fileReviewFields,
  withdrawReviewFields,
} from '../../../../../shared/features/evaluation/feedback/inputs.ts';
import {
  reviewOutcomeLabels,
  reviewOutcomeSchema,
} from '../../../../../shared/features/evaluation/feedback/schema.ts';
import { openReview } from '../../../../../shared/features/evaluation/feedback/state.ts';
import { dayOfMs, formatDay } from '../../../../../shared/kernel/dates.ts';
import { useToast } from '../../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../../ui/form/use-zod-form.ts';
import { Field, FormActions, ZodForm } from '../../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../../ui/record/act-drawer.tsx';
import { StaffPeoplePicker } from '../../../organisation/parts/staff-picker.tsx';
import { targetOf, type ActFormProps } from '../opened.ts';
import { useFeedbackCommand } from '../use-feedback-command.ts';
import { FilesInput } from './files-input.tsx';

const today = (): string => dayOfMs(Date.now());
const keyOf = (act: string, { view }: ActFormProps): string =>
  `evaluation.${act}:${view.cycleId}:${view.subject.id}`;

/** 提出异议 */
export const FileReviewForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const file = useFeedbackCommand('evaluation.fileReview');
  const limit = view.feedback?.told?.limit ?? null;
  const byLaw = view.sheet?.byLaw === true;
  const form = useZodForm({
    schema: fileReviewFields,
    initial: { filedOn: today(), replyBy: null, lateReason: '', files: [] },
    draftKey: keyOf('fileReview', props),
    undrafted: ['files'],
    onSubmit: async (value) => {
      await file.mutateAsync({ ...targetOf(view), ...value, files: [...value.files] });
      toast.done('已登记异议，答复期限已列入期限表');
      onClose();
    },
  });
  const filedOn: unknown = Form.useWatch('filedOn', { form: form.form, preserve: true });
  const late = limit !== null && typeof filedOn === 'string' && filedOn > limit.dueOn;
  return (
    <ActDrawer
      title="提出异议"
      about={
        limit === null ? '本人书面提出的异议，如实登记。' : `提出异议的期限到${formatDay(limit.dueOn)}为止。`
      }
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="filedOn" label="收到日期">
          <DayInput />
        </Field>
        {late && (
          <Field name="lateReason" label="超过期限仍受理的理由">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
          </Field>
        )}
        <Field name="requests" label="请求">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Field>
        <Field name="reasons" label="理由">
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={3000} />
        </Field>
        {!byLaw && (
          <Field
            name="replyBy"
            label="答复期限"
            optional
            help="按学校考核方案填写；方案没有规定的不填，参照复核按三十日计算。"
          >
            <DayInput />
          </Field>
        )}
        <Field name="files" label="申请书和材料" optional>
          <FilesInput title="把申请书和材料拖到这里" />
        </Field>
        <FormActions submit="登记异议" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 延长答复期限 */
export const ExtendReviewForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const extend = useFeedbackCommand('evaluation.extendReview');
  const review = view.feedback === null ? undefined : openReview(view.feedback);
  const form = useZodForm({
    schema: extendReviewFields,
    draftKey: keyOf('extendReview', props),
    onSubmit: async (value) => {
      await extend.mutateAsync({ ...targetOf(view), ...value });
      toast.done('已延长');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="延长答复期限"
      about={`原期限${review === undefined ? '' : formatDay(review.reply.dueOn)}。情况复杂的可以延长一次，不超过三十日。`}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="dueOn" label="延长到">
          <DayInput />
        </Field>
        <Field name="reason" label="延长理由">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
        <FormActions submit="延长" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 复核答复 */
export const DecideReviewForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const decide = useFeedbackCommand('evaluation.decideReview');
  const form = useZodForm({
    schema: decideReviewFields,
    initial: { decidedOn: today(), reviewerIds: [], outcome: 'upheld', reopenTo: 'closed' },
    draftKey: keyOf('decideReview', props),
    onSubmit: async (value) => {
      await decide.mutateAsync({ ...targetOf(view), ...value });
      toast.done(value.outcome === 'upheld' ? '已答复，答复书已编号保存' : '已答复，考核已重新打开');
      onClose();
    },
  });
  const outcome: unknown = Form.useWatch('outcome', { form: form.form, preserve: true });
  return (
    <ActDrawer
      title="复核答复"
      about="由没有参加评分、校准和结果确认的人复核；答复书随即编号、定稿保存。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="decidedOn" label="答复日期">
          <DayInput />
        </Field>
        <Field name="reviewerIds" label="复核人" help="参加过评分、校准会议或确认结果的人，系统不接受。">
          <StaffPeoplePicker />
        </Field>
        <Field name="findings" label="核实情况">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={3000} />
        </Field>
        <Field name="reason" label="复核意见和理由">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Field>
        <Field name="outcome" label="复核结果">
          <Radio.Group
            options={reviewOutcomeSchema.options.map((value) => ({
              value,
              label: reviewOutcomeLabels[value],
            }))}
          />
        </Field>
        {outcome === 'sentBack' && (
          <Field
            name="reopenTo"
            label="退回到"
            help="本次考核的全部结果随即撤回，改正后须再次确认；已有的反馈随撤回的结果保留。匿名组已封存的评分不能再改。"
          >
            <Radio.Group
              options={[
                { value: 'closed', label: '核对校准' },
                { value: 'scoring', label: '重新评分' },
              ]}
            />
          </Field>
        )}
        <FormActions submit="答复" danger={outcome === 'sentBack'} onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 本人撤回异议 */
export const WithdrawReviewForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const withdraw = useFeedbackCommand('evaluation.withdrawReview');
  const form = useZodForm({
    schema: withdrawReviewFields,
    initial: { on: today() },
    draftKey: keyOf('withdrawReview', props),
    onSubmit: async (value) => {
      await withdraw.mutateAsync({ ...targetOf(view), ...value });
      toast.done('已登记撤回');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="本人撤回异议"
      about="本人自愿撤回的，如实登记；在期限内可以再次提出。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="on" label="撤回日期">
          <DayInput />
        </Field>
        <Field name="reason" label="撤回的原因">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
        <FormActions submit="登记撤回" danger onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
