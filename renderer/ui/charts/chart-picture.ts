import type { EChartsOption } from 'echarts';
import { chartTheme } from '../theme/chart-theme.ts';
import { palettes } from '../theme/tokens.ts';
import { bytesOf } from '../files/file-content.ts';

/** Twice as fine as on screen: clear when it is printed. */
const FINENESS = 2;

/** A chart as a PNG for papers: in the light colours, on paper white. Width and height are CSS pixels. */
export const chartPicture = async (
  option: EChartsOption,
  size: { readonly width: number; readonly height: number },
): Promise<Blob> => {
  const echarts = await import('echarts');
  const chart = echarts.init(document.createElement('div'), chartTheme('light'), {
    renderer: 'canvas',
    devicePixelRatio: FINENESS,
    ...size,
  });
  try {
    chart.setOption({ animation: false, ...option });
    const url = chart.getDataURL({
      type: 'png',
      pixelRatio: FINENESS,
      backgroundColor: palettes.light.surface,
    });
    return new Blob([bytesOf(url.slice(url.indexOf(',') + 1))], { type: 'image/png' });
  } finally {
    chart.dispose();
  }
};
