import type { ReactNode } from 'react';
import type { PublicityRow } from '../../../../shared/features/publicity/channels.ts';
import { publicityStateLabels, type PublicityState } from '../../../../shared/features/publicity/schema.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

const tones: Readonly<Record<PublicityState, StatusTone>> = {
  draft: 'draft',
  shown: 'active',
  takenDown: 'stopped',
  finished: 'done',
};

/** How a publicity stands, in colour, icon and word. */
export const PublicityStateTag = ({ state }: { state: PublicityState }): ReactNode => (
  <StatusTag tone={tones[state]}>{publicityStateLabels[state]}</StatusTag>
);

type Waiting = Pick<PublicityRow, 'state' | 'due' | 'openObjections' | 'mustComeDown'>;

/** What somebody has to do with it now, the most pressing first; null when it only has to hang. */
export type Call = 'takeDown' | 'answer' | 'finish' | 'show';
export const callOf = ({ state, due, openObjections, mustComeDown }: Waiting): Call | null => {
  if (mustComeDown) return 'takeDown';
  if (openObjections > 0) return 'answer';
  if (state === 'draft') return 'show';
  return due?.state === 'lapsed' ? 'finish' : null;
};
export const callLabels: Readonly<Record<Call, string>> = {
  takeDown: '应当撤下',
  answer: '待答复异议',
  finish: '期满待结束',
  show: '待公示',
};
