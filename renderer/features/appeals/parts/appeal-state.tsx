import type { ReactNode } from 'react';
import { outcomeLabels, type AppealOutcome } from '../../../../shared/features/appeals/kinds.ts';
import type { AppealState } from '../../../../shared/features/appeals/schema.ts';
import { stateLabels } from '../../../../shared/features/appeals/workflow.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

const tones: Readonly<Record<AppealState, StatusTone>> = {
  received: 'due',
  incomplete: 'draft',
  accepted: 'active',
  forwarded: 'active',
  refused: 'stopped',
  decided: 'issued',
  issued: 'issued',
  served: 'done',
  closed: 'done',
  withdrawn: 'stopped',
};

/** How an appeal stands, in colour, icon and word. */
export const AppealStateTag = ({ state }: { state: AppealState }): ReactNode => (
  <StatusTag tone={tones[state]}>{stateLabels[state]}</StatusTag>
);

const outcomeTones: Readonly<Record<AppealOutcome, StatusTone>> = {
  uphold: 'info',
  change: 'due',
  annul: 'bad',
};

/** 维持, 变更, 撤销 in colour, icon and word. */
export const OutcomeTag = ({ outcome }: { outcome: AppealOutcome }): ReactNode => (
  <StatusTag tone={outcomeTones[outcome]}>{outcomeLabels[outcome]}</StatusTag>
);
