import type { ReactNode } from 'react';
import type { DeadlineView } from '../../../../shared/features/deadlines/channels.ts';
import type { DueState } from '../../../../shared/kernel/due-state.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import { StatusTag, type StatusTone } from '../../../ui/record/status-tag.tsx';

export const dueTones: Readonly<Record<DueState, StatusTone>> = {
  overdue: 'bad',
  today: 'due',
  within3: 'due',
  within10: 'info',
  later: 'info',
  lapsed: 'stopped',
};

/** 还剩 3 个工作日 or 已逾期 2 天, with the date on hover. */
export const DueTag = ({
  of: { state, words, dueOn },
}: {
  of: Pick<DeadlineView, 'state' | 'words' | 'dueOn'>;
}): ReactNode => (
  <span title={formatDay(dueOn)}>
    <StatusTag tone={dueTones[state]}>{words}</StatusTag>
  </span>
);

/** 预估 beside a term that was counted before the year's notice was known. */
export const EstimatedMark = (): ReactNode => (
  <span className="mz-estimated" title="计算时当年的节假日安排尚未录入，按法定节假日预估，公布后可能变动。">
    预估
  </span>
);
