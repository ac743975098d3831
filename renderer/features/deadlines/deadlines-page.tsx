import { CalendarOutlined, MobileOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ChannelOutput } from '../../../shared/channels.ts';
import type { DeadlineView } from '../../../shared/features/deadlines/channels.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { dueStateLabels, dueStates } from '../../../shared/kernel/due-state.ts';
import { useFileCommand, useListExport } from '../../app/file-command.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { ShortDayText } from '../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { DueTag, EstimatedMark } from './parts/due-tag.tsx';
import { DueTiles } from './parts/due-tiles.tsx';
import { useDeadlines } from './queries.ts';

const byUrgency = (a: DeadlineView, b: DeadlineView): number =>
  Number(a.state === 'lapsed') - Number(b.state === 'lapsed') || a.days - b.days;

const columns: readonly ListColumn<DeadlineView>[] = [
  {
    key: 'due',
    title: '状态',
    text: ({ words }) => words,
    compare: byUrgency,
    cell: (row) => <DueTag of={row} />,
    searched: false,
    width: 145,
  },
  {
    key: 'dueOn',
    title: '到期日',
    text: ({ dueOn }) => formatDay(dueOn),
    compare: (a, b) => a.dueOn.localeCompare(b.dueOn),
    cell: ({ dueOn, estimated }) => (
      <>
        <ShortDayText day={dueOn} /> {estimated && <EstimatedMark />}
      </>
    ),
    width: 135,
  },
  {
    key: 'title',
    title: '要办的事',
    text: ({ title }) => title,
    cell: ({ title }) => <strong>{title}</strong>,
    width: 190,
  },
  { key: 'label', title: '期限', text: ({ label }) => label, width: 115 },
  {
    key: 'record',
    title: '事项',
    text: ({ recordNumber, recordTitle }) =>
      [recordNumber, recordTitle].filter((one) => one !== '').join(' '),
    width: 230,
  },
  { key: 'people', title: '当事人', text: ({ people }) => people.join('、'), width: 105 },
  {
    key: 'responsible',
    title: '办理',
    text: ({ responsible, othersTerm }) => (othersTerm ? '当事人' : responsible),
    width: 145,
  },
  { key: 'ground', title: '依据', text: ({ ground }) => ground, optional: true, width: 360 },
  {
    key: 'startedOn',
    title: '起算日',
    text: ({ startedOn }) => formatDay(startedOn),
    compare: (a, b) => a.startedOn.localeCompare(b.startedOn),
    searched: false,
    optional: true,
    width: 140,
  },
];

type Listed = ChannelOutput<'deadlines.list'>;

const filtersFor = ({ kinds, deadlines }: Listed): readonly ListFilter<DeadlineView>[] => [
  {
    key: 'state',
    label: '状态',
    options: dueStates.map((value) => ({ value, label: dueStateLabels[value] })),
    of: ({ state }) => state,
  },
  {
    key: 'kind',
    label: '期限',
    options: kinds.map(({ kind, label }) => ({ value: kind, label })),
    of: ({ kind }) => kind,
  },
  {
    key: 'who',
    label: '办理',
    options: [...new Set(deadlines.map(({ responsible }) => responsible))]
      .filter((who) => who !== '')
      .map((who) => ({ value: who, label: who })),
    of: ({ responsible }) => responsible,
  },
  {
    key: 'estimated',
    label: '计算',
    options: [
      { value: 'estimated', label: '预估' },
      { value: 'known', label: '已确定' },
    ],
    of: ({ estimated }) => (estimated ? 'estimated' : 'known'),
  },
];

/** 待办与期限: what waits for the caller, or every term there is. */
export const DeadlinesPage = (): ReactNode => {
  const [params, setParams] = useSearchParams();
  const mine = params.get('all') === null;
  const listed = useDeadlines({ mine });
  const choice = (
    <Segmented
      aria-label="谁办理的期限"
      value={mine ? 'mine' : 'all'}
      options={[
        { value: 'mine', label: '等我办理' },
        { value: 'all', label: '全部期限' },
      ]}
      onChange={(value) => setParams(value === 'all' ? { all: '' } : {}, { replace: true })}
    />
  );
  return (
    <Loaded query={listed}>
      {(data) => <DeadlineList key={mine ? 'mine' : 'all'} listed={data} mine={mine} choice={choice} />}
    </Loaded>
  );
};

interface DeadlineListProps {
  readonly listed: Listed;
  readonly mine: boolean;
  readonly choice: ReactNode;
}

const DeadlineList = ({ listed, mine, choice }: DeadlineListProps): ReactNode => {
  const navigate = useNavigate();
  const exporting = useListExport('deadlines.export');
  const taking = useFileCommand('deadlines.exportCalendar');
  const rows = listed.deadlines;
  const mayExport = rows.some(({ exportable }) => exportable);
  const list = useList({
    name: mine ? 'deadlines.mine' : 'deadlines.all',
    rows,
    columns,
    filters: filtersFor(listed),
    sort: { key: 'due', descending: false },
  });
  const calendar = (
    <Button icon={<CalendarOutlined />} onClick={() => void navigate('/deadlines')}>
      期限日历
    </Button>
  );
  return (
    <ListPage<DeadlineView>
      of={list}
      title="待办与期限"
      unit="个"
      actions={
        <>
          {choice}
          {mayExport && (
            <Button
              icon={<MobileOutlined />}
              title="导出为日历文件，可以导入手机或办公软件的日历；文件里没有姓名"
              loading={taking.isPending}
              disabled={list.shown.length === 0}
              onClick={() => taking.mutate({ ids: list.shown.map(({ id }) => id) })}
            >
              导出到日历
            </Button>
          )}
          {calendar}
        </>
      }
      searchHint="事项、编号、当事人、要办的事"
      rowKey={({ id }) => id}
      onOpen={({ recordPath }) => void navigate(recordPath)}
      {...(mayExport ? exporting : {})}
      empty={
        <EmptyState
          title={mine ? '没有等您办理的期限' : '现在没有在走的期限'}
          about={
            mine
              ? '轮到您办理的期限会列在这里，快到期的排在前面。要看别人的期限，点右上方的“全部期限”。'
              : '登记问责事项、组织考核以后，各类期限会自动列在这里。'
          }
          actions={calendar}
        />
      }
    >
      {rows.length > 0 && (
        <DueTiles
          rows={rows}
          chosen={list.state.filters['state'] ?? []}
          onChoose={(state) => list.set({ filters: { ...list.state.filters, state } })}
        />
      )}
    </ListPage>
  );
};
