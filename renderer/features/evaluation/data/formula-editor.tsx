import './data.css';
import { Button, Input, Tooltip } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { use, useId, useRef, useState, type ReactNode } from 'react';
import { dataAreaLabels, dataAreaSchema } from '../../../../shared/features/evaluation/data/fields.ts';
import { checkFormula } from '../../../../shared/features/evaluation/data/formula-check.ts';
import {
  formulaFunctions,
  functionNames,
} from '../../../../shared/features/evaluation/data/formula-functions.ts';
import { parseFormula } from '../../../../shared/features/evaluation/data/formula.ts';
import type { OfferedField } from '../../../../shared/features/evaluation/data/views.ts';
import { useCall } from '../../../app/calls.ts';
import { FieldKind } from './field-kind.ts';
import { FieldsDrawer } from './fields-drawer.tsx';
import { FormulaTrial } from './formula-trial.tsx';

interface FormulaEditorProps {
  readonly expression: string;
  /** In hundredths: what the result is cut to. */
  readonly fullMarks: number;
  /** Of the expression in the content. */
  readonly path: string;
  readonly onChange: (expression: string) => void;
}

const NONE: readonly OfferedField[] = [];

/** A formula that is checked while it is typed, with the data it may use at hand, and a trial of it. */
export const FormulaEditor = ({ expression, fullMarks, path, onChange }: FormulaEditorProps): ReactNode => {
  const kind = use(FieldKind);
  const said = useId();
  const area = useRef<TextAreaRef>(null);
  const [managing, setManaging] = useState(false);
  const offered = useCall('evaluation.dataFields', { kind });
  const fields = offered.data?.fields ?? NONE;
  const known = fields.map(({ field }) => field);
  const checked = offered.data ? checkFormula(expression, known) : parseFormula(expression);
  const blank = expression.trim() === '';

  const insert = (text: string, back = 0): void => {
    const box = area.current?.resizableTextArea?.textArea;
    const [from, to] = [box?.selectionStart ?? expression.length, box?.selectionEnd ?? expression.length];
    onChange(expression.slice(0, from) + text + expression.slice(to));
    // After the field has taken the new text.
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(from + text.length - back, from + text.length - back);
    });
  };

  return (
    <div className="mz-formula">
      <Input.TextArea
        ref={area}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={300}
        value={expression}
        status={!blank && checked.kind === 'wrong' ? 'error' : ''}
        placeholder="如：及格率 × 60% + 优秀率 × 40%"
        aria-label="公式"
        aria-describedby={said}
        data-path={path}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={said} role="status" className="mz-formula-said">
        {blank ? (
          <span className="mz-muted">
            点下面的数据和函数写入公式，也可以直接键入。结果不足 0 分按 0 分，超过满分按满分。
          </span>
        ) : checked.kind === 'wrong' ? (
          <span className="mz-formula-wrong">✕ {checked.problem.message}</span>
        ) : (
          <span className="mz-formula-fine">
            ✓ 公式正确
            {checked.formula.fields.length > 0 && `，用到：${checked.formula.fields.join('、')}`}
          </span>
        )}
      </p>
      <div className="mz-formula-offers" role="group" aria-label="可用的数据">
        {dataAreaSchema.options.map((areaKey) => {
          const own = known.filter((field) => field.area === areaKey);
          return (
            own.length > 0 && (
              <div key={areaKey} className="mz-formula-area">
                <span>{dataAreaLabels[areaKey]}</span>
                <div>
                  {own.map(({ name, unit, about }) => (
                    <Tooltip key={name} title={about}>
                      <Button size="small" onClick={() => insert(name)}>
                        {unit === '' ? name : `${name}（${unit}）`}
                      </Button>
                    </Tooltip>
                  ))}
                </div>
              </div>
            )
          );
        })}
        <div className="mz-formula-area">
          <span>函数</span>
          <div>
            {functionNames.map((name) => (
              <Tooltip key={name} title={`${formulaFunctions[name].usage}：${formulaFunctions[name].about}`}>
                <Button size="small" type="dashed" onClick={() => insert(`${name}()`, 1)}>
                  {name}
                </Button>
              </Tooltip>
            ))}
          </div>
        </div>
        <Button size="small" type="link" onClick={() => setManaging(true)}>
          没有需要的数据？管理数据字段
        </Button>
      </div>
      {checked.kind === 'formula' && (
        <FormulaTrial formula={checked.formula} fields={known} fullMarks={fullMarks} />
      )}
      {managing && <FieldsDrawer kind={kind} onClose={() => setManaging(false)} />}
    </div>
  );
};
