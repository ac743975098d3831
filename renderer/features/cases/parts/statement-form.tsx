import { Checkbox, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { currentNotifications, currentStatements } from '../../../../shared/features/cases/conditions.ts';
import {
  adoptionLabels,
  statementOutcomeLabels,
  statementSchema,
} from '../../../../shared/features/cases/hearing.ts';
import { hearStatementInput } from '../../../../shared/features/cases/inputs.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import { dayOfMs, formatDay } from '../../../../shared/kernel/dates.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';
import { PersonTabs } from './person-tabs.tsx';

const schema = hearStatementInput.omit({ id: true, rev: true, personId: true });
const someOutcome = statementSchema.shape.outcome;
const someAdoption = z.string().nullable();

/** 记录陈述, person by person; `target` is the person to begin with. */
export const StatementForm = (props: ActFormProps & { target?: string }): ReactNode => {
  const { record } = props.view;
  const heard = currentStatements(record);
  const isHeard = (personId: string): boolean => heard.some((one) => one.personId === personId);
  const first =
    record.subjects.find(({ personId }) => personId === props.target) ??
    record.subjects.find(({ personId }) => !isHeard(personId)) ??
    record.subjects[0];
  const [chosen, setChosen] = useState(first?.personId ?? '');
  const subject = record.subjects.find(({ personId }) => personId === chosen);
  return (
    <ActDrawer
      title="记录陈述"
      about="每一名当事人记录一次；提出的事实、理由和证据要复核，是否采纳要写明理由。不得因陈述申辩加重处理。"
      onClose={props.onClose}
    >
      <PersonTabs
        people={record.subjects.map(({ personId, name }) => ({
          id: personId,
          name,
          done: isHeard(personId) ? '已记录' : null,
        }))}
        value={chosen}
        onChange={setChosen}
      />
      {subject && (
        <OneStatement
          key={subject.personId}
          {...props}
          subject={subject}
          onSaved={() => {
            const next = record.subjects.find(
              ({ personId }) => personId !== subject.personId && !isHeard(personId),
            );
            if (next) setChosen(next.personId);
            else props.onClose();
          }}
        />
      )}
    </ActDrawer>
  );
};

const OneStatement = ({
  view: { record },
  subject,
  onSaved,
  onClose,
}: ActFormProps & { subject: CaseSubject; onSaved: () => void }): ReactNode => {
  const toast = useToast();
  const hear = useCaseCommand('cases.hearStatement');
  const { personId, name, kind } = subject;
  const former = currentStatements(record).find((one) => one.personId === personId);
  const told = currentNotifications(record).find((one) => one.personId === personId);
  const form = useZodForm({
    schema,
    initial: former ?? {
      outcome: 'stated' as const,
      heardOn: dayOfMs(Date.now()),
      text: '',
      adoption: null,
      adoptionReason: '',
      hearingAsked: false,
    },
    draftKey: `cases.hear:${record.id}:${String(record.round)}:${personId}`,
    onSubmit: async (value) => {
      const spoke = value.outcome === 'stated';
      await hear.mutateAsync({
        id: record.id,
        rev: record.rev,
        personId,
        ...value,
        ...(spoke ? {} : { adoption: null, adoptionReason: '' }),
      });
      toast.done(`已记录${name}的陈述`);
      onSaved();
    },
  });
  const outcome = useWatched(form, 'outcome', someOutcome, 'stated');
  const adoption = useWatched(form, 'adoption', someAdoption, null);
  return (
    <ZodForm of={form}>
      {told && (
        <p className="mz-muted" style={{ marginBottom: 14 }}>
          {formatDay(told.notifiedOn)}告知{name}，陈述期限到{formatDay(told.deadlineOn)}。
          {told.intended !== '' && `告知的内容：${told.intended}。`}
        </p>
      )}
      <Field name="outcome" label="情况">
        <Radio.Group
          options={(['stated', 'waived', 'lapsed'] as const).map((value) => ({
            value,
            label: statementOutcomeLabels[value],
          }))}
        />
      </Field>
      <Field name="heardOn" label="日期">
        <DayInput />
      </Field>
      {outcome === 'stated' && (
        <>
          <Field name="text" label="陈述内容">
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={5000} showCount />
          </Field>
          <Field
            name="adoption"
            label="采纳意见"
            optional
            help="作出决定前必须写明；现在还没研究的可以以后再填。"
          >
            <Radio.Group
              options={(['all', 'part', 'none'] as const).map((value) => ({
                value,
                label: adoptionLabels[value],
              }))}
            />
          </Field>
          <Field name="adoptionReason" label="采纳意见的理由" optional={adoption === null}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} showCount />
          </Field>
        </>
      )}
      <Field name="hearingAsked" label="听证" valueProp="checked" help="申请了听证的，听证之后才能作出决定。">
        <Checkbox>{kind === 'pupil' ? '学生或者家长申请听证' : '本人申请听证'}</Checkbox>
      </Field>
      <FormActions submit="记录陈述" onCancel={onClose} />
    </ZodForm>
  );
};
