import type { ReactNode } from 'react';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { useCommand } from '../../../app/calls.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { PlanForm, usePlanForm, useVersionChoices } from './plan-form.tsx';

/** The plan of a cycle as a form; while scoring runs only name, days, explanation and raters are open. */
export const PlanTab = ({ view }: { view: CycleView }): ReactNode => {
  const { cycle } = view;
  const toast = useToast();
  const { choices } = useVersionChoices();
  const save = useCommand('evaluation.savePlan');
  const form = usePlanForm(
    {
      name: cycle.name,
      versionId: cycle.versionId,
      schoolYearId: cycle.schoolYearId,
      term: cycle.term,
      startsOn: cycle.startsOn,
      endsOn: cycle.endsOn,
      about: cycle.about,
      whenAbsent: cycle.whenAbsent,
      rankWithin: cycle.rankWithin,
      standardise: cycle.standardise,
      quota: cycle.quota,
      minSample: cycle.minSample,
      groups: cycle.groups,
    },
    `evaluation.plan:${cycle.id}:${String(cycle.rev)}`,
    async (plan) => {
      // What makes it a yearly assessment was laid down when it was set up.
      const { annual, assessedYear } = cycle;
      await save.mutateAsync({ id: cycle.id, rev: cycle.rev, plan: { ...plan, annual, assessedYear } });
      toast.done('已保存方案');
    },
  );
  const held = {
    versionId: cycle.versionId,
    label: `${view.systemName}（第 ${String(view.versionNumber)} 版）`,
  };
  const versions = choices.some(({ versionId }) => versionId === held.versionId)
    ? choices
    : [held, ...choices];
  return (
    <PlanForm
      of={form}
      versions={versions}
      dimensions={view.content.dimensions}
      locked={cycle.state !== 'draft'}
      submit="保存方案"
    />
  );
};
