import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ArchiveSummary } from '../../../shared/features/archive/channels.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useCall } from '../../app/calls.ts';
import { useFileCommand } from '../../app/file-command.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { DayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';

const countsText = ({ counts }: ArchiveSummary): string =>
  counts.length === 0 ? '没有记录' : counts.map(({ kind, count }) => `${kind} ${String(count)}`).join(' · ');

const columns: readonly ListColumn<ArchiveSummary>[] = [
  { key: 'number', title: '工号', text: ({ number }) => number, width: 100 },
  {
    key: 'name',
    title: '姓名',
    text: ({ name }) => name,
    cell: ({ name }) => <strong>{name}</strong>,
    width: 110,
  },
  { key: 'departments', title: '部门', text: ({ departments }) => departments || '—', width: 180 },
  { key: 'posts', title: '岗位', text: ({ posts }) => posts || '—', width: 180 },
  { key: 'counts', title: '记录', text: countsText, searched: false, width: 260 },
  {
    key: 'latestOn',
    title: '最近一次',
    text: ({ latestOn }) => (latestOn === null ? '' : formatDay(latestOn)),
    compare: (a, b) => (a.latestOn ?? '').localeCompare(b.latestOn ?? ''),
    cell: ({ latestOn }) => <DayText day={latestOn} />,
    searched: false,
    width: 150,
  },
];

const filtersFor = (people: readonly ArchiveSummary[]): readonly ListFilter<ArchiveSummary>[] => {
  const options = (values: readonly string[]): { value: string; label: string }[] =>
    [...new Set(values)].filter((value) => value !== '').map((value) => ({ value, label: value }));
  return [
    {
      key: 'department',
      label: '部门',
      options: options(people.flatMap(({ departments }) => departments.split('、'))),
      of: ({ departments }) => departments.split('、'),
    },
    {
      key: 'kind',
      label: '有记录',
      options: options(people.flatMap(({ counts }) => counts.map(({ kind }) => kind))),
      of: ({ counts }) => counts.map(({ kind }) => kind),
    },
    {
      key: 'left',
      label: '在校情况',
      options: [
        { value: 'here', label: '在校' },
        { value: 'left', label: '已离校' },
      ],
      of: ({ left }) => (left ? 'left' : 'here'),
    },
  ];
};

/** Everybody's archive, one line each. */
export const ArchivesPage = (): ReactNode => {
  const archives = useCall('archive.list', {});
  return <Loaded query={archives}>{({ people }) => <ArchiveList people={people} />}</Loaded>;
};

const ArchiveList = ({ people }: { people: readonly ArchiveSummary[] }): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const filters = useMemo(() => filtersFor(people), [people]);
  const exportList = useFileCommand('archive.exportList');
  const list = useList({
    name: 'archives',
    rows: people,
    columns,
    filters,
    sort: { key: 'latestOn', descending: true },
  });
  return (
    <ListPage
      of={list}
      title="问责档案"
      unit="人"
      about="每位教职工一份：任职、考核、问责处理和其他记录排在一条时间线上，好的和不足的都在。"
      searchHint="姓名、拼音首字母、工号、部门"
      rowKey={({ staffId }) => staffId}
      onOpen={({ staffId }) => void navigate(`/archive/${staffId}`)}
      {...(can('archive.export')
        ? {
            onExport: (rows: readonly ArchiveSummary[]) =>
              exportList.mutate({ staffIds: rows.map(({ staffId }) => staffId) }),
            exporting: exportList.isPending,
          }
        : {})}
      empty={
        <EmptyState
          title="还没有档案"
          about="导入教职工名册后，每个人自动有一份档案；考核结果和问责决定会自己进来。"
          actions={
            can('organisation.write') && (
              <Button type="primary" onClick={() => void navigate('/organisation/import')}>
                导入名册
              </Button>
            )
          }
        />
      }
    />
  );
};
