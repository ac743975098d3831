import type { Vote } from '../../../../shared/features/cases/meeting.ts';
import type { DraftItem } from './decide-values.ts';

/** What the keys of the grid of votes do. */

const keys: Readonly<Record<string, Vote>> = {
  '1': 'for',
  t: 'for',
  '2': 'against',
  b: 'against',
  '3': 'abstain',
  q: 'abstain',
};

/** The vote that a key writes; undefined for every other key. */
export const voteOfKey = (key: string): Vote | undefined => keys[key.toLowerCase()];

export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads from a place in a grid of so many rows and columns. `next` is the place after a vote: the next member,
 * then the first member of the next proposal; it stays at the end.
 */
export const afterKey = ({ row, column }: Place, key: string, rows: number, columns: number): Place => {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    case 'next':
      if (row < rows - 1) return { row: row + 1, column };
      return column < columns - 1 ? { row: 0, column: column + 1 } : { row, column };
    default:
      return { row, column };
  }
};

export const voteOf = (item: DraftItem, memberId: string): Vote | undefined =>
  item.votes.find((one) => one.memberId === memberId)?.vote;

/** The proposals with one vote written, or taken away with null. */
export const withVote = (
  items: readonly DraftItem[],
  column: number,
  memberId: string,
  vote: Vote | null,
): DraftItem[] =>
  items.map((item, at) =>
    at === column
      ? {
          ...item,
          votes: [
            ...item.votes.filter((one) => one.memberId !== memberId),
            ...(vote === null ? [] : [{ memberId, vote }]),
          ],
        }
      : item,
  );

/** The proposals with the same vote of all members on some of them. */
export const withVotesOfAll = (
  items: readonly DraftItem[],
  columns: readonly number[],
  memberIds: readonly string[],
  vote: Vote,
): DraftItem[] =>
  items.map((item, at) =>
    columns.includes(at) ? { ...item, votes: memberIds.map((memberId) => ({ memberId, vote })) } : item,
  );
