import { describe, expect, it } from 'vitest';
import { cssVariables, palettes, type Mode, type Palette } from './tokens.ts';

const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16)));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};

const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
};

type Pair = readonly [keyof Omit<Palette, 'series'>, keyof Omit<Palette, 'series'>];

const grounds = ['ground', 'surface', 'sunken'] as const;
const words = ['text', 'textSecondary', 'textMuted', 'ink', 'vermilion', 'jade', 'amber'] as const;
const wordPairs: Pair[] = [
  ...words.flatMap((word) => grounds.map((ground): Pair => [word, ground])),
  ['text', 'inkSoft'],
  ['ink', 'inkSoft'],
  ['textMuted', 'inkSoft'],
  ['vermilion', 'vermilionSoft'],
  ['jade', 'jadeSoft'],
  ['amber', 'amberSoft'],
  ['onInk', 'inkFill'],
  ['onInk', 'inkFillHover'],
  ['onInk', 'vermilionFill'],
];
const markPairs: Pair[] = [
  ['amberMark', 'surface'],
  ['vermilionFill', 'surface'],
  ['inkFill', 'onInk'],
];
const modes: Mode[] = ['light', 'dark'];

describe('the palette', () => {
  it.each(modes.flatMap((mode) => wordPairs.map(([word, ground]) => ({ mode, word, ground }))))(
    '$mode: $word can be read on $ground (AA, 4.5:1)',
    ({ mode, word, ground }) => {
      expect(contrast(palettes[mode][word], palettes[mode][ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(modes.flatMap((mode) => markPairs.map(([mark, ground]) => ({ mode, mark, ground }))))(
    '$mode: $mark can be told from $ground (3:1)',
    ({ mode, mark, ground }) => {
      expect(contrast(palettes[mode][mark], palettes[mode][ground])).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(modes)('%s: every series of a chart stands out from the paper', (mode) => {
    for (const colour of palettes[mode].series) {
      expect(contrast(colour, palettes[mode].surface)).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives our style sheets every colour by the same name in both modes', () => {
    expect(Object.keys(cssVariables(palettes.dark))).toEqual(Object.keys(cssVariables(palettes.light)));
    expect(cssVariables(palettes.light)['--mz-text-muted']).toBe(palettes.light.textMuted);
  });
});
