import type { Permission } from '../accounts/permissions.ts';
import type { CaseAct } from './acts.ts';
import type { ConditionId } from './conditions.ts';
import type { CaseState, Route } from './states.ts';

export interface Transition {
  readonly act: CaseAct;
  readonly routes: readonly Route[];
  readonly from: readonly CaseState[];
  readonly to: CaseState | 'same';
  readonly permission: Permission;
  /** All of these have to hold for the record after the act. */
  readonly needs: readonly ConditionId[];
}

/** Groups of routes and states that several transitions share. */
export const ALL: readonly Route[] = ['light', 'ordinary', 'pupil', 'transferred'];
export const LIGHT: readonly Route[] = ['light', 'pupil'];
export const DECIDING: readonly Route[] = ['light', 'ordinary', 'pupil'];

export const BEFORE_DECISION: readonly CaseState[] = [
  'registered',
  'established',
  'filed',
  'reported',
  'adopted',
  'notified',
  'heard',
];
export const AFTER_DECISION: readonly CaseState[] = ['decided', 'issued', 'served', 'executing', 'rectified'];
export const OPEN: readonly CaseState[] = [
  ...BEFORE_DECISION,
  ...AFTER_DECISION,
  'submitted',
  'referred',
  'answered',
];
