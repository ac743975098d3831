import { Button, Result, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { AppliedBooks } from '../../../../shared/features/evaluation/files/preview.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { ProgressPanel } from '../../../ui/feedback/progress-panel.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FilesDrop } from '../../../ui/files/files-drop.tsx';
import { BooksPreviewPanel } from './books-preview.tsx';

const POLL_MS = 300;

const resultText = ({ files, leftOut, kept }: AppliedBooks): string =>
  [
    `共 ${String(files)} 个文件`,
    leftOut > 0 ? `有误而没有导入的格子 ${String(leftOut)} 个` : '',
    kept > 0 ? `保留系统里的分数 ${String(kept)} 个` : '',
  ]
    .filter((text) => text !== '')
    .join('，');

/** 收回: many files or a zip, a preview of what they would do, and one button that does it. */
export const TakeBackCard = ({ cycleId }: { readonly cycleId: string }): ReactNode => {
  const toast = useToast();
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly FileContent[] | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [result, setResult] = useState<AppliedBooks | null>(null);
  const again = (): void => {
    setFiles(null);
    setJobId(null);
    setResult(null);
  };
  const start = useCommand('evaluation.startBookImport', {
    invalidates: [],
    onSuccess: (begun) => setJobId(begun.jobId),
    onError: (problem) => {
      toast.failed(problem);
      again();
    },
  });
  const cancel = useCommand('jobs.cancel', { invalidates: ['jobs.view'] });
  const job = useCall(
    'jobs.view',
    { id: jobId ?? '-' },
    { enabled: jobId !== null && result === null, refetchInterval: POLL_MS, staleTime: 0 },
  );
  const done = job.data?.state === 'done';
  const preview = useCall(
    'evaluation.bookImport',
    { jobId: jobId ?? '-' },
    { enabled: jobId !== null && done && result === null },
  );
  const shown = done ? (preview.data?.preview ?? null) : null;

  if (result)
    return (
      <Result
        status="success"
        title={`已导入 ${result.scores.toLocaleString('zh-CN')} 个分数`}
        subTitle={`${resultText(result)}。`}
        extra={
          <Space>
            <Button onClick={again}>再导入一批</Button>
            <Button type="primary" onClick={() => void navigate(`/evaluation/cycles/${cycleId}?tab=groups`)}>
              查看评分进度
            </Button>
          </Space>
        }
      />
    );
  if (shown) return <BooksPreviewPanel preview={shown} onAgain={again} onApplied={setResult} />;
  if (files !== null)
    return (
      <ProgressPanel
        title={`读取 ${String(files.length)} 个文件`}
        state={done ? 'running' : (job.data?.state ?? 'running')}
        progress={job.data?.progress ?? 0}
        note={job.data?.note ?? '正在打开文件'}
        error={job.data?.error}
        onCancel={jobId === null ? undefined : () => cancel.mutate({ id: jobId })}
        cancelling={cancel.isPending}
        actions={
          job.data?.state === 'failed' || job.data?.state === 'cancelled' ? (
            <Button onClick={again}>重新选择文件</Button>
          ) : undefined
        }
      />
    );
  return (
    <FilesDrop
      accept={['.xlsx', '.zip']}
      maxMegabytes={100}
      title="把收回的评分表拖到这里"
      about="可以一次选很多个，也可以选一个压缩包。先核对，再确认；没有填完的也收，空着的不当作 0 分。"
      onFiles={(chosen) => {
        setFiles(chosen);
        start.mutate({ cycleId, files: chosen });
      }}
    />
  );
};
