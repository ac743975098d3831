import './due.css';
import type { ReactNode } from 'react';
import type { DeadlineView } from '../../../../shared/features/deadlines/channels.ts';
import { dueStateLabels, type DueState } from '../../../../shared/kernel/due-state.ts';

const told: readonly DueState[] = ['overdue', 'today', 'within3', 'within10'];
const tones: Readonly<Partial<Record<DueState, string>>> = {
  overdue: 'mz-due-bad',
  today: 'mz-due-due',
  within3: 'mz-due-due',
};

export interface DueTilesProps {
  readonly rows: readonly DeadlineView[];
  /** The states that the list is narrowed to. */
  readonly chosen: readonly string[];
  readonly onChoose: (states: readonly DueState[]) => void;
}

/** How many terms stand how; a click narrows the list to those, another one widens it again. */
export const DueTiles = ({ rows, chosen, onChoose }: DueTilesProps): ReactNode => (
  <div className="mz-due-tiles" role="group" aria-label="按紧急程度筛选">
    {told.map((state) => {
      const count = rows.filter((row) => row.state === state).length;
      const pressed = chosen.length === 1 && chosen[0] === state;
      return (
        <button
          key={state}
          type="button"
          aria-pressed={pressed}
          onClick={() => onChoose(pressed ? [] : [state])}
        >
          <strong className={count > 0 ? tones[state] : undefined}>{count}</strong>
          {dueStateLabels[state]}
        </button>
      );
    })}
  </div>
);
