import './evaluation.css';
import { useMemo, type ReactNode } from 'react';
import type { ResultsView } from '../../../../shared/features/evaluation/views.ts';
import { InstantText } from '../../../ui/format/parts.tsx';
import { Chart } from '../../../ui/charts/chart.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { distributionOf } from './distribution.ts';
import { GradeTag } from './grade-tag.tsx';

/** How the results lie: grades in figures, totals as a distribution, and whether they are final. */
export const ResultSummary = ({
  results,
  act,
  unit,
}: {
  results: ResultsView;
  act: ReactNode;
  /** Measure word of the subjects. */
  unit: string;
}): ReactNode => {
  const steps = useMemo(
    () =>
      distributionOf(
        results.rows.flatMap(({ outcome }) => (outcome.kind === 'graded' ? [outcome.figures.total] : [])),
      ),
    [results.rows],
  );
  const option = useMemo(
    () => ({
      grid: { left: 36, right: 12, top: 30, bottom: 26 },
      title: { text: '总分分布（人数）', left: 0, top: 0, textStyle: { fontSize: 13, fontWeight: 500 } },
      tooltip: { trigger: 'axis' as const },
      xAxis: { type: 'category' as const, data: steps.map(({ label }) => label) },
      yAxis: { type: 'value' as const, minInterval: 1 },
      series: [
        {
          type: 'bar' as const,
          name: '人数',
          data: steps.map(({ count }) => count),
          barMaxWidth: 36,
          label: { show: true, position: 'top' as const },
        },
      ],
    }),
    [steps],
  );
  return (
    <div className="mz-result-summary">
      <section className="mz-card mz-result-figures" aria-label="等次分布">
        <p style={{ marginBottom: 10 }}>
          {results.confirmed === null ? (
            <StatusTag tone="active">随评随算，还没有确认</StatusTag>
          ) : (
            <>
              <StatusTag tone="done">已确认</StatusTag>{' '}
              <span className="mz-muted">
                {results.confirmed.by.name} <InstantText instant={results.confirmed.at} />
              </span>
            </>
          )}
        </p>
        <dl>
          {results.grades.map(({ label, count }) => (
            <Line
              key={label}
              term={<GradeTag bands={results.bands} grade={label} />}
              count={count}
              unit={unit}
            />
          ))}
          {results.incomplete > 0 && (
            <Line term={<StatusTag tone="due">未评齐</StatusTag>} count={results.incomplete} unit={unit} />
          )}
          {results.undetermined > 0 && (
            <Line
              term={<StatusTag tone="stopped">不定等次</StatusTag>}
              count={results.undetermined}
              unit={unit}
            />
          )}
        </dl>
        {act && <div style={{ marginTop: 14 }}>{act}</div>}
      </section>
      <section className="mz-card mz-result-chart">
        {steps.length === 0 ? (
          <p className="mz-muted">有人评齐以后，这里显示总分的分布。</p>
        ) : (
          <Chart
            option={option}
            height={200}
            label={`总分分布：${steps.map(({ label, count }) => `${label} 分 ${String(count)} 人`).join('，')}`}
          />
        )}
      </section>
    </div>
  );
};

const Line = ({ term, count, unit }: { term: ReactNode; count: number; unit: string }): ReactNode => (
  <>
    <dt>{term}</dt>
    <dd>
      {count} {unit}
    </dd>
  </>
);
