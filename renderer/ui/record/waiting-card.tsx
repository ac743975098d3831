import './waiting-card.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface WaitingEntry {
  readonly key: string;
  /** The record's own page. */
  readonly path: string;
  /** What waits to be done. */
  readonly act: string;
  readonly about: ReactNode;
  /** How long there still is. */
  readonly due?: ReactNode;
}

/** A card on the 今日 page: what of a feature waits for this person, most pressing first. */
export const WaitingCard = ({
  title,
  count,
  all,
  entries,
}: {
  readonly title: string;
  /** How many there are, in words. */
  readonly count: ReactNode;
  /** The way to the whole list. */
  readonly all: { readonly path: string; readonly label: string };
  readonly entries: readonly WaitingEntry[];
}): ReactNode => (
  <section className="mz-card mz-waiting" aria-label={title}>
    <header>
      <h2>{title}</h2>
      <span className="mz-muted">{count}</span>
      <Link to={all.path}>{all.label}</Link>
    </header>
    <ul>
      {entries.map(({ key, path, act, about, due }) => (
        <li key={key}>
          <Link to={path}>
            <strong>{act}</strong>
            <span>{about}</span>
          </Link>
          {due}
        </li>
      ))}
    </ul>
  </section>
);

/** 3 件，其中 1 件已逾期 */
export const waitingCount = (total: number, overdue: number, unit: string): string =>
  overdue > 0
    ? `${String(total)} ${unit}，其中 ${String(overdue)} ${unit}已逾期`
    : `${String(total)} ${unit}`;
