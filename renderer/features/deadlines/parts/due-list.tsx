import type { ReactNode } from 'react';
import type { DeadlineView } from '../../../../shared/features/deadlines/channels.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { dueStateLabels, dueStates } from '../../../../shared/kernel/due-state.ts';
import type { ListColumn, ListFilter } from '../../../ui/list/list-model.ts';
import { DueTag, EstimatedMark } from './due-tag.tsx';

type Due = Pick<DeadlineView, 'state' | 'words' | 'dueOn'>;

interface WithNextClock {
  readonly nextClock: (Due & { readonly label: string }) | null;
}

/** What has no term comes after all that have one. */
const FAR = '9999-12-31';
const dueOf = ({ nextClock }: WithNextClock): string => nextClock?.dueOn ?? FAR;

/** 下一个期限 of a list of records. `width` in CSS pixels. */
export const nextTermColumn = (width: number): ListColumn<WithNextClock> => ({
  key: 'clock',
  title: '下一个期限',
  text: ({ nextClock }) => (nextClock ? `${nextClock.label} ${nextClock.words}` : ''),
  compare: (a, b) => dueOf(a).localeCompare(dueOf(b)),
  cell: ({ nextClock }) =>
    nextClock ? (
      <span className="mz-nowrap">
        <DueTag of={nextClock} /> <span className="mz-muted">{nextClock.label}</span>
      </span>
    ) : (
      <span className="mz-muted">—</span>
    ),
  searched: false,
  width,
});

/** Narrows a list of records by how pressing their next term is. */
export const nextTermFilter: ListFilter<WithNextClock> = {
  key: 'due',
  label: '期限',
  options: [
    ...dueStates
      .filter((value) => value !== 'lapsed')
      .map((value) => ({ value, label: dueStateLabels[value] })),
    { value: 'none', label: '没有期限' },
  ],
  of: ({ nextClock }) => nextClock?.state ?? 'none',
};

/** The running terms of a record: how long each still has, its last day, and what it rests on. */
export const RunningTerms = ({
  of,
}: {
  of: readonly (Due & Pick<DeadlineView, 'label' | 'ground' | 'estimated'>)[];
}): ReactNode =>
  of.length === 0 ? (
    <p className="mz-muted">现在没有在走的期限。</p>
  ) : (
    <ul className="mz-record-terms">
      {of.map((term, at) => (
        <li key={`${term.label} ${String(at)}`}>
          {term.label} <DueTag of={term} /> {term.estimated && <EstimatedMark />}
          <small>
            {formatDay(term.dueOn)}止。{term.ground}
          </small>
        </li>
      ))}
    </ul>
  );
