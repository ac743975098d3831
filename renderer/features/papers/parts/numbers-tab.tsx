import { Alert, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { NumberView } from '../../../../shared/features/papers/channels.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { InstantText } from '../../../ui/format/parts.tsx';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListPage } from '../../../ui/list/list-page.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';

const columns: readonly ListColumn<NumberView>[] = [
  {
    key: 'number',
    title: '文号',
    text: ({ number }) => number,
    compare: (a, b) => a.prefix.localeCompare(b.prefix, 'zh-CN') || a.sequence - b.sequence,
    cell: ({ number, voided }) => (
      <strong className="mz-nowrap" style={voided ? { textDecoration: 'line-through' } : {}}>
        {number}
      </strong>
    ),
    width: 210,
  },
  {
    key: 'state',
    title: '状态',
    text: ({ voided }) => (voided ? '已作废' : '在用'),
    cell: ({ voided }) => (
      <StatusTag tone={voided ? 'stopped' : 'done'}>{voided ? '已作废' : '在用'}</StatusTag>
    ),
    width: 100,
  },
  { key: 'title', title: '用于', text: ({ title }) => title, width: 340 },
  {
    key: 'allocatedAt',
    title: '编号时间',
    text: ({ allocatedAt, allocatedBy }) => `${allocatedBy} ${formatInstant(allocatedAt)}`,
    compare: (a, b) => a.allocatedAt.localeCompare(b.allocatedAt),
    cell: ({ allocatedAt, allocatedBy }) => (
      <span className="mz-nowrap">
        {allocatedBy} <InstantText instant={allocatedAt} />
      </span>
    ),
    searched: false,
    width: 220,
  },
  {
    key: 'voided',
    title: '作废原因',
    text: ({ voided }) => (voided ? `${voided.reason}（${voided.by}）` : ''),
    width: 220,
  },
];

const filters: readonly ListFilter<NumberView>[] = [
  {
    key: 'state',
    label: '状态',
    options: [
      { value: 'used', label: '在用' },
      { value: 'void', label: '已作废' },
    ],
    of: ({ voided }) => (voided ? 'void' : 'used'),
  },
];

/** 文号登记簿 of a year. */
export const NumbersTab = (): ReactNode => {
  const [year, setYear] = useState<number | undefined>(undefined);
  const numbers = useCall('papers.numbers', year === undefined ? {} : { year }, { keepPrevious: true });
  return (
    <Loaded query={numbers}>
      {(data) => {
        const shown = year ?? data.years.toSorted((a, b) => b - a)[0];
        return (
          <>
            {data.problems.map((problem) => (
              <Alert key={problem} type="error" showIcon title={problem} style={{ marginBottom: 8 }} />
            ))}
            <NumberList
              rows={data.numbers.filter((one) => one.year === shown)}
              years={data.years}
              year={shown}
              onYear={setYear}
            />
          </>
        );
      }}
    </Loaded>
  );
};

/** Where the record that a number was given to is shown. */
const places: Readonly<Record<NumberView['kind'], string>> = {
  case: 'cases',
  lead: 'leads',
  publicity: 'publicity',
  appeal: 'appeals',
  evaluation: 'evaluation/cycles',
  document: 'cases',
};

const NumberList = ({
  rows,
  years,
  year,
  onYear,
}: {
  rows: readonly NumberView[];
  years: readonly number[];
  year: number | undefined;
  onYear: (year: number) => void;
}): ReactNode => {
  const navigate = useNavigate();
  const exporting = useFileCommand('papers.exportRegister');
  const list = useList({
    name: 'numbers',
    rows,
    columns,
    filters,
    sort: { key: 'number', descending: false },
  });
  return (
    <ListPage
      of={list}
      title="文号登记簿"
      unit="个"
      about="每个文号只用一次，中间不留空号；作废的号留在登记簿里，不再使用。导出的是全年的登记簿。"
      searchHint="文号、标题、作废原因"
      rowKey={({ id }) => id}
      onOpen={({ kind, caseId }) => void navigate(`/${places[kind]}/${caseId}`)}
      {...(year === undefined ? {} : { onExport: () => exporting.mutate({ year }) })}
      exporting={exporting.isPending}
      empty={<EmptyState title="还没有文号" about="作出需要出具文书的决定时，程序自动给出下一个文号。" />}
    >
      {years.length > 1 && (
        <div style={{ marginBottom: 10 }}>
          <Segmented
            aria-label="年份"
            value={year ?? 0}
            options={years.map((value) => ({ value, label: `${String(value)} 年` }))}
            onChange={onYear}
          />
        </div>
      )}
    </ListPage>
  );
};
