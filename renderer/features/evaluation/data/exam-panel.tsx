import './data.css';
import { Alert, Button, Dropdown, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ExamPreview } from '../../../../shared/features/evaluation/data/exam-views.ts';
import type { DataTable } from '../../../../shared/features/evaluation/data/views.ts';
import type { SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import { subjectSourceOf } from '../../../../shared/features/evaluation/schema.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useCommand } from '../../../app/calls.ts';
import { useFileCommand } from '../../../app/file-command.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { ExamPreviewPanel } from './exam-preview.tsx';

type Form = 'wide' | 'long' | 'teaching';
const usualLines = { pass: 6000, excellent: 8500, low: 4000 };

/** 成绩统计: marks of pupils become rates, means and gains, shown with how they came about before they are written. */
export const ExamPanel = ({
  table,
  kind,
  onApplied,
}: {
  readonly table: DataTable;
  readonly kind: SubjectKind;
  readonly onApplied: (written: number) => void;
}): ReactNode => {
  const { cycleId } = table;
  const [now, setNow] = useState<FileContent | null>(null);
  const [before, setBefore] = useState<FileContent | null>(null);
  const [teaching, setTeaching] = useState<FileContent | null>(null);
  const [preview, setPreview] = useState<ExamPreview | null>(null);
  const read = useCommand('evaluation.readExam', { invalidates: [], onSuccess: setPreview });
  const template = useFileCommand('evaluation.examTemplate', ({ name }) => `已导出“${name}”`);
  const ofStaff = subjectSourceOf(kind) === 'staff';
  if (preview)
    return (
      <ExamPreviewPanel
        key={preview.token}
        first={preview}
        table={table}
        onAgain={() => setPreview(null)}
        onApplied={onApplied}
      />
    );
  const templates: readonly { key: Form; label: string }[] = [
    { key: 'wide', label: '一名学生一行、一科一列' },
    { key: 'long', label: '一名学生一科一行' },
    ...(ofStaff ? [{ key: 'teaching' as const, label: '任课表' }] : []),
  ];
  return (
    <div className="mz-import">
      <p className="mz-muted">
        教务系统导出的成绩表可以直接用：一名学生一行、一科一列，或者一名学生一科一行。系统据此统计均分、及格率、优秀率、低分率和参考人数；
        再给上一次考试的成绩表，就算增值（本次标准分的平均 −
        上次标准分的平均，按年级、学科，只算两次都参加的学生）。
      </p>
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
        {ofStaff && (
          <FileDrop
            accept={['.xlsx']}
            title="把任课表拖到这里"
            about={
              teaching
                ? `已选“${teaching.name}”`
                : '可以没有：按“机构与人员”里的任课安排归到教师；考试以后换过教师的，请附当时的任课表'
            }
            onFile={setTeaching}
          />
        )}
      </div>
      {before && now?.name === before.name && (
        <Alert type="warning" showIcon title="两次考试选了同名的文件，请核对没有选错。" />
      )}
      {read.error && <ErrorNotice problem={read.error} />}
      <Space wrap>
        <Button
          type="primary"
          disabled={now === null}
          loading={read.isPending}
          onClick={() => now && read.mutate({ cycleId, now, before, teaching, lines: usualLines })}
        >
          统计
        </Button>
        {before && <Button onClick={() => setBefore(null)}>不用上次的成绩表</Button>}
        {teaching && <Button onClick={() => setTeaching(null)}>不用任课表</Button>}
        <Dropdown
          trigger={['click']}
          menu={{
            items: [...templates],
            onClick: ({ key }) => {
              const chosen = templates.find((one) => one.key === key);
              if (chosen) template.mutate({ cycleId, form: chosen.key });
            },
          }}
        >
          <Button loading={template.isPending}>下载成绩表模板</Button>
        </Dropdown>
      </Space>
    </div>
  );
};
