import './data.css';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { ExamTable, ExamTableChoice } from '../../../../shared/features/evaluation/data/exam-views.ts';
import { ExamColumns } from './exam-columns.tsx';

/** How one table of marks was understood, and every choice that may change it. */
export const ExamTablePart = ({
  table,
  onChange,
}: {
  readonly table: ExamTable;
  readonly onChange: (choice: ExamTableChoice) => void;
}): ReactNode => {
  const heads = table.sheets.find(({ name }) => name === table.sheet)?.heads ?? [];
  return (
    <div className="mz-import">
      <div className="mz-data-tools">
        <label>
          工作表{' '}
          <Select
            style={{ minWidth: 140 }}
            value={table.sheet}
            aria-label={`“${table.file}”的工作表`}
            options={table.sheets.map(({ name }) => ({ value: name, label: name }))}
            onChange={(sheet) => {
              const headRow = table.sheets.find(({ name }) => name === sheet)?.heads[0]?.row ?? 1;
              onChange({ sheet, headRow, columns: null });
            }}
          />
        </label>
        <label>
          表头{' '}
          <Select
            style={{ width: 380 }}
            value={table.headRow}
            aria-label={`“${table.file}”表头所在的行`}
            options={heads.map(({ row, text }) => ({ value: row, label: `第 ${String(row)} 行　${text}` }))}
            onChange={(headRow) => onChange({ sheet: table.sheet, headRow, columns: null })}
          />
        </label>
        <span className="mz-muted">
          {table.wide ? '一名学生一行、一科一列' : '一名学生一科一行'}
          {table.together.length > 1 &&
            `；表头相同的 ${String(table.together.length)} 张工作表一起读：${table.together.slice(0, 4).join('、')}${table.together.length > 4 ? '等' : ''}`}
        </span>
      </div>
      <ExamColumns
        table={table}
        onChange={(columns) => onChange({ sheet: table.sheet, headRow: table.headRow, columns })}
      />
      {table.skipped.length > 0 && (
        <p className="mz-muted mz-data-about">
          没有当作学生的行：{table.skipped.slice(0, 5).join('，')}
          {table.skipped.length > 5 && `等 ${String(table.skipped.length)} 行`}
        </p>
      )}
    </div>
  );
};
