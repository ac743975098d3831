import type { ReactNode } from 'react';
import type { Names } from '../../../../shared/features/standards/describe.ts';
import { matterSubjectLabels } from '../../../../shared/features/standards/schema.ts';
import {
  circumstanceEffectLabels,
  type Circumstance,
  type CircumstanceEffect,
} from '../../../../shared/features/standards/severity-matrix.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

const tones: Readonly<Record<CircumstanceEffect, StatusTone>> = {
  heavier: 'bad',
  lighter: 'info',
  reducing: 'active',
  exempting: 'done',
};

export const shiftWords = (shift: number): string =>
  shift === 0 ? '本档内' : `${shift > 0 ? '上调' : '下调'} ${String(Math.abs(shift))} 档`;

/** The circumstances that move a band. */
export const CircumstanceTable = ({
  circumstances,
  names,
}: {
  circumstances: readonly Circumstance[];
  names: Names;
}): ReactNode => (
  <div style={{ overflowX: 'auto' }}>
    <table className="mz-circumstances">
      <thead>
        <tr>
          <th scope="col">情节</th>
          <th scope="col">作用</th>
          <th scope="col">移动</th>
          <th scope="col">对象</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {circumstances.map((one) => (
          <tr key={one.code}>
            <td>{one.name}</td>
            <td className="mz-nowrap">
              <StatusTag tone={tones[one.effect]}>{circumstanceEffectLabels[one.effect]}</StatusTag>
            </td>
            <td className="mz-nowrap">{shiftWords(one.shift)}</td>
            <td className="mz-nowrap">
              {one.subjects.map((subject) => matterSubjectLabels[subject]).join('、')}
            </td>
            <td>{one.grounds.map(names.ground).join('、')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
