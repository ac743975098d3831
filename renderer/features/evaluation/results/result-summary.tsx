import './results.css';
import { useMemo, type ReactNode } from 'react';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import { UNFINISHED } from '../../../../shared/features/evaluation/results/words.ts';
import type { ResultsView } from '../../../../shared/features/evaluation/views.ts';
import { Chart } from '../../../ui/charts/chart.tsx';
import { InstantText } from '../../../ui/format/parts.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { GradeTag } from '../parts/grade-tag.tsx';
import { distributionOf } from './distribution.ts';
import { QuotaCard } from './quota-card.tsx';

const standing = { draft: '', scoring: '随评随算，还没有收卷', closed: '已收卷，还没有确认' } as const;

/** How the results lie: grades in figures, totals as a distribution, places given out, and whether they are final. */
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
  const { rows, bands, quota, confirmed, state } = results;
  const best = bands[0]?.label ?? '优秀';
  const steps = useMemo(
    () =>
      distributionOf(
        rows.flatMap(({ outcome }) => (outcome.kind === 'graded' ? [outcome.figures.total] : [])),
      ),
    [rows],
  );
  const option = useMemo(
    () => ({
      grid: { left: 36, right: 12, top: 30, bottom: 26 },
      title: {
        text: `总分分布（${unit}数）`,
        left: 0,
        top: 0,
        textStyle: { fontSize: 13, fontWeight: 500 as const },
      },
      tooltip: { trigger: 'axis' as const },
      xAxis: { type: 'category' as const, data: steps.map(({ label }) => label) },
      yAxis: { type: 'value' as const, minInterval: 1 },
      series: [
        {
          type: 'bar' as const,
          name: `${unit}数`,
          data: steps.map(({ count }) => count),
          barMaxWidth: 36,
          label: { show: true, position: 'top' as const },
        },
      ],
    }),
    [steps, unit],
  );
  const names = useMemo(() => new Map(rows.map(({ subject }) => [subject.id, subject.name])), [rows]);
  return (
    <div className={`mz-result-summary ${quota ? 'mz-result-summary-quota' : ''}`}>
      <section className="mz-card mz-result-figures" aria-label="等次分布">
        <p style={{ marginBottom: 10 }}>
          {confirmed !== null ? (
            <>
              <StatusTag tone="done">已确认</StatusTag>{' '}
              <span className="mz-muted">
                {confirmed.by.name} <InstantText instant={confirmed.at} />
              </span>
            </>
          ) : (
            <StatusTag tone="active">{state === 'confirmed' ? '已确认' : standing[state]}</StatusTag>
          )}
        </p>
        <dl>
          {results.grades.map(({ label, count }) => (
            <Line key={label} term={<GradeTag bands={bands} grade={label} />} count={count} unit={unit} />
          ))}
          {results.incomplete > 0 && (
            <Line
              term={<StatusTag tone="due">{UNFINISHED}</StatusTag>}
              count={results.incomplete}
              unit={unit}
            />
          )}
          {results.undetermined > 0 && (
            <Line
              term={<StatusTag tone="stopped">{UNGRADED}</StatusTag>}
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
            label={`总分分布：${steps.map(({ label, count }) => `${label} 分 ${String(count)} ${unit}`).join('，')}`}
          />
        )}
      </section>
      {quota && <QuotaCard quota={quota} best={best} nameOf={(id) => names.get(id) ?? ''} />}
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
