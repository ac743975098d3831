import { Alert, Button, Checkbox, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { interviewInput } from '../../../../shared/features/cases/investigation-inputs.ts';
import {
  interviewKindLabels,
  interviewKindSchema,
  type Interview,
} from '../../../../shared/features/cases/investigation.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { StaffPeoplePicker, StaffPicker } from '../../organisation/parts/staff-picker.tsx';
import { useCaseCommand } from '../mutations.ts';
import './forms.css';
import { talkDemands, usualQuestions } from './interview-texts.ts';
import { InterviewedPerson } from './interviewed-person.tsx';
import type { ActFormProps } from './opened.ts';
import { QuestionLines } from './question-lines.tsx';
import { TeamCheck } from './team-check.tsx';
import { TimeInput } from './time-input.tsx';

const schema = interviewInput.omit({ id: true, rev: true, interviewId: true });
const someIds = z.array(z.string());
const someKind = interviewKindSchema;
const someFlag = z.boolean();
const someLines = z.array(z.unknown());

const beginning = (record: CaseRecord, former: Interview | undefined): object => {
  if (former) {
    return {
      interview: {
        ...former,
        interviewerIds: former.interviewers.map(({ id }) => id),
        recorderId: former.recorder.id,
      },
    };
  }
  const handlers = record.filing?.team ?? record.checkers;
  return {
    interview: {
      kind: 'subject',
      personId: null,
      minor: false,
      heldOn: dayOfMs(Date.now()),
      interviewerIds: handlers.slice(0, 2).map(({ id }) => id),
      ...(handlers[2] ? { recorderId: handlers[2].id } : {}),
      rightsTold: false,
      lines: [{ question: '', answer: '' }],
      signed: true,
    },
  };
};

/** 询问（谈话）笔录, typed while it is said; `target` is the interview to be corrected. */
export const InterviewForm = ({
  view: { record },
  target,
  onClose,
}: ActFormProps & { target?: string }): ReactNode => {
  const toast = useToast();
  const save = useCaseCommand('cases.recordInterview');
  const former = record.investigation.interviews.find(({ id }) => id === target);
  const form = useZodForm({
    schema,
    initial: beginning(record, former),
    draftKey: `cases.interview:${record.id}:${former?.id ?? 'new'}`,
    onSubmit: async ({ interview }) => {
      await save.mutateAsync({
        id: record.id,
        rev: record.rev,
        ...(former ? { interviewId: former.id } : {}),
        interview: {
          ...interview,
          lines: interview.lines.filter(({ question, answer }) => `${question}${answer}`.trim() !== ''),
          adult: interview.minor ? interview.adult : '',
          refusal: interview.signed ? '' : interview.refusal,
          demands: interview.kind === 'talk' ? interview.demands : '',
        },
      });
      toast.done(former ? '已改好笔录' : '已保存笔录');
      onClose();
    },
  });
  const kind = useWatched(form, 'interview.kind', someKind, 'subject');
  const minor = useWatched(form, 'interview.minor', someFlag, false);
  const signed = useWatched(form, 'interview.signed', someFlag, true);
  const interviewers = useWatched(form, 'interview.interviewerIds', someIds, []);
  const lines = useWatched(form, 'interview.lines', someLines, []);
  const talk = kind === 'talk';
  return (
    <ActDrawer
      title={former ? `更正${former.name}的笔录` : '记录询问谈话'}
      about="边问边记：问句后按回车到答句，答句后按回车到下一问，没有下一问就增加一问；Ctrl+回车插入一问，Shift+回车换行。没写完关掉也不会丢。"
      onClose={onClose}
      size={860}
    >
      <ZodForm of={form} wide>
        <Field name="interview.kind" label="笔录种类">
          <Radio.Group
            options={interviewKindSchema.options.map((value) => ({
              value,
              label: interviewKindLabels[value],
            }))}
            onChange={({ target: { value } }) => {
              if (value === 'talk') fillIn(form, { 'interview.demands': talkDemands });
            }}
          />
        </Field>
        <FormSection title={talk ? '谈话对象' : '被询问人'}>
          <InterviewedPerson of={form} record={record} minor={minor} />
        </FormSection>
        <FormSection title="时间、地点、人员">
          <FormRow>
            <Field name="interview.heldOn" label="日期">
              <DayInput />
            </Field>
            <Field name="interview.from" label="开始时间">
              <TimeInput />
            </Field>
            <Field name="interview.to" label="结束时间">
              <TimeInput />
            </Field>
          </FormRow>
          <FormRow>
            <Field name="interview.place" label="地点">
              <Input maxLength={60} />
            </Field>
            <Field name="interview.recorderId" label="记录人">
              <StaffPicker />
            </Field>
          </FormRow>
          <Field name="interview.interviewerIds" label={talk ? '谈话人' : '询问人'} help="不少于两人。">
            <StaffPeoplePicker />
          </Field>
          <TeamCheck record={record} ids={interviewers} least={2} />
          <Field
            name="interview.rightsTold"
            label="权利告知"
            valueProp="checked"
            help="没有告知的笔录不能作为证据。"
          >
            <Checkbox>已告知权利义务和申请回避的权利</Checkbox>
          </Field>
        </FormSection>
        <FormSection title={talk ? '谈话内容' : '问答'}>
          {lines.length <= 1 && (
            <Button
              style={{ marginBottom: 12 }}
              onClick={() => fillIn(form, { 'interview.lines': usualQuestions[kind] })}
            >
              填入常用问句
            </Button>
          )}
          <Field name="interview.lines" label={talk ? '谈话记录' : '问答记录'}>
            <QuestionLines />
          </Field>
          {talk && (
            <Field name="interview.demands" label="要求与整改期限" help="诫勉谈话应当写明问题、要求和期限。">
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} showCount />
            </Field>
          )}
        </FormSection>
        <FormSection title="签名">
          <Field name="interview.signed" label="签名情况">
            <Radio.Group
              options={[
                { value: true, label: '本人核对后逐页签名' },
                { value: false, label: '拒绝签名' },
              ]}
            />
          </Field>
          {!signed && (
            <Field name="interview.refusal" label="拒签说明" help="写明拒签的理由和在场人员。">
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={200} />
            </Field>
          )}
        </FormSection>
        {record.filing === null && record.route === 'ordinary' && (
          <Alert type="info" showIcon style={{ marginBottom: 12 }} title="立案后才能记录询问谈话。" />
        )}
        <FormActions submit={former ? '保存更正' : '保存笔录'} onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
