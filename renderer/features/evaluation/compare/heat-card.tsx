import type { EChartsOption } from 'echarts';
import { useCallback, type ReactNode } from 'react';
import type { Palette } from '../../../ui/theme/tokens.ts';
import { ChartCard } from './chart-card.tsx';
import { pointInChart } from './chart-point.ts';
import { NOTHING } from './figures.ts';
import { heatSteps, stepOf } from './heat-colours.ts';

export interface HeatRow {
  readonly key: string;
  readonly name: string;
  /** One for each column; null: nothing can be said. */
  readonly values: readonly (number | null)[];
}

interface HeatCardProps {
  readonly title: string;
  readonly about: string;
  readonly columns: readonly string[];
  /** Keep its identity while nothing changes. */
  readonly rows: readonly HeatRow[];
  /** Least values of all steps but the first. */
  readonly bounds: readonly [number, number, number, number];
  readonly write: (value: number) => string;
  readonly rowTitle: string;
  readonly tools?: ReactNode;
  readonly empty?: ReactNode;
  readonly onRow?: (row: HeatRow) => void;
}

const ROW = 30;
/** Room for the names of all columns in CSS pixels, on the smallest display that is promised. */
const NAMES = 860;
/** Wider than this many columns the names stand upright and the figures would overlap. */
const MOST_LABELLED = 16;

/** A heat map: rows by columns, each cell in one of five steps of ink with its figure written on it. */
export const HeatCard = ({
  title,
  about,
  columns,
  rows,
  bounds,
  write,
  rowTitle,
  tools,
  empty,
  onRow,
}: HeatCardProps): ReactNode => {
  const cells = rows.flatMap((row, y) =>
    row.values.flatMap((value, x) => (value === null ? [] : [{ x, y, value, row }])),
  );
  const draw = useCallback(
    (palette: Palette): EChartsOption => {
      const steps = heatSteps(palette);
      const upright = columns.length > MOST_LABELLED;
      const edges = [-Infinity, ...bounds, Infinity];
      const points = rows.flatMap((row, y) =>
        row.values.flatMap((value, x) =>
          value === null
            ? []
            : [
                {
                  value: [x, y, value],
                  label: { color: steps[stepOf(bounds, value)]?.text ?? palette.text },
                },
              ],
        ),
      );
      return {
        grid: { left: 8, right: 8, top: 8, bottom: 40, outerBoundsMode: 'same' },
        tooltip: {
          formatter: (at: unknown) => {
            const [x = 0, y = 0, value = 0] = pointInChart(at).values;
            return `${rows[y]?.name ?? ''}<br/>${columns[x] ?? ''}　${write(value)}`;
          },
        },
        xAxis: {
          type: 'category',
          position: 'top',
          data: [...columns],
          axisLabel: {
            interval: 0,
            rotate: upright ? 60 : 0,
            width: upright ? 120 : NAMES / columns.length,
            overflow: upright ? 'truncate' : 'break',
            hideOverlap: false,
          },
          splitArea: { show: false },
        },
        yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name) },
        visualMap: {
          type: 'piecewise',
          orient: 'horizontal',
          left: 'center',
          bottom: 0,
          textStyle: { color: palette.textSecondary },
          pieces: steps.map(({ ground }, at) => {
            const [low, high] = [edges[at] ?? -Infinity, edges[at + 1] ?? Infinity];
            return {
              ...(low === -Infinity ? {} : { gte: low }),
              ...(high === Infinity ? {} : { lt: high }),
              color: ground,
              label:
                low === -Infinity
                  ? `低于 ${write(high)}`
                  : high === Infinity
                    ? `${write(low)} 及以上`
                    : `${write(low)}—${write(high)}`,
            };
          }),
        },
        series: [
          {
            type: 'heatmap',
            data: points,
            label: {
              show: columns.length <= MOST_LABELLED,
              formatter: (at: unknown) => write(pointInChart(at).values[2] ?? 0),
            },
            itemStyle: { borderColor: palette.surface, borderWidth: 2 },
          },
        ],
      };
    },
    [rows, columns, bounds, write],
  );
  return (
    <ChartCard
      title={title}
      about={about}
      draw={draw}
      height={rows.length * ROW + (columns.length > MOST_LABELLED ? 170 : 100)}
      label={`${title}：${String(rows.length)} 行 ${String(columns.length)} 列，数值见表`}
      tools={tools}
      {...(empty === undefined ? {} : { empty })}
      {...(onRow
        ? {
            onPick: ({ point }) => {
              const row = cells[point]?.row;
              if (row) onRow(row);
            },
          }
        : {})}
      table={{
        caption: title,
        head: [rowTitle, ...columns],
        rows: rows.map((row) => ({
          key: row.key,
          cells: [row.name, ...row.values.map((value) => (value === null ? NOTHING : write(value)))],
          ...(onRow ? { onOpen: () => onRow(row) } : {}),
        })),
      }}
    />
  );
};
