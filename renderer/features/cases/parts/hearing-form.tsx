import { Alert, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { currentHearings, currentStatements } from '../../../../shared/features/cases/conditions.ts';
import { holdHearingInput } from '../../../../shared/features/cases/inputs.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { StaffPicker } from '../../organisation/parts/staff-picker.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';
import { PersonTabs } from './person-tabs.tsx';
import { recusalOf } from './team-check.tsx';

const schema = holdHearingInput.omit({ id: true, rev: true, personId: true });
const someId = z.string();

/** Nobody who checked the facts or investigated may chair, nor anybody who has to stay out. */
const unfitToChair = (record: CaseRecord, id: string): string | undefined => {
  const involved = [...record.checkers, ...(record.filing?.team ?? [])];
  if (involved.some((person) => person.id === id)) return '参加了本事项的核实、调查';
  return recusalOf(record, id);
};

/** 记录听证; `target` is the person to begin with. Those who asked for a hearing come first. */
export const HearingForm = (props: ActFormProps & { target?: string }): ReactNode => {
  const { record } = props.view;
  const asked = (personId: string): boolean =>
    currentStatements(record).some((one) => one.personId === personId && one.hearingAsked);
  const held = (personId: string): boolean =>
    currentHearings(record).some((one) => one.personId === personId);
  const first =
    record.subjects.find(({ personId }) => personId === props.target) ??
    record.subjects.find(({ personId }) => asked(personId) && !held(personId)) ??
    record.subjects[0];
  const [chosen, setChosen] = useState(first?.personId ?? '');
  const subject = record.subjects.find(({ personId }) => personId === chosen);
  return (
    <ActDrawer
      title="记录听证"
      about="由没有参加核实、调查的人员主持，听取调查人员和当事人的意见，形成听证意见供集体研究。"
      onClose={props.onClose}
      size={760}
    >
      <PersonTabs
        people={record.subjects.map(({ personId, name }) => ({
          id: personId,
          name,
          done: held(personId) ? '已听证' : asked(personId) ? '已申请' : null,
        }))}
        value={chosen}
        onChange={setChosen}
      />
      {subject && <OneHearing key={subject.personId} {...props} subject={subject} />}
    </ActDrawer>
  );
};

const OneHearing = ({
  view: { record },
  subject: { personId, name },
  onClose,
}: ActFormProps & { subject: CaseSubject }): ReactNode => {
  const toast = useToast();
  const hold = useCaseCommand('cases.holdHearing');
  const former = currentHearings(record).find((one) => one.personId === personId);
  const form = useZodForm({
    schema,
    initial: former
      ? {
          heldOn: former.heldOn,
          place: former.place,
          chairId: former.chair.id,
          recorderId: former.recorder.id,
          attendees: former.attendees,
          minutes: former.minutes,
          opinion: former.opinion,
        }
      : { heldOn: dayOfMs(Date.now()), attendees: '' },
    draftKey: `cases.hearing:${record.id}:${personId}`,
    onSubmit: async (value) => {
      await hold.mutateAsync({ id: record.id, rev: record.rev, personId, ...value });
      toast.done(`已记录${name}的听证`);
      onClose();
    },
  });
  const chair = useWatched(form, 'chairId', someId, '');
  const unfit = chair === '' ? undefined : unfitToChair(record, chair);
  return (
    <ZodForm of={form}>
      <FormRow>
        <Field name="heldOn" label="听证日期">
          <DayInput />
        </Field>
        <Field name="place" label="听证地点">
          <Input maxLength={60} />
        </Field>
      </FormRow>
      <FormRow>
        <Field name="chairId" label="主持人">
          <StaffPicker />
        </Field>
        <Field name="recorderId" label="记录人">
          <StaffPicker />
        </Field>
      </FormRow>
      {unfit !== undefined && (
        <Alert
          type="error"
          showIcon
          role="status"
          style={{ marginBottom: 18 }}
          title={`主持人${unfit}，请换人主持。`}
        />
      )}
      <Field name="attendees" label="参加人员" optional help="调查人员、当事人及其代理人、证人等。">
        <Input maxLength={300} />
      </Field>
      <Field name="minutes" label="听证情况" help="调查人员陈述、当事人申辩和质证、最后陈述。">
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 18 }} maxLength={5000} showCount />
      </Field>
      <Field name="opinion" label="听证意见">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} showCount />
      </Field>
      <FormActions submit="记录听证" onCancel={onClose} />
    </ZodForm>
  );
};
