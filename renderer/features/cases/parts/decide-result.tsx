import type { ReactNode } from 'react';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import type { DraftItem } from './decide-values.ts';

/** What the decision will say: it follows from the votes and cannot be typed. */
export const DecideResult = ({
  items,
  tallies,
  collective,
  proposal,
  titleOf,
}: {
  items: readonly DraftItem[];
  tallies: readonly { readonly passed: boolean; readonly text: string }[];
  collective: boolean;
  /** It goes to the authority as a proposal. */
  proposal: boolean;
  titleOf: (item: DraftItem) => { readonly person: string; readonly measure: string };
}): ReactNode => {
  if (items.length === 0) return <p className="mz-muted">还没有提出处理意见。</p>;
  return (
    <div role="status" aria-label="决定结果">
      <ul className="mz-decide-result">
        {items.map((item, at) => {
          const { person, measure } = titleOf(item);
          const tally = tallies[at];
          const passed = !collective || tally?.passed === true;
          return (
            <li key={`${item.personId} ${item.measureCode}`}>
              <StatusTag
                tone={passed ? 'done' : 'stopped'}
              >{`${passed ? '' : '不'}写入${proposal ? '建议' : '决定'}`}</StatusTag>
              <span>
                对{person}：<strong>{measure}</strong>
              </span>
              {collective && tally && <span className="mz-muted">{tally.text}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
