import { stateLabels, type CaseState } from '../../../../shared/features/cases/states.ts';
import type { ReactNode } from 'react';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

const tones: Readonly<Record<CaseState, StatusTone>> = {
  registered: 'draft',
  established: 'active',
  filed: 'active',
  reported: 'due',
  adopted: 'active',
  notified: 'active',
  heard: 'active',
  decided: 'due',
  submitted: 'due',
  issued: 'issued',
  served: 'issued',
  executing: 'due',
  rectified: 'done',
  closed: 'done',
  referred: 'due',
  answered: 'active',
  withdrawn: 'stopped',
  merged: 'stopped',
};

/** How a case stands, in colour, icon and word. */
export const CaseStateTag = ({ state }: { state: CaseState }): ReactNode => (
  <StatusTag tone={tones[state]}>{stateLabels[state]}</StatusTag>
);
