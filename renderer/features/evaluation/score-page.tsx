import './parts/evaluation.css';
import { Alert, Button, Drawer, Segmented } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { SheetColumn, SheetView } from '../../../shared/features/evaluation/views.ts';
import { useCall } from '../../app/calls.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import type { GridColumn } from '../../ui/grid/grid-sheet.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { ConflictList } from './parts/conflict-list.tsx';
import { SaveMark } from './parts/save-mark.tsx';
import { Standard } from './parts/standard.tsx';
import { useScoreBook } from './parts/use-score-book.ts';
import { IndicatorView } from './scoring/indicator-view.tsx';
import { RowRemarks } from './scoring/row-remarks.tsx';
import { SubjectView } from './scoring/subject-view.tsx';
import './scoring/scoring.css';

/** One rater's scores of all subjects, typed as in Excel. */
export const ScorePage = (): ReactNode => {
  const { id = '', groupId = '', raterId = '' } = useParams();
  const sheet = useCall('evaluation.scoreSheet', {
    cycleId: id,
    groupId,
    raterId: raterId === 'self' ? null : raterId,
  });
  return (
    <Loaded query={sheet}>{(view) => <ScoreSheet key={`${id} ${groupId} ${raterId}`} sheet={view} />}</Loaded>
  );
};

/** As wide as the head needs in two lines, between what a figure needs and what still scans well. */
const widthOf = ({ name, allowed }: SheetColumn): number =>
  Math.max(88, Math.min(176, Math.max(Math.ceil(name.length / 2) * 13, allowed.length * 11) + 20));

const gridColumns = (columns: readonly SheetColumn[]): GridColumn[] => [
  { key: 'name', title: '姓名', width: 96, frozen: true, readOnly: true },
  { key: 'place', title: '部门与岗位', width: 150, readOnly: true },
  ...columns.map((column): GridColumn => ({
    key: column.indicatorId,
    title: column.name,
    about: column.allowed,
    width: widthOf(column),
    align: 'center',
  })),
];

/** Three ways to look at one sheet; all of them write into the same book. */
const looks = [
  { value: 'grid', label: '表格' },
  { value: 'subject', label: '按人' },
  { value: 'indicator', label: '按指标' },
] as const;
type Look = (typeof looks)[number]['value'];
const lookOf = (text: string | null): Look => looks.find(({ value }) => value === text)?.value ?? 'grid';

const ScoreSheet = ({ sheet }: { sheet: SheetView }): ReactNode => {
  const navigate = useNavigate();
  const { book, view } = useScoreBook(sheet);
  const [at, setAt] = useState<string | null>(null);
  const [inRow, setInRow] = useState<string | null>(null);
  const [remarking, setRemarking] = useState(false);
  const [params, setParams] = useSearchParams();
  const look = lookOf(params.get('view'));
  const columns = useMemo(() => gridColumns(sheet.columns), [sheet.columns]);
  const column = sheet.columns.find(({ indicatorId }) => indicatorId === at) ?? sheet.columns[0];
  const title = `${sheet.raterName} · ${sheet.groupName}`;
  usePageTitle(`${title}评分表`);
  const remarked = inRow === null ? undefined : book.saved(inRow);
  const toCycle = `/evaluation/cycles/${sheet.cycleId}`;

  if (sheet.rows.length === 0) {
    return (
      <EmptyState
        title="这张评分表里还没有人"
        about="考核对象由组织考核的人在“对象”里选定；选好并开始评分后，这里每人一行。"
        actions={<Button onClick={() => void navigate(toCycle)}>回到这次考核</Button>}
      />
    );
  }
  const untouched = view.rows.every((row) => sheet.columns.every((one) => !row.cells[one.indicatorId]));
  return (
    <>
      <PageHeader
        title={title}
        about={
          <span className="mz-score-head">
            <Link to={toCycle}>{sheet.cycleName}</Link>
            <span>
              已评完 {view.complete} / {view.rows.length} 人
            </span>
            <SaveMark view={view} onRetry={book.retry} />
          </span>
        }
        actions={
          <Segmented
            aria-label="查看方式"
            value={look}
            options={[...looks]}
            onChange={(value) => setParams({ view: value }, { replace: true })}
          />
        }
      />
      {!sheet.mayEnter && <Alert type="info" showIcon style={{ marginBottom: 10 }} title={sheet.why} />}
      {sheet.mayEnter && untouched && look === 'grid' && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 10 }}
          title="每人一行，每项指标一列，直接输入分数，边填边存"
          description="列名下写着可填的范围。Enter 到下一人，Tab 到下一项；从 Excel 复制一块，选中左上角的格子按 Ctrl+V 粘贴。空着表示还没有评，不当作 0 分。"
        />
      )}
      <ConflictList conflicts={view.conflicts} columns={sheet.columns} onSettle={book.settle} />
      {look === 'subject' && <SubjectView sheet={sheet} book={book} view={view} />}
      {look === 'indicator' && <IndicatorView sheet={sheet} book={book} view={view} />}
      {look === 'grid' && (
        <>
          <Grid
            label={`${title}评分表`}
            rows={view.rows}
            columns={columns}
            errors={view.errors}
            onChange={book.change}
            onFocusCell={(row, key) => {
              setInRow(row);
              setAt(key);
            }}
            start={{ row: 0, column: 2 }}
            height={`max(260px, calc(100vh - ${untouched && sheet.mayEnter ? '482px' : '376px'}))`}
            foot={<SaveMark view={view} onRetry={book.retry} />}
          />
          {column && <Standard column={column} />}
          {remarked && (
            <Button size="small" style={{ marginTop: 8 }} onClick={() => setRemarking(true)}>
              对{remarked.subject.name}的评语与佐证
            </Button>
          )}
        </>
      )}
      <Drawer
        open={remarking && remarked !== undefined}
        title={remarked && `对${remarked.subject.name}的评语与佐证`}
        size={560}
        closable={{ 'aria-label': '关闭' }}
        destroyOnHidden
        onClose={() => setRemarking(false)}
      >
        {inRow !== null && <RowRemarks sheet={sheet} book={book} rowId={inRow} />}
      </Drawer>
    </>
  );
};
