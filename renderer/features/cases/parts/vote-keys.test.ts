import { describe, expect, it } from 'vitest';
import type { DraftItem } from './decide-values.ts';
import { afterKey, voteOf, voteOfKey, withVote, withVotesOfAll } from './vote-keys.ts';

const item = (measureCode: string, votes: DraftItem['votes'] = []): DraftItem => ({
  personId: 'wang',
  measureCode,
  days: null,
  pay: null,
  votes,
});

describe('the keys of the grid of votes', () => {
  it('write the three votes by figure and by initial, in either case', () => {
    expect(['1', 't', 'T'].map(voteOfKey)).toEqual(['for', 'for', 'for']);
    expect(['2', 'b', '3', 'Q'].map(voteOfKey)).toEqual(['against', 'against', 'abstain', 'abstain']);
    expect(['4', 'x', 'Enter', ''].map(voteOfKey)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('move within the grid and stop at its edges', () => {
    expect(afterKey({ row: 0, column: 0 }, 'ArrowUp', 3, 2)).toEqual({ row: 0, column: 0 });
    expect(afterKey({ row: 2, column: 0 }, 'ArrowDown', 3, 2)).toEqual({ row: 2, column: 0 });
    expect(afterKey({ row: 1, column: 0 }, 'ArrowRight', 3, 2)).toEqual({ row: 1, column: 1 });
    expect(afterKey({ row: 1, column: 1 }, 'ArrowRight', 3, 2)).toEqual({ row: 1, column: 1 });
    expect(afterKey({ row: 1, column: 1 }, 'Home', 3, 2)).toEqual({ row: 1, column: 0 });
    expect(afterKey({ row: 1, column: 0 }, 'a', 3, 2)).toEqual({ row: 1, column: 0 });
  });

  it('lead after a vote down the proposal and then to the next one, until the end', () => {
    const walk = [{ row: 0, column: 0 }];
    for (let step = 0; step < 6; step += 1)
      walk.push(afterKey(walk.at(-1) ?? { row: 0, column: 0 }, 'next', 3, 2));
    expect(walk.map(({ row, column }) => `${String(row)}${String(column)}`)).toEqual([
      '00',
      '10',
      '20',
      '01',
      '11',
      '21',
      '21',
    ]);
  });
});

describe('votes on proposals', () => {
  it('are written, replaced and taken away one by one, without touching other proposals', () => {
    const items = [item('warning'), item('circular')];
    const once = withVote(items, 0, 'li', 'for');
    expect(voteOf(once[0] ?? item(''), 'li')).toBe('for');
    expect(once[1]).toEqual(items[1]);
    const twice = withVote(once, 0, 'li', 'against');
    expect(twice[0]?.votes).toEqual([{ memberId: 'li', vote: 'against' }]);
    expect(withVote(twice, 0, 'li', null)[0]?.votes).toEqual([]);
  });

  it('are written for everybody at once, for one proposal or for all', () => {
    const items = [item('warning', [{ memberId: 'gone', vote: 'against' }]), item('circular')];
    const one = withVotesOfAll(items, [0], ['li', 'zhao'], 'for');
    expect(one[0]?.votes).toEqual([
      { memberId: 'li', vote: 'for' },
      { memberId: 'zhao', vote: 'for' },
    ]);
    expect(one[1]?.votes).toEqual([]);
    expect(withVotesOfAll(items, [0, 1], ['li'], 'for').every(({ votes }) => votes.length === 1)).toBe(true);
  });
});
