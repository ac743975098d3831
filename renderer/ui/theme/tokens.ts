/**
 * The one place where colours, type and measures are decided. antd, echarts and our own styles all take them from
 * here, in both modes. Text colours reach AA (4.5:1) on ground, surface and sunken; the test beside this file checks it.
 */
export interface Palette {
  /** The paper that everything lies on. */
  readonly ground: string;
  /** Cards, tables, dialogs. */
  readonly surface: string;
  /** Table heads, read-only cells, wells. */
  readonly sunken: string;
  /** Hairlines between things. */
  readonly line: string;
  /** Borders of fields. */
  readonly lineStrong: string;
  readonly text: string;
  readonly textSecondary: string;
  readonly textMuted: string;
  /** Ink blue: structure, links, the primary act. */
  readonly ink: string;
  readonly inkHover: string;
  /** Ground of a primary button; carries `onInk`. */
  readonly inkFill: string;
  readonly inkFillHover: string;
  readonly onInk: string;
  readonly inkSoft: string;
  /** Vermilion: seals, issued decisions, danger; nothing else. */
  readonly vermilion: string;
  readonly vermilionSoft: string;
  readonly vermilionFill: string;
  /** Jade: praise and done. */
  readonly jade: string;
  readonly jadeSoft: string;
  /** Amber: due. `amber` is for words, `amberMark` for icons and lines. */
  readonly amber: string;
  readonly amberMark: string;
  readonly amberSoft: string;
  readonly shadow: string;
  /** Series colours of charts, told apart by lightness as well as by hue. */
  readonly series: readonly string[];
}

export const light: Palette = {
  ground: '#FAF8F5',
  surface: '#FFFEFC',
  sunken: '#F3F0EA',
  line: '#E6E1D8',
  lineStrong: '#C9C2B5',
  text: '#22262D',
  textSecondary: '#4F555E',
  textMuted: '#666A71',
  ink: '#1F3A5F',
  inkHover: '#2C5080',
  inkFill: '#1F3A5F',
  inkFillHover: '#2C5080',
  onInk: '#FFFFFF',
  inkSoft: '#E7ECF3',
  vermilion: '#B92A24',
  vermilionSoft: '#FBEDEA',
  vermilionFill: '#C8322B',
  jade: '#256A5A',
  jadeSoft: '#E6F1ED',
  amber: '#865610',
  amberMark: '#B7791F',
  amberSoft: '#FAF0DC',
  shadow: '0 6px 24px rgba(34, 38, 45, 0.12), 0 1px 3px rgba(34, 38, 45, 0.08)',
  series: ['#1F3A5F', '#B7791F', '#2E7D6B', '#7C8DA6', '#8C5A3C', '#5B6B3A', '#A65B6E', '#4E8CA8'],
};

export const dark: Palette = {
  ground: '#14171C',
  surface: '#1B1F26',
  sunken: '#222730',
  line: '#2D333D',
  lineStrong: '#4A525E',
  text: '#E7E4DD',
  textSecondary: '#BDBDBB',
  textMuted: '#9A9DA2',
  ink: '#9DBDE6',
  inkHover: '#BCD3F0',
  inkFill: '#35598A',
  inkFillHover: '#40689E',
  onInk: '#FFFFFF',
  inkSoft: '#243246',
  vermilion: '#F28B80',
  vermilionSoft: '#3A2322',
  vermilionFill: '#C2423B',
  jade: '#6CC4AE',
  jadeSoft: '#1C322D',
  amber: '#E3B568',
  amberMark: '#D29A3A',
  amberSoft: '#362B19',
  shadow: '0 8px 28px rgba(0, 0, 0, 0.5), 0 1px 3px rgba(0, 0, 0, 0.4)',
  series: ['#9DBDE6', '#D29A3A', '#6CC4AE', '#8893A3', '#C08A66', '#A3B47A', '#D58FA0', '#7FB9D1'],
};

export type Mode = 'light' | 'dark';
export const palettes: Readonly<Record<Mode, Palette>> = { light, dark };

/** 微软雅黑 where Windows has it, otherwise the bundled Noto Sans SC, so that no machine shows empty boxes. */
export const fontFamily =
  '"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans SC Variable", "Segoe UI", sans-serif';

/** Measures in CSS pixels at text scale 1. */
export const measures = {
  fontSize: 14,
  radius: 4,
  control: 32,
  navWidth: 208,
  topBar: 52,
} as const;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The palette as CSS custom properties `--mz-ground`, `--mz-ink-soft` … for our own style sheets. */
export const cssVariables = (palette: Palette): Readonly<Record<string, string>> => {
  const { series, ...colours } = palette;
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(colours)) variables[`--mz-${kebab(name)}`] = value;
  series.forEach((value, index) => (variables[`--mz-series-${String(index + 1)}`] = value));
  variables['--mz-font'] = fontFamily;
  return variables;
};
