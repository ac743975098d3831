import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import {
  signFields,
  talkFields,
  tellFields,
} from '../../../../../shared/features/evaluation/feedback/inputs.ts';
import {
  stanceLabels,
  stanceSchema,
  tellingWayLabels,
  tellingWaySchema,
} from '../../../../../shared/features/evaluation/feedback/schema.ts';
import { dayOfMs } from '../../../../../shared/kernel/dates.ts';
import { useToast } from '../../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../../ui/record/act-drawer.tsx';
import { targetOf, type ActFormProps } from '../opened.ts';
import { useFeedbackCommand } from '../use-feedback-command.ts';
import { FilesInput } from './files-input.tsx';

const today = (): string => dayOfMs(Date.now());
const keyOf = (act: string, { view }: ActFormProps): string =>
  `evaluation.${act}:${view.cycleId}:${view.subject.id}`;

/** 告知结果 */
export const TellForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const tell = useFeedbackCommand('evaluation.tellResult');
  const byLaw = view.sheet?.byLaw === true;
  const form = useZodForm({
    schema: tellFields,
    initial: { on: today(), way: 'interview', objectBy: null },
    draftKey: keyOf('tell', props),
    onSubmit: async (value) => {
      await tell.mutateAsync({ ...targetOf(view), ...value });
      toast.done('已告知，反馈单已定稿');
      onClose();
    },
  });
  return (
    <ActDrawer
      title="告知结果"
      about="反馈单随即定稿保存，打印后交给本人；从告知之日起计算提出异议的期限。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="on" label="告知日期">
          <DayInput />
        </Field>
        <Field name="way" label="告知方式">
          <Radio.Group
            options={tellingWaySchema.options.map((value) => ({ value, label: tellingWayLabels[value] }))}
          />
        </Field>
        {byLaw ? (
          <p className="mz-muted" style={{ marginBottom: 18 }}>
            本人不服基本合格、不合格等次的，可以自知道之日起 30 日内申请复核，期限自动计算并写在反馈单上。
          </p>
        ) : (
          <Field
            name="objectBy"
            label="提出异议的截止日期"
            optional
            help="按学校考核方案填写，写在反馈单上；方案没有规定的不填。"
          >
            <DayInput />
          </Field>
        )}
        <FormActions submit="定稿并告知" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 反馈谈话 */
export const TalkForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const record = useFeedbackCommand('evaluation.recordTalk');
  const held = view.feedback?.talk;
  const form = useZodForm({
    schema: talkFields,
    initial: held ? { ...held, files: [] } : { on: today(), files: [] },
    draftKey: keyOf('talk', props),
    undrafted: ['files'],
    onSubmit: async (value) => {
      await record.mutateAsync({ ...targetOf(view), ...value, files: [...value.files] });
      toast.done('已登记谈话');
      onClose();
    },
  });
  const text = <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />;
  return (
    <ActDrawer
      title="反馈谈话"
      about={`${view.subject.name}：肯定成绩，指出不足，听取本人陈述。签收以前可以修改。`}
      onClose={onClose}
    >
      <ZodForm of={form}>
        <FormRow>
          <Field name="on" label="谈话日期">
            <DayInput />
          </Field>
          <Field name="place" label="地点" optional>
            <Input maxLength={60} />
          </Field>
        </FormRow>
        <FormRow>
          <Field name="talkers" label="谈话人">
            <Input maxLength={100} />
          </Field>
          <Field name="recorder" label="记录人">
            <Input maxLength={30} />
          </Field>
        </FormRow>
        <Field name="praise" label="肯定的成绩" optional>
          {text}
        </Field>
        <Field name="faults" label="指出的不足" optional>
          {text}
        </Field>
        <Field name="demands" label="提出的要求" optional>
          {text}
        </Field>
        <Field name="reply" label="本人陈述" help="没有意见的也写明。">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Field>
        <Field name="files" label="签字的谈话记录" optional>
          <FilesInput title="把签字的谈话记录拖到这里" />
        </Field>
        <FormActions submit="登记谈话" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** 本人意见与签收 */
export const SignForm = (props: ActFormProps): ReactNode => {
  const { view, onClose } = props;
  const toast = useToast();
  const sign = useFeedbackCommand('evaluation.signResult');
  const form = useZodForm({
    schema: signFields,
    initial: { on: today(), stance: 'agree', text: '', signing: { kind: 'signed' }, files: [] },
    draftKey: keyOf('sign', props),
    undrafted: ['files'],
    onSubmit: async (value) => {
      await sign.mutateAsync({ ...targetOf(view), ...value, files: [...value.files] });
      toast.done('已登记本人意见');
      onClose();
    },
  });
  const kind: unknown = Form.useWatch(['signing', 'kind'], { form: form.form, preserve: true });
  return (
    <ActDrawer
      title="登记本人意见"
      about="如实登记本人在反馈单上签署的意见，签字的反馈单随附。"
      onClose={onClose}
    >
      <ZodForm of={form}>
        <Field name="on" label="签收日期">
          <DayInput />
        </Field>
        <Field name="stance" label="本人意见">
          <Radio.Group
            options={stanceSchema.options.map((value) => ({ value, label: stanceLabels[value] }))}
          />
        </Field>
        <Field
          name="text"
          label="意见内容"
          optional
          help="保留意见或者有异议的必须填写。有异议、要求复核的，再办“提出异议”。"
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Field>
        <Field name="signing.kind" label="签字情况">
          <Radio.Group
            options={[
              { value: 'signed', label: '本人已签字' },
              { value: 'refused', label: '本人拒绝签字' },
            ]}
          />
        </Field>
        {kind === 'refused' && (
          <>
            <FormRow>
              <Field name="signing.witnesses.0" label="见证人一">
                <Input maxLength={30} />
              </Field>
              <Field name="signing.witnesses.1" label="见证人二">
                <Input maxLength={30} />
              </Field>
            </FormRow>
            <Field name="signing.note" label="拒签情况" help="什么时候、在哪里、本人怎么说。">
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
            </Field>
          </>
        )}
        <Field name="files" label="签字的反馈单" optional={kind === 'refused'}>
          <FilesInput title="把签字的反馈单拖到这里" />
        </Field>
        <FormActions submit="登记" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
