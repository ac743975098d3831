import { Button, Modal } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../api.ts';
import { ErrorNotice } from '../ui/feedback/error-notice.tsx';
import { problemOf, type Problem } from '../ui/feedback/problem.ts';
import { ProgressPanel } from '../ui/feedback/progress-panel.tsx';
import { saveOpened } from '../ui/files/viewed-file.ts';
import { useCall, useCommand } from './calls.ts';

const POLL_MS = 300;

/** Hands the file of a finished job over without holding it, however large it is. */
const fetchFile = async (jobId: string): Promise<void> => saveOpened(await call('jobs.openFile', { jobId }));

/**
 * A job that makes a file: how far it is, a way to stop it, and the file once it is done. Shown while `jobId` is set;
 * `onEnd` is called when the file was handed over, or when the person closes what went wrong.
 */
export const JobFile = ({
  title,
  jobId,
  onEnd,
}: {
  readonly title: string;
  readonly jobId: string | null;
  readonly onEnd: () => void;
}): ReactNode => {
  const [problem, setProblem] = useState<Problem | null>(null);
  const cancel = useCommand('jobs.cancel', { invalidates: ['jobs.view'] });
  const job = useCall(
    'jobs.view',
    { id: jobId ?? '-' },
    { enabled: jobId !== null, refetchInterval: POLL_MS, staleTime: 0 },
  );
  const state = jobId === null ? undefined : job.data?.state;
  const close = (): void => {
    setProblem(null);
    onEnd();
  };
  useEffect(() => {
    if (jobId === null || (state !== 'done' && state !== 'cancelled')) return;
    const finish = state === 'done' ? fetchFile(jobId) : Promise.resolve();
    finish.then(onEnd, (cause: unknown) => setProblem(problemOf(cause)));
    // The screen's own closure changes with every render; the job is fetched once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [jobId, state]);
  return (
    <Modal
      open={jobId !== null}
      title={title}
      footer={problem !== null || state === 'failed' ? <Button onClick={close}>关闭</Button> : null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      {problem ? (
        <ErrorNotice problem={problem} />
      ) : (
        <ProgressPanel
          title={title}
          state={state === 'done' ? 'running' : (state ?? 'running')}
          progress={job.data?.progress ?? 0}
          note={state === 'done' ? '正在保存文件' : (job.data?.note ?? '正在准备')}
          error={job.data?.error}
          cancelling={cancel.isPending}
          onCancel={jobId === null || state === 'done' ? undefined : () => cancel.mutate({ id: jobId })}
        />
      )}
    </Modal>
  );
};
