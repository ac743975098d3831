import type { EChartsOption } from 'echarts';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import type { SelfEvaluationView } from '../../../../shared/features/evaluation/school/channels.ts';
import { Chart } from '../../../ui/charts/chart.tsx';
import type { PartProps } from './part.ts';

type Row = SelfEvaluationView['rows'][number];

const words = (value: number | null): string => (value === null ? '—' : formatResult(value));

const moved = ({ now, before }: Row): { text: string; tone: string } => {
  if (now === null || before === null) return { text: '—', tone: '' };
  if (now === before) return { text: '持平', tone: '' };
  return now > before
    ? { text: `↑ 上升 ${formatResult(now - before)}`, tone: 'mz-years-up' }
    : { text: `↓ 下降 ${formatResult(before - now)}`, tone: 'mz-years-down' };
};

const plain = (value: number | null): number | null => (value === null ? null : value / 100);

const chartOf = (rows: readonly Row[], nowName: string, beforeName: string | null): EChartsOption => {
  const dimensions = rows.filter(({ within }) => within === '');
  return {
    legend: { top: 0 },
    grid: { left: 40, right: 16, top: 36, bottom: 28 },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: dimensions.map(({ name }) => name), axisLabel: { interval: 0 } },
    yAxis: { type: 'value', min: 0, max: 100 },
    series: [
      ...(beforeName === null
        ? []
        : [
            {
              type: 'bar' as const,
              name: beforeName,
              barMaxWidth: 34,
              data: dimensions.map(({ before }) => plain(before)),
            },
          ]),
      {
        type: 'bar',
        name: nowName,
        barMaxWidth: 34,
        label: { show: true, position: 'top', formatter: ({ value }) => Number(value).toFixed(2) },
        data: dimensions.map(({ now }) => plain(now)),
      },
    ],
  };
};

/** This evaluation beside the one before, as a picture by dimension and a table by indicator. */
export const YearsPart = ({ view }: PartProps): ReactNode => {
  const { rows, before, cycleName } = view;
  const option = useMemo(
    () => chartOf(rows, cycleName, before?.cycleName ?? null),
    [rows, cycleName, before?.cycleName],
  );
  if (rows.length === 0) return <p className="mz-muted">还没有得分，评完以后才能比较。</p>;
  const said = rows
    .filter(({ within }) => within === '')
    .map(({ name, now, before: earlier }) => `${name}本次${words(now)}、上一次${words(earlier)}`)
    .join('；');
  return (
    <>
      <p style={{ marginBottom: 8 }}>
        {before ? (
          <>
            与<Link to={`/evaluation/cycles/${before.cycleId}`}>{before.cycleName}</Link>
            比较（总分 {words(before.total)}，等次{before.grade}）。指标按名称对应，没有对应的不比较。
          </>
        ) : (
          '没有同类的、已经确认的上一次考核，只列本次得分。'
        )}
      </p>
      <Chart option={option} height={300} label={`各维度得分：${said}`} />
      <table className="mz-sheets mz-years">
        <thead>
          <tr>
            <th scope="col">维度、指标</th>
            <th scope="col">本次</th>
            <th scope="col">上一次</th>
            <th scope="col">变化</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { text, tone } = moved(row);
            return (
              <tr key={row.key}>
                <th scope="row">
                  {row.within === '' ? <strong>{row.name}</strong> : <span>　{row.name}</span>}
                </th>
                <td>{words(row.now)}</td>
                <td>{words(row.before)}</td>
                <td className={tone}>{text}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
};
