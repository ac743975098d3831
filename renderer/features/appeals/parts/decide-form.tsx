import { Alert, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { AppealCheck } from '../../../../shared/features/appeals/channels.ts';
import { decideAppealInput } from '../../../../shared/features/appeals/inputs.ts';
import { flawSchema, outcomeSchema } from '../../../../shared/features/appeals/kinds.ts';
import { dayOfMs, isDay } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { useDebounced } from '../../../app/palette/use-debounced.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormBeside } from '../../../ui/form/form-beside.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { LawFindings } from '../../../ui/law/law-findings.tsx';
import { overridesFrom, reasonPath, reasonsSchema } from '../../../ui/law/reasons.ts';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { StaffIdPicker } from '../../organisation/parts/staff-picker.tsx';
import { useAppealCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';
import { OutcomeFields } from './outcome-fields.tsx';
import { changesOf, itemChangesSchema, seatsSchema, sittingOf } from './outcome-values.ts';
import { SeatsField } from './seats-field.tsx';

const schema = decideAppealInput.shape.decision
  .omit({ itemIds: true, replacements: true, members: true, votes: true })
  .extend({
    changes: itemChangesSchema.default([]),
    seats: seatsSchema,
    reasons: reasonsSchema,
  });

const pathOf = (path: string): string => {
  const own = path.replace(/^decision\./, '');
  if (/^(itemIds|replacements)/.test(own)) return 'changes';
  if (/^(members|votes)/.test(own)) return 'seats';
  return reasonPath(own);
};

/** 作出决定: the outcome is what the votes carry; beside it stands what it will do to the case, the person and the papers. */
export const DecideForm = ({ view, onClose }: ActFormProps): ReactNode => {
  const { appeal } = view;
  const toast = useToast();
  const decide = useAppealCommand('appeals.decide');
  const members = appeal.panel?.members ?? [];
  const form = useZodForm({
    schema,
    initial: {
      outcome: 'uphold',
      redo: false,
      flaws: [],
      decidedOn: dayOfMs(Date.now()),
      chairId: members[0]?.person.id ?? '',
      recorderId: members.findLast(({ outside }) => !outside)?.person.id ?? '',
      changes: appeal.items.map(({ itemId }) => ({
        itemId,
        act: 'replace' as const,
        measureCode: '',
        days: null,
      })),
      seats: members.map(({ person }) => ({
        memberId: person.id,
        attendance: 'present' as const,
        note: '',
        vote: null,
      })),
      reasons: {},
    },
    draftKey: `appeals.decide:${appeal.id}`,
    pathOf,
    onSubmit: async ({ changes, seats, reasons, ...decision }) => {
      await decide.mutateAsync({
        id: appeal.id,
        rev: appeal.rev,
        decision: { ...decision, ...changesOf(decision.outcome, changes), ...sittingOf(seats) },
        overrides: overridesFrom(reasons),
      });
      toast.done('已作出决定，请印发文书');
      onClose();
    },
  });
  const outcome = useWatched(form, 'outcome', outcomeSchema, 'uphold');
  const typed = {
    outcome,
    redo: useWatched(form, 'redo', z.boolean(), false) && outcome === 'annul',
    flaws: useWatched(form, 'flaws', z.array(flawSchema), []),
    decidedOn: useWatched(form, 'decidedOn', z.string(), ''),
    recorderId: useWatched(form, 'recorderId', z.string(), ''),
    ...changesOf(outcome, useWatched(form, 'changes', itemChangesSchema, [])),
    ...sittingOf(useWatched(form, 'seats', seatsSchema, [])),
  };
  const asked = useDebounced(JSON.stringify(typed), 300);
  const decision = checkedSchema.parse(JSON.parse(asked));
  const check = useCall(
    'appeals.checkDecision',
    { id: appeal.id, decision },
    { enabled: isDay(decision.decidedOn), keepPrevious: true },
  );
  return (
    <ActDrawer
      title="作出决定"
      about={`${appeal.number} · ${appeal.person.name} · ${appeal.items.map(({ measureName }) => measureName).join('、')}`}
      onClose={onClose}
      size="min(1180px, 100vw)"
    >
      <ZodForm of={form} wide>
        <FormBeside
          label="边填边查"
          side={<div aria-live="polite">{check.data && <CheckSide check={check.data} />}</div>}
        >
          <FormSection title="处理结果">
            <OutcomeFields view={view} outcome={outcome} />
          </FormSection>
          <FormSection title="事实和理由">
            <Field name="facts" label="查明的事实">
              <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} showCount />
            </Field>
            <Field name="reason" label="理由" help="对申请人的请求和理由逐项回应。">
              <Input.TextArea autoSize={{ minRows: 4 }} maxLength={3000} showCount />
            </Field>
          </FormSection>
          <FormSection title="集体研究">
            <FormRow>
              <Field name="decidedOn" label="决定日期">
                <DayInput />
              </Field>
              <Field name="place" label="会议地点">
                <Input maxLength={60} />
              </Field>
            </FormRow>
            <FormRow>
              <Field name="chairId" label="主持人">
                <Select<string>
                  options={members.map(({ person }) => ({ value: person.id, label: person.name }))}
                />
              </Field>
              <Field name="recorderId" label="记录人" help="办理人员或者其他没有利害关系的教职工。">
                <StaffIdPicker />
              </Field>
            </FormRow>
            {appeal.panel && (
              <Field name="seats" label="出席和表决">
                <SeatsField panel={appeal.panel} />
              </Field>
            )}
            <Field name="opinions" label="讨论情况" optional>
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} showCount />
            </Field>
          </FormSection>
          <FormActions submit="作出决定" onCancel={onClose} />
        </FormBeside>
      </ZodForm>
    </ActDrawer>
  );
};

const checkedSchema = decideAppealInput.shape.decision
  .pick({
    outcome: true,
    redo: true,
    flaws: true,
    itemIds: true,
    replacements: true,
    members: true,
    votes: true,
  })
  .extend({ decidedOn: z.string(), recorderId: z.string() });

const CheckSide = ({ check }: { check: AppealCheck }): ReactNode => (
  <>
    <h2 className="mz-record-heading">表决</h2>
    <Alert type={check.passed ? 'success' : 'info'} showIcon title={check.quorum} description={check.tally} />
    <h2 className="mz-record-heading">合规检查</h2>
    <LawFindings
      findings={check.findings}
      deed="办理"
      reason={{ label: '书面理由', help: '至少 4 个字，随案卷保存。' }}
    />
    <h2 className="mz-record-heading">作出决定后</h2>
    {check.effects.length === 0 ? (
      <p className="mz-muted">选好处理结果和理由后，这里列出会同时发生的事。</p>
    ) : (
      <ul className="mz-appeal-effects">
        {check.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    )}
    {check.nextNumber !== '' && <p className="mz-muted">决定书取得文号 {check.nextNumber}。</p>}
  </>
);
