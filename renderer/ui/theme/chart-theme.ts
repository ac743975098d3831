import { fontFamily, palettes, type Mode } from './tokens.ts';

/** The tokens as echarts takes them: `echarts.init(node, chartTheme(mode))`. */
export const chartTheme = (mode: Mode): Readonly<Record<string, unknown>> => {
  const p = palettes[mode];
  const axis = {
    axisLine: { lineStyle: { color: p.lineStrong } },
    axisTick: { lineStyle: { color: p.lineStrong } },
    axisLabel: { color: p.textSecondary },
    splitLine: { lineStyle: { color: p.line } },
    nameTextStyle: { color: p.textSecondary },
  };
  return {
    color: [...p.series],
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: p.text },
    title: { textStyle: { color: p.text, fontWeight: 600, fontSize: 15 } },
    legend: { textStyle: { color: p.textSecondary } },
    tooltip: {
      backgroundColor: p.surface,
      borderColor: p.line,
      textStyle: { color: p.text },
    },
    // The library draws a light rim round the words at a bar, which blurs them on a dark ground.
    bar: { label: { color: p.text, textBorderWidth: 0 } },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
  };
};
