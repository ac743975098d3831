import { LeftOutlined, RightOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatDecimal, formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import type { SheetColumn, SheetView } from '../../../../shared/features/evaluation/views.ts';
import { cellKey, type GridRow } from '../../../ui/grid/grid-sheet.ts';
import { fitsSearch } from '../../../ui/list/search-text.ts';
import type { BookView, ScoreBook } from '../parts/score-book.ts';
import { toNextField } from './next-field.ts';
import { RowRemarks } from './row-remarks.tsx';
import { ScoreCell } from './score-cell.tsx';

const openIn = (row: GridRow, columns: readonly SheetColumn[]): number =>
  columns.filter(({ indicatorId }) => (row.cells[indicatorId] ?? '') === '').length;

/** 按人: one person with every indicator and its standard, and a list of all to go through. */
export const SubjectView = ({
  sheet,
  book,
  view,
}: {
  readonly sheet: SheetView;
  readonly book: ScoreBook;
  readonly view: BookView;
}): ReactNode => {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { rows } = view;
  const first = rows.find((row) => openIn(row, sheet.columns) > 0) ?? rows[0];
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === (chosen ?? first?.id)),
  );
  const row = rows[at];
  if (!row) return null;
  const go = (step: number): void => {
    const next = rows[at + step];
    if (next) setChosen(next.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    go(event.key === 'ArrowDown' ? 1 : -1);
  };
  const shown = rows.filter(({ label }) => fitsSearch([label], search));
  return (
    <div className="mz-by-subject" onKeyDown={onKeyDown}>
      <nav aria-label="考核对象">
        <Input
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          aria-label="查找对象"
          placeholder="姓名或拼音"
          onChange={(event) => setSearch(event.target.value)}
        />
        <ul>
          {shown.map((one) => {
            const open = openIn(one, sheet.columns);
            return (
              <li key={one.id}>
                <button
                  type="button"
                  ref={(button) => {
                    // Whoever is rated stays in sight of the list, also when one goes on by keys.
                    if (one.id === row.id) button?.scrollIntoView({ block: 'nearest' });
                  }}
                  aria-current={one.id === row.id}
                  onClick={() => setChosen(one.id)}
                >
                  <span>{one.label}</span>
                  <span className={open === 0 ? 'mz-done-mark' : 'mz-muted'}>
                    {open === 0 ? '✓ 评完' : `差 ${String(open)} 项`}
                  </span>
                </button>
              </li>
            );
          })}
          {shown.length === 0 && <li className="mz-muted">没有找到</li>}
        </ul>
      </nav>
      <section aria-label={`${row.label}的评分`} key={row.id}>
        <header>
          <h2>{row.label}</h2>
          <span className="mz-muted">{row.cells['place']}</span>
          <Space>
            <Button
              size="small"
              icon={<LeftOutlined />}
              disabled={at === 0}
              title="上一人（Alt + ↑）"
              onClick={() => go(-1)}
            >
              上一人
            </Button>
            <Button
              size="small"
              icon={<RightOutlined />}
              iconPlacement="end"
              disabled={at === rows.length - 1}
              title="下一人（Alt + ↓）"
              onClick={() => go(1)}
            >
              下一人
            </Button>
          </Space>
        </header>
        {sheet.columns.map((column, place) => (
          <div key={column.indicatorId} className="mz-subject-indicator">
            {column.dimension !== sheet.columns[place - 1]?.dimension && <h3>{column.dimension}</h3>}
            <div>
              <div>
                <strong>{column.name}</strong>
                <span className="mz-muted">
                  {' '}
                  满分 {formatDecimal(column.fullMarks)} · 权重 {formatWeight(column.weight)}
                  {column.vetoBelow !== null && ' · 一票否决'}
                </span>
                {column.standard !== '' && <p>{column.standard}</p>}
                {column.evidence !== '' && <p className="mz-muted">佐证：{column.evidence}</p>}
              </div>
              <ScoreCell
                column={column}
                value={row.cells[column.indicatorId] ?? ''}
                error={view.errors.get(cellKey(row.id, column.indicatorId))}
                readOnly={row.readOnly === true}
                label={`${row.label} ${column.name}`}
                onChange={(value) => book.change([{ row: row.id, column: column.indicatorId, value }])}
                onNext={(field) => toNextField(field, '.mz-by-subject > section')}
              />
            </div>
          </div>
        ))}
        <h3>评语与佐证</h3>
        <RowRemarks sheet={sheet} book={book} rowId={row.id} />
      </section>
    </div>
  );
};
