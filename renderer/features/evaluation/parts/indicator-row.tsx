import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  DownOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { formatDecimal, formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import { shareOfTotal } from '../../../../shared/features/evaluation/indicator-rules.ts';
import {
  methodLabels,
  type Dimension,
  type Indicator,
} from '../../../../shared/features/evaluation/indicators.ts';
import { allowedFor } from '../../../../shared/features/evaluation/scores.ts';
import { RowHandle } from '../systems/row-handle.tsx';
import type { RowDrag } from '../systems/use-row-drag.ts';
import { HundredthsInput } from './hundredths-input.tsx';
import { MethodFields } from './method-fields.tsx';

export interface RowActs {
  readonly move: (by: number) => void;
  readonly remove: () => void;
  readonly first: boolean;
  readonly last: boolean;
}

/** 上移, 下移, 删除 of one line. */
export const RowButtons = ({ acts, name }: { acts: RowActs; name: string }): ReactNode => (
  <span className="mz-ind-acts">
    <Button
      type="text"
      size="small"
      icon={<ArrowUpOutlined />}
      disabled={acts.first}
      aria-label={`上移${name}`}
      title="上移"
      onClick={() => acts.move(-1)}
    />
    <Button
      type="text"
      size="small"
      icon={<ArrowDownOutlined />}
      disabled={acts.last}
      aria-label={`下移${name}`}
      title="下移"
      onClick={() => acts.move(1)}
    />
    <Button
      type="text"
      size="small"
      icon={<DeleteOutlined />}
      aria-label={`删除${name}`}
      title="删除"
      onClick={acts.remove}
    />
  </span>
);

interface IndicatorRowProps {
  readonly dimension: Dimension;
  readonly indicator: Indicator;
  readonly path: string;
  readonly wrong: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Left out where the version is frozen. */
  readonly onChange?: ((indicator: Indicator) => void) | undefined;
  readonly acts?: RowActs | undefined;
  readonly drag?: RowDrag | undefined;
}

/** One indicator: a line of the table, and below it, once opened, all that there is to say about it. */
export const IndicatorRow = (props: IndicatorRowProps): ReactNode => {
  const { dimension, indicator, path, wrong, open, onToggle, onChange, acts, drag } = props;
  const details = useId();
  const called = indicator.name.trim() === '' ? '这项指标' : `“${indicator.name}”`;
  return (
    <>
      <tr
        className={`${wrong ? 'mz-ind-wrong' : ''}${drag?.classOf(indicator.id) ?? ''}`}
        data-row={drag && indicator.id}
        data-over={indicator.id}
      >
        <td>
          <span className="mz-ind-name">
            {drag && <RowHandle name={called} drag={drag.handle({ kind: 'indicator', id: indicator.id })} />}
            <Button
              type="text"
              size="small"
              icon={open ? <DownOutlined /> : <RightOutlined />}
              aria-label={`${open ? '收起' : '展开'}${called}的评分标准和方法`}
              aria-expanded={open}
              aria-controls={details}
              onClick={onToggle}
            />
            {onChange ? (
              <Input
                value={indicator.name}
                maxLength={60}
                placeholder="指标名称"
                aria-label="指标名称"
                data-path={`${path}.name`}
                onChange={(event) => onChange({ ...indicator, name: event.target.value })}
              />
            ) : (
              <span>{indicator.name}</span>
            )}
            {indicator.vetoBelow !== null && <span className="mz-ind-veto">一票否决</span>}
          </span>
        </td>
        <td className="mz-ind-figure">
          {onChange ? (
            <HundredthsInput
              width={64}
              value={indicator.fullMarks}
              max={100_000}
              label={`${called}的满分`}
              path={`${path}.fullMarks`}
              onChange={(fullMarks) => onChange({ ...indicator, fullMarks })}
            />
          ) : (
            formatDecimal(indicator.fullMarks)
          )}
        </td>
        <td className="mz-ind-method" title={allowedFor(indicator)}>
          {methodLabels[indicator.method.kind]}
        </td>
        <td className="mz-ind-figure">
          {onChange ? (
            <HundredthsInput
              value={indicator.weight}
              suffix="%"
              label={`${called}的权重`}
              path={`${path}.weight`}
              onChange={(weight) => onChange({ ...indicator, weight })}
            />
          ) : (
            formatWeight(indicator.weight)
          )}
        </td>
        <td className="mz-ind-figure mz-muted">{formatWeight(shareOfTotal(dimension, indicator))}</td>
        {acts && (
          <td>
            <RowButtons acts={acts} name={called} />
          </td>
        )}
      </tr>
      {open && (
        <tr className="mz-ind-details" id={details} data-over={indicator.id}>
          <td colSpan={acts ? 6 : 5}>
            <Details indicator={indicator} path={path} onChange={onChange} />
          </td>
        </tr>
      )}
    </>
  );
};

const Details = ({
  indicator,
  path,
  onChange,
}: Pick<IndicatorRowProps, 'indicator' | 'path' | 'onChange'>): ReactNode => {
  const texts = useId();
  if (!onChange) {
    return (
      <dl className="mz-ind-read">
        <dt>评分标准</dt>
        <dd>{indicator.standard || '未写'}</dd>
        <dt>佐证材料</dt>
        <dd>{indicator.evidence || '未写'}</dd>
        <dt>评分人可填</dt>
        <dd>{allowedFor(indicator)}</dd>
        {indicator.vetoBelow !== null && (
          <>
            <dt>一票否决</dt>
            <dd>平均分低于 {formatDecimal(indicator.vetoBelow)} 分，直接列入最低等次</dd>
          </>
        )}
      </dl>
    );
  }
  return (
    <div className="mz-ind-form">
      <div className="mz-ind-field">
        <label htmlFor={`${texts}-standard`}>评分标准</label>
        <Input.TextArea
          id={`${texts}-standard`}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          placeholder="看什么、怎样算好，评分人打分时会看到"
          value={indicator.standard}
          data-path={`${path}.standard`}
          onChange={(event) => onChange({ ...indicator, standard: event.target.value })}
        />
      </div>
      <div className="mz-ind-field">
        <label htmlFor={`${texts}-evidence`}>佐证材料</label>
        <Input
          id={`${texts}-evidence`}
          maxLength={200}
          placeholder="如：听课记录、教案检查表"
          value={indicator.evidence}
          data-path={`${path}.evidence`}
          onChange={(event) => onChange({ ...indicator, evidence: event.target.value })}
        />
      </div>
      <MethodFields
        indicator={indicator}
        path={path}
        onChange={(method) => onChange({ ...indicator, method })}
      />
      <div className="mz-ind-row">
        <Checkbox
          checked={indicator.vetoBelow !== null}
          onChange={(event) =>
            onChange({
              ...indicator,
              vetoBelow: event.target.checked ? Math.round((indicator.fullMarks * 60) / 100) : null,
            })
          }
        >
          一票否决项
        </Checkbox>
        {indicator.vetoBelow !== null && (
          <label>
            平均分低于{' '}
            <HundredthsInput
              value={indicator.vetoBelow}
              max={100_000}
              label="否决线"
              path={`${path}.vetoBelow`}
              onChange={(vetoBelow) => onChange({ ...indicator, vetoBelow })}
            />{' '}
            分，直接列入最低等次、不参加排名
          </label>
        )}
      </div>
    </div>
  );
};
