import './parts/case.css';
import { PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CaseColumn, CaseRow } from '../../../shared/features/cases/list.ts';
import { caseColumnSchema } from '../../../shared/features/cases/list.ts';
import { useFileCommand } from '../../app/file-command.ts';
import { useCan } from '../../app/session.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Deadline, ShortDayText } from '../../ui/format/parts.tsx';
import { ListPage } from '../../ui/list/list-page.tsx';
import { useList } from '../../ui/list/use-list.ts';
import { BatchIssue } from './parts/batch-issue.tsx';
import { caseColumns, caseFilters, type CaseListColumn } from './parts/case-list.ts';
import { CaseStateTag } from './parts/case-state.tsx';
import { useCases } from './queries.ts';

const cells: Readonly<Partial<Record<CaseColumn, (row: CaseRow) => ReactNode>>> = {
  number: ({ number }) => <strong className="mz-nowrap">{number}</strong>,
  state: ({ state }) => <CaseStateTag state={state} />,
  clock: ({ nextClock }) =>
    nextClock ? (
      <span className="mz-case-clock">
        <Deadline day={nextClock.dueOn} left={nextClock.daysLeft} />
        <span className="mz-muted" title={nextClock.label}>
          {nextClock.label}
        </span>
      </span>
    ) : (
      <span className="mz-muted">—</span>
    ),
  registeredOn: ({ registeredOn }) => <ShortDayText day={registeredOn} />,
  occurredOn: ({ occurredOn }) => <ShortDayText day={occurredOn} />,
};

const columns = caseColumns.map((column): CaseListColumn => {
  const cell = cells[column.key];
  return cell ? { ...column, cell } : column;
});

const NEWEST = { key: 'registeredOn', descending: true } as const;

/** 问责事项: all of them, with what is due next. */
export const CasesPage = (): ReactNode => {
  const cases = useCases();
  return <Loaded query={cases}>{(data) => <CaseList rows={data.cases} />}</Loaded>;
};

const CaseList = ({ rows }: { rows: readonly CaseRow[] }): ReactNode => {
  const navigate = useNavigate();
  const can = useCan();
  const [printing, setPrinting] = useState<readonly CaseRow[] | null>(null);
  const exporting = useFileCommand('cases.exportList');
  const filters = useMemo(() => caseFilters(rows, can), [rows, can]);
  const list = useList({ name: 'cases', rows, columns, filters, sort: NEWEST });
  const register = can('cases.register') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/cases/new')}>
      登记问责事项
    </Button>
  );
  return (
    <>
      <ListPage<CaseRow>
        of={list}
        title="问责事项"
        unit="件"
        actions={register}
        searchHint="案号、事由、当事人、措施、文号"
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/cases/${id}`)}
        {...(can('cases.export')
          ? {
              onExport: (shown) =>
                exporting.mutate({
                  ids: shown.map(({ id }) => id),
                  columns: list.visibleColumns.map(({ key }) => caseColumnSchema.parse(key)),
                }),
            }
          : {})}
        exporting={exporting.isPending}
        {...(can('cases.serve')
          ? {
              bulk: (chosen) => (
                <Button size="small" icon={<PrinterOutlined />} onClick={() => setPrinting(chosen)}>
                  批量印发文书
                </Button>
              ),
            }
          : {})}
        empty={
          <EmptyState
            title="还没有问责事项"
            about="从登记一件事开始：写明是什么事、涉及谁、什么时候。以后每一步该做什么，程序会一步一步提示。"
            actions={register}
          />
        }
      />
      {printing && <BatchIssue rows={printing} onClose={() => setPrinting(null)} />}
    </>
  );
};
