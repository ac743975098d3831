import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { freshGroup } from '../../../shared/features/evaluation/fresh.ts';
import type { RaterGroup } from '../../../shared/features/evaluation/schema.ts';
import { addDays, dayOfMs } from '../../../shared/kernel/dates.ts';
import { useCall, useCommand } from '../../app/calls.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { PageSkeleton } from '../../ui/feedback/page-skeleton.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { PlanForm, usePlanForm, useVersionChoices } from './parts/plan-form.tsx';

const group = (kind: RaterGroup['kind'], weight: number): RaterGroup =>
  freshGroup(crypto.randomUUID(), kind, weight);

/** Puts an evaluation together; the people to be evaluated are chosen on its page. */
export const NewCyclePage = (): ReactNode => {
  const { choices, loading } = useVersionChoices();
  const navigate = useNavigate();
  if (loading) return <PageSkeleton />;
  if (choices.length === 0) {
    return (
      <EmptyState
        title="还没有可以使用的指标体系"
        about="组织考核要先有一套权重齐全的指标体系。可以从库中采用一套，再按学校情况修改。"
        actions={
          <Button type="primary" onClick={() => void navigate('/evaluation/indicators')}>
            准备指标体系
          </Button>
        }
      />
    );
  }
  return <NewCycle />;
};

const NewCycle = (): ReactNode => {
  const navigate = useNavigate();
  const toast = useToast();
  const { choices, systemOf } = useVersionChoices();
  const [only] = choices.length === 1 ? choices : [];
  const [versionId, setVersionId] = useState(only?.versionId ?? '');
  const systemId = systemOf(versionId);
  const system = useCall(
    'evaluation.readSystem',
    { id: systemId ?? '' },
    { enabled: systemId !== undefined },
  );
  const content = system.data?.versions.find(({ version }) => version.id === versionId)?.version.content;
  const create = useCommand('evaluation.createCycle');
  const today = dayOfMs(Date.now());
  const [initial] = useState(() => ({
    ...(only ? { versionId: only.versionId } : {}),
    startsOn: today,
    endsOn: addDays(today, 14),
    groups: [group('leader', 6000), group('self', 4000)],
  }));
  const form = usePlanForm(initial, 'evaluation.newCycle', async (plan) => {
    const made = await create.mutateAsync({ plan });
    toast.done('已建立考核，接着选择考核对象');
    void navigate(`/evaluation/cycles/${made.cycle.id}`);
  });
  return (
    <>
      <PageHeader title="组织考核" about="这里定方案；建立以后选择考核对象，齐全了再开始评分。" />
      <PlanForm
        of={form}
        versions={choices}
        dimensions={content?.dimensions ?? []}
        submit="建立考核"
        onCancel={() => void navigate('/evaluation/cycles')}
        onVersion={setVersionId}
      />
    </>
  );
};
