import { CalendarOutlined } from '@ant-design/icons';
import { Button, Calendar, Input, Popover } from 'antd';
import dayjs from 'dayjs';
import { useState, type FocusEvent, type ReactNode } from 'react';
import { dayOfMs, isDay } from '../../../shared/kernel/dates.ts';
import { dayOrText, shownDay } from './day-text.ts';

export interface DayInputProps {
  /** `YYYY-MM-DD`, or null. A text that is no day is kept as typed, for the schema to complain about. */
  readonly value?: string | null | undefined;
  readonly onChange?: (day: string | null) => void;
  readonly onBlur?: (event: FocusEvent<HTMLInputElement>) => void;
  readonly id?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
  /** What 今天 and `11-24` refer to; the PC's day if left out. */
  readonly today?: string;
}

/** A day, typed as 20261124, 11-24 or 今天, or picked from a calendar. */
export const DayInput = ({
  value,
  onChange,
  onBlur,
  id,
  disabled = false,
  placeholder = '如 20261124、11-24 或 今天',
  today = dayOfMs(Date.now()),
  'aria-label': ariaLabel,
}: DayInputProps): ReactNode => {
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const chosen = typeof value === 'string' && isDay(value) ? value : today;

  const settle = (): void => {
    if (typed === null) return;
    const next = dayOrText(typed, today);
    setTyped(null);
    if (next !== (value ?? null)) onChange?.(next);
  };

  return (
    <Input
      id={id}
      value={typed ?? shownDay(value)}
      disabled={disabled}
      placeholder={placeholder}
      autoComplete="off"
      aria-label={ariaLabel}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        setTyped(event.target.value);
        // What is typed is part of the form at once, so that submitting with Enter does not miss it.
        onChange?.(dayOrText(event.target.value, today));
      }}
      onBlur={(event) => {
        settle();
        onBlur?.(event);
      }}
      onPressEnter={settle}
      suffix={
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomRight"
          content={
            <div style={{ width: 300 }}>
              <Calendar
                fullscreen={false}
                value={dayjs(chosen)}
                onSelect={(day, info) => {
                  if (info.source !== 'date') return;
                  setTyped(null);
                  onChange?.(day.format('YYYY-MM-DD'));
                  setOpen(false);
                }}
              />
            </div>
          }
        >
          <Button
            type="text"
            size="small"
            icon={<CalendarOutlined />}
            disabled={disabled}
            aria-label="从日历选择"
            style={{ marginRight: -6 }}
          />
        </Popover>
      }
    />
  );
};
