import './evaluation.css';
import type { ReactNode } from 'react';
import { cycleEventLabels } from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { InstantText } from '../../../ui/format/parts.tsx';

/** Who did what to the cycle, newest first. */
export const HistoryTab = ({ view }: { view: CycleView }): ReactNode => (
  <ol className="mz-history" aria-label="记录">
    {view.cycle.history.toReversed().map((event, at) => (
      <li key={`${event.at} ${String(at)}`}>
        <InstantText instant={event.at} /> <strong>{cycleEventLabels[event.what]}</strong>{' '}
        <span className="mz-muted">{event.by.name}</span>
        {event.note !== '' && <p>{event.note}</p>}
      </li>
    ))}
  </ol>
);
