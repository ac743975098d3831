import { Input } from 'antd';
import type { ReactNode } from 'react';
import { meetingInputSchema, type Meeting } from '../../../../shared/features/evaluation/results/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';

/** Puts a meeting on record, or corrects its record. */
export const MeetingDrawer = ({
  cycleId,
  meeting,
  before,
  onClose,
  onSaved,
}: {
  cycleId: string;
  /** Null: a new one. */
  meeting: Meeting | null;
  /** Whose result waits for it; null: nobody's. */
  before: string | null;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode => {
  const toast = useToast();
  const save = useCommand('evaluation.saveMeeting');
  const form = useZodForm({
    schema: meetingInputSchema,
    initial: meeting ?? { heldOn: dayOfMs(Date.now()), place: '', absent: '' },
    draftKey: `evaluation.meeting:${cycleId}:${meeting?.id ?? 'new'}`,
    pathOf: (path) => path.replace(/^minutes\./, ''),
    onSubmit: async (minutes) => {
      await save.mutateAsync({
        cycleId,
        meeting: meeting && { id: meeting.id, rev: meeting.rev },
        minutes,
      });
      toast.done(meeting ? '已保存会议记录' : '已登记校准会议');
      onSaved();
    },
  });
  return (
    <ActDrawer
      title={meeting ? '修改会议记录' : '登记校准会议'}
      about={
        before === null
          ? '领导班子或考核小组集体研究考核结果的会议。调整等次、总分时注明是哪次会议定的。'
          : `调整须由会议集体研究决定，请先登记会议；保存后接着调整${before}。`
      }
      onClose={onClose}
      size={600}
    >
      <ZodForm of={form}>
        <FormRow>
          <Field name="heldOn" label="会议日期">
            <DayInput />
          </Field>
          <Field name="place" label="地点" optional>
            <Input maxLength={60} />
          </Field>
        </FormRow>
        <Field name="chair" label="主持人">
          <Input maxLength={30} />
        </Field>
        <Field name="present" label="出席人员" help="用顿号隔开。">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
        </Field>
        <Field name="absent" label="缺席与回避人员" optional help="本人或近亲属是考核对象的应当回避。">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
        </Field>
        <Field name="note" label="会议情况" help="讨论了哪些边界情况、各种意见、最后怎样决定。">
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={2000} showCount />
        </Field>
        <FormActions submit={meeting ? '保存会议记录' : '登记会议'} onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};
