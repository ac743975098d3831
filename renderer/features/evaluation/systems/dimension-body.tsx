import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import {
  balanceIndicators,
  blankIndicators,
} from '../../../../shared/features/evaluation/indicator-rules.ts';
import type { Dimension, IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import {
  addIndicator,
  changeDimension,
  changeIndicator,
  moveDimension,
  moveIndicator,
} from '../parts/content-editing.ts';
import { HundredthsInput } from '../parts/hundredths-input.tsx';
import { IndicatorRow, RowButtons } from '../parts/indicator-row.tsx';
import { RowHandle } from './row-handle.tsx';
import type { RowDrag } from './use-row-drag.ts';
import { WeightBalance } from './weight-balance.tsx';

/** What may be done to the lines of a tree that is being edited. */
export interface TreeEditing {
  readonly change: (content: IndicatorContent) => void;
  /** Changes and leads to the name of a new line. */
  readonly add: (content: IndicatorContent, rowId: string) => void;
  /** Asks, then removes. */
  readonly remove: (rowId: string) => void;
  readonly drag: RowDrag;
}

interface DimensionBodyProps {
  readonly content: IndicatorContent;
  readonly dimension: Dimension;
  readonly place: number;
  readonly editing: TreeEditing | undefined;
  readonly wrong: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly onToggle: (indicatorId: string) => void;
}

/** One dimension: its own line, the lines of its indicators, and the sum of their weights. */
export const DimensionBody = (props: DimensionBodyProps): ReactNode => {
  const { content, dimension, place, editing, wrong, open, onToggle } = props;
  const path = `dimensions.${String(place)}`;
  const called = dimension.name.trim() === '' ? '这个维度' : `“${dimension.name}”`;
  const isWrong = (at: string): boolean => [...wrong].some((one) => one.startsWith(at));
  return (
    <tbody {...editing?.drag.area(dimension.id)}>
      <DimensionLine {...props} path={path} called={called} />
      {dimension.indicators.map((indicator, at) => (
        <IndicatorRow
          key={indicator.id}
          dimension={dimension}
          indicator={indicator}
          path={`${path}.indicators.${String(at)}`}
          wrong={isWrong(`${path}.indicators.${String(at)}.`)}
          open={open.has(indicator.id)}
          onToggle={() => onToggle(indicator.id)}
          onChange={editing && ((next) => editing.change(changeIndicator(content, place, at, () => next)))}
          drag={editing?.drag}
          acts={
            editing && {
              first: at === 0,
              last: at === dimension.indicators.length - 1,
              move: (by) => editing.change(moveIndicator(content, place, at, by)),
              remove: () => editing.remove(indicator.id),
            }
          }
        />
      ))}
      <tr className="mz-ind-sum" data-path={`${path}.indicators`} data-over="foot" tabIndex={-1}>
        <td colSpan={editing ? 6 : 5}>
          <span className="mz-ind-foot">
            {editing && (
              <Button
                size="small"
                type="link"
                icon={<PlusOutlined />}
                aria-label={`在${called}里添加指标`}
                onClick={() => {
                  const id = crypto.randomUUID();
                  editing.add(addIndicator(content, place, id), id);
                }}
              >
                添加指标
              </Button>
            )}
            {dimension.indicators.length > 0 && (
              <WeightBalance
                of="各指标权重"
                parts={dimension.indicators}
                blank={blankIndicators(dimension)}
                onBalance={
                  editing &&
                  ((how) =>
                    editing.change(changeDimension(content, place, (held) => balanceIndicators(held, how))))
                }
              />
            )}
          </span>
        </td>
      </tr>
    </tbody>
  );
};

const DimensionLine = ({
  content,
  dimension,
  place,
  editing,
  path,
  called,
}: DimensionBodyProps & { readonly path: string; readonly called: string }): ReactNode => (
  <tr
    className={`mz-ind-dimension${editing?.drag.classOf(dimension.id) ?? ''}`}
    data-path={path}
    data-row={editing && dimension.id}
    data-over="head"
  >
    <th scope="rowgroup" colSpan={3}>
      {editing ? (
        <span className="mz-ind-name">
          <RowHandle name={called} drag={editing.drag.handle({ kind: 'dimension', id: dimension.id })} />
          <Input
            value={dimension.name}
            maxLength={40}
            placeholder="维度名称，如：师德师风"
            aria-label="维度名称"
            data-path={`${path}.name`}
            onChange={(event) =>
              editing.change(
                changeDimension(content, place, (held) => ({ ...held, name: event.target.value })),
              )
            }
          />
        </span>
      ) : (
        dimension.name
      )}
    </th>
    <td className="mz-ind-figure">
      {editing ? (
        <HundredthsInput
          value={dimension.weight}
          suffix="%"
          label={`${called}的权重`}
          path={`${path}.weight`}
          onChange={(weight) =>
            editing.change(changeDimension(content, place, (held) => ({ ...held, weight })))
          }
        />
      ) : (
        formatWeight(dimension.weight)
      )}
    </td>
    <td className="mz-ind-figure">{formatWeight(dimension.weight)}</td>
    {editing && (
      <td>
        <RowButtons
          name={called}
          acts={{
            first: place === 0,
            last: place === content.dimensions.length - 1,
            move: (by) => editing.change(moveDimension(content, place, by)),
            remove: () => editing.remove(dimension.id),
          }}
        />
      </td>
    )}
  </tr>
);
