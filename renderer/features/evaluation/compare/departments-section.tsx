import { Select } from 'antd';
import type { EChartsOption } from 'echarts';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { CompareView } from '../../../../shared/features/evaluation/compare/views.ts';
import type { Palette } from '../../../ui/theme/tokens.ts';
import { ChartCard } from './chart-card.tsx';
import { pointInChart } from './chart-point.ts';
import { marks, shown } from './figures.ts';

interface SectionProps {
  readonly view: CompareView;
  readonly onExplain: (subjectId: string) => void;
}

/** Where the first mark of the axis stands: a little below the lowest total, so that the boxes fill the picture. */
const axisFrom = (view: CompareView): number =>
  Math.max(0, Math.floor((Math.min(...view.people.map(({ total }) => total)) / 100 - 2) / 5) * 5);

/** 部门对比: how the totals lie in each department, and how a department or person differs from the whole. */
export const DepartmentsSection = (props: SectionProps): ReactNode => (
  <div className="mz-compare-cards">
    <BoxCard {...props} />
    <RadarCard view={props.view} />
  </div>
);

const BoxCard = ({ view, onExplain }: SectionProps): ReactNode => {
  const { departments, people, minSample } = view;
  const draw = useCallback(
    (palette: Palette): EChartsOption => ({
      grid: { left: 8, right: 24, top: 12, bottom: 8, outerBoundsMode: 'same' },
      tooltip: {
        formatter: (at: unknown) => {
          const { series, point } = pointInChart(at);
          if (series === 1) {
            const person = people[point];
            return person ? `${person.name} ${shown(person.total)}` : '';
          }
          const one = departments[point];
          const summary = one?.summary;
          return one && summary
            ? `${one.name}（${String(one.count)} 人）<br/>最高 ${shown(summary.greatest)}　上四分位 ${shown(summary.upper)}<br/>中位数 ${shown(summary.median)}　平均 ${shown(summary.mean)}<br/>下四分位 ${shown(summary.lower)}　最低 ${shown(summary.least)}`
            : '';
        },
      },
      xAxis: { type: 'value', min: axisFrom(view), max: 100 },
      yAxis: { type: 'category', inverse: true, data: departments.map(({ name }) => name) },
      series: [
        {
          type: 'boxplot',
          name: '四分位',
          boxWidth: [10, 22],
          itemStyle: { color: palette.inkSoft, borderColor: palette.ink, borderWidth: 1.5 },
          data: departments.map(({ summary }) =>
            summary
              ? [summary.least, summary.lower, summary.median, summary.upper, summary.greatest].map(
                  (value) => value / 100,
                )
              : [],
          ),
        },
        {
          type: 'scatter',
          name: '个人',
          symbolSize: 8,
          cursor: 'pointer',
          itemStyle: { color: palette.amberMark, opacity: 0.85 },
          data: people.map(({ department, total }) => [total / 100, department]),
        },
      ],
    }),
    [view, departments, people],
  );
  const lacking = departments.filter(({ summary }) => summary === null).length;
  return (
    <ChartCard
      title="各部门总分分布"
      about={`方框是中间一半人的总分，框内竖线是中位数，两端是最高和最低；每个点是一个对象，点一下看总分怎么来的。${lacking > 0 ? `不足 ${String(minSample)} 个对象的部门只画点，不算平均和四分位。` : ''}`}
      draw={draw}
      height={Math.max(160, departments.length * 40 + 50)}
      label={`各部门总分分布：${departments
        .map(({ name, summary }) => `${name}${summary ? `中位数 ${shown(summary.median)}` : '人数太少'}`)
        .join('，')}`}
      onPick={({ series, point }) => {
        const person = series === 1 ? people[point] : undefined;
        if (person) onExplain(person.subjectId);
      }}
      table={{
        caption: '各部门总分分布',
        head: ['部门', '对象数', '平均', '标准差', '最高', '上四分位', '中位数', '下四分位', '最低'],
        rows: departments.map(({ name, count, summary }) => ({
          key: name,
          cells: [
            name,
            count,
            ...(summary
              ? [
                  summary.mean,
                  summary.spread,
                  summary.greatest,
                  summary.upper,
                  summary.median,
                  summary.lower,
                  summary.least,
                ]
              : [null, null, null, null, null, null, null]
            ).map(shown),
          ],
        })),
      }}
    />
  );
};

