import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { subjectKindLabels } from '../../../../shared/features/evaluation/indicators.ts';
import { annualPlanSchema } from '../../../../shared/features/evaluation/results/channels.ts';
import {
  annualConditionLabels,
  annualConditionSchema,
  subjectSourceOf,
} from '../../../../shared/features/evaluation/schema.ts';
import type { SystemRow } from '../../../../shared/features/evaluation/views.ts';
import { addDays, dayOfMs, yearOf } from '../../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { useZodForm } from '../../../ui/form/use-zod-form.ts';
import { useWatched } from '../../../ui/form/watched.ts';
import { Ways } from '../../../ui/form/ways.tsx';
import { Field, FormActions, FormRow, ZodForm } from '../../../ui/form/zod-form.tsx';

/** The year that is usually assessed: the one before until the end of March. */
const assessedYear = (today: string): number => yearOf(today) - (today.slice(5) < '04-01' ? 1 : 0);

/** 按 2023 年规定组织年度考核: groups, grades and share of 优秀 are laid out; the person says for which year and whom. */
export const AnnualDialog = ({ onClose }: { onClose: () => void }): ReactNode => {
  const systems = useCall('evaluation.systems', {});
  return (
    <FormDialog title="按 2023 年规定组织年度考核" onClose={onClose}>
      <Loaded query={systems}>
        {(data) => (
          <Content
            systems={data.systems.filter(
              ({ kind, problems }) => subjectSourceOf(kind) === 'staff' && problems === 0,
            )}
            onClose={onClose}
          />
        )}
      </Loaded>
    </FormDialog>
  );
};

const Content = ({ systems, onClose }: { systems: readonly SystemRow[]; onClose: () => void }): ReactNode => {
  const navigate = useNavigate();
  if (systems.length === 0)
    return (
      <EmptyState
        title="还没有教职工的指标体系"
        about="年度考核要先有一套教职工的指标。可以从库中采用一套，再按学校情况修改。"
        actions={
          <Button type="primary" onClick={() => void navigate('/evaluation/indicators')}>
            准备指标体系
          </Button>
        }
      />
    );
  return <AnnualForm systems={systems} onClose={onClose} />;
};

const conditionAbouts = {
  usual: '没有下面两种情况的，都按这一项。',
  honoured: '须填写主管部门审核同意的文号；没有文号的，仍按 20% 执行。',
  troubled: '由主管部门认定，比例相应降低。',
} as const;

const AnnualForm = ({
  systems,
  onClose,
}: {
  systems: readonly SystemRow[];
  onClose: () => void;
}): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const create = useCommand('evaluation.createAnnual');
  const organisation = useCall('organisation.departments', {});
  const today = dayOfMs(Date.now());
  const form = useZodForm({
    schema: annualPlanSchema,
    initial: {
      versionId: systems.length === 1 ? systems[0]?.versionId : undefined,
      year: assessedYear(today),
      startsOn: today,
      endsOn: addDays(today, 21),
      condition: 'usual',
      approval: '',
      departmentIds: [],
    },
    draftKey: 'evaluation.createAnnual',
    pathOf: (path) => path.replace(/^annual\./, ''),
    onSubmit: async (annual) => {
      const { cycle } = await create.mutateAsync({ annual });
      onClose();
      void navigate(`/evaluation/cycles/${cycle.id}`);
      toast.done(`已建立年度考核，列入 ${String(cycle.subjects.length)} 人，接着填写各组评分人`);
    },
  });
  const condition = useWatched(form, 'condition', annualConditionSchema, 'usual');
  return (
    <ZodForm of={form}>
      <p className="mz-muted" style={{ marginBottom: 12 }}>
        按《事业单位工作人员考核规定》（人社部发〔2023〕6号）预置：优秀、合格、基本合格、不合格四个档次，领导评价、民主测评、考核小组三个评分组，优秀比例和公示要求。建立以后都可以再改。
      </p>
      <Field name="year" label="考核年度">
        <InputNumber min={2000} max={2100} precision={0} style={{ width: 140 }} suffix="年" />
      </Field>
      <FormRow>
        <Field name="startsOn" label="开始日期">
          <DayInput />
        </Field>
        <Field name="endsOn" label="截止日期">
          <DayInput />
        </Field>
      </FormRow>
      <Field
        name="versionId"
        label="指标体系"
        help="考核对象的种类随指标体系而定。等次不是这四档的，自动改为四档；已经用过的另起新的一版。"
      >
        <Select
          placeholder="选择一套教职工的指标"
          options={systems.map(({ versionId, name, kind, versionNumber }) => ({
            value: versionId,
            label: `${name}（${subjectKindLabels[kind]}，第 ${String(versionNumber)} 版）`,
          }))}
        />
      </Field>
      <Field name="departmentIds" label="考核范围" optional help="不选部门的，列入这一类的全体在职人员。">
        <Select
          mode="multiple"
          placeholder="全体"
          showSearch={{ optionFilterProp: 'label' }}
          options={(organisation.data?.departments ?? [])
            .filter(({ closedOn }) => closedOn === null)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="condition" label="优秀比例">
        <Ways
          of={annualConditionSchema.options.map((value) => ({
            value,
            label: annualConditionLabels[value],
            about: conditionAbouts[value],
          }))}
        />
      </Field>
      {condition === 'honoured' && (
        <Field name="approval" label="审核文号" help="主管部门审核同意提高优秀比例的文件编号。">
          <Input maxLength={40} />
        </Field>
      )}
      <FormActions submit="建立年度考核" onCancel={onClose} />
    </ZodForm>
  );
};
