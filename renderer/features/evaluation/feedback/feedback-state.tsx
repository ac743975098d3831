import type { ReactNode } from 'react';
import {
  feedbackStateLabels,
  type FeedbackState,
} from '../../../../shared/features/evaluation/feedback/state.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

const tones: Readonly<Record<FeedbackState, StatusTone>> = {
  none: 'draft',
  told: 'info',
  talked: 'info',
  signed: 'done',
  objected: 'due',
  reviewed: 'done',
  improving: 'active',
  improved: 'done',
};

/** How far the feedback to one person is. */
export const FeedbackStateTag = ({ state }: { state: FeedbackState }): ReactNode => (
  <StatusTag tone={tones[state]}>{feedbackStateLabels[state]}</StatusTag>
);
