import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { CalendarDay } from '../../../../shared/features/calendar/channels.ts';
import type { DeadlineView } from '../../../../shared/features/deadlines/channels.ts';
import { formatDay, formatShortDay } from '../../../../shared/kernel/dates.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { natureWords } from '../../calendar/parts/day-mark.tsx';
import { DeadlineDetails } from './deadline-entry.tsx';

export interface DayDrawerProps {
  readonly day: string;
  readonly facts: CalendarDay | undefined;
  readonly deadlines: readonly DeadlineView[];
  readonly onClose: () => void;
}

/** One day: what it is, and every term that ends on it with its ground and its record. */
export const DayDrawer = ({ day, facts, deadlines, onClose }: DayDrawerProps): ReactNode => (
  <Drawer
    open
    size={520}
    onClose={onClose}
    title={`${formatDay(day)} ${formatShortDay(day).split(' ')[1] ?? ''}${facts ? ` · ${natureWords(facts)}` : ''}`}
    closable={{ 'aria-label': '关闭' }}
  >
    {deadlines.length === 0 ? (
      <EmptyState title="这一天没有到期的期限" about="换一天看，或在上方取消筛选。" />
    ) : (
      deadlines.map((one) => <DeadlineDetails key={one.id} of={one} />)
    )}
  </Drawer>
);
