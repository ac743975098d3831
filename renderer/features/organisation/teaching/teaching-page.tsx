import './teaching.css';
import { DownOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Select, Tabs } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import {
  layoutLabels,
  teachingLayoutSchema,
} from '../../../../shared/features/organisation/teaching/channels.ts';
import type { TeachingTable } from '../../../../shared/features/organisation/teaching/views.ts';
import { formatDay, isDay } from '../../../../shared/kernel/dates.ts';
import { callKey, useCall, useCommand } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { useCan } from '../../../app/session.ts';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { DayInput } from '../../../ui/form/day-input.tsx';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { Grid } from '../../../ui/grid/grid.tsx';
import { cellKey, type GridChange } from '../../../ui/grid/grid-sheet.ts';
import { fitsSearch } from '../../../ui/list/search-text.ts';
import { PageHeader } from '../../../ui/page/page-header.tsx';
import { TeachingEmpty } from './teaching-empty.tsx';
import { CellPanel } from './cell-panel.tsx';
import { TeacherTab } from './teacher-tab.tsx';
import { bookOf, gridColumns, gridRows, readEdits, withChanges, type Edits } from './teaching-book.ts';

/** 任课安排: who teaches what, by class and by teacher. */
export const TeachingPage = (): ReactNode => (
  <Tabs
    items={[
      { key: 'classes', label: '按班级', children: <ClassTab /> },
      { key: 'teachers', label: '按教师', children: <TeacherTab /> },
    ]}
  />
);

/** Who teaches what on a day, classes as rows and courses as columns. */
const ClassTab = (): ReactNode => {
  const [day, setDay] = useState<string | null>(null);
  const asked = day !== null && isDay(day) ? day : null;
  const table = useCall('organisation.teachingTable', { day: asked }, { keepPrevious: true });
  return (
    <Loaded query={table}>
      {(data) => <TeachingDesk key={data.day} table={data} asked={asked} day={day} onDay={setDay} />}
    </Loaded>
  );
};

interface DeskProps {
  readonly table: TeachingTable;
  /** The day that was asked for, null for today; and what stands in the field. */
  readonly asked: string | null;
  readonly day: string | null;
  readonly onDay: (day: string | null) => void;
}

