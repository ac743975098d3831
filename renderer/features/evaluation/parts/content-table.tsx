import './indicators.css';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import {
  spreadDimensions,
  spreadIndicators,
} from '../../../../shared/features/evaluation/indicator-rules.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import {
  addDimension,
  addIndicator,
  changeDimension,
  changeIndicator,
  moveDimension,
  moveIndicator,
  removeDimension,
  removeIndicator,
} from './content-editing.ts';
import { HundredthsInput } from './hundredths-input.tsx';
import { IndicatorRow, RowButtons } from './indicator-row.tsx';
import { WeightSum } from './weight-sum.tsx';

export interface ContentTableProps {
  readonly content: IndicatorContent;
  /** Left out where nothing may be changed. `said` tells what was removed, so that it can be taken back. */
  readonly onChange?: ((content: IndicatorContent, said?: string) => void) | undefined;
  /** Paths at which something is wrong. */
  readonly wrong: ReadonlySet<string>;
  /** Indicators whose details are in view. */
  readonly open: ReadonlySet<string>;
  readonly onToggle: (indicatorId: string) => void;
}

/** Dimensions and indicators as a table of two levels, with the weights of both and their live sums. */
export const ContentTable = (props: ContentTableProps): ReactNode => {
  const { content, onChange } = props;
  return (
    <div className="mz-ind-scroll">
      <table className="mz-ind">
        <caption className="mz-visually-hidden">维度与指标</caption>
        <thead>
          <tr>
            <th scope="col">维度与指标</th>
            <th scope="col" className="mz-ind-figure">
              满分
            </th>
            <th scope="col">评分方法</th>
            <th scope="col" className="mz-ind-figure">
              权重
            </th>
            <th scope="col" className="mz-ind-figure" title="维度权重 × 指标权重">
              占总分
            </th>
            {onChange && (
              <th scope="col">
                <span className="mz-visually-hidden">操作</span>
              </th>
            )}
          </tr>
        </thead>
        {content.dimensions.map((dimension, place) => (
          <DimensionBody key={dimension.id} {...props} place={place} />
        ))}
        <tfoot>
          <tr data-path="dimensions" tabIndex={-1}>
            <td colSpan={onChange ? 6 : 5}>
              <span className="mz-ind-foot">
                {onChange && (
                  <Button
                    type="dashed"
                    icon={<PlusOutlined />}
                    onClick={() => onChange(addDimension(content, crypto.randomUUID()))}
                  >
                    添加维度
                  </Button>
                )}
                {content.dimensions.length > 0 && (
                  <WeightSum
                    of="各维度权重"
                    weights={content.dimensions.map(({ weight }) => weight)}
                    onSpread={onChange && (() => onChange(spreadDimensions(content)))}
                  />
                )}
              </span>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

const DimensionBody = ({
  content,
  onChange,
  wrong,
  open,
  onToggle,
  place,
}: ContentTableProps & { place: number }): ReactNode => {
  const dimension = content.dimensions[place];
  if (!dimension) return null;
  const path = `dimensions.${String(place)}`;
  const called = dimension.name.trim() === '' ? '这个维度' : `“${dimension.name}”`;
  const isWrong = (at: string): boolean => [...wrong].some((one) => one.startsWith(at));
  return (
    <tbody>
      <tr className="mz-ind-dimension" data-path={path}>
        <th scope="rowgroup" colSpan={3}>
          {onChange ? (
            <Input
              value={dimension.name}
              maxLength={40}
              placeholder="维度名称，如：师德师风"
              aria-label="维度名称"
              data-path={`${path}.name`}
              onChange={(event) =>
                onChange(changeDimension(content, place, (held) => ({ ...held, name: event.target.value })))
              }
            />
          ) : (
            dimension.name
          )}
        </th>
        <td className="mz-ind-figure">
          {onChange ? (
            <HundredthsInput
              value={dimension.weight}
              suffix="%"
              label={`${called}的权重`}
              path={`${path}.weight`}
              onChange={(weight) =>
                onChange(changeDimension(content, place, (held) => ({ ...held, weight })))
              }
            />
          ) : (
            formatWeight(dimension.weight)
          )}
        </td>
        <td className="mz-ind-figure">{formatWeight(dimension.weight)}</td>
        {onChange && (
          <td>
            <RowButtons
              name={called}
              acts={{
                first: place === 0,
                last: place === content.dimensions.length - 1,
                move: (by) => onChange(moveDimension(content, place, by)),
                remove: () => onChange(removeDimension(content, place), `已删除维度${called}`),
              }}
            />
          </td>
        )}
      </tr>
      {dimension.indicators.map((indicator, at) => (
        <IndicatorRow
          key={indicator.id}
          dimension={dimension}
          indicator={indicator}
          path={`${path}.indicators.${String(at)}`}
          wrong={isWrong(`${path}.indicators.${String(at)}.`)}
          open={open.has(indicator.id)}
          onToggle={() => onToggle(indicator.id)}
          onChange={onChange && ((next) => onChange(changeIndicator(content, place, at, () => next)))}
          acts={
            onChange && {
              first: at === 0,
              last: at === dimension.indicators.length - 1,
              move: (by) => onChange(moveIndicator(content, place, at, by)),
              remove: () => onChange(removeIndicator(content, place, at), `已删除指标“${indicator.name}”`),
            }
          }
        />
      ))}
      <tr className="mz-ind-sum" data-path={`${path}.indicators`} tabIndex={-1}>
        <td colSpan={onChange ? 6 : 5}>
          <span className="mz-ind-foot">
            {onChange && (
              <Button
                size="small"
                type="link"
                icon={<PlusOutlined />}
                aria-label={`在${called}里添加指标`}
                onClick={() => {
                  const id = crypto.randomUUID();
                  onChange(addIndicator(content, place, id));
                }}
              >
                添加指标
              </Button>
            )}
            {dimension.indicators.length > 0 && (
              <WeightSum
                of="各指标权重"
                weights={dimension.indicators.map(({ weight }) => weight)}
                onSpread={onChange && (() => onChange(changeDimension(content, place, spreadIndicators)))}
              />
            )}
          </span>
        </td>
      </tr>
    </tbody>
  );
};
