import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Modal, Space } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { FileExportKind } from '../../../../shared/features/cases/file-export.ts';
import { call } from '../../../api.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { problemOf, type Problem } from '../../../ui/feedback/problem.ts';
import { ProgressPanel } from '../../../ui/feedback/progress-panel.tsx';
import { bytesOf, saveBlob } from '../../../ui/files/file-content.ts';

const POLL_MS = 300;

/** Fetches a finished export piece by piece, so that a large one never travels whole, and hands it to the person. */
const fetchExport = async (jobId: string): Promise<void> => {
  const { name, mime } = await call('cases.fileExport', { jobId });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const piece: { base64: string; next: number | null } = await call('cases.readFileExport', {
      jobId,
      from,
    });
    pieces.push(bytesOf(piece.base64));
    from = piece.next;
  }
  saveBlob(name, new Blob(pieces, { type: mime }));
};

/** 导出案卷: as one Word file, or as one zip with every paper and proof; with progress, and to be stopped. */
export const FileExport = ({ caseId }: { caseId: string }): ReactNode => {
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = (): void => {
    setJobId(null);
    setProblem(null);
  };
  const start = useCommand('cases.startFileExport', {
    invalidates: [],
    onSuccess: (begun) => setJobId(begun.jobId),
    onError: (error) => setProblem(problemOf(error)),
  });
  const cancel = useCommand('jobs.cancel', { invalidates: ['jobs.view'] });
  const job = useCall(
    'jobs.view',
    { id: jobId ?? '-' },
    { enabled: jobId !== null, refetchInterval: POLL_MS, staleTime: 0 },
  );
  const state = jobId === null ? undefined : job.data?.state;
  useEffect(() => {
    if (jobId === null || (state !== 'done' && state !== 'cancelled')) return;
    const finish = state === 'done' ? fetchExport(jobId) : Promise.resolve();
    finish.then(
      () => setJobId(null),
      (cause: unknown) => setProblem(problemOf(cause)),
    );
  }, [jobId, state]);
  const begin = (kind: FileExportKind): void => start.mutate({ id: caseId, kind });
  const busy = start.isPending || jobId !== null;
  return (
    <>
      <Space.Compact>
        <Button loading={start.isPending} disabled={busy} onClick={() => begin('word')}>
          导出案卷
        </Button>
        <Dropdown
          trigger={['click']}
          disabled={busy}
          menu={{
            items: [
              { key: 'word', label: '一份 Word 文件' },
              { key: 'zip', label: '全部文书和证据（压缩包）' },
            ],
            onClick: ({ key }) => begin(key === 'zip' ? 'zip' : 'word'),
          }}
        >
          <Button icon={<DownOutlined />} aria-label="其他导出方式" />
        </Dropdown>
      </Space.Compact>
      <Modal
        open={busy || problem !== null}
        title="导出案卷"
        footer={problem !== null || state === 'failed' ? <Button onClick={close}>关闭</Button> : null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
      >
        {problem && <ErrorNotice problem={problem} />}
        {!problem && (
          <ProgressPanel
            title="导出案卷"
            state={state === 'done' ? 'running' : (state ?? 'running')}
            progress={job.data?.progress ?? 0}
            note={state === 'done' ? '正在保存文件' : (job.data?.note ?? '正在准备')}
            error={job.data?.error}
            cancelling={cancel.isPending}
            onCancel={jobId === null || state === 'done' ? undefined : () => cancel.mutate({ id: jobId })}
          />
        )}
      </Modal>
    </>
  );
};
