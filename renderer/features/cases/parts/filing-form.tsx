import { Alert, Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { fileCaseInput } from '../../../../shared/features/cases/investigation-inputs.ts';
import { inForce } from '../../../../shared/features/standards/schema.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { citeOnPaper } from '../../../../shared/law/pack.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { fillIn, useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { BodyFill } from '../../organisation/parts/body-fill.tsx';
import { StaffPeoplePicker, StaffPicker } from '../../organisation/parts/staff-picker.tsx';
import { useCaseCommand } from '../mutations.ts';
import { useCaseStandards, type CaseStandards } from './case-standards.ts';
import './forms.css';
import type { ActFormProps } from './opened.ts';
import { recusalOf, TeamCheck } from './team-check.tsx';
import { TickBoxes } from './tick-boxes.tsx';

const schema = fileCaseInput.omit({ id: true, rev: true });
const someIds = z.array(z.string());
const someId = z.string();
const someSuspension = z.object({}).loose().nullable();

/** The law that the catalogue names for this kind of matter, as a first wording of 涉嫌违反的规定. */
const suspectedRules = ({ matter, grounds }: CaseStandards): string =>
  matter
    ? inForce(matter)
        .content.grounds.flatMap((code) => grounds.find(({ id }) => id === code) ?? [])
        .map((ground) => citeOnPaper(inForce(ground).content))
        .join('；')
    : '';

/** 批准立案: who approved it, which rules may have been broken, who investigates. */
export const FilingForm = (props: ActFormProps): ReactNode => {
  const standards = useCaseStandards(props.view.record);
  const { onClose } = props;
  return (
    <ActDrawer
      title="批准立案"
      about="从批准之日起六个月内作出决定；案情复杂的可以延长，最长十二个月。立案期间，当事人不得办理解聘、退休和出境手续。"
      onClose={onClose}
      size={720}
    >
      <Loaded query={standards}>{(known) => <Filing {...props} standards={known} />}</Loaded>
    </ActDrawer>
  );
};

const Filing = ({
  view: { record },
  standards,
  onClose,
}: ActFormProps & { standards: CaseStandards }): ReactNode => {
  const toast = useToast();
  const file = useCaseCommand('cases.fileCase');
  const form = useZodForm({
    schema,
    initial: {
      approvedOn: dayOfMs(Date.now()),
      suspected: suspectedRules(standards),
      reason: `经初步核实，${record.subjects.map(({ name }) => name).join('、')}涉嫌${record.matter.name}，需要追究责任，建议立案调查。`,
      teamIds: record.checkers.map(({ id }) => id).filter((id) => recusalOf(record, id) === undefined),
      suspension: null,
    },
    draftKey: `cases.file:${record.id}`,
    onSubmit: async (value) => {
      await file.mutateAsync({ id: record.id, rev: record.rev, ...value });
      toast.done('已批准立案，办案期限开始计算');
      onClose();
    },
  });
  const team = useWatched(form, 'teamIds', someIds, []);
  const approver = useWatched(form, 'approverId', someId, '');
  const suspended = useWatched(form, 'suspension', someSuspension, null) !== null;
  const approverRecusal = approver === '' ? undefined : recusalOf(record, approver);
  const staff = record.subjects.filter(({ kind }) => kind === 'staff');
  return (
    <ZodForm of={form}>
      <FormSection title="审批">
        <FormRow>
          <Field name="approverId" label="批准人" help="按管理权限批准立案的负责人。">
            <StaffPicker />
          </Field>
          <Field name="approvedOn" label="批准日期">
            <DayInput />
          </Field>
        </FormRow>
        {approverRecusal !== undefined && (
          <Alert
            type="error"
            showIcon
            role="status"
            style={{ marginBottom: 18 }}
            title={`批准人${approverRecusal}，请换人批准。`}
          />
        )}
        <Field name="suspected" label="涉嫌违反的规定" help="已按事由填入常用依据，请按实际改写。">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Field>
        <Field name="reason" label="立案理由">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} showCount />
        </Field>
      </FormSection>
      <FormSection title="办案人员">
        <Field
          name="teamIds"
          label="办案人员"
          help="不少于两人，第一个是组长；当事人、反映人和有利害关系的人不能参加。"
        >
          <StaffPeoplePicker />
        </Field>
        <BodyFill
          power="investigate"
          onFill={(members) =>
            fillIn(form, {
              teamIds: members.flatMap(({ staffId }) =>
                staffId === null || recusalOf(record, staffId) !== undefined ? [] : [staffId],
              ),
            })
          }
        />
        <TeamCheck record={record} ids={team} least={2} />
      </FormSection>
      {staff.length > 0 && (
        <FormSection title="停职检查">
          <Checkbox
            checked={suspended}
            onChange={({ target }) =>
              fillIn(form, {
                suspension: target.checked
                  ? {
                      personIds: staff.length === 1 ? staff.map(({ personId }) => personId) : [],
                      from: dayOfMs(Date.now()),
                      reason: '',
                    }
                  : null,
              })
            }
            style={{ marginBottom: 12 }}
          >
            不宜继续履行职责，同时停职检查
          </Checkbox>
          {suspended && (
            <>
              <Field name="suspension.personIds" label="停职检查的人员">
                <TickBoxes of={staff.map(({ personId, name }) => ({ id: personId, name }))} />
              </Field>
              <Field name="suspension.from" label="从哪天起">
                <DayInput />
              </Field>
              <Field name="suspension.reason" label="停职理由">
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={300} />
              </Field>
            </>
          )}
        </FormSection>
      )}
      <FormActions submit="批准立案" onCancel={onClose} />
    </ZodForm>
  );
};
