import { palettes, type Palette } from '../../../ui/theme/tokens.ts';

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const mixed = (from: string, to: string, share: number): string => {
  const [low, high] = [channels(from), channels(to)];
  const parts = low.map((value, at) => Math.round(value + ((high[at] ?? 0) - value) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
};

/** A step of a heat map: its ground, and the colour of what is written on it. */
export interface HeatStep {
  readonly ground: string;
  readonly text: string;
}

/** Shares of ink from the palest to the deepest step: none in between, where no text could be read on it. */
const SHARES = [0, 0.14, 0.28, 0.8, 1];

/** Five steps of ink, each with a text that reaches AA on it. */
export const heatSteps = (palette: Palette): HeatStep[] => {
  const deepText = palette === palettes.light ? palette.onInk : palette.ground;
  return SHARES.map((share, at) => ({
    ground: mixed(palette.inkSoft, palette.ink, share),
    text: at < 3 ? palette.text : deepText,
  }));
};

/** The step of a value: `bounds` are the least values of all steps but the first, ascending. */
export const stepOf = (bounds: readonly number[], value: number): number =>
  bounds.filter((bound) => value >= bound).length;
