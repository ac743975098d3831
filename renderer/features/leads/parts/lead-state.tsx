import type { ReactNode } from 'react';
import type { LeadState } from '../../../../shared/features/leads/schema.ts';
import { stateLabels } from '../../../../shared/features/leads/acts.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

const tones: Readonly<Record<LeadState, StatusTone>> = {
  received: 'due',
  replying: 'active',
  transferred: 'active',
  filed: 'issued',
  shelved: 'stopped',
  replied: 'done',
  closed: 'done',
  merged: 'stopped',
};

/** How a lead stands, in colour, icon and word. */
export const LeadStateTag = ({ state }: { state: LeadState }): ReactNode => (
  <StatusTag tone={tones[state]}>{stateLabels[state]}</StatusTag>
);

/** Whom an answer is owed to, in words that fit a fact or a cell. */
export const replyToWords = { source: '实名，身份保密', code: '匿名，凭码查询', nobody: '无须答复' } as const;