const TeachingDesk = ({ table, asked, day, onDay }: DeskProps): ReactNode => {
  const can = useCan();
  const navigate = useNavigate();
  const toast = useToast();
  const writes = can('organisation.write');
  const book = useMemo(() => bookOf(table), [table]);
  const draft = useDraft(
    writes ? `organisation.teaching:${table.day}` : null,
    z.record(z.string(), z.string()),
  );
  const [edits, setEdits] = useState<Edits>(draft.found ?? {});
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [sought, setSought] = useState('');
  const [grade, setGrade] = useState<number | null>(null);
  const [at, setAt] = useState<{ row: string; column: string } | null>(null);
  const client = useQueryClient();
  const save = useCommand('organisation.handOverTeaching', {
    // The table comes with the answer: what was saved stands there before it is asked for again.
    onSuccess: ({ table: saved }) =>
      void client.setQueryData(callKey('organisation.teachingTable', { day: asked }), saved),
  });
  const download = useFileCommand('organisation.exportTeachings');

  const adopt = (next: Edits): void => {
    setEdits(next);
    setRefused(new Map());
    if (Object.keys(next).length === 0) draft.discard();
    else draft.keep(next);
  };
  const change = (changes: readonly GridChange[]): void => adopt(withChanges(book, edits, changes));
  const { cells, errors: misread } = useMemo(() => readEdits(book, edits), [book, edits]);
  const errors = new Map([...refused, ...misread]);
  const dirty = cells.length + misread.size;
  const rows = useMemo(() => gridRows(book, edits), [book, edits]);
  const grades = [...new Map(table.classes.map((one) => [one.grade, one.label.replace(/（.*/, '')]))];
  const gradeOf = new Map(table.classes.map((one) => [one.id, one.grade]));
  const shown = rows.filter(
    ({ id, cells: texts }) =>
      (grade === null || gradeOf.get(id) === grade) && fitsSearch(Object.values(texts), sought),
  );

  const submit = (): void =>
    save.mutate(
      {
        day: table.day,
        cells: cells.map(({ classId, courseId, seen, staffIds }) => ({ classId, courseId, seen, staffIds })),
      },
      {
        onSuccess: () => {
          toast.done(`已保存 ${String(cells.length)} 处任课，自${formatDay(table.day)}起`);
          adopt({});
        },
        onError: (error) => {
          // What somebody else saved meanwhile has to be in view before it is written over.
          if (error.code === 'conflict') void client.invalidateQueries();
          const wrong = error.fields.flatMap(({ path, message }) => {
            const cell = cells[Number(path.split('.')[1])];
            return cell ? [[cell.key, message] as const] : [];
          });
          setRefused(new Map(wrong));
          toast.failed(error);
        },
      },
    );

  const taught = table.cells.length;
  const usable = table.classes.length > 0 && table.courses.length > 0;
  return (
    <div className="mz-teaching">
      <PageHeader
        title="任课安排"
        count={taught}
        about="一行一个班，一列一门学科。改动从所看的这一天起生效，原来的教师任课到前一天为止，记录都保留。"
        actions={
          <>
            {can('organisation.export') && usable && (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: teachingLayoutSchema.options
                    .toReversed()
                    .map((layout) => ({ key: layout, label: `导出${layoutLabels[layout]}` })),
                  onClick: ({ key }) =>
                    download.mutate({ layout: teachingLayoutSchema.parse(key), day: table.day }),
                }}
              >
                <Button icon={<DownOutlined />} iconPlacement="end" loading={download.isPending}>
                  导出
                </Button>
              </Dropdown>
            )}
            {writes && (
              <Button onClick={() => void navigate('/organisation/import?kind=teachings')}>
                导入任课安排
              </Button>
            )}
          </>
        }
      />
      <div className="mz-teaching-tools">
        <label htmlFor="teaching-day">看哪一天</label>
        <div style={{ width: 190 }}>
          <DayInput id="teaching-day" value={day ?? table.day} onChange={onDay} disabled={dirty > 0} />
        </div>
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder="班级、教师、拼音首字母"
          aria-label="查找班级或教师"
          style={{ width: 210 }}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <Select
          aria-label="年级"
          style={{ width: 120 }}
          value={grade ?? 0}
          options={[{ value: 0, label: '全部年级' }, ...grades.map(([value, label]) => ({ value, label }))]}
          onChange={(value) => setGrade(value === 0 ? null : value)}
        />
        {writes && dirty > 0 && (
          <div className="mz-teaching-save" role="status">
            <span className={misread.size > 0 ? 'mz-teaching-error' : 'mz-muted'}>
              {misread.size > 0
                ? `${String(misread.size)} 处认不出，改好后才能保存`
                : `改了 ${String(dirty)} 处，自${formatDay(table.day)}起生效`}
            </span>
            <ConfirmButton
              title={`放弃没有保存的 ${String(dirty)} 处改动？`}
              consequence="表格恢复到已经保存的样子。"
              onConfirm={() => {
                adopt({});
                return Promise.resolve();
              }}
            >
              放弃
            </ConfirmButton>
            <Button type="primary" loading={save.isPending} disabled={misread.size > 0} onClick={submit}>
              保存
            </Button>
          </div>
        )}
      </div>
      {!usable ? (
        <TeachingEmpty table={table} />
      ) : shown.length === 0 ? (
        <EmptyState
          title="没有查到"
          about="没有这样的班级或任课教师，可以试试拼音首字母。"
          actions={
            <Button
              onClick={() => {
                setSought('');
                setGrade(null);
              }}
            >
              看全部班级
            </Button>
          }
        />
      ) : (
        <>
          <Grid
            label="任课安排"
            rows={writes ? shown : shown.map((row) => ({ ...row, readOnly: true }))}
            columns={gridColumns(book)}
            errors={errors}
            onChange={change}
            onFocusCell={(row, column) => setAt({ row, column })}
            start={{ row: 0, column: 2 }}
            height="max(220px, calc(100vh - 452px))"
          />
          {at && (
            <CellPanel
              book={book}
              classId={at.row}
              courseId={at.column}
              text={rows.find(({ id }) => id === at.row)?.cells[at.column] ?? ''}
              error={errors.get(cellKey(at.row, at.column))}
              writes={writes}
              onChange={(value) => change([{ row: at.row, column: at.column, value }])}
            />
          )}
        </>
      )}
    </div>
  );
};
