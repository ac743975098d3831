import { Input } from 'antd';
import { useState, type FocusEvent, type ReactNode } from 'react';
import { parseTypedTime } from './typed-time.ts';

/** A time of day, typed as 930, 9:30 or 9点半. What is no time is kept as typed, for the schema to complain about. */
export const TimeInput = ({
  value,
  onChange,
  onBlur,
  id,
}: {
  value?: string;
  onChange?: (time: string) => void;
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void;
  id?: string;
}): ReactNode => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      value={typed ?? value ?? ''}
      placeholder="如 930 或 9:30"
      autoComplete="off"
      onFocus={(event) => event.target.select()}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange?.(parseTypedTime(target.value) ?? target.value);
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
};
