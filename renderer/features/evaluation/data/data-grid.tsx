import './data.css';
import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { DataColumn, DataTable } from '../../../../shared/features/evaluation/data/views.ts';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import type { GridColumn } from '../../../ui/grid/grid-sheet.ts';
import { ConflictList } from '../parts/conflict-list.tsx';
import { SaveMark } from '../parts/save-mark.tsx';
import { editSchema, ScoreBook } from '../parts/score-book.ts';
import { bookRow, MISSING_KEY, NUMBER_KEY, pointsKey, saveFigures, sourceKey } from './data-book.ts';

const BATCH_MS = 350;

const titleOf = ({ field }: DataColumn): string =>
  field.unit === '' ? field.name : `${field.name}（${field.unit}）`;

const columnsOf = ({ columns, formulas, rows }: DataTable): GridColumn[] => [
  { key: 'name', title: '姓名或名称', width: 128, frozen: true, readOnly: true },
  ...(rows.some(({ subject }) => subject.number !== '')
    ? [{ key: NUMBER_KEY, title: '工号', width: 84, readOnly: true }]
    : []),
  ...columns.map((column): GridColumn => ({
    key: column.field.name,
    title: titleOf(column),
    about: column.allowed,
    width: Math.max(104, titleOf(column).length * 15 + 12),
    align: 'right',
    readOnly: !column.known,
  })),
  ...formulas.map(({ indicatorId, name, fullMarks }): GridColumn => ({
    key: pointsKey(indicatorId),
    title: `${name}得分`,
    about: `由公式算出，满分 ${String(fullMarks / 100)}`,
    width: Math.max(104, name.length * 15 + 40),
    align: 'right',
    readOnly: true,
  })),
  { key: MISSING_KEY, title: '还缺', width: 240, readOnly: true },
];

/** All figures of a cycle in one grid, typed and pasted as in Excel; what the formulas give stands beside them. */
export const DataGrid = ({ table }: { readonly table: DataTable }): ReactNode => {
  const { cycleId, rows, mayEnter } = table;
  const [sought, setSought] = useState('');
  const [only, setOnly] = useState<'all' | 'missing'>('all');
  const [at, setAt] = useState<{ row: string; column: string } | null>(null);
  const draft = useDraft(`evaluation.data:${cycleId}`, editSchema.array());
  const booked = useMemo(() => rows.map((row) => bookRow(row, mayEnter)), [rows, mayEnter]);
  const [book] = useState(
    () =>
      new ScoreBook({
        rows: booked,
        indicatorIds: table.columns.map(({ field }) => field.name),
        kept: draft.found ?? [],
        save: (typed) => saveFigures({ cycleId }, typed),
        keep: (edits) => (edits.length === 0 ? draft.discard() : draft.keep(edits)),
        later: (act) => void setTimeout(act, BATCH_MS),
      }),
  );
  useEffect(() => book.adopt(booked), [book, booked]);
  // Leaving the page does not wait for the pause between two batches.
  useEffect(() => () => void book.flush(), [book]);
  const view = useSyncExternalStore(book.subscribe, book.view);
  const columns = useMemo(() => columnsOf(table), [table]);

  const waits = (cells: Readonly<Record<string, string>>): boolean => (cells[MISSING_KEY] ?? '') !== '';
  const shown = view.rows.filter(
    ({ label, cells }) =>
      `${label}${cells[NUMBER_KEY] ?? ''}${cells['place'] ?? ''}`.includes(sought) &&
      (only === 'all' || waits(cells)),
  );
  const waiting = view.rows.filter(({ cells }) => waits(cells)).length;
  const here = at && view.rows.find(({ id }) => id === at.row);
  const source = here?.cells[sourceKey(at?.column ?? '')] ?? '';
  const column = table.columns.find(({ field }) => field.name === at?.column);
  return (
    <>
      <div className="mz-data-tools">
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder="按姓名、工号、部门查找"
          aria-label="查找考核对象"
          style={{ width: 240 }}
          onChange={(event) => setSought(event.target.value.trim())}
        />
        <Segmented<'all' | 'missing'>
          aria-label="显示哪些对象"
          value={only}
          options={[
            { value: 'all', label: `全部 ${String(view.rows.length)}` },
            { value: 'missing', label: `还缺数据 ${String(waiting)}` },
          ]}
          onChange={(value) => setOnly(value)}
        />
        <SaveMark view={view} onRetry={book.retry} />
      </div>
      <ConflictList
        conflicts={view.conflicts}
        columns={table.columns.map(({ field }) => ({ indicatorId: field.name, name: field.name }))}
        onSettle={book.settle}
      />
      <Grid
        label="考核数据"
        rows={shown}
        columns={columns}
        errors={view.errors}
        onChange={book.change}
        onFocusCell={(row, key) => setAt({ row, column: key })}
        start={{ row: 0, column: columns.findIndex(({ readOnly }) => readOnly !== true) }}
        height="max(240px, calc(100vh - 480px))"
        foot={<SaveMark view={view} onRetry={book.retry} />}
      />
      {column && here && (
        <p className="mz-data-about">
          <b>
            {here.label} · {column.field.name}
          </b>{' '}
          {source === '' ? '还没有数据' : source}
          {column.field.about !== '' && <span className="mz-muted">　{column.field.about}</span>}
        </p>
      )}
    </>
  );
};
