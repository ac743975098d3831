import './systems.css';
import { Alert, Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { subjectKindLabels } from '../../../../shared/features/evaluation/indicators.ts';
import type {
  CellProblem,
  SystemBookPreview,
} from '../../../../shared/features/evaluation/systems/book-preview.ts';
import { DifferenceTable } from './difference-table.tsx';

const Problems = ({ problems }: { readonly problems: readonly CellProblem[] }): ReactNode => (
  <Table
    size="small"
    rowKey={(problem) => `${problem.sheet} ${problem.cell} ${problem.message}`}
    dataSource={[...problems]}
    pagination={{ pageSize: 12, hideOnSinglePage: true }}
    columns={[
      { title: '工作表', dataIndex: 'sheet', width: 100 },
      { title: '单元格', dataIndex: 'cell', width: 80 },
      { title: '现在的内容', width: 180, render: (_value, { value }) => (value === '' ? '（空）' : value) },
      { title: '问题和改法', dataIndex: 'message' },
    ]}
  />
);

const Difference = ({ preview }: { readonly preview: SystemBookPreview }): ReactNode => {
  const { against, changes } = preview;
  if (against === null) return null;
  if (changes.length === 0)
    return <Alert type="info" showIcon title="文件和现在的内容相同，没有要导入的。" />;
  return (
    <>
      <h3 className="mz-book-part">
        与第 {against} 版现在的内容相比，有 {changes.length} 处变化
      </h3>
      <DifferenceTable changes={changes} earlier={`第 ${String(against)} 版`} later="文件" />
    </>
  );
};

/** What a workbook would do to an indicator system, until the last button is pressed. */
export const BookPreviewPanel = ({
  preview,
  taking,
  onTake,
  onAgain,
}: {
  readonly preview: SystemBookPreview;
  readonly taking: boolean;
  readonly onTake: () => void;
  readonly onAgain: () => void;
}): ReactNode => {
  const { problems, open, kind, against, changes } = preview;
  const nothing = against !== null && changes.length === 0;
  return (
    <>
      <p className="mz-book-counts">
        <strong>{preview.name === '' ? '（没有名称）' : preview.name}</strong>
        {kind !== null && <span>适用于{subjectKindLabels[kind]}</span>}
        <span>
          {preview.dimensions} 个维度、{preview.indicators} 项指标
        </span>
        <span>导入后成为{preview.becomes}</span>
      </p>
      {problems.length > 0 ? (
        <>
          <Alert
            type="error"
            showIcon
            style={{ marginBottom: 12 }}
            title={`有 ${String(problems.length)} 处错误，不能导入`}
            description="请在 Excel 或 WPS 里按下面的位置改好、保存，再选择一次文件。什么都还没有保存。"
          />
          <Problems problems={problems} />
        </>
      ) : (
        <>
          {open.length > 0 && (
            <Alert
              type="warning"
              showIcon
              style={{ marginBottom: 12 }}
              title={`可以导入，但还有 ${String(open.length)} 处要补齐，补齐后才能用于考核`}
              description={open.slice(0, 8).join('；')}
            />
          )}
          <Difference preview={preview} />
        </>
      )}
      <div className="mz-book-foot">
        {problems.length === 0 && !nothing && (
          <Button type="primary" loading={taking} onClick={onTake}>
            确认导入
          </Button>
        )}
        <Button onClick={onAgain}>重新选择文件</Button>
      </div>
    </>
  );
};
