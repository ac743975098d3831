import { Form, Input, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { z } from 'zod';
import type { SubjectKind } from '../../../../shared/features/cases/people.ts';
import { routeTaken } from '../../../../shared/features/cases/route-choice.ts';
import { caseStartInput, triageInput } from '../../../../shared/features/leads/inputs.ts';
import {
  receiverKindLabels,
  receiverKindSchema,
  transferSchema,
  triageWayLabels,
  triageWaySchema,
  type Lead,
} from '../../../../shared/features/leads/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { textSchema } from '../../../../shared/kernel/entity.ts';
import { useCall } from '../../../app/calls.ts';
import { useCan } from '../../../app/session.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Ways } from '../../../ui/form/ways.tsx';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { RouteChoice } from '../../cases/parts/route-choice.tsx';
import { PupilPeoplePicker } from '../../organisation/parts/pupil-picker.tsx';
import { StaffPeoplePicker } from '../../organisation/parts/staff-picker.tsx';
import { useLeadCommand } from '../mutations.ts';
import { MatterChoice } from './matter-choice.tsx';
import type { ActFormProps } from './opened.ts';

const abouts = {
  reply: '事情清楚、本校能答复的，核实后直接答复来源。',
  transfer: '不归本校或者本部门管的，写明转往哪里、有什么要求，可以打印转办单。',
  case: '需要追究责任的，同时登记问责事项，取得案号。',
  shelve: '过于笼统、暂时无法核实的，写明理由留存，有新情况再研判。',
} as const;

/** The four ways as the form holds them: people of a case by kind, as they are picked. */
const formSchema = z.discriminatedUnion('way', [
  z.object({ way: z.enum(['reply', 'shelve']), reason: textSchema('研判意见', 1000) }),
  z.object({ way: z.literal('transfer'), reason: textSchema('研判意见', 1000), transfer: transferSchema }),
  z.object({
    way: z.literal('case'),
    reason: textSchema('研判意见', 1000),
    case: caseStartInput
      .omit({ subjects: true })
      .extend({ staffIds: z.array(z.string()).default([]), pupilIds: z.array(z.string()).default([]) }),
  }),
]);

const someIds = z.array(z.string());
const someCode = z.string();

const kindsOf = (staffIds: readonly string[], pupilIds: readonly string[]): SubjectKind[] => [
  ...(staffIds.length > 0 ? ['staff' as const] : []),
  ...(pupilIds.length > 0 ? ['pupil' as const] : []),
];

const idsOf = (lead: Lead, kind: 'staff' | 'pupil'): string[] =>
  lead.people.flatMap((person) => (person.kind === kind ? [person.id] : []));

/** 研判: one of four ways, with the opinion and what that way needs. */
export const TriageForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const can = useCan();
  const toast = useToast();
  const { matters } = useCall('standards.matters', {}).data ?? { matters: [] };
  const { measures } = useCall('standards.measures', {}).data ?? { measures: [] };
  const triage = useLeadCommand('leads.triage');
  const staffIds = idsOf(lead, 'staff');
  // What every way begins with: the form keeps them all while a person tries one way after another.
  const initial = {
    way: 'reply' as const,
    transfer: { receiverKind: 'inside' as const, transferredOn: dayOfMs(Date.now()), answerBy: null },
    case: {
      matterCode: lead.matter?.code,
      summary: Array.from(lead.content).slice(0, 300).join(''),
      occurredOn: lead.occurredOn ?? lead.receivedOn,
      // A case is about staff or about pupils, never both: staff first, pupils where there is no member of staff.
      staffIds,
      pupilIds: staffIds.length > 0 ? [] : idsOf(lead, 'pupil'),
    },
  };
  const form = useZodForm({
    schema: formSchema,
    initial,
    draftKey: `leads.triage:${lead.id}`,
    pathOf: (path) => (path.startsWith('case.subjects') ? 'case.staffIds' : path),
    onSubmit: async (value) => {
      const target = { id: lead.id, rev: lead.rev };
      const { lead: after } = await triage.mutateAsync(
        value.way === 'case'
          ? triageInput.parse({
              ...target,
              way: 'case',
              reason: value.reason,
              case: {
                matterCode: value.case.matterCode,
                summary: value.case.summary,
                occurredOn: value.case.occurredOn,
                route: routeTaken(
                  value.case.route,
                  kindsOf(value.case.staffIds, value.case.pupilIds),
                  matters.find(({ id }) => id === value.case.matterCode),
                  measures,
                ),
                subjects: [
                  ...value.case.staffIds.map((id) => ({ kind: 'staff', id })),
                  ...value.case.pupilIds.map((id) => ({ kind: 'pupil', id })),
                ],
              },
            })
          : { ...target, ...value },
      );
      const started = after.triage?.case;
      toast.done(started ? `已登记为${started.number}` : `已研判：${triageWayLabels[value.way]}`);
      onClose();
    },
  });
  const kinds = kindsOf(
    useWatched(form, 'case.staffIds', someIds, staffIds),
    useWatched(form, 'case.pupilIds', someIds, initial.case.pupilIds),
  );
  const matterCode = useWatched(form, 'case.matterCode', someCode, '');
  const way = triageWaySchema.catch('reply').parse(Form.useWatch('way', { form: form.form, preserve: true }));
  return (
    <ActDrawer title="研判" about="研判错了可以写明原因撤回。" onClose={onClose}>
      <ZodForm of={form}>
        <Field name="way" label="怎样处理">
          <Ways
            of={triageWaySchema.options.map((value) => ({
              value,
              label: triageWayLabels[value],
              about: abouts[value],
              disabled: value === 'case' && !can('cases.register'),
            }))}
          />
        </Field>
        <Field name="reason" label="研判意见">
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} showCount />
        </Field>
        {way === 'transfer' && <TransferFields />}
        {way === 'case' && (
          <CaseFields pupils={can('pupils.read')}>
            <RouteChoice
              kinds={kinds}
              matter={matters.find(({ id }) => id === matterCode)}
              measures={measures}
            />
          </CaseFields>
        )}
        <FormActions submit={way === 'case' ? '登记问责事项' : '保存研判'} onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

const TransferFields = (): ReactNode => (
  <FormSection title="转办">
    <FormRow>
      <Field name="transfer.receiverKind" label="单位类别">
        <Select
          options={receiverKindSchema.options.map((value) => ({ value, label: receiverKindLabels[value] }))}
        />
      </Field>
      <Field name="transfer.receiver" label="转往单位">
        <Input maxLength={60} placeholder="如“德育处”“县教育局”" />
      </Field>
    </FormRow>
    <Field name="transfer.request" label="办理要求">
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} showCount />
    </Field>
    <FormRow>
      <Field name="transfer.transferredOn" label="转办日期">
        <DayInput />
      </Field>
      <Field name="transfer.answerBy" label="反馈期限" optional>
        <DayInput />
      </Field>
    </FormRow>
  </FormSection>
);

/** The case that the lead becomes; `children` is the choice of its route. */
const CaseFields = ({ pupils, children }: { pupils: boolean; children: ReactElement }): ReactNode => (
  <FormSection title="问责事项">
    <Field name="case.matterCode" label="问责事由">
      <MatterChoice />
    </Field>
    <Field name="case.staffIds" label="当事的教职工" optional>
      <StaffPeoplePicker />
    </Field>
    {pupils && (
      <Field name="case.pupilIds" label="当事的学生" optional help="学生与教职工适用不同的规定，请分别登记。">
        <PupilPeoplePicker />
      </Field>
    )}
    <Field name="case.route" label="办理方式">
      {children}
    </Field>
    <Field name="case.occurredOn" label="事发日期">
      <DayInput />
    </Field>
    <Field name="case.summary" label="事由" help="会写入案卷。来源一律不写；学生姓名自动隐去。">
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} showCount />
    </Field>
  </FormSection>
);
