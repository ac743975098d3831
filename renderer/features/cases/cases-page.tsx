import { caseStates, stateLabels } from '../../../shared/features/cases/states.ts';
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CaseRow } from '../../../shared/features/cases/channels.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { useCommand } from '../../app/calls.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { useToast } from '../../ui/feedback/use-toast.ts';
import { saveFile } from '../../ui/files/file-content.ts';
import { Deadline, ShortDayText } from '../../ui/format/parts.tsx';
import { deadlineText } from '../../ui/format/format.ts';
import type { ListColumn, ListFilter } from '../../ui/list/list-model.ts';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { CaseStateTag } from './parts/case-state.tsx';
import { useCases } from './queries.ts';

const FAR = 100_000;
const leftOf = ({ nextClock }: CaseRow): number => nextClock?.daysLeft ?? FAR;

const columns: readonly ListColumn<CaseRow>[] = [
  {
    key: 'number',
    title: '案号',
    text: ({ number }) => number,
    cell: ({ number }) => <strong className="mz-nowrap">{number}</strong>,
    width: 140,
  },
  {
    key: 'state',
    title: '状态',
    text: ({ state }) => stateLabels[state],
    compare: (a, b) => caseStates.indexOf(a.state) - caseStates.indexOf(b.state),
    cell: ({ state }) => <CaseStateTag state={state} />,
    width: 120,
  },
  { key: 'matter', title: '问责事由', text: ({ matter }) => matter, width: 150 },
  { key: 'people', title: '当事人', text: ({ people }) => people.join('、'), width: 140 },
  {
    key: 'clock',
    title: '下一个期限',
    text: ({ nextClock }) => (nextClock ? `${nextClock.label} ${deadlineText(nextClock.daysLeft)}` : ''),
    compare: (a, b) => leftOf(a) - leftOf(b),
    cell: ({ nextClock }) =>
      nextClock ? (
        <span className="mz-nowrap">
          <Deadline day={nextClock.dueOn} left={nextClock.daysLeft} />{' '}
          <span className="mz-muted">{nextClock.label}</span>
        </span>
      ) : (
        <span className="mz-muted">—</span>
      ),
    searched: false,
    width: 210,
  },
  { key: 'measure', title: '措施', text: ({ measure }) => measure ?? '', width: 120 },
  {
    key: 'paperNumber',
    title: '文号',
    text: ({ paperNumber }) => paperNumber ?? '',
    width: 190,
  },
  {
    key: 'registeredOn',
    title: '登记日期',
    text: ({ registeredOn }) => formatDay(registeredOn),
    compare: (a, b) => a.registeredOn.localeCompare(b.registeredOn),
    cell: ({ registeredOn }) => <ShortDayText day={registeredOn} />,
    searched: false,
    width: 130,
  },
  {
    key: 'occurredOn',
    title: '事发日期',
    text: ({ occurredOn }) => formatDay(occurredOn),
    compare: (a, b) => a.occurredOn.localeCompare(b.occurredOn),
    cell: ({ occurredOn }) => <ShortDayText day={occurredOn} />,
    searched: false,
    optional: true,
    width: 130,
  },
  { key: 'summary', title: '事由摘要', text: ({ summary }) => summary, optional: true, width: 320 },
];

const dueOf = (row: CaseRow): string => {
  const left = leftOf(row);
  return left < 0 ? 'over' : left <= 3 ? 'soon' : left === FAR ? 'none' : 'later';
};

const filtersFor = (rows: readonly CaseRow[]): readonly ListFilter<CaseRow>[] => [
  {
    key: 'state',
    label: '状态',
    options: caseStates.map((value) => ({ value, label: stateLabels[value] })),
    of: ({ state }) => state,
  },
  {
    key: 'due',
    label: '期限',
    options: [
      { value: 'over', label: '已逾期' },
      { value: 'soon', label: '3 天内到期' },
      { value: 'later', label: '3 天以后' },
      { value: 'none', label: '没有期限' },
    ],
    of: dueOf,
  },
  {
    key: 'matter',
    label: '问责事由',
    options: [...new Set(rows.map(({ matter }) => matter))].map((value) => ({ value, label: value })),
    of: ({ matter }) => matter,
  },
];

/** 问责事项: all of them, with what is due next. */
export const CasesPage = (): ReactNode => {
  const cases = useCases();
  return <Loaded query={cases}>{(data) => <CaseList rows={data.cases} />}</Loaded>;
};

const CaseList = ({ rows }: { rows: readonly CaseRow[] }): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const toast = useToast();
  const exporting = useCommand('cases.exportList', {
    invalidates: [],
    onSuccess: saveFile,
    onError: toast.failed,
  });
  const list = useList({
    name: 'cases',
    rows,
    columns,
    filters: filtersFor(rows),
    sort: { key: 'registeredOn', descending: true },
  });
  const register = can('cases.register') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/cases/new')}>
      登记问责事项
    </Button>
  );
  return (
    <ListPage<CaseRow>
      of={list}
      title="问责事项"
      unit="件"
      actions={register}
      searchHint="案号、事由、当事人、文号"
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/cases/${id}`)}
      {...(can('cases.export')
        ? { onExport: (shown) => exporting.mutate({ ids: shown.map(({ id }) => id) }) }
        : {})}
      exporting={exporting.isPending}
      empty={
        <EmptyState
          title="还没有问责事项"
          about="从登记一件事开始：写明是什么事、涉及谁、什么时候。以后每一步该做什么，程序会一步一步提示。"
          actions={register}
        />
      }
    />
  );
};
