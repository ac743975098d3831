import type { ReactNode } from 'react';
import type { Publicity } from '../../../../shared/features/publicity/schema.ts';
import { dayOfInstant } from '../../../../shared/kernel/dates.ts';
import { Timeline } from '../../../ui/record/timeline.tsx';

/** 经过: who did what, newest first. */
export const HistoryTab = ({ history }: Pick<Publicity, 'history'>): ReactNode => (
  <Timeline
    label="经过"
    entries={history.toReversed().map(({ made, what, note }) => ({
      day: dayOfInstant(made.at),
      kind: made.by.name,
      title: what,
      about: note,
      tone: 'neutral' as const,
    }))}
  />
);
