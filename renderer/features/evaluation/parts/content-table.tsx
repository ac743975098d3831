import './indicators.css';
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  balanceDimensions,
  blankDimensions,
} from '../../../../shared/features/evaluation/indicator-rules.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { DimensionBody, type TreeEditing } from '../systems/dimension-body.tsx';
import { treeAct, type At } from '../systems/tree-keys.ts';
import { useRemoval } from '../systems/use-removal.ts';
import { useRowDrag } from '../systems/use-row-drag.ts';
import { WeightBalance } from '../systems/weight-balance.tsx';
import { addDimension } from './content-editing.ts';

export interface ContentTableProps {
  readonly content: IndicatorContent;
  /** Left out where nothing may be changed. `said` tells what was removed. */
  readonly onChange?: ((content: IndicatorContent, said?: string) => void) | undefined;
  /** Paths at which something is wrong. */
  readonly wrong: ReadonlySet<string>;
  /** Indicators whose details are in view. */
  readonly open: ReadonlySet<string>;
  readonly onToggle: (indicatorId: string) => void;
}

const newId = (): string => crypto.randomUUID();

/** On which line and which part of it a key was pressed; undefined outside of the lines. */
const pressedAt = (target: EventTarget): At | undefined => {
  if (!(target instanceof HTMLElement)) return undefined;
  const rowId = target.closest<HTMLElement>('tr[data-row]')?.dataset['row'];
  if (rowId === undefined) return undefined;
  const field = target.dataset['path']?.split('.').at(-1);
  return { rowId, part: field ?? target.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? 'button' };
};

const focusOn = (table: HTMLElement | null, { rowId, part }: At): void => {
  const row = table?.querySelector(`tr[data-row="${CSS.escape(rowId)}"]`);
  const field =
    row?.querySelector(`[data-path$=".${CSS.escape(part)}"]`) ?? row?.querySelector('[data-part="handle"]');
  if (!(field instanceof HTMLElement)) return;
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
};

/** Dimensions and indicators as a table of two levels, with the weights of both and their live sums. */
export const ContentTable = (props: ContentTableProps): ReactNode => {
  const { content, onChange } = props;
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState<At | null>(null);
  const change = (next: IndicatorContent): void => onChange?.(next);
  const drag = useRowDrag(content, change);
  const remove = useRemoval((next, said) => onChange?.(next, said));

  useEffect(() => {
    if (focus === null) return;
    focusOn(table.current, focus);
    setFocus(null);
  }, [focus]);

  const add = (next: IndicatorContent, rowId: string): void => {
    change(next);
    setFocus({ rowId, part: 'name' });
  };
  const editing: TreeEditing | undefined = onChange && {
    change,
    add,
    drag,
    remove: (rowId) => remove(content, rowId),
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // A word that is being put together by an input method is not finished by Enter.
    if (event.nativeEvent.isComposing) return;
    const at = pressedAt(event.target);
    const act = at && treeAct(content, at, event, newId);
    if (!act) return;
    event.preventDefault();
    if (act.kind === 'remove') {
      remove(content, act.rowId);
      return;
    }
    if (act.kind === 'change') change(act.content);
    setFocus(act.focus);
  };

  return (
    <div className="mz-ind-scroll">
      <table className="mz-ind" ref={table} onKeyDown={onChange && onKeyDown}>
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
          <DimensionBody
            key={dimension.id}
            content={content}
            dimension={dimension}
            place={place}
            editing={editing}
            wrong={props.wrong}
            open={props.open}
            onToggle={props.onToggle}
          />
        ))}
        <tfoot>
          <tr data-path="dimensions" tabIndex={-1}>
            <td colSpan={onChange ? 6 : 5}>
              <span className="mz-ind-foot">
                {editing && (
                  <Button
                    type="dashed"
                    icon={<PlusOutlined />}
                    onClick={() => {
                      const id = newId();
                      add(addDimension(content, id), id);
                    }}
                  >
                    添加维度
                  </Button>
                )}
                {content.dimensions.length > 0 && (
                  <WeightBalance
                    of="各维度权重"
                    parts={content.dimensions}
                    blank={blankDimensions(content)}
                    onBalance={editing && ((how) => change(balanceDimensions(content, how)))}
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
