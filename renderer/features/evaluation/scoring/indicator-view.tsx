import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { SheetView } from '../../../../shared/features/evaluation/views.ts';
import { readDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import { cellKey } from '../../../ui/grid/grid-sheet.ts';
import type { BookView, ScoreBook } from '../parts/score-book.ts';
import { Standard } from '../parts/standard.tsx';
import { toNextField } from './next-field.ts';
import { ScoreCell } from './score-cell.tsx';

/** How much of the full marks was given, for a bar beside the score; null where that says nothing. */
const shareOf = (text: string, fullMarks: number, method: string): number | null => {
  if (method !== 'points') return null;
  const read = readDecimal(text);
  return read.kind === 'number' ? Math.max(0, Math.min(1, read.hundredths / fullMarks)) : null;
};

/** 按指标: one indicator and everybody, side by side, so that the same yardstick is laid to all. */
export const IndicatorView = ({
  sheet,
  book,
  view,
}: {
  readonly sheet: SheetView;
  readonly book: ScoreBook;
  readonly view: BookView;
}): ReactNode => {
  const [chosen, setChosen] = useState<string | null>(null);
  const column = sheet.columns.find(({ indicatorId }) => indicatorId === chosen) ?? sheet.columns[0];
  if (!column) return null;
  const given = (indicatorId: string): number =>
    view.rows.filter((row) => (row.cells[indicatorId] ?? '') !== '').length;
  return (
    <section className="mz-by-indicator" aria-label={`${column.name}的评分`}>
      <Select
        aria-label="指标"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 'min(520px, 100%)' }}
        value={column.indicatorId}
        onChange={(value: string) => setChosen(value)}
        options={sheet.columns.map(({ indicatorId, name, dimension }) => ({
          value: indicatorId,
          label: `${dimension} · ${name}（${String(given(indicatorId))} / ${String(view.rows.length)}）`,
        }))}
      />
      <Standard column={column} />
      <ul key={column.indicatorId}>
        {view.rows.map((row) => {
          const value = row.cells[column.indicatorId] ?? '';
          const share = shareOf(value, column.fullMarks, column.method);
          return (
            <li key={row.id}>
              <span className="mz-indicator-person">
                {row.label}
                <span className="mz-muted">{row.cells['place']}</span>
              </span>
              <ScoreCell
                column={column}
                value={value}
                error={view.errors.get(cellKey(row.id, column.indicatorId))}
                readOnly={row.readOnly === true}
                label={`${row.label} ${column.name}`}
                onChange={(text) => book.change([{ row: row.id, column: column.indicatorId, value: text }])}
                onNext={(field) => toNextField(field, '.mz-by-indicator > ul')}
              />
              {share !== null && (
                <span className="mz-indicator-bar" aria-hidden>
                  <span style={{ width: `${String(Math.round(share * 100))}%` }} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
