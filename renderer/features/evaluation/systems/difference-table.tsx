import './systems.css';
import type { ReactNode } from 'react';
import type { Change } from '../../../../shared/features/evaluation/systems/difference.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

const kinds: Readonly<Record<Change['kind'], { readonly tone: StatusTone; readonly word: string }>> = {
  added: { tone: 'praise', word: '新增' },
  removed: { tone: 'bad', word: '删去' },
  moved: { tone: 'info', word: '移动' },
  changed: { tone: 'due', word: '修改' },
};

const order: readonly Change['kind'][] = ['added', 'removed', 'moved', 'changed'];

/** Changes with both sides beside each other. `earlier` and `later` head the two columns. */
export const DifferenceTable = ({
  changes,
  earlier,
  later,
}: {
  readonly changes: readonly Change[];
  readonly earlier: string;
  readonly later: string;
}): ReactNode => (
  <table className="mz-diff">
    <thead>
      <tr>
        <th scope="col">变化</th>
        <th scope="col">内容</th>
        <th scope="col">{earlier}</th>
        <th scope="col">{later}</th>
      </tr>
    </thead>
    <tbody>
      {order
        .flatMap((kind) => changes.filter((change) => change.kind === kind))
        .map(({ kind, subject, what, before, after }, at) => (
          <tr key={`${subject} ${what} ${String(at)}`}>
            <td>
              <StatusTag tone={kinds[kind].tone}>{kinds[kind].word}</StatusTag>
            </td>
            <th scope="row">
              {subject}
              {what !== '' && `的${what}`}
            </th>
            <td className="mz-diff-gone">{before === '' ? '—' : before}</td>
            <td>{after === '' ? '—' : after}</td>
          </tr>
        ))}
    </tbody>
  </table>
);
