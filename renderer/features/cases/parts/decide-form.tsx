import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { decidingBodySchema, decidingBodyLabels, isMeeting } from '../../../../shared/law/vocabulary.ts';
import { Form, Input, Radio } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { z } from 'zod';
import type { ChannelOutput } from '../../../../shared/channels.ts';
import { decideInput, decisionDraftInput } from '../../../../shared/features/cases/inputs.ts';
import { inForce } from '../../../../shared/features/standards/schema.ts';
import { severityLabels, severityOf } from '../../../../shared/features/standards/severity.ts';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { lawRuleIdSchema } from '../../../../shared/law/pack.ts';
import { useCall } from '../../../app/calls.ts';
import { useDebounced } from '../../../app/palette/use-debounced.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { useCaseCommand } from '../mutations.ts';
import { ActDrawer, type ActProps } from './act-drawer.tsx';
import { GroundChoice } from './ground-choice.tsx';
import { LawFindings } from './law-findings.tsx';
import { MeasureChoice, proposedMeasures } from './measure-choice.tsx';
import { RequirementFields } from './requirement-fields.tsx';
import { StaffPeoplePicker } from './staff-picker.tsx';

export interface Standards {
  readonly measures: ChannelOutput<'standards.measures'>['measures'];
  readonly matters: ChannelOutput<'standards.matters'>['matters'];
  readonly grounds: ChannelOutput<'standards.law'>['grounds'];
  readonly rules: ChannelOutput<'standards.schoolRules'>['rules'];
}

const schema = decideInput.shape.decision.extend({
  reasons: z.record(z.string(), z.string().nullable().optional()).default({}),
});

