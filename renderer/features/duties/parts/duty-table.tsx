import type { ReactNode } from 'react';
import { rhythmLabels, type DutyItem } from '../../../../shared/features/duties/schema.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import './duties.css';

/** Duties to be read. */
export const DutyTable = ({
  items,
  label,
}: {
  readonly items: readonly DutyItem[];
  readonly label: string;
}): ReactNode => (
  <table className="mz-duty-items" aria-label={label}>
    <thead>
      <tr>
        <th scope="col">序号</th>
        <th scope="col" className="mz-duty-wide">
          职责
        </th>
        <th scope="col">要求</th>
        <th scope="col">检查</th>
        <th scope="col">依据</th>
      </tr>
    </thead>
    <tbody>
      {items.map(({ text, standard, rhythm, ground, sole }, at) => (
        <tr key={text}>
          <td>{at + 1}</td>
          <td>
            {text} {sole && <StatusTag tone="info">一人负责</StatusTag>}
          </td>
          <td>{standard || '—'}</td>
          <td>{rhythmLabels[rhythm]}</td>
          <td>{ground || '—'}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
