import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  circumstanceEffectLabels,
  circumstanceEffectSchema,
  shiftRange,
  type Circumstance,
} from '../../../../shared/features/standards/severity-matrix.ts';
import { shiftWords } from './circumstance-table.tsx';
import { GroundPicker } from './ground-picker.tsx';

const subjectOptions = [
  { value: 'staff', label: '教职工' },
  { value: 'pupil', label: '学生' },
] as const;

const shiftOptions = (effect: Circumstance['effect']): { value: number; label: string }[] => {
  const { least, most } = shiftRange[effect];
  return Array.from({ length: most - least + 1 }, (_none, at) => ({
    value: least + at,
    label: shiftWords(least + at),
  }));
};

interface RowProps {
  readonly of: Circumstance;
  readonly place: number;
  readonly disabled: boolean;
  readonly onChange: (next: Circumstance) => void;
  readonly onRemove: () => void;
}

const Row = ({ of, place, disabled, onChange, onRemove }: RowProps): ReactNode => {
  const name = `第 ${String(place + 1)} 项`;
  return (
    <div className="mz-circumstance-row" role="group" aria-label={name}>
      <div>
        <Input
          aria-label={`${name}情节`}
          placeholder="情节"
          maxLength={60}
          style={{ flex: '1 1 260px' }}
          disabled={disabled}
          value={of.name}
          onChange={(event) => onChange({ ...of, name: event.target.value })}
        />
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`去掉${name}`}
          disabled={disabled}
          onClick={onRemove}
        >
          去掉
        </Button>
      </div>
      <div>
        <Select
          aria-label={`${name}作用`}
          disabled={disabled}
          style={{ width: 120 }}
          value={of.effect}
          options={circumstanceEffectSchema.options.map((value) => ({
            value,
            label: circumstanceEffectLabels[value],
          }))}
          onChange={(effect) => {
            const { least, most } = shiftRange[effect];
            onChange({ ...of, effect, shift: Math.min(most, Math.max(least, of.shift)) });
          }}
        />
        <Select
          aria-label={`${name}移动`}
          disabled={disabled}
          style={{ width: 120 }}
          value={of.shift}
          options={shiftOptions(of.effect)}
          onChange={(shift) => onChange({ ...of, shift })}
        />
        <Checkbox.Group<Circumstance['subjects'][number]>
          disabled={disabled}
          options={[...subjectOptions]}
          value={of.subjects}
          onChange={(subjects) => onChange({ ...of, subjects })}
        />
      </div>
      <GroundPicker
        aria-label={`${name}依据`}
        disabled={disabled}
        value={of.grounds}
        onChange={(grounds) => onChange({ ...of, grounds })}
      />
    </div>
  );
};

/** The circumstances of a matrix, as one field of its form. */
export const CircumstanceEditor = ({
  value = [],
  onChange,
  id,
  disabled = false,
}: {
  value?: readonly Circumstance[];
  onChange?: (next: Circumstance[]) => void;
  id?: string;
  disabled?: boolean;
}): ReactNode => (
  <div {...(id === undefined ? {} : { id, tabIndex: -1 })}>
    {value.map((one, place) => (
      <Row
        key={one.code}
        of={one}
        place={place}
        disabled={disabled}
        onChange={(next) => onChange?.(value.map((other) => (other.code === one.code ? next : other)))}
        onRemove={() => onChange?.(value.filter(({ code }) => code !== one.code))}
      />
    ))}
    <Button
      icon={<PlusOutlined />}
      disabled={disabled}
      onClick={() =>
        onChange?.([
          ...value,
          {
            code: `own-${crypto.randomUUID()}`,
            name: '',
            effect: 'heavier',
            shift: 1,
            subjects: ['staff'],
            grounds: [],
          },
        ])
      }
    >
      增加情节
    </Button>
  </div>
);
