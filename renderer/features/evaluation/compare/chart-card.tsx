import './compare.css';
import { PictureOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { EChartsOption } from 'echarts';
import { useMemo, useState, type ReactNode } from 'react';
import { Chart, type ChartPick } from '../../../ui/charts/chart.tsx';
import { chartPicture } from '../../../ui/charts/chart-picture.ts';
import { problemOf } from '../../../ui/feedback/problem.ts';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { saveBlob } from '../../../ui/files/file-content.ts';
import { useThemeMode } from '../../../ui/theme/mode.ts';
import { palettes, type Palette } from '../../../ui/theme/tokens.ts';
import { CompareTable, type TableOfFigures } from './compare-table.tsx';

const PICTURE_WIDTH = 960;

interface ChartCardProps {
  readonly title: string;
  /** How to read it. */
  readonly about: string;
  /** Keep its identity while nothing changes. */
  readonly draw: (palette: Palette) => EChartsOption;
  readonly height: number;
  /** What the chart says, in words. */
  readonly label: string;
  /** The same figures as a table. */
  readonly table: TableOfFigures;
  readonly onPick?: (picked: ChartPick) => void;
  /** Switches of the chart. */
  readonly tools?: ReactNode;
  /** Said instead of the chart when there is nothing to draw. */
  readonly empty?: ReactNode;
}

/** A chart with its figures as a table, and as a picture for a paper. */
export const ChartCard = ({
  title,
  about,
  draw,
  height,
  label,
  table,
  onPick,
  tools,
  empty,
}: ChartCardProps): ReactNode => {
  const toast = useToast();
  const { mode } = useThemeMode();
  const [way, setWay] = useState<'chart' | 'table'>('chart');
  const option = useMemo(() => draw(palettes[mode]), [draw, mode]);
  const save = (): void => {
    chartPicture(draw(palettes.light), { width: PICTURE_WIDTH, height }).then(
      (blob) => {
        saveBlob(`${title}.png`, blob);
        toast.done(`已保存图片“${title}”`);
      },
      (cause: unknown) => toast.failed(problemOf(cause)),
    );
  };
  return (
    <section className="mz-card mz-compare-card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {tools}
        {empty === undefined && (
          <>
            <Segmented
              aria-label={`${title}的样式`}
              size="small"
              value={way}
              onChange={setWay}
              options={[
                { value: 'chart', label: '图' },
                { value: 'table', label: '表' },
              ]}
            />
            <Button size="small" icon={<PictureOutlined />} onClick={save}>
              存为图片
            </Button>
          </>
        )}
      </header>
      <p className="mz-muted">{about}</p>
      {empty !== undefined ? (
        <p>{empty}</p>
      ) : way === 'chart' ? (
        <Chart option={option} height={height} label={label} {...(onPick ? { onPick } : {})} />
      ) : (
        <CompareTable of={table} />
      )}
    </section>
  );
};
