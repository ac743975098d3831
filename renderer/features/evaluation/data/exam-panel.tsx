import './data.css';
import { Alert, Button, Checkbox, Space, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DataTable, ExamPreview } from '../../../../shared/features/evaluation/data/views.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { HundredthsInput } from '../parts/hundredths-input.tsx';
import { ImportProblems } from './import-tables.tsx';

const HUNDRED_PERCENT = 10_000;

/** 成绩统计: marks of pupils become rates, means and gains, shown with how they came about before they are written. */
export const ExamPanel = ({
  table,
  onApplied,
}: {
  readonly table: DataTable;
  readonly onApplied: (written: number) => void;
}): ReactNode => {
  const { cycleId } = table;
  const [now, setNow] = useState<FileContent | null>(null);
  const [before, setBefore] = useState<FileContent | null>(null);
  const [lines, setLines] = useState({ pass: 6000, excellent: 8500, low: 4000 });
  const [preview, setPreview] = useState<ExamPreview | null>(null);
  const read = useCommand('evaluation.readExam', { invalidates: [], onSuccess: setPreview });
  const template = useFileCommand('evaluation.examTemplate', ({ name }) => `已导出“${name}”`);
  if (preview)
    return (
      <ExamFigures table={table} preview={preview} onAgain={() => setPreview(null)} onApplied={onApplied} />
    );
  const line = (key: keyof typeof lines, label: string): ReactNode => (
    <label>
      {label}{' '}
      <HundredthsInput
        value={lines[key]}
        max={HUNDRED_PERCENT}
        suffix="%"
        label={label}
        onChange={(value) => setLines({ ...lines, [key]: value })}
      />
    </label>
  );
  return (
    <div className="mz-import">
      <p className="mz-muted">
        每名学生每个学科一行的成绩表，统计出均分、及格率、优秀率、低分率和参考人数；再给上一次考试的成绩表，就算增值：
        标准分 = 50 + 10 ×（得分 − 平均分）÷ 标准差，增值 = 本次标准分的平均 −
        上次标准分的平均，只算两次都参加的学生。
      </p>
      <div className="mz-data-tools">
        {line('pass', '及格线（占满分）')}
        {line('excellent', '优秀线')}
        {line('low', '低分线')}
        <Button loading={template.isPending} onClick={() => template.mutate({ cycleId })}>
          下载成绩表模板
        </Button>
      </div>
      <div className="mz-exam-files">
        <FileDrop
          accept={['.xlsx']}
          title="把本次考试的成绩表拖到这里"
          about={now ? `已选“${now.name}”` : '必须有'}
          onFile={setNow}
        />
        <FileDrop
          accept={['.xlsx']}
          title="把上次考试的成绩表拖到这里"
          about={before ? `已选“${before.name}”` : '可以没有，没有就不算增值'}
          onFile={setBefore}
        />
      </div>
      {read.error && <ErrorNotice problem={read.error} />}
      <Space>
        <Button
          type="primary"
          disabled={now === null}
          loading={read.isPending}
          onClick={() => now && read.mutate({ cycleId, now, before, ...lines })}
        >
          统计
        </Button>
        {before && <Button onClick={() => setBefore(null)}>不用上次的成绩表</Button>}
      </Space>
    </div>
  );
};

const ExamFigures = ({
  table,
  preview,
  onAgain,
  onApplied,
}: {
  table: DataTable;
  preview: ExamPreview;
  onAgain: () => void;
  onApplied: (written: number) => void;
}): ReactNode => {
  const { fields, groups, problems, refused, token, seen } = preview;
  const needed = new Set(table.columns.map(({ field }) => field.name));
  const wanted = fields.filter((field) => needed.has(field));
  const [chosen, setChosen] = useState<readonly string[]>(wanted.length > 0 ? wanted : fields);
  const apply = useCommand('evaluation.applyExam', { onSuccess: ({ written }) => onApplied(written) });
  const sound = refused === '' && problems.length === 0;
  return (
    <div className="mz-import">
      <p>
        <b>{preview.file}</b>
        {sound && `：${String(preview.marks)} 个成绩，缺考或者空着的 ${String(preview.absent)} 行不计`}
      </p>
      {refused !== '' && <Alert type="warning" showIcon role="alert" title={refused} />}
      {problems.length > 0 && (
        <>
          <Alert
            type="error"
            showIcon
            role="alert"
            title={`有 ${String(problems.length)} 处有误，请在文件里改正后重新统计：少算几名学生，比率就不对了。`}
          />
          <ImportProblems problems={problems} />
        </>
      )}
      {sound && (
        <>
          <Checkbox.Group
            value={[...chosen]}
            options={fields.map((field) => ({
              value: field,
              label: needed.has(field) ? `${field}（公式要用）` : field,
            }))}
            onChange={setChosen}
          />
          <Table
            size="small"
            rowKey="subjectId"
            dataSource={[...groups]}
            pagination={{ pageSize: 10, hideOnSinglePage: true }}
            columns={[
              { title: '对象', dataIndex: 'name' },
              ...chosen.map((field) => ({
                title: field,
                align: 'right' as const,
                render: (_value: unknown, { figures }: ExamPreview['groups'][number]) => {
                  const figure = figures.find((one) => one.field === field);
                  if (!figure) return <span className="mz-muted">—</span>;
                  const differs = figure.onScreen !== '' && figure.onScreen !== figure.value;
                  return (
                    <span title={figure.words}>
                      {figure.value}
                      {differs && <span className="mz-exam-before">系统里是 {figure.onScreen}</span>}
                    </span>
                  );
                },
              })),
            ]}
          />
        </>
      )}
      {apply.error && <ErrorNotice problem={apply.error} />}
      <Space>
        <Button
          type="primary"
          disabled={!sound || chosen.length === 0 || groups.length === 0}
          loading={apply.isPending}
          onClick={() => apply.mutate({ token, seen, fields: [...chosen] })}
        >
          写入所选数据
        </Button>
        <Button onClick={onAgain}>重新选择</Button>
      </Space>
    </div>
  );
};
