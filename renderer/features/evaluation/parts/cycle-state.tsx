import type { ReactNode } from 'react';
import type { SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import {
  cycleStateLabels,
  subjectSourceOf,
  type CycleState,
} from '../../../../shared/features/evaluation/schema.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';

const tones = { draft: 'draft', scoring: 'active', closed: 'active', confirmed: 'done' } as const;

/** How a cycle stands, in colour, icon and word. */
export const CycleStateTag = ({ state }: { state: CycleState }): ReactNode => (
  <StatusTag tone={tones[state]}>{cycleStateLabels[state]}</StatusTag>
);

/** The measure word of what is evaluated. */
export const unitOf = (kind: SubjectKind): string =>
  ['staff', 'pupils'].includes(subjectSourceOf(kind)) ? '人' : '个';

/** The address of a score sheet; a group of self-ratings has one sheet of all subjects. */
export const sheetPath = (cycleId: string, groupId: string, raterId: string | null): string =>
  `/evaluation/cycles/${cycleId}/score/${groupId}/${raterId ?? 'self'}`;
