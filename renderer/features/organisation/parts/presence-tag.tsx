import type { ReactNode } from 'react';
import { dayOfMs } from '../../../../shared/kernel/dates.ts';
import { StatusTag } from '../../../ui/record/status-tag.tsx';

/** Whether a person is at the school; up to and on the last day somebody still is. */
export const PresenceTag = ({ leftOn }: { leftOn: string | null }): ReactNode => {
  if (leftOn === null) return <StatusTag tone="done">在校</StatusTag>;
  return leftOn >= dayOfMs(Date.now()) ? (
    <StatusTag tone="due">即将离校</StatusTag>
  ) : (
    <StatusTag tone="stopped">已离校</StatusTag>
  );
};
