import { PlusOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { subjectKindLabels, subjectKindSchema } from '../../../shared/features/evaluation/indicators.ts';
import { cycleStateLabels, cycleStateSchema } from '../../../shared/features/evaluation/schema.ts';
import type { CycleRow } from '../../../shared/features/evaluation/views.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { CycleStateTag } from './parts/cycle-state.tsx';
import { ProgressBar } from './parts/progress-bar.tsx';
import { AnnualDialog } from './results/annual-dialog.tsx';

const doneShare = ({ progress }: CycleRow): number => progress.done / Math.max(1, progress.total);

const columns: readonly ListColumn<CycleRow>[] = [
  {
    key: 'name',
    title: '考核',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 260,
  },
  {
    key: 'kind',
    title: '考核对象',
    text: ({ kind, subjects }) => `${subjectKindLabels[kind]} ${String(subjects)}`,
    width: 120,
  },
  {
    key: 'state',
    title: '状态',
    text: ({ state }) => cycleStateLabels[state],
    cell: ({ state }) => <CycleStateTag state={state} />,
    width: 110,
  },
  {
    key: 'progress',
    title: '评分进度',
    text: ({ progress }) => `${String(progress.done)} / ${String(progress.total)}`,
    compare: (a, b) => doneShare(a) - doneShare(b),
    cell: ({ progress, state }) =>
      state === 'draft' ? <span className="mz-muted">未开始</span> : <ProgressBar progress={progress} />,
    searched: false,
    width: 200,
  },
  { key: 'period', title: '学年学期', text: ({ period }) => period || '—', width: 160 },
  {
    key: 'endsOn',
    title: '起止',
    text: ({ startsOn, endsOn }) => `${formatDay(startsOn)}至${formatDay(endsOn)}`,
    compare: (a, b) => a.endsOn.localeCompare(b.endsOn),
    searched: false,
    width: 260,
  },
  { key: 'system', title: '指标体系', text: ({ systemName }) => systemName, optional: true, width: 220 },
];

const filters: readonly ListFilter<CycleRow>[] = [
  {
    key: 'state',
    label: '状态',
    options: cycleStateSchema.options.map((value) => ({ value, label: cycleStateLabels[value] })),
    of: ({ state }) => state,
  },
  {
    key: 'kind',
    label: '考核对象',
    options: subjectKindSchema.options.map((value) => ({ value, label: subjectKindLabels[value] })),
    of: ({ kind }) => kind,
  },
];

/** All evaluations, the latest first. */
export const CyclesPage = (): ReactNode => {
  const cycles = useCall('evaluation.cycles', {});
  return <Loaded query={cycles}>{(data) => <CycleList cycles={data.cycles} />}</Loaded>;
};

const CycleList = ({ cycles }: { cycles: readonly CycleRow[] }): ReactNode => {
  const navigate = useNavigate();
  const mayManage = useCan()('evaluation.manage');
  const list = useList({
    name: 'evaluation.cycles',
    rows: cycles,
    columns,
    filters,
    sort: { key: 'endsOn', descending: true },
  });
  const [asking, setAsking] = useState(false);
  const annual = mayManage && <Button onClick={() => setAsking(true)}>按 2023 年规定组织年度考核</Button>;
  const create = mayManage && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/evaluation/cycles/new')}>
      组织考核
    </Button>
  );
  return (
    <>
      <ListPage
        of={list}
        title="考核"
        unit="次"
        actions={
          mayManage && (
            <Space>
              {annual}
              {create}
            </Space>
          )
        }
        searchHint="考核名称、对象、学年"
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/evaluation/cycles/${id}`)}
        empty={
          <EmptyState
            title="还没有考核"
            about="先准备一套指标体系，再组织考核：定时间、定评分组和权重、定考核对象，然后开始评分。"
            actions={
              mayManage && (
                <>
                  <Button onClick={() => void navigate('/evaluation/indicators')}>准备指标体系</Button>
                  {annual}
                  {create}
                </>
              )
            }
          />
        }
      />
      {asking && <AnnualDialog onClose={() => setAsking(false)} />}
    </>
  );
};
