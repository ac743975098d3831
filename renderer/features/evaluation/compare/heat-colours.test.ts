import { describe, expect, it } from 'vitest';
import { palettes } from '../../../ui/theme/tokens.ts';
import { heatSteps, stepOf } from './heat-colours.ts';

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe('the steps of a heat map', () => {
  it.each(['light', 'dark'] as const)('can be read in %s', (mode) => {
    const steps = heatSteps(palettes[mode]);
    expect(steps).toHaveLength(5);
    for (const { ground, text } of steps) expect(contrast(ground, text)).toBeGreaterThanOrEqual(4.5);
  });

  it('are told by their least values', () => {
    expect([59, 60, 69.9, 80, 90, 100].map((value) => stepOf([60, 70, 80, 90], value))).toEqual([
      0, 1, 1, 3, 4, 4,
    ]);
  });
});
