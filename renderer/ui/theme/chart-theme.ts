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
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
  };
};
