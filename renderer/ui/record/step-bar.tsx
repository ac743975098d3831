import './record.css';
import type { ReactNode } from 'react';

export interface StepBarItem {
  readonly key: string;
  readonly label: string;
  readonly state: 'done' | 'current' | 'ahead' | 'skipped';
  /** A second line: when it was done, by when it is due. */
  readonly note?: string;
}

const words = { done: '已完成', current: '进行中', ahead: '未开始', skipped: '不适用' } as const;

/** Where a matter stands on its way. */
export const StepBar = ({
  items,
  label = '进度',
}: {
  items: readonly StepBarItem[];
  label?: string;
}): ReactNode => (
  <ol className="mz-steps" aria-label={label}>
    {items.map((item) => (
      <li
        key={item.key}
        className={`mz-step-${item.state}`}
        {...(item.state === 'current' ? { 'aria-current': 'step' as const } : {})}
      >
        {item.label}
        <span className="mz-visually-hidden">({words[item.state]})</span>
        {item.note !== undefined && <small>{item.note}</small>}
      </li>
    ))}
  </ol>
);