/** 作出决定: the law is asked while it is being typed. */
export const DecideForm = ({
  record,
  standards,
  onClose,
}: ActProps & { record: CaseRecord; standards: Standards }): ReactNode => {
  const toast = useToast();
  const decide = useCaseCommand('cases.decide');
  const matter = standards.matters.find(({ id }) => id === record.matter.code);
  const choices = useMemo(
    () => proposedMeasures(standards.measures, matter, record),
    [standards.measures, matter, record],
  );
  const today = dayOfMs(Date.now());

  const form = useZodForm({
    schema,
    initial: {
      measureCode: '',
      grounds: [],
      body: 'principal-meeting',
      decidedOn: today,
      effectiveOn: today,
      place: '',
      attendeeIds: [],
      reason: '',
      addressee: '各部门、全体教职工',
      requirements: [],
    },
    draftKey: `cases.decide:${record.id}`,
    pathOf: (path) => path.replace(/^decision\./, '').replace(/^overrides\./, 'reasons.'),
    onSubmit: async ({ reasons, ...decision }) => {
      const overrides = Object.entries(reasons).flatMap(([key, text]) => {
        const rule = lawRuleIdSchema.safeParse(key);
        const reason = text?.trim() ?? '';
        return rule.success && reason !== '' ? [{ ruleId: rule.data, reason }] : [];
      });
      const { record: after } = await decide.mutateAsync({
        id: record.id,
        rev: record.rev,
        decision,
        overrides,
      });
      toast.done(after.paper ? `已作出决定，文号 ${after.paper.number}` : '已作出决定');
      onClose();
    },
  });

  const values: unknown = Form.useWatch((all: object) => all, { form: form.form, preserve: true });
  const settled = useDebounced(JSON.stringify(values ?? {}), 250);
  const draft = useMemo(() => decisionDraftInput.safeParse(JSON.parse(settled)), [settled]);
  const chosen = draft.success
    ? standards.measures.find(({ id }) => id === draft.data.measureCode)
    : undefined;
  const check = useCall(
    'cases.checkDecision',
    {
      id: record.id,
      decision: draft.success
        ? draft.data
        : { measureCode: '', body: 'principal-meeting', decidedOn: today, effectiveOn: today },
    },
    { enabled: draft.success && chosen !== undefined, keepPrevious: true },
  );

  const listed: unknown =
    typeof values === 'object' && values !== null && 'requirements' in values ? values.requirements : [];
  const requirements: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const blankItem = (): object => ({
    text: '',
    dueOn: null,
    responsibleId: record.subjects[0]?.personId ?? null,
    checkerId: null,
  });
  const setRequirements = (next: readonly unknown[]): void => {
    form.form.setFieldsValue({ requirements: [...next] });
    form.changed();
  };

  /** What goes with a measure is filled in; all of it may be changed. */
  const propose = (code: string): void => {
    const measure = standards.measures.find(({ id }) => id === code);
    if (!measure) return;
    const { content } = inForce(measure);
    const refs = new Set([...(matter ? inForce(matter).content.grounds : []), ...content.grounds]);
    form.form.setFieldsValue({
      body: content.decidedBy.includes('principal-meeting') ? 'principal-meeting' : content.decidedBy[0],
      grounds: [...refs].map((ref) => ({ kind: 'law', ref })),
    });
    if (content.requires.rectification && requirements.length === 0)
      form.form.setFieldsValue({ requirements: [blankItem()] });
    form.changed();
  };

  const content = chosen ? inForce(chosen).content : undefined;
  const body = draft.success ? draft.data.body : 'principal-meeting';
  return (
    <ActDrawer
      title="作出决定"
      about={`${record.number} · ${record.subjects.map(({ name }) => name).join('、')} · ${record.matter.name}${
        record.gravity ? ` · 建议档次：${severityLabels[severityOf(record.gravity)]}` : ''
      }`}
      onClose={onClose}
      size={860}
    >
      <ZodForm of={form} wide>
        <FormSection title="措施">
          <Field name="measureCode" label="选择措施" help="按性质、程度、影响和事由，常用的排在前面。">
            <MeasureField choices={choices} onPick={propose} />
          </Field>
          <Field name="grounds" label="依据" help="没有核对过原文的条款，文书上只写法规名称。">
            <GroundChoice grounds={standards.grounds} rules={standards.rules} />
          </Field>
        </FormSection>
        <FormSection title="决定">
          <Field name="body" label="决定机构">
            <Radio.Group
              options={decidingBodySchema.options.map((value) => ({
                value,
                label: decidingBodyLabels[value],
              }))}
            />
          </Field>
          <FormRow>
            <Field name="decidedOn" label="决定日期">
              <DayInput />
            </Field>
            <Field name="effectiveOn" label="生效日期">
              <DayInput />
            </Field>
            <Field name="place" label="会议地点" optional>
              <Input maxLength={60} />
            </Field>
          </FormRow>
          <Field
            name="attendeeIds"
            label="参加人员"
            optional={!isMeeting(body)}
            help="集体研究的写明谁参加；应当回避的人不能参加。"
          >
            <StaffPeoplePicker />
          </Field>
          <Field name="reason" label="认定与处理理由" help="为什么这样认定、为什么用这个措施。会印在文书上。">
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
          </Field>
          {content?.paper === 'circular' && (
            <Field name="addressee" label="主送" optional>
              <Input maxLength={60} />
            </Field>
          )}
        </FormSection>
        <FormSection title="整改事项">
          <RequirementFields
            count={requirements.length}
            onAdd={() => setRequirements([...requirements, blankItem()])}
            onRemove={(place) => setRequirements(requirements.filter((_, at) => at !== place))}
          />
        </FormSection>
        <FormSection title="合规检查">
          {check.data && chosen ? (
            <>
              <LawFindings findings={check.data.findings} />
              {check.data.missing.length > 0 && (
                <p className="mz-case-missing">还要填写：{check.data.missing.join('、')}</p>
              )}
              <p>
                {check.data.nextNumber === null
                  ? '这项措施不出具文书，不占用文号。'
                  : `决定后取得文号 ${check.data.nextNumber}`}
              </p>
            </>
          ) : (
            <p className="mz-muted">选好措施后，程序随填随查，指出不合规定之处和合法的做法。</p>
          )}
        </FormSection>
        <FormActions submit="作出决定" onCancel={onClose} />
      </ZodForm>
    </ActDrawer>
  );
};

/** Between the form and the cards: picking a measure also fills in what goes with it. */
const MeasureField = ({
  choices,
  onPick,
  value,
  onChange,
  id,
}: {
  choices: ReturnType<typeof proposedMeasures>;
  onPick: (code: string) => void;
  value?: string;
  onChange?: (code: string) => void;
  id?: string;
}): ReactNode => (
  <MeasureChoice
    choices={choices}
    {...(value === undefined ? {} : { value })}
    {...(id === undefined ? {} : { id })}
    onChange={(code) => {
      onChange?.(code);
      onPick(code);
    }}
  />
);
