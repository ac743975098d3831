import './evaluation.css';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { formatResult, formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import type { CycleView, ResultRow, ResultsView } from '../../../../shared/features/evaluation/views.ts';
import { useCall } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { ListTools } from '../../../ui/list/list-tools.tsx';
import { RecordTable } from '../../../ui/list/record-table.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { unitOf } from './cycle-state.tsx';
import { ConfirmResults } from './confirm-results.tsx';
import { ExplainDrawer } from './explain-drawer.tsx';
import { GradeTag } from './grade-tag.tsx';
import { ResultSummary } from './result-summary.tsx';

/** The results: who stands where, how it came about, and the act that makes them final. */
export const ResultsTab = ({ view }: { view: CycleView }): ReactNode => {
  const results = useCall('evaluation.results', { cycleId: view.cycle.id });
  return <Loaded query={results}>{(data) => <Results view={view} results={data} />}</Loaded>;
};

const figuresOf = (row: ResultRow) => (row.outcome.kind === 'graded' ? row.outcome.figures : undefined);
const groupTotal = (row: ResultRow, groupId: string): number | undefined =>
  figuresOf(row)?.groups.find((group) => group.groupId === groupId)?.total;

/** A missing figure stands behind every other. */
const byFigure =
  (figure: (row: ResultRow) => number | null | undefined) =>
  (a: ResultRow, b: ResultRow): number =>
    (figure(a) ?? -1) - (figure(b) ?? -1);

const gradeWord = ({ outcome }: ResultRow): string => {
  switch (outcome.kind) {
    case 'graded':
      return outcome.figures.grade;
    case 'assigned':
      return outcome.grade;
    case 'incomplete':
      return '未评齐';
    case 'undetermined':
      return '不定等次';
  }
};

const columnsOf = (results: ResultsView, explain: (row: ResultRow) => void): ListColumn<ResultRow>[] => {
  const figure = (row: ResultRow, value: number | undefined, label: string): ReactNode =>
    value === undefined ? (
      <span className="mz-muted">—</span>
    ) : (
      <button
        type="button"
        className="mz-figure-button"
        title="怎么来的"
        aria-label={`${row.subject.name}的${label} ${formatResult(value)}，看怎么来的`}
        onClick={() => explain(row)}
      >
        {formatResult(value)}
      </button>
    );
  return [
    {
      key: 'rank',
      title: '名次',
      text: (row) => {
        const rank = figuresOf(row)?.rank;
        return rank === undefined || rank === null ? '—' : String(rank);
      },
      compare: (a, b) => (figuresOf(a)?.rank ?? 99_999) - (figuresOf(b)?.rank ?? 99_999),
      align: 'right',
      searched: false,
      width: 76,
    },
    {
      key: 'name',
      title: '姓名',
      text: ({ subject }) => subject.name,
      cell: ({ subject }) => <strong>{subject.name}</strong>,
      width: 110,
    },
    { key: 'number', title: '编号', text: ({ subject }) => subject.number, optional: true, width: 110 },
    { key: 'department', title: '部门', text: ({ subject }) => subject.department || '—', width: 130 },
    ...results.groups.map((group): ListColumn<ResultRow> => ({
      key: group.id,
      title: `${group.name} ${formatWeight(group.weight)}`,
      text: (row) => {
        const total = groupTotal(row, group.id);
        return total === undefined ? '—' : formatResult(total);
      },
      cell: (row) => figure(row, groupTotal(row, group.id), group.name),
      compare: byFigure((row) => groupTotal(row, group.id)),
      align: 'right',
      searched: false,
      width: 120,
    })),
    {
      key: 'total',
      title: '总分',
      text: (row) => {
        const total = figuresOf(row)?.total;
        return total === undefined ? '—' : formatResult(total);
      },
      cell: (row) => {
        const total = figuresOf(row)?.total;
        return (
          <span className="mz-total">
            {total !== undefined && (
              <span className="mz-total-bar" aria-hidden>
                <span style={{ width: `${String(total / 100)}%` }} />
              </span>
            )}
            {figure(row, total, '总分')}
          </span>
        );
      },
      compare: byFigure((row) => figuresOf(row)?.total),
      align: 'right',
      searched: false,
      width: 190,
    },
    {
      key: 'grade',
      title: '等次',
      text: gradeWord,
      cell: (row) => <Outcome row={row} results={results} explain={() => explain(row)} />,
      width: 190,
    },
  ];
};

const Outcome = ({
  row: { outcome, subject },
  results,
  explain,
}: {
  row: ResultRow;
  results: ResultsView;
  explain: () => void;
}): ReactNode => {
  switch (outcome.kind) {
    case 'graded':
      return (
        <>
          <GradeTag bands={results.bands} grade={outcome.figures.grade} />
          {outcome.vetoed && <span className="mz-muted"> 一票否决</span>}
        </>
      );
    case 'undetermined':
      return (
        <span title={outcome.reason}>
          <StatusTag tone="stopped">不定等次</StatusTag>
        </span>
      );
    case 'assigned':
      return (
        <span title={outcome.reason}>
          <GradeTag bands={results.bands} grade={outcome.grade} /> <span className="mz-muted">直接定等</span>
        </span>
      );
    case 'incomplete':
      return (
        <Button
          type="link"
          size="small"
          style={{ padding: 0 }}
          aria-label={`${subject.name}：还缺 ${String(outcome.missing.length)} 处评分，看缺什么`}
          onClick={explain}
        >
          <StatusTag tone="due">{`还缺 ${String(outcome.missing.length)} 处评分`}</StatusTag>
        </Button>
      );
  }
};

const Results = ({ view, results }: { view: CycleView; results: ResultsView }): ReactNode => {
  const can = useCan();
  const [opened, setOpened] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  const columns = useMemo(() => columnsOf(results, (row) => setOpened(row.subject.id)), [results]);
  const filters: ListFilter<ResultRow>[] = [
    {
      key: 'grade',
      label: '等次',
      options: [...results.bands.map(({ label }) => label), '未评齐', '不定等次'].map((label) => ({
        value: label,
        label,
      })),
      of: gradeWord,
    },
    {
      key: 'department',
      label: '部门',
      options: [...new Set(results.rows.map(({ subject }) => subject.department))]
        .filter((name) => name !== '')
        .map((name) => ({ value: name, label: name })),
      of: ({ subject }) => subject.department,
    },
  ];
  const list = useList({
    name: `evaluation.results:${results.cycleId}`,
    rows: results.rows,
    columns,
    filters,
    sort: { key: 'rank', descending: false },
  });
  const exporting = useFileCommand('evaluation.exportResults', ({ name }) => `已导出“${name}”`);
  return (
    <>
      <ResultSummary
        results={results}
        unit={unitOf(view.cycle.kind)}
        act={
          view.acts.includes('confirm') && (
            <Button type="primary" onClick={() => setConfirming(true)}>
              确认结果
            </Button>
          )
        }
      />
      <ListTools
        of={list}
        searchHint="姓名、编号、部门、等次"
        onExport={
          can('evaluation.export')
            ? () =>
                exporting.mutate({
                  id: results.cycleId,
                  subjectIds: list.shown.map(({ subject }) => subject.id),
                })
            : undefined
        }
        exporting={exporting.isPending}
      />
      <RecordTable
        of={list}
        rowKey={({ subject }) => subject.id}
        label="考核结果"
        onOpen={({ subject }) => setOpened(subject.id)}
      />
      <ExplainDrawer
        cycleId={results.cycleId}
        subjectId={opened}
        bands={results.bands}
        onClose={() => setOpened(null)}
      />
      <ConfirmResults view={view} results={results} open={confirming} onClose={() => setConfirming(false)} />
    </>
  );
};