const MOST_SHAPES = 4;

/** Who may be set beside the mean: departments and single subjects, by a key each. */
const shapesOf = ({ departments, people }: CompareView) => [
  ...departments.map(({ name, dimensions }) => ({ key: `部门 ${name}`, name, dimensions })),
  ...people.map(({ subjectId, name, department, dimensions }) => ({
    key: `个人 ${subjectId}`,
    name: `${name}（${department}）`,
    dimensions,
  })),
];

const RadarCard = ({ view }: { view: CompareView }): ReactNode => {
  const { dimensions, dimensionMeans, departments, people } = view;
  const shapes = useMemo(() => shapesOf(view), [view]);
  const [chosen, setChosen] = useState<readonly string[]>(shapes.slice(0, 1).map(({ key }) => key));
  const lines = useMemo(
    () => [
      { key: '全体', name: '全体平均', dimensions: dimensionMeans },
      ...chosen.flatMap((key) => shapes.find((shape) => shape.key === key) ?? []),
    ],
    [shapes, chosen, dimensionMeans],
  );
  const draw = useCallback(
    (palette: Palette): EChartsOption => {
      const values = lines.flatMap((line) => line.dimensions.flatMap((value) => value ?? []));
      const from = Math.max(0, Math.floor(Math.min(...values, 10_000) / 1000 - 0.5) * 10);
      const common = { legend: { bottom: 0, data: lines.map(({ name }) => name) }, tooltip: {} };
      // A radar of one or two axes is a line: bars say it better.
      if (dimensions.length < 3)
        return {
          ...common,
          grid: { left: 8, right: 8, top: 12, bottom: 36, outerBoundsMode: 'same' },
          xAxis: { type: 'category', data: dimensions.map(({ name }) => name) },
          yAxis: { type: 'value', min: from, max: 100 },
          series: lines.map((line) => ({
            type: 'bar',
            name: line.name,
            barMaxWidth: 34,
            data: line.dimensions.map(marks),
          })),
        };
      return {
        ...common,
        radar: {
          indicator: dimensions.map(({ name }) => ({ name, min: from, max: 100 })),
          radius: '74%',
          center: ['50%', '48%'],
          axisName: { color: palette.textSecondary },
          splitLine: { lineStyle: { color: palette.line } },
          splitArea: { show: false },
          axisLine: { lineStyle: { color: palette.line } },
        },
        series: [
          {
            type: 'radar',
            data: lines.map((line, at) => ({
              name: line.name,
              value: line.dimensions.map(marks),
              areaStyle: { opacity: at === 0 ? 0.12 : 0.04 },
              lineStyle: { width: 2, type: at === 0 ? ('dashed' as const) : ('solid' as const) },
            })),
          },
        ],
      };
    },
    [lines, dimensions],
  );
  return (
    <ChartCard
      title="与全体平均相比"
      about={`各维度的平均得分（百分制）。最多放 ${String(MOST_SHAPES - 1)} 个部门或个人与全体平均相比。`}
      draw={draw}
      height={380}
      label={lines
        .map(
          (line) =>
            `${line.name}：${line.dimensions.map((value, at) => `${dimensions[at]?.name ?? ''} ${shown(value)}`).join('，')}`,
        )
        .join('；')}
      tools={
        <Select
          mode="multiple"
          size="small"
          maxCount={MOST_SHAPES - 1}
          style={{ minWidth: 260, maxWidth: 480 }}
          aria-label="放进来比的部门或个人"
          placeholder="选部门或个人"
          value={[...chosen]}
          onChange={setChosen}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            {
              label: '部门',
              options: shapes
                .slice(0, departments.length)
                .map(({ key, name }) => ({ value: key, label: name })),
            },
            {
              label: '个人',
              options: shapes
                .slice(departments.length, departments.length + people.length)
                .map(({ key, name }) => ({ value: key, label: name })),
            },
          ]}
        />
      }
      table={{
        caption: '各维度得分',
        head: ['对象', ...dimensions.map(({ name }) => name)],
        rows: lines.map((line) => ({ key: line.key, cells: [line.name, ...line.dimensions.map(shown)] })),
      }}
    />
  );
};
