import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatDecimal, readDecimal } from '../../../../shared/features/evaluation/decimal.ts';

interface HundredthsInputProps {
  /** In hundredths. */
  readonly value: number;
  readonly onChange: (hundredths: number) => void;
  readonly label: string;
  readonly suffix?: string;
  readonly disabled?: boolean;
  readonly width?: number;
  /** Where problems lead to, as in the content: `dimensions.0.weight`. */
  readonly path?: string;
  /** The largest that may be typed, in hundredths. */
  readonly max?: number;
}

/** A weight or marks with at most two decimals. What is no such number stays as typed and is marked. */
export const HundredthsInput = ({
  value,
  onChange,
  label,
  suffix,
  disabled = false,
  width = 84,
  path,
  max = 10_000,
}: HundredthsInputProps): ReactNode => {
  const [typed, setTyped] = useState<string | null>(null);
  const [seen, setSeen] = useState(value);
  const read = typed === null ? null : readDecimal(typed);
  // Changed from elsewhere, as by undoing: what was typed here is the past.
  if (value !== seen) {
    setSeen(value);
    if (read?.kind !== 'number' || read.hundredths !== value) setTyped(null);
  }
  const good = read === null || (read.kind === 'number' && read.hundredths >= 0 && read.hundredths <= max);
  const why = good
    ? undefined
    : read.kind === 'too-fine'
      ? '最多两位小数'
      : `须是 0 到 ${formatDecimal(max)} 之间的数`;

  return (
    <span title={why} style={{ display: 'inline-block', width }}>
      <Input
        value={typed ?? formatDecimal(value)}
        disabled={disabled}
        status={good ? '' : 'error'}
        aria-label={why === undefined ? label : `${label}：${why}`}
        aria-invalid={!good}
        inputMode="decimal"
        autoComplete="off"
        data-path={path}
        styles={{ input: { textAlign: 'right' } }}
        suffix={suffix}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const next = readDecimal(text);
          if (next.kind === 'number' && next.hundredths >= 0 && next.hundredths <= max)
            onChange(next.hundredths);
        }}
        onBlur={() => {
          if (good) setTyped(null);
        }}
        onPressEnter={() => {
          if (good) setTyped(null);
        }}
      />
    </span>
  );
};
