import { Input, Radio } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { SheetColumn } from '../../../../shared/features/evaluation/views.ts';

export interface ScoreCellProps {
  readonly column: SheetColumn;
  /** As it stands; blank: not scored yet. */
  readonly value: string;
  /** What is wrong with it. */
  readonly error: string | undefined;
  readonly readOnly: boolean;
  /** How a screen reader names it: person and indicator. */
  readonly label: string;
  readonly onChange: (text: string) => void;
  /** Enter: the person is done here and goes on. */
  readonly onNext: (field: HTMLElement) => void;
}

/** One score outside the grid: levels to be clicked, anything else typed. Saved when the field is left or on Enter. */
export const ScoreCell = (props: ScoreCellProps): ReactNode => {
  const { column, value, error, readOnly, label, onChange } = props;
  return (
    <div className="mz-score-cell">
      {column.levels.length > 0 ? (
        <Radio.Group
          optionType="button"
          aria-label={label}
          value={value}
          disabled={readOnly}
          onChange={(event) => onChange(String(event.target.value))}
          options={column.levels.map((level) => ({ value: level, label: level }))}
        />
      ) : (
        <TypedScore key={value} {...props} />
      )}
      {error !== undefined && (
        <span role="alert" className="mz-score-error">
          {error}
        </span>
      )}
    </div>
  );
};

const TypedScore = ({
  column,
  value,
  error,
  readOnly,
  label,
  onChange,
  onNext,
}: ScoreCellProps): ReactNode => {
  const [text, setText] = useState(value);
  const take = (): void => {
    if (text.trim() !== value) onChange(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      const field = event.currentTarget;
      onNext(field);
      take();
    }
    if (event.key === 'Escape') setText(value);
  };
  return (
    <Input
      className="mz-score-input"
      aria-label={label}
      value={text}
      readOnly={readOnly}
      placeholder={column.allowed}
      status={error === undefined ? '' : 'error'}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={onKeyDown}
    />
  );
};
