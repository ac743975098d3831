import { Alert, Button, Checkbox, Space, Table, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import type {
  AppliedBooks,
  BookPreview,
  BooksPreview,
  TakenFrom,
} from '../../../../shared/features/evaluation/files/preview.ts';
import { useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { ConflictTable } from './conflict-table.tsx';

const standing = ({ refused, counts }: BookPreview): ReactNode => {
  if (refused !== '') return <StatusTag tone="bad">不能收</StatusTag>;
  if (counts.problems > 0) return <StatusTag tone="bad">有错误</StatusTag>;
  if (counts.conflicts > 0) return <StatusTag tone="due">要选择</StatusTag>;
  return counts.fresh + counts.changed > 0 ? (
    <StatusTag tone="praise">可以收</StatusTag>
  ) : (
    <StatusTag tone="info">没有变化</StatusTag>
  );
};

const figure = (value: number): ReactNode => (value === 0 ? <span className="mz-muted">—</span> : value);

const Files = ({ books }: { books: readonly BookPreview[] }): ReactNode => (
  <Table
    size="small"
    rowKey="file"
    dataSource={[...books]}
    pagination={{ pageSize: 12, hideOnSinglePage: true }}
    columns={[
      { title: '文件', dataIndex: 'file' },
      { title: '评分组', dataIndex: 'group' },
      { title: '评分人', dataIndex: 'rater' },
      { title: '情况', render: (_value, book) => standing(book) },
      { title: '新填', align: 'right', render: (_value, { counts }) => figure(counts.fresh) },
      { title: '修改', align: 'right', render: (_value, { counts }) => figure(counts.changed) },
      { title: '相同', align: 'right', render: (_value, { counts }) => figure(counts.same) },
      { title: '空着', align: 'right', render: (_value, { counts }) => figure(counts.blank) },
      { title: '说明', render: (_value, { refused, notes }) => refused || notes.join('；') },
    ]}
  />
);

const Problems = ({ books }: { books: readonly BookPreview[] }): ReactNode => (
  <Table
    size="small"
    rowKey={(row) => `${row.file} ${row.sheet} ${row.cell}`}
    dataSource={books.flatMap(({ file, problems }) => problems.map((problem) => ({ ...problem, file })))}
    pagination={{ pageSize: 10, hideOnSinglePage: true }}
    columns={[
      { title: '文件', dataIndex: 'file' },
      { title: '工作表', dataIndex: 'sheet' },
      { title: '单元格', dataIndex: 'cell' },
      { title: '对象', dataIndex: 'subject' },
      { title: '指标', dataIndex: 'indicator' },
      { title: '现在的内容', render: (_value, { value }) => (value === '' ? '（空）' : value) },
      { title: '问题和改法', dataIndex: 'message' },
    ]}
  />
);

/** What the files that came back would do, file by file and cell by cell, until the last button is pressed. */
export const BooksPreviewPanel = ({
  preview,
  onAgain,
  onApplied,
}: {
  readonly preview: BooksPreview;
  readonly onAgain: () => void;
  readonly onApplied: (result: AppliedBooks) => void;
}): ReactNode => {
  const { books, totals, refused, token } = preview;
  const [taken, setTaken] = useState<ReadonlyMap<string, TakenFrom>>(new Map());
  const [withoutProblems, setWithoutProblems] = useState(false);
  const apply = useCommand('evaluation.applyBookImport', { onSuccess: onApplied });
  const conflicts = books.flatMap(({ rater, conflicts: own }) => own.map((one) => ({ ...one, rater })));
  const open = conflicts.filter(({ key }) => !taken.has(key)).length;
  const figures: readonly (readonly [string, number])[] = [
    ['文件', books.length],
    ['新填的分数', totals.fresh],
    ['修改的分数', totals.changed],
    ['与系统里相同', totals.same],
    ['空着', totals.blank],
  ];
  const usable = totals.fresh + totals.changed + totals.conflicts;
  return (
    <section className="mz-card" style={{ padding: 20 }}>
      <dl className="mz-record-facts">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value.toLocaleString('zh-CN')}</dd>
          </div>
        ))}
      </dl>
      {refused > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlock: 12 }}
          title={`有 ${String(refused)} 个文件不能收，原因见下表“说明”。其余文件照常。`}
        />
      )}
      {totals.problems > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          style={{ marginBlock: 12 }}
          title={`有 ${String(totals.problems)} 个格子填写有误。请在文件里改正后重新选择。`}
          description={
            <Checkbox
              checked={withoutProblems}
              onChange={(event) => setWithoutProblems(event.target.checked)}
            >
              先导入其余正确的分数，有误的格子留空
            </Checkbox>
          }
        />
      )}
      <Tabs
        defaultActiveKey={totals.problems > 0 ? 'problems' : totals.conflicts > 0 ? 'conflicts' : 'files'}
        items={[
          { key: 'files', label: `文件 ${String(books.length)}`, children: <Files books={books} /> },
          ...(totals.problems > 0
            ? [
                {
                  key: 'problems',
                  label: `错误 ${String(totals.problems)}`,
                  children: <Problems books={books} />,
                },
              ]
            : []),
          ...(totals.conflicts > 0
            ? [
                {
                  key: 'conflicts',
                  label: `与系统不一致 ${String(totals.conflicts)}`,
                  children: (
                    <ConflictTable
                      conflicts={conflicts}
                      taken={taken}
                      onTake={(keys, take) =>
                        setTaken((held) => new Map([...held, ...keys.map((key) => [key, take] as const)]))
                      }
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {apply.error && <ErrorNotice problem={apply.error} />}
      <Space style={{ marginTop: 16 }} wrap>
        <Button
          type="primary"
          loading={apply.isPending}
          disabled={usable === 0 || open > 0 || (totals.problems > 0 && !withoutProblems)}
          onClick={() =>
            apply.mutate({
              token,
              conflicts: null,
              choices: [...taken].map(([key, take]) => ({ key, take })),
              withoutProblems,
            })
          }
        >
          确认导入
        </Button>
        <Button onClick={onAgain}>重新选择文件</Button>
        {open > 0 && <span className="mz-muted">还有 {open} 个不一致的分数没有选择</span>}
      </Space>
    </section>
  );
};
