import './results.css';
import type { ReactNode } from 'react';
import type { Band } from '../../../../shared/features/evaluation/indicators.ts';
import { UNGRADED } from '../../../../shared/features/evaluation/results/published.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { GradeTag } from '../parts/grade-tag.tsx';

/** The list as everybody may read it. */
export const MaskedList = ({
  bands,
  rows,
}: {
  bands: readonly Band[];
  rows: readonly { readonly name: string; readonly grade: string }[];
}): ReactNode => (
  <ul className="mz-masked-list" aria-label="公布的名单" tabIndex={0}>
    {rows.map(({ name, grade }, at) => (
      // Masked names may be alike: only the place tells them apart.
      <li key={at}>
        <span>{name}</span>
        {grade === UNGRADED ? (
          <StatusTag tone="stopped">{UNGRADED}</StatusTag>
        ) : (
          <GradeTag bands={bands} grade={grade} />
        )}
      </li>
    ))}
  </ul>
);
