import './calibration.css';
import { Checkbox, Input, Select } from 'antd';
import { Fragment, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import type { Adjustment } from '../../../../shared/features/evaluation/results/schema.ts';
import { figuresOf } from '../../../../shared/features/evaluation/results/words.ts';
import type {
  CalibrationRow,
  CalibrationView,
} from '../../../../shared/features/evaluation/results/views.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { fitsSearch } from '../../../ui/list/search-text.ts';
import { boardItems, type BoardItem } from './board-lines.ts';
import { BoardRow } from './board-row.tsx';

interface CalibrationBoardProps {
  readonly board: CalibrationView;
  readonly onAdjust: (subjectId: string) => void;
  readonly onFacts: (subjectId: string) => void;
  readonly onExplain: (subjectId: string) => void;
  readonly onUndo: (adjustment: Adjustment) => void;
}

/** True for a row that the meeting should speak about. */
const isPressing = ({ boundaries, effect, adjusted, outcome }: CalibrationRow): boolean =>
  boundaries.length > 0 || effect !== '' || adjusted.length > 0 || outcome.kind !== 'graded';

const withinOf = (row: CalibrationRow): string => figuresOf(row)?.within ?? '';

const Line = ({ item, width }: { item: Exclude<BoardItem, { kind: 'row' }>; width: number }): ReactNode => {
  switch (item.kind) {
    case 'band':
      return (
        <tr className="mz-calibration-board-line">
          <td colSpan={width}>
            “{item.label}”线 {formatDecimal(item.from)} 分，以上 {item.above} 个
          </td>
        </tr>
      );
    case 'quota':
      return (
        <tr className="mz-calibration-board-line mz-calibration-board-line-quota">
          <td colSpan={width}>
            名额线：{item.cap} 个名额到此为止
            {item.tied > 0 && `，下面 ${String(item.tied)} 个末位同分，由会议研究决定`}
          </td>
        </tr>
      );
    case 'without':
      return (
        <tr className="mz-calibration-board-line">
          <td colSpan={width}>没有总分 {item.count} 个</td>
        </tr>
      );
  }
};

/** Moves to the row above or below, past the lines between them. */
const step = (from: HTMLElement, way: 'nextElementSibling' | 'previousElementSibling'): void => {
  let next = from[way];
  while (next instanceof HTMLElement && !next.hasAttribute('tabindex')) next = next[way];
  if (next instanceof HTMLElement) next.focus();
};

/** Everybody by total, with the lines of the grades and places between them. */
export const CalibrationBoard = (props: CalibrationBoardProps): ReactNode => {
  const { board } = props;
  const [text, setText] = useState('');
  const [within, setWithin] = useState('');
  const [pressing, setPressing] = useState(false);
  const [current, setCurrent] = useState('');
  const groups = useMemo(
    () => [...new Set(board.rows.map(withinOf))].filter((name) => name !== '').sort(),
    [board.rows],
  );
  const items = useMemo(() => {
    const rows = board.rows.filter(
      (row) =>
        (within === '' || withinOf(row) === within) &&
        (!pressing || isPressing(row)) &&
        (text.trim() === '' ||
          fitsSearch([row.subject.name, row.subject.number, row.subject.department], text)),
    );
    const pools = board.quota?.pools ?? [];
    const [only] = pools.length === 1 ? pools : [];
    const pool = only ?? pools.find(({ name }) => name === within) ?? null;
    return boardItems(rows, board.bands, pool);
  }, [board, within, pressing, text]);
  const rows = items.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
  const inTabOrder = rows.some(({ subject }) => subject.id === current)
    ? current
    : (rows[0]?.subject.id ?? '');
  const width = board.groups.length + 7;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: CalibrationRow): void => {
    if (event.target !== event.currentTarget) return;
    const { id } = row.subject;
    switch (event.key) {
      case 'ArrowDown':
        step(event.currentTarget, 'nextElementSibling');
        break;
      case 'ArrowUp':
        step(event.currentTarget, 'previousElementSibling');
        break;
      case 'Enter':
        if (board.mayAdjust && row.open.length > 0) props.onAdjust(id);
        else props.onExplain(id);
        break;
      case ' ':
        props.onExplain(id);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <>
      <div className="mz-calibration-board-tools" role="search">
        <Input
          allowClear
          style={{ width: 220 }}
          placeholder="姓名、编号、部门"
          aria-label="查找：姓名、编号、部门"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {groups.length > 1 && (
          <Select
            aria-label="比较组"
            style={{ width: 180 }}
            value={within}
            options={[
              { value: '', label: '全部比较组' },
              ...groups.map((name) => ({ value: name, label: name })),
            ]}
            onChange={setWithin}
          />
        )}
        <Checkbox checked={pressing} onChange={(event) => setPressing(event.target.checked)}>
          只看边界、提示和调整
        </Checkbox>
        <span className="mz-muted">
          ↑ ↓ 换人，{board.mayAdjust ? 'Enter 调整，空格看怎么来的' : 'Enter 看怎么来的'}
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={board.rows.length === 0 ? '还没有考核对象' : '没有符合条件的人'}
          about={
            board.rows.length === 0 ? '选定对象、评完收卷以后，在这里校准。' : '换一个词，或取消“只看”再看。'
          }
        />
      ) : (
        <div className="mz-calibration-board-scroll">
          <table className="mz-calibration-board" aria-label="校准">
            <thead>
              <tr>
                <th scope="col">名次</th>
                <th scope="col">姓名</th>
                {board.groups.map(({ id, name }) => (
                  <th key={id} scope="col" className="mz-calibration-board-figure">
                    {name}
                  </th>
                ))}
                <th
                  scope="col"
                  className="mz-calibration-board-figure"
                  title="得分最高和最低的评分组相差多少"
                >
                  组间差
                </th>
                <th scope="col" className="mz-calibration-board-figure">
                  总分
                </th>
                <th scope="col">等次</th>
                <th scope="col">边界与提示</th>
                <th scope="col">
                  <span className="mz-visually-hidden">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item, at) => (
                <Fragment key={item.kind === 'row' ? item.row.subject.id : `line ${String(at)}`}>
                  {item.kind === 'row' ? (
                    <BoardRow
                      {...props}
                      row={item.row}
                      focusable={item.row.subject.id === inTabOrder}
                      onFocus={() => setCurrent(item.row.subject.id)}
                      onKeyDown={(event) => onKeyDown(event, item.row)}
                    />
                  ) : (
                    <Line item={item} width={width} />
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};
