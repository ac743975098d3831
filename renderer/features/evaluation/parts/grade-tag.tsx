import type { ReactNode } from 'react';
import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

/** Best, worst, and whatever lies between, whatever the school calls them. */
const toneOf = (bands: readonly Band[], grade: string): StatusTone => {
  const place = bands.findIndex(({ label }) => label === grade);
  if (place === bands.length - 1) return 'bad';
  if (place === 0) return 'praise';
  return place === bands.length - 2 && bands.length > 3 ? 'due' : 'info';
};

/** A grade in colour, icon and word. */
export const GradeTag = ({ bands, grade }: { bands: readonly Band[]; grade: string }): ReactNode => (
  <StatusTag tone={toneOf(bands, grade)}>{grade}</StatusTag>
);
