import './record.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TimelineEntry } from '../../../shared/kernel/timeline.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';

const tones = { neutral: '', good: 'mz-timeline-good', bad: 'mz-timeline-bad' } as const;

/** What happened, newest first as given: day, kind, title, a sentence; a title with a link leads to its record. */
export const Timeline = ({
  entries,
  label = '时间线',
}: {
  entries: readonly TimelineEntry[];
  label?: string;
}): ReactNode => (
  <ol className="mz-timeline" aria-label={label}>
    {entries.map((entry, index) => (
      <li key={`${entry.day} ${String(index)}`} className={tones[entry.tone]}>
        <time dateTime={entry.day}>{formatDay(entry.day)}</time>
        <span className="mz-timeline-kind">{entry.kind}</span>
        <h3>{entry.link === undefined ? entry.title : <Link to={entry.link}>{entry.title}</Link>}</h3>
        {entry.about !== '' && <p>{entry.about}</p>}
      </li>
    ))}
  </ol>
);
