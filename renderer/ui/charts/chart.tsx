import type { EChartsOption } from 'echarts';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { chartTheme } from '../theme/chart-theme.ts';
import { useThemeMode } from '../theme/mode.ts';

export interface ChartProps {
  /** Keep its identity while nothing changes: a new object draws anew. */
  readonly option: EChartsOption;
  /** CSS pixels. */
  readonly height: number;
  /** What the chart says, in words, for those who do not see it. */
  readonly label: string;
  /** Called with what was clicked: numbers count from 0 within the option. */
  readonly onPick?: (picked: ChartPick) => void;
}

export interface ChartPick {
  readonly series: number;
  readonly point: number;
}

/** A chart in our colours. The library is loaded only when the first one is drawn. */
export const Chart = ({ option, height, label, onPick }: ChartProps): ReactNode => {
  const box = useRef<HTMLDivElement>(null);
  const { mode } = useThemeMode();
  const [failed, setFailed] = useState(false);
  const pick = useEffectEvent((picked: ChartPick) => onPick?.(picked));
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let gone = false;
    let clear = (): void => undefined;
    import('echarts').then(
      (echarts) => {
        if (gone) return;
        const chart = echarts.init(element, chartTheme(mode), { renderer: 'svg' });
        chart.setOption({ animation: false, ...option });
        chart.on('click', ({ seriesIndex, dataIndex }) =>
          pick({ series: seriesIndex ?? 0, point: dataIndex }),
        );
        const watch = new ResizeObserver(() => chart.resize());
        watch.observe(element);
        clear = () => {
          watch.disconnect();
          chart.dispose();
        };
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      clear();
    };
  }, [option, mode]);
  return failed ? (
    <p className="mz-muted">图没有画出来。{label}</p>
  ) : (
    <div ref={box} role="img" aria-label={label} style={{ height }} />
  );
};
