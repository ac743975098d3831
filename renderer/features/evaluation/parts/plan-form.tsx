import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useCall } from '../../../app/calls.ts';
import { cyclePlanSchema, type CyclePlan } from '../../../../shared/features/evaluation/channels.ts';
import type { Dimension } from '../../../../shared/features/evaluation/indicators.ts';
import { subjectKindLabels } from '../../../../shared/features/evaluation/indicators.ts';
import { whenAbsentLabels, whenAbsentSchema } from '../../../../shared/features/evaluation/schema.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useZodForm, type ZodFormHandle } from '../../../ui/form/use-zod-form.ts';
import { Field, FormActions, FormRow, FormSection, ZodForm } from '../../../ui/form/zod-form.tsx';
import { ReckoningFields } from '../planning/reckoning-fields.tsx';
import { GroupsField } from './groups-field.tsx';
import { PeriodFields } from './period-fields.tsx';

export interface VersionChoice {
  readonly versionId: string;
  readonly label: string;
}

interface PlanFormProps {
  readonly of: ZodFormHandle;
  readonly versions: readonly VersionChoice[];
  readonly dimensions: readonly Dimension[];
  /** While scoring runs: only name, days, explanation and raters may change. */
  readonly locked?: boolean;
  readonly submit: string;
  readonly onCancel?: () => void;
  readonly onVersion?: (versionId: string) => void;
}

/** Usual groups to begin with; their weights are a proposal that total 100 %. */
export const usePlanForm = (
  initial: Partial<CyclePlan>,
  draftKey: string,
  onSubmit: (plan: CyclePlan) => Promise<unknown>,
): ZodFormHandle =>
  useZodForm({
    schema: cyclePlanSchema,
    initial: {
      schoolYearId: null,
      term: null,
      whenAbsent: 'block',
      rankWithin: 'all',
      standardise: null,
      quota: null,
      minSample: 3,
      groups: [],
      ...initial,
    },
    draftKey,
    onSubmit,
  });

/** What is laid down about a cycle: name, indicators, days, who rates with which weight. */
export const PlanForm = (props: PlanFormProps): ReactNode => {
  const { of, locked = false } = props;
  const accounts = useCall('evaluation.raterAccounts', {});
  return (
    <ZodForm of={of} wide>
      <FormSection title="基本情况">
        <Field name="name" label="考核名称" help="如：2026—2027 学年第一学期教师考核">
          <Input maxLength={60} />
        </Field>
        <Field
          name="versionId"
          label="指标体系"
          help="考核对象由指标体系决定。开始评分后，这一版的内容就不再改动。"
        >
          <Select
            disabled={locked}
            placeholder="选择一套"
            options={props.versions.map(({ versionId, label }) => ({ value: versionId, label }))}
            onSelect={(versionId: string) => props.onVersion?.(versionId)}
          />
        </Field>
        <PeriodFields disabled={locked} />
        <FormRow>
          <Field name="startsOn" label="开始日期">
            <DayInput />
          </Field>
          <Field name="endsOn" label="截止日期" help="评分人会看到还剩几天。">
            <DayInput />
          </Field>
        </FormRow>
        <Field name="about" label="说明" optional>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Field>
      </FormSection>
      <FormSection title="谁来评、占多少">
        <Field name="groups" label="评分组" help="各评分组的权重合计须为 100%。">
          <GroupsField
            accounts={accounts.data?.accounts ?? []}
            dimensions={props.dimensions}
            locked={locked}
          />
        </Field>
        <Field
          name="whenAbsent"
          label="有人没有评时"
          help="评了一部分的都必须评完；没有填的分数任何时候都不当作 0 分。"
        >
          <Radio.Group
            disabled={locked}
            style={{ display: 'grid', gap: 4 }}
            options={whenAbsentSchema.options.map((value) => ({ value, label: whenAbsentLabels[value] }))}
          />
        </Field>
      </FormSection>
      <FormSection title="怎样算结果">
        <ReckoningFields disabled={locked} />
      </FormSection>
      <FormActions submit={props.submit} {...(props.onCancel ? { onCancel: props.onCancel } : {})} />
    </ZodForm>
  );
};

/** The newest versions that are ready to be used, one per system. */
export const useVersionChoices = (): {
  readonly choices: readonly VersionChoice[];
  readonly systemOf: (versionId: string) => string | undefined;
  readonly loading: boolean;
} => {
  const systems = useCall('evaluation.systems', {});
  const rows = systems.data?.systems ?? [];
  return {
    loading: systems.isPending,
    choices: rows
      .filter(({ problems }) => problems === 0)
      .map((row) => ({
        versionId: row.versionId,
        label: `${row.name}（${subjectKindLabels[row.kind]}，第 ${String(row.versionNumber)} 版）`,
      })),
    systemOf: (versionId) => rows.find((row) => row.versionId === versionId)?.id,
  };
};
