import './results.css';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import {
  UNFINISHED,
  causeWords,
  figuresOf,
  gradeWord,
} from '../../../../shared/features/evaluation/results/words.ts';
import type { CycleView, ResultRow, ResultsView } from '../../../../shared/features/evaluation/views.ts';
import { useCall } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import type { ListFilter } from '../../../ui/list/list-model.ts';
import { ListTools } from '../../../ui/list/list-tools.tsx';
import { RecordTable } from '../../../ui/list/record-table.tsx';
import { useList } from '../../../ui/list/use-list.ts';
import { unitOf } from '../parts/cycle-state.tsx';
import { AfterConfirm } from './after-confirm.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ExplainDrawer } from './explain-drawer.tsx';
import { resultColumns, whyNoFigure } from './result-columns.tsx';
import { ResultSummary } from './result-summary.tsx';

/** The results: who stands where, how it came about, and the act that makes them final. */
export const ResultsTab = ({ view }: { view: CycleView }): ReactNode => {
  const results = useCall('evaluation.results', { cycleId: view.cycle.id });
  return (
    <Loaded query={results}>
      {(data) =>
        data.rows.length === 0 ? (
          <EmptyState
            title="还没有结果"
            about="选定考核对象、开始评分以后，这里随评随算，显示每个人的结果。"
          />
        ) : (
          <Results view={view} results={data} />
        )
      }
    </Loaded>
  );
};

const BY_TOTAL = '按总分';

const choices = (values: readonly string[]): { value: string; label: string }[] =>
  [...new Set(values)].filter((value) => value !== '').map((value) => ({ value, label: value }));

const filtersOf = ({ bands, rows }: ResultsView): ListFilter<ResultRow>[] => {
  const causes = (row: ResultRow): string[] => {
    const figures = figuresOf(row);
    if (!figures) return [];
    const words = causeWords(figures);
    return words.length === 0 ? [BY_TOTAL] : words;
  };
  const within = (row: ResultRow): string => figuresOf(row)?.within ?? '';
  const groups = choices(rows.map(within));
  return [
    {
      key: 'grade',
      label: '等次',
      options: choices([...bands.map(({ label }) => label), UNFINISHED, UNGRADED]),
      of: gradeWord,
    },
    { key: 'cause', label: '等次怎么定的', options: choices(rows.flatMap(causes)), of: causes },
    ...(groups.length > 1 ? [{ key: 'within', label: '比较组', options: groups, of: within }] : []),
    {
      key: 'department',
      label: '部门',
      options: choices(rows.map(({ subject }) => subject.department)),
      of: ({ subject }) => subject.department,
      many: true,
    },
  ];
};

/** What the marks in place of a figure mean, as far as any is in view. */
const Legend = ({ results }: { results: ResultsView }): ReactNode => {
  const marks = new Set(
    results.rows.flatMap((row) =>
      results.groups.flatMap(({ id }) => whyNoFigure(row, id, results.minSample)?.mark ?? []),
    ),
  );
  if (marks.size === 0) return null;
  return (
    <p className="mz-list-legend">
      {marks.has('—') &&
        `“—”：这一组评分的不足 ${String(results.minSample)} 人，或者从它和总分可以推算出这样的一组，为保护评分人不显示平均分，但仍计入总分。点总分看各组的原因。`}
      {marks.has('不计') &&
        '“不计”：这一组没有人评，或者评的人少于最少人数，按方案不计入总分，权重由其余评分组按比例分担。'}
    </p>
  );
};

const Results = ({ view, results }: { view: CycleView; results: ResultsView }): ReactNode => {
  const can = useCan();
  const [opened, setOpened] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  const columns = useMemo(() => resultColumns(results, (row) => setOpened(row.subject.id)), [results]);
  const filters = useMemo(() => filtersOf(results), [results]);
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
          view.cycle.state === 'closed' &&
          view.acts.includes('confirm') && (
            <Button type="primary" onClick={() => setConfirming(true)}>
              确认结果
            </Button>
          )
        }
      />
      {view.cycle.state === 'confirmed' && <AfterConfirm view={view} results={results} />}
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
      {list.shown.length === 0 ? (
        <EmptyState
          title="没有符合条件的结果"
          about="换一个词，或清除筛选条件再看。"
          actions={<Button onClick={list.clear}>清除条件</Button>}
        />
      ) : (
        <RecordTable
          of={list}
          rowKey={({ subject }) => subject.id}
          label="考核结果"
          onOpen={({ subject }) => setOpened(subject.id)}
        />
      )}
      <Legend results={results} />
      <ExplainDrawer
        cycleId={results.cycleId}
        subjectId={opened}
        bands={results.bands}
        onClose={() => setOpened(null)}
      />
      {confirming && <ConfirmDialog view={view} onClose={() => setConfirming(false)} />}
    </>
  );
};
