import { Segmented, Select } from 'antd';
import type { EChartsOption } from 'echarts';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { CompareView } from '../../../../shared/features/evaluation/compare/views.ts';
import { ChartCard } from './chart-card.tsx';
import { isInDepartments, marks, shown } from './figures.ts';

type By = 'total' | 'dimension' | 'department' | 'person';

interface TrendLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

const linesOf = (view: CompareView, by: By, person: string | undefined): TrendLine[] => {
  const { years } = view;
  switch (by) {
    case 'total':
      return [
        { name: '平均', values: years.map(({ summary }) => summary?.mean ?? null) },
        { name: '中位数', values: years.map(({ summary }) => summary?.median ?? null) },
        { name: '上四分位', values: years.map(({ summary }) => summary?.upper ?? null) },
        { name: '下四分位', values: years.map(({ summary }) => summary?.lower ?? null) },
      ];
    case 'dimension':
      return view.dimensions.map(({ name }, at) => ({
        name,
        values: years.map(({ dimensions }) => dimensions[at] ?? null),
      }));
    case 'department':
      return view.departments.map(({ name }, at) => ({
        name,
        values: years.map(({ departments }) => departments[at] ?? null),
      }));
    case 'person': {
      const at = view.people.findIndex(({ subjectId }) => subjectId === person);
      return [
        {
          name: view.people[at]?.name ?? '没有选人',
          values: years.map(({ people }) => people[at] ?? null),
        },
        { name: '全体平均', values: years.map(({ summary }) => summary?.mean ?? null) },
      ];
    }
  }
};

/** 年度对比: the cycle beside the earlier ones of the same kind. */
export const YearsSection = ({ view }: { view: CompareView }): ReactNode => {
  const [by, setBy] = useState<By>('total');
  const [chosen, setPerson] = useState<string | undefined>(undefined);
  const person = chosen ?? view.people[0]?.subjectId;
  const { years } = view;
  const lines = useMemo(() => linesOf(view, by, person), [view, by, person]);
  const draw = useCallback((): EChartsOption => {
    const values = lines.flatMap((line) => line.values.flatMap((value) => value ?? []));
    return {
      grid: { left: 8, right: 24, top: 16, bottom: 40, outerBoundsMode: 'same' },
      legend: { bottom: 0, type: 'scroll' },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: years.map(({ name }) => name),
        axisLabel: { interval: 0, width: 150, overflow: 'break' },
      },
      yAxis: {
        type: 'value',
        min: Math.max(0, Math.floor((Math.min(...values, 10_000) / 100 - 2) / 5) * 5),
        max: 100,
      },
      series: lines.map((line) => ({
        type: 'line',
        name: line.name,
        symbolSize: 8,
        lineStyle: { width: 2, type: line.name.endsWith('四分位') ? 'dashed' : 'solid' },
        data: line.values.map(marks),
      })),
    };
  }, [lines, years]);
  const others = years.filter(({ sameSystem }) => !sameSystem).map(({ name }) => name);
  return (
    <div className="mz-compare-cards">
      <ChartCard
        title="历次考核的变化"
        about={`同一类对象、已经确认的历次考核。${others.length > 0 ? `${others.join('、')}用的是另一套指标，只有同名的维度可比。` : ''}人数不足的留空。`}
        draw={draw}
        height={340}
        label={lines
          .map(
            (line) =>
              `${line.name}：${line.values.map((value, at) => `${years[at]?.name ?? ''} ${shown(value)}`).join('，')}`,
          )
          .join('；')}
        {...(years.length === 0
          ? { empty: '还没有可比的往次考核：同一类对象的考核确认以后，从下一次起这里显示变化。' }
          : {})}
        tools={
          years.length > 0 && (
            <>
              {by === 'person' && (
                <Select
                  size="small"
                  style={{ width: 180 }}
                  aria-label="看谁的变化"
                  showSearch={{ optionFilterProp: 'label' }}
                  value={person}
                  onChange={setPerson}
                  options={view.people.map(({ subjectId, name, department }) => ({
                    value: subjectId,
                    label: isInDepartments(view) ? `${name}（${department}）` : name,
                  }))}
                />
              )}
              <Segmented
                size="small"
                aria-label="看什么的变化"
                value={by}
                onChange={setBy}
                options={[
                  { value: 'total', label: '总分' },
                  { value: 'dimension', label: '维度' },
                  ...(isInDepartments(view) ? [{ value: 'department' as const, label: '部门' }] : []),
                  { value: 'person', label: isInDepartments(view) ? '个人' : '各部门' },
                ]}
              />
            </>
          )
        }
        table={{
          caption: '历次考核的变化',
          head: ['', ...years.map(({ name }) => name)],
          rows: lines.map((line) => ({ key: line.name, cells: [line.name, ...line.values.map(shown)] })),
        }}
      />
    </div>
  );
};
