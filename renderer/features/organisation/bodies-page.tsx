import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { BodyRow } from '../../../shared/features/organisation/bodies/channels.ts';
import {
  bodyKindLabels,
  bodyKindSchema,
  bodyPowerLabels,
  bodyPowerSchema,
} from '../../../shared/features/organisation/bodies/schema.ts';
import { dayOfMs, formatDay } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { useFileCommand, useListExport } from '../../app/file-command.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { DayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { StatusTag } from '../../ui/record/status-tag.tsx';
import { BodyDialog } from './parts/body-dialog.tsx';

const stateOf = ({ dissolvedOn, gaps }: BodyRow): 'gone' | 'gap' | 'sound' =>
  dissolvedOn !== null ? 'gone' : gaps.length > 0 ? 'gap' : 'sound';

const stateWords = { sound: '健全', gap: '待补', gone: '已撤销' } as const;
const stateTones = { sound: 'done', gap: 'due', gone: 'stopped' } as const;

const columns: readonly ListColumn<BodyRow>[] = [
  {
    key: 'name',
    title: '机构',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 190,
  },
  {
    key: 'powers',
    title: '职权',
    text: ({ powers }) => powers.map((power) => bodyPowerLabels[power]).join('、') || '—',
    width: 190,
  },
  { key: 'chair', title: '负责人', text: ({ chair }) => chair || '—', width: 100 },
  {
    key: 'members',
    title: '现有成员',
    text: ({ members }) => `${String(members)} 人`,
    compare: (a, b) => a.members - b.members,
    searched: false,
    width: 100,
  },
  {
    key: 'termEndsOn',
    title: '本届届满',
    text: ({ termEndsOn }) => (termEndsOn === null ? '' : formatDay(termEndsOn)),
    compare: (a, b) => (a.termEndsOn ?? '').localeCompare(b.termEndsOn ?? ''),
    cell: ({ termEndsOn }) => (termEndsOn === null ? '常设' : <DayText day={termEndsOn} />),
    searched: false,
    width: 130,
  },
  {
    key: 'state',
    title: '状态',
    text: (row) => stateWords[stateOf(row)],
    cell: (row) => <StatusTag tone={stateTones[stateOf(row)]}>{stateWords[stateOf(row)]}</StatusTag>,
    width: 100,
  },
  {
    key: 'gaps',
    title: '还缺什么',
    text: ({ gaps }) => gaps.join('；') || '—',
    width: 280,
  },
];

const filters: readonly ListFilter<BodyRow>[] = [
  {
    key: 'kind',
    label: '类别',
    options: bodyKindSchema.options.map((value) => ({ value, label: bodyKindLabels[value] })),
    of: ({ kind }) => kind,
  },
  {
    key: 'power',
    label: '职权',
    options: bodyPowerSchema.options.map((value) => ({ value, label: bodyPowerLabels[value] })),
    of: ({ powers }) => powers,
  },
  {
    key: 'state',
    label: '状态',
    options: (['sound', 'gap', 'gone'] as const).map((value) => ({ value, label: stateWords[value] })),
    of: stateOf,
  },
];

/** The bodies of the school: who decides, investigates, reviews and watches. */
export const BodiesPage = (): ReactNode => {
  const bodies = useCall('organisation.bodies', {});
  return <Loaded query={bodies}>{(data) => <BodyList bodies={data.bodies} />}</Loaded>;
};

const BodyList = ({ bodies }: { bodies: readonly BodyRow[] }): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const list = useList({ name: 'organisation.bodies', rows: bodies, columns, filters });
  const exporting = useListExport('organisation.exportBodies');
  const paper = useFileCommand('organisation.bodiesPaper');
  const create = can('organisation.write') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      设立机构
    </Button>
  );
  return (
    <>
      <ListPage
        of={list}
        title="机构"
        unit="个"
        about="谁研究决定、谁调查、谁复核、谁监督。办案时从这里带入成员，成员的任期永久保留。"
        actions={
          <>
            {can('organisation.export') && list.shown.length > 0 && (
              <Button
                loading={paper.isPending}
                onClick={() =>
                  paper.mutate({ ids: list.shown.map(({ id }) => id), day: dayOfMs(Date.now()) })
                }
              >
                导出一览表（Word）
              </Button>
            )}
            {create}
          </>
        }
        searchHint="机构名称、拼音首字母、职权、负责人"
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/organisation/bodies/${id}`)}
        {...(can('organisation.export') ? exporting : {})}
        empty={
          <EmptyState
            title="还没有设立机构"
            about="先设立研究决定问责事项的机构（如校长办公会、问责工作领导小组），再设立调查小组和复核小组。复核的人不能参加过原来的决定。"
            actions={create}
          />
        }
      />
      {adding && (
        <BodyDialog
          of={null}
          onClose={() => setAdding(false)}
          onSaved={({ record }) => void navigate(`/organisation/bodies/${record.id}`)}
        />
      )}
    </>
  );
};
