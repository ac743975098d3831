import './parts/evaluation.css';
import { Alert, Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { formatDecimal, formatWeight } from '../../../shared/features/evaluation/decimal.ts';
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
import { useScoreBook } from './parts/use-score-book.ts';

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

const ScoreSheet = ({ sheet }: { sheet: SheetView }): ReactNode => {
  const navigate = useNavigate();
  const { book, view } = useScoreBook(sheet);
  const [at, setAt] = useState<string | null>(null);
  const columns = useMemo(() => gridColumns(sheet.columns), [sheet.columns]);
  const column = sheet.columns.find(({ indicatorId }) => indicatorId === at) ?? sheet.columns[0];
  const title = `${sheet.raterName} · ${sheet.groupName}`;
  usePageTitle(`${title}评分表`);
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
      />
      {!sheet.mayEnter && <Alert type="info" showIcon style={{ marginBottom: 10 }} title={sheet.why} />}
      {sheet.mayEnter && untouched && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 10 }}
          title="每人一行，每项指标一列，直接输入分数，边填边存"
          description="列名下写着可填的范围。Enter 到下一人，Tab 到下一项；从 Excel 复制一块，选中左上角的格子按 Ctrl+V 粘贴。空着表示还没有评，不当作 0 分。"
        />
      )}
      <ConflictList conflicts={view.conflicts} columns={sheet.columns} onSettle={book.settle} />
      <Grid
        label={`${title}评分表`}
        rows={view.rows}
        columns={columns}
        errors={view.errors}
        onChange={book.change}
        onFocusCell={(_row, key) => setAt(key)}
        start={{ row: 0, column: 2 }}
        height={`max(260px, calc(100vh - ${untouched && sheet.mayEnter ? '436px' : '330px'}))`}
        foot={<SaveMark view={view} onRetry={book.retry} />}
      />
      {column && <Standard column={column} />}
    </>
  );
};

/** What is looked at in the column where the keyboard is. */
const Standard = ({ column }: { column: SheetColumn }): ReactNode => (
  <section className="mz-standard" aria-label="评分标准">
    <strong>{column.name}</strong>
    <span className="mz-muted">
      {column.dimension} · 满分 {formatDecimal(column.fullMarks)} · 权重 {formatWeight(column.weight)}
      {column.vetoBelow !== null && ` · 一票否决：平均分低于 ${formatDecimal(column.vetoBelow)} 分`}
    </span>
    <p>
      {column.standard === '' ? '没有另写评分标准。' : column.standard}
      {column.evidence !== '' && <span className="mz-muted"> 佐证：{column.evidence}</span>}
    </p>
  </section>
);
