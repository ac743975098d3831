import { Button } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { voteLabels, type Vote } from '../../../../shared/features/cases/meeting.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { DraftItem } from './decide-values.ts';
import { afterKey, voteOfKey, voteOf, withVote, withVotesOfAll } from './vote-keys.ts';
import './meeting.css';

export interface VoteGridProps {
  /** Members who are there and may vote. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly DraftItem[];
  /** What a proposal is called: whom it is for and which measure. */
  readonly titleOf: (item: DraftItem) => { readonly person: string; readonly measure: string };
  /** How each proposal came out, in the order of the items; shorter while it is not known. */
  readonly tallies: readonly { readonly passed: boolean; readonly text: string }[];
  /** Changes the votes as they stand at that moment: somebody who types fast is ahead of what is drawn. */
  readonly onVotes: (change: (items: readonly DraftItem[]) => DraftItem[]) => void;
}

const classOf = (vote: Vote | undefined): string => (vote === undefined ? '' : `mz-vote-${vote}`);

/**
 * 表决: members downwards, proposals across. 1, 2, 3 (or the initials t, b, q) write 同意, 不同意, 弃权 and go to the next
 * member; arrows move, Delete takes a vote away, the space bar and a click go through the three.
 */
export const VoteGrid = ({ members, items, titleOf, tallies, onVotes }: VoteGridProps): ReactNode => {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const here = {
    row: Math.min(at.row, members.length - 1),
    column: Math.min(at.column, items.length - 1),
  };
  const go = (row: number, column: number): void => {
    setAt({ row, column });
    table.current?.querySelector<HTMLElement>(`[data-cell="${String(row)} ${String(column)}"]`)?.focus();
  };
  const write = (row: number, column: number, vote: Vote | null): void => {
    const member = members[row];
    if (member) onVotes((held) => withVote(held, column, member.id, vote));
  };
  const everybody = (columns: readonly number[], vote: Vote): void =>
    onVotes((held) =>
      withVotesOfAll(
        held,
        columns,
        members.map(({ id }) => id),
        vote,
      ),
    );

  const onKey = (event: KeyboardEvent, row: number, column: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const vote = voteOfKey(event.key);
    if (vote !== undefined) {
      event.preventDefault();
      write(row, column, vote);
      const next = afterKey({ row, column }, 'next', members.length, items.length);
      go(next.row, next.column);
      return;
    }
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      cycle(row, column);
      return;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      write(row, column, null);
      return;
    }
    const moved = afterKey({ row, column }, event.key, members.length, items.length);
    if (moved.row === row && moved.column === column) return;
    event.preventDefault();
    go(moved.row, moved.column);
  };
  const cycle = (row: number, column: number): void => {
    const member = members[row];
    const item = items[column];
    if (!member || !item) return;
    const order: readonly (Vote | null)[] = ['for', 'against', 'abstain', null];
    const held = voteOf(item, member.id) ?? null;
    write(row, column, order[(order.indexOf(held) + 1) % order.length] ?? null);
  };

  return (
    <div className="mz-vote-grid">
      <table ref={table} role="grid" aria-label="表决">
        <thead>
          <tr>
            <th scope="col">
              {items.length > 1 && (
                <Button
                  size="small"
                  onClick={() =>
                    everybody(
                      items.map((_, column) => column),
                      'for',
                    )
                  }
                >
                  全部同意
                </Button>
              )}
            </th>
            {items.map((item, column) => {
              const { person, measure } = titleOf(item);
              return (
                <th scope="col" key={`${item.personId} ${item.measureCode}`}>
                  <small>{person}</small>
                  <strong>{measure}</strong>
                  <Button
                    size="small"
                    type="link"
                    aria-label={`${person}${measure}：全体同意`}
                    onClick={() => everybody([column], 'for')}
                  >
                    全体同意
                  </Button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, name }, row) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {items.map((item, column) => {
                const vote = voteOf(item, id);
                const { person, measure } = titleOf(item);
                const said = vote === undefined ? '未表决' : voteLabels[vote];
                return (
                  <td
                    key={`${item.personId} ${item.measureCode}`}
                    role="gridcell"
                    data-cell={`${String(row)} ${String(column)}`}
                    tabIndex={row === here.row && column === here.column ? 0 : -1}
                    aria-label={`${name}对${person}${measure}：${said}`}
                    className={classOf(vote)}
                    onFocus={() => setAt({ row, column })}
                    onClick={() => cycle(row, column)}
                    onKeyDown={(event) => onKey(event, row, column)}
                  >
                    {vote === undefined ? <span className="mz-muted">—</span> : said}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">结果</th>
            {items.map((item, column) => {
              const tally = tallies[column];
              return (
                <td key={`${item.personId} ${item.measureCode}`}>
                  {tally ? (
                    <>
                      <StatusTag tone={tally.passed ? 'done' : 'stopped'}>
                        {tally.passed ? '通过' : '未通过'}
                      </StatusTag>
                      <br />
                      {tally.text.replace(/，(未)?通过$/, '')}
                    </>
                  ) : (
                    '—'
                  )}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
      <p className="mz-vote-keys">
        键盘：1 同意，2 不同意，3 弃权（或 t、b、q），写完自动到下一人；方向键移动，Delete 清除。
      </p>
    </div>
  );
};
