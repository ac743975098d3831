import './record.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TimelineEntry } from '../../../shared/kernel/timeline.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { StatusTag } from './status-tag.tsx';

const tones = { neutral: '', good: 'mz-timeline-good', bad: 'mz-timeline-bad' } as const;

/** What the tone of an entry says, in words. */
export const toneWords = { good: '表现突出', bad: '存在不足' } as const;

/** What happened, newest first as given: day, kind, title, a sentence; a title with a link leads to its record. */
export const Timeline = ({
  entries,
  label = '时间线',
  marked = false,
}: {
  entries: readonly TimelineEntry[];
  label?: string;
  /** Says praise and failure in words as well, where an entry alone does not tell. */
  marked?: boolean;
}): ReactNode => (
  <ol className="mz-timeline" aria-label={label}>
    {entries.map((entry, index) => (
      <li key={`${entry.day} ${String(index)}`} className={tones[entry.tone]}>
        <time dateTime={entry.day}>{formatDay(entry.day)}</time>
        <span className="mz-timeline-kind">{entry.kind}</span>
        {marked && entry.tone !== 'neutral' && (
          <StatusTag tone={entry.tone === 'good' ? 'praise' : 'bad'}>{toneWords[entry.tone]}</StatusTag>
        )}
        <h3>{entry.link === undefined ? entry.title : <Link to={entry.link}>{entry.title}</Link>}</h3>
        {entry.about !== '' && <p>{entry.about}</p>}
      </li>
    ))}
  </ol>
);
