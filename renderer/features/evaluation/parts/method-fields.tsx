import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { formatDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import {
  methodLabels,
  type Indicator,
  type Method,
} from '../../../../shared/features/evaluation/indicators.ts';
import { allowedFor } from '../../../../shared/features/evaluation/scores.ts';
import { FormulaEditor } from '../data/formula-editor.tsx';
import { freshMethod } from './content-editing.ts';
import { HundredthsInput } from './hundredths-input.tsx';

interface MethodFieldsProps {
  readonly indicator: Indicator;
  readonly onChange: (method: Method) => void;
  /** The indicator's own path in the content. */
  readonly path: string;
}

const kinds = ['points', 'levels', 'deduct', 'formula'] as const;
const newId = (): string => crypto.randomUUID();

/** How an indicator is scored: marks, levels, deductions and additions within their caps, or a formula. */
export const MethodFields = ({ indicator, onChange, path }: MethodFieldsProps): ReactNode => {
  const { method } = indicator;
  return (
    <fieldset className="mz-ind-field" data-path={`${path}.method`} tabIndex={-1}>
      <legend>评分方法</legend>
      <Radio.Group
        value={method.kind}
        optionType="button"
        options={kinds.map((kind) => ({ value: kind, label: methodLabels[kind] }))}
        onChange={(event) => {
          const kind = kinds.find((one) => one === event.target.value);
          if (kind && kind !== method.kind) onChange(freshMethod(kind, indicator.fullMarks, newId));
        }}
      />
      {method.kind === 'levels' && <Levels method={method} onChange={onChange} path={path} />}
      {method.kind === 'deduct' && (
        <div className="mz-ind-row">
          <label>
            起评分{' '}
            <HundredthsInput
              value={method.start}
              max={100_000}
              label="起评分"
              onChange={(start) => onChange({ ...method, start })}
            />
          </label>
          <label>
            最多扣{' '}
            <HundredthsInput
              value={method.maxDeduct}
              max={100_000}
              label="最多扣"
              onChange={(maxDeduct) => onChange({ ...method, maxDeduct })}
            />
          </label>
          <label>
            最多加{' '}
            <HundredthsInput
              value={method.maxAdd}
              max={100_000}
              label="最多加"
              onChange={(maxAdd) => onChange({ ...method, maxAdd })}
            />
          </label>
        </div>
      )}
      {method.kind === 'formula' && (
        <FormulaEditor
          expression={method.expression}
          fullMarks={indicator.fullMarks}
          path={`${path}.method.expression`}
          onChange={(expression) => onChange({ kind: 'formula', expression })}
        />
      )}
      <p className="mz-muted">
        评分人可填：{allowedFor(indicator)}
        {method.kind === 'deduct' && `；没有扣加时得 ${formatDecimal(method.start)} 分`}
      </p>
    </fieldset>
  );
};

const Levels = ({
  method,
  onChange,
  path,
}: {
  method: Extract<Method, { kind: 'levels' }>;
  onChange: (method: Method) => void;
  path: string;
}): ReactNode => {
  const set = (levels: typeof method.levels): void => onChange({ kind: 'levels', levels });
  return (
    <ul className="mz-ind-levels" aria-label="等级">
      {method.levels.map((level, place) => (
        <li key={level.id}>
          <Input
            style={{ width: 96 }}
            value={level.label}
            maxLength={10}
            aria-label={`第 ${String(place + 1)} 个等级的名称`}
            data-path={`${path}.method.levels.${String(place)}.label`}
            onChange={(event) =>
              set(method.levels.map((one) => (one === level ? { ...one, label: event.target.value } : one)))
            }
          />
          <HundredthsInput
            value={level.points}
            max={100_000}
            suffix="分"
            label={`等级“${level.label}”的分数`}
            onChange={(points) => set(method.levels.map((one) => (one === level ? { ...one, points } : one)))}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`删除等级“${level.label}”`}
            disabled={method.levels.length <= 2}
            onClick={() => set(method.levels.filter((one) => one !== level))}
          />
        </li>
      ))}
      <li>
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined />}
          disabled={method.levels.length >= 10}
          onClick={() => set([...method.levels, { id: newId(), label: '', points: 0 }])}
        >
          添加等级
        </Button>
      </li>
    </ul>
  );
};
