import { Checkbox, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { currentNotifications } from '../../../../shared/features/cases/conditions.ts';
import { guardianWayLabels } from '../../../../shared/features/cases/hearing.ts';
import { notifyInput } from '../../../../shared/features/cases/inputs.ts';
import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useCaseCommand } from '../mutations.ts';
import { measureOf, useCaseStandards, type CaseStandards } from './case-standards.ts';
import './forms.css';
import type { ActFormProps } from './opened.ts';
import { useStatementTerm } from './statement-term.ts';
import { subjectPlace, subjectStanding } from './subject-words.ts';

const schema = notifyInput.omit({ id: true, rev: true }).extend({
  // A cleared field holds null; the term then follows from the day of notice.
  deadlineOn: notifyInput.shape.deadlineOn.or(notifyInput.shape.notifiedOn.nullable()),
});
const someDay = z.string();

const proposedCodes = (record: CaseRecord, personId: string): readonly string[] =>
  record.investigation.findings.find((finding) => finding.personId === personId)?.measureCodes ?? [];

/** 拟给予王立新警告处分，并作出通报批评的处理: as the findings propose it; blank where nothing was proposed. */
const intendedText = (
  standards: CaseStandards,
  record: CaseRecord,
  { personId, name }: CaseSubject,
): string => {
  const measures = proposedCodes(record, personId).flatMap((code) => measureOf(standards, code) ?? []);
  const isSanction = ({ kind }: (typeof measures)[number]): boolean =>
    kind === 'sanction' || kind === 'pupil-sanction';
  const sanctions = measures.filter(isSanction).map((one) => one.name);
  const others = measures.filter((one) => !isSanction(one)).map((one) => one.name);
  const handled = `作出${others.join('、')}的处理`;
  if (sanctions.length === 0) return others.length === 0 ? '' : `拟对${name}${handled}`;
  return `拟给予${name}${sanctions.join('、')}处分${others.length === 0 ? '' : `，并${handled}`}`;
};

const needsHearing = (standards: CaseStandards, record: CaseRecord): boolean =>
  record.subjects.some(({ personId }) =>
    proposedCodes(record, personId).some((code) => measureOf(standards, code)?.requires.hearing === true),
  );

/** 告知: everybody concerned is told facts, grounds, what is intended and the right to speak; guardians of pupils too. */
export const NotifyForm = (props: ActFormProps): ReactNode => {
  const {
    view: { record },
    onClose,
  } = props;
  const standards = useCaseStandards(record);
  return (
    <ActDrawer
      title="告知本人"
      about={`把核实的事实、依据、拟作的处理和陈述申辩的权利告知${record.subjects.map(({ name }) => name).join('、')}。`}
      onClose={onClose}
      size={760}
    >
      <Loaded query={standards}>{(known) => <Notify {...props} standards={known} />}</Loaded>
    </ActDrawer>
  );
};

const Notify = ({
  view: { record },
  standards,
  onClose,
}: ActFormProps & { standards: CaseStandards }): ReactNode => {
  const toast = useToast();
  const notify = useCaseCommand('cases.notify');
  const today = dayOfMs(Date.now());
  const told = currentNotifications(record);
  const pupils = record.subjects.filter(({ kind }) => kind === 'pupil');
  const hearing = needsHearing(standards, record);
  const form = useZodForm({
    schema,
    initial: {
      way: 'written',
      notifiedOn: today,
      hearingOffered: hearing || pupils.length > 0 || told.some(({ hearingOffered }) => hearingOffered),
      intended: record.subjects.map((subject) => ({
        personId: subject.personId,
        text:
          told.find(({ personId }) => personId === subject.personId)?.intended ??
          intendedText(standards, record, subject),
      })),
      guardians: pupils.map(({ personId, guardian }) => ({
        personId,
        guardian: { name: guardian?.name ?? '', way: 'phone' as const, toldOn: today },
      })),
    },
    draftKey: `cases.notify:${record.id}:${String(record.round)}`,
    onSubmit: async ({ deadlineOn, ...value }) => {
      await notify.mutateAsync({
        id: record.id,
        rev: record.rev,
        ...value,
        ...(deadlineOn ? { deadlineOn } : {}),
      });
      toast.done('已记录告知，陈述期限开始计算');
      onClose();
    },
  });
  const notifiedOn = useWatched(form, 'notifiedOn', someDay, '');
  const term = useStatementTerm(notifiedOn);
  return (
    <ZodForm of={form} wide>
      <FormSection title="怎样告知">
        <Field name="way" label="告知方式">
          <Radio.Group
            options={[
              { value: 'written', label: '书面告知' },
              { value: 'oral', label: '当面告知并记录' },
            ]}
          />
        </Field>
        <FormRow>
          <Field name="notifiedOn" label="告知日期">
            <DayInput />
          </Field>
          <Field
            name="deadlineOn"
            label="陈述期限"
            optional
            help={
              term === null
                ? '不填时按告知后第 3 个工作日。'
                : `不填时到${term.text}（告知后第 3 个工作日${term.estimated ? '，预估' : ''}）。`
            }
          >
            <DayInput placeholder={term === null ? '第 3 个工作日' : term.text} />
          </Field>
        </FormRow>
        <Field
          name="hearingOffered"
          label="听证"
          valueProp="checked"
          help={
            hearing
              ? '建议的措施中有依申请应当听证的，必须告知。'
              : '拟给予降低岗位等级以上处分，或者学生第十条惩戒、纪律处分的，应当告知。'
          }
        >
          <Checkbox>已告知有权申请听证</Checkbox>
        </Field>
      </FormSection>
      <FormSection title={record.subjects.length > 1 ? '逐人告知的内容' : '告知的内容'}>
        {record.subjects.map((subject, at) => {
          const place = pupils.findIndex(({ personId }) => personId === subject.personId);
          return (
            <section key={subject.personId} className="mz-person-card" aria-label={subject.name}>
              <header>
                <strong>{subject.name}</strong>
                <span className="mz-muted">
                  {[subjectPlace(subject), ...subjectStanding(subject)]
                    .filter((text) => text !== '')
                    .join(' · ')}
                </span>
              </header>
              <Field
                name={`intended.${String(at)}.text`}
                label="拟作出的处理"
                optional={record.route !== 'ordinary'}
                help={
                  record.route === 'ordinary'
                    ? '按责任认定填入，会印在拟处分（处理）告知书上。'
                    : '还没有打算时可以不填，只告知事实。'
                }
              >
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
              </Field>
              {place >= 0 && (
                <FormRow>
                  <Field name={`guardians.${String(place)}.guardian.name`} label="告知的监护人">
                    <Input maxLength={30} />
                  </Field>
                  <Field name={`guardians.${String(place)}.guardian.way`} label="告知监护人的方式">
                    <Select
                      options={(['visit', 'phone', 'message', 'written'] as const).map((value) => ({
                        value,
                        label: guardianWayLabels[value],
                      }))}
                    />
                  </Field>
                  <Field name={`guardians.${String(place)}.guardian.toldOn`} label="告知监护人的日期">
                    <DayInput />
                  </Field>
                </FormRow>
              )}
            </section>
          );
        })}
      </FormSection>
      <FormActions submit="记录告知" onCancel={onClose} />
    </ZodForm>
  );
};
