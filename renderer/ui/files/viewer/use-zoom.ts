import { useState } from 'react';

/** Steps of enlargement; 1 is the file's own size. */
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

export interface Zoom {
  /** 1 is the file's own size. */
  readonly scale: number;
  /** True while the width follows the room there is. */
  readonly fitted: boolean;
  readonly closer: () => void;
  readonly farther: () => void;
  readonly fit: () => void;
}

/** The next step above (or below) a scale; the scale itself where there is none. */
export const stepFrom = (scale: number, direction: 1 | -1): number =>
  direction === 1
    ? (STEPS.find((step) => step > scale + 0.005) ?? scale)
    : (STEPS.findLast((step) => step < scale - 0.005) ?? scale);

/** Enlargement of what is looked at. `fitting` is the scale at which it fills the width. */
export const useZoom = (fitting: number): Zoom => {
  const [chosen, setChosen] = useState<number | null>(null);
  const scale = chosen ?? fitting;
  return {
    scale,
    fitted: chosen === null,
    closer: () => setChosen(stepFrom(scale, 1)),
    farther: () => setChosen(stepFrom(scale, -1)),
    fit: () => setChosen(null),
  };
};
