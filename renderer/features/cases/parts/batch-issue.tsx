import { Alert, Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BatchCase, CaseRow } from '../../../../shared/features/cases/list.ts';
import { useCall, useCommand } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { ProgressPanel } from '../../../ui/feedback/progress-panel.tsx';
import { StatusTag } from '../../../ui/record/status-tag.tsx';
import { BatchPrint } from './batch-print.tsx';

const POLL_MS = 300;

/** 批量印发: all papers of the chosen cases that wait for it, in one go, told case by case afterwards. */
export const BatchIssue = ({
  rows,
  onClose,
}: {
  rows: readonly CaseRow[];
  onClose: () => void;
}): ReactNode => {
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useCommand('cases.startBatchIssue', {
    invalidates: [],
    onSuccess: (begun) => setJobId(begun.jobId),
  });
  const cancel = useCommand('jobs.cancel', { invalidates: ['jobs.view'] });
  const job = useCall(
    'jobs.view',
    { id: jobId ?? '-' },
    { enabled: jobId !== null, refetchInterval: POLL_MS, staleTime: 0 },
  );
  const done = job.data?.state === 'done';
  const outcome = useCall('cases.batchIssue', { jobId: jobId ?? '-' }, { enabled: jobId !== null && done });
  const waiting = rows.filter(({ papersDue }) => papersDue > 0);
  const papers = waiting.reduce((sum, { papersDue }) => sum + papersDue, 0);
  return (
    <Drawer
      open
      size={760}
      onClose={onClose}
      title="批量印发文书"
      closable={{ 'aria-label': '关闭' }}
      mask={{ closable: job.data?.state !== 'running' }}
    >
      {start.error && <ErrorNotice problem={start.error} />}
      {jobId === null &&
        (papers === 0 ? (
          <EmptyState
            title="没有等待印发的文书"
            about={`选中的 ${String(rows.length)} 件事项里没有等待印发的文书。可以在“筛选”里勾“有文书待印发”，再全部选上。`}
          />
        ) : (
          <>
            <p>
              选中 {rows.length} 件，其中 {waiting.length} 件有文书等待印发，共 {papers}{' '}
              份。印发后文书封存、文号不再变动；缺少内容的事项不印发，会逐件说明原因，其他事项不受影响。
            </p>
            <Button
              type="primary"
              style={{ marginTop: 12 }}
              loading={start.isPending}
              onClick={() => start.mutate({ ids: waiting.map(({ id }) => id) })}
            >
              印发 {papers} 份文书
            </Button>
            <Waiting rows={waiting} />
          </>
        ))}
      {job.data && !outcome.data && (
        <ProgressPanel
          title="批量印发文书"
          state={job.data.state}
          progress={job.data.progress}
          note={job.data.note}
          error={job.data.error}
          cancelling={cancel.isPending}
          onCancel={() => cancel.mutate({ id: job.data.id })}
          actions={job.data.state === 'cancelled' && <Button onClick={onClose}>关闭</Button>}
        />
      )}
      {outcome.data && jobId !== null && <Outcome jobId={jobId} cases={outcome.data.cases} />}
    </Drawer>
  );
};

const SHOWN = 100;

/** What is about to be issued. */
const Waiting = ({ rows }: { rows: readonly CaseRow[] }): ReactNode => (
  <ul className="mz-record-items" style={{ marginTop: 16 }}>
    {rows.slice(0, SHOWN).map((row) => (
      <li key={row.id}>
        <div>
          <strong>{row.number}</strong> {row.people.join('、')}：{row.matter}
        </div>
        <span className="mz-muted">{row.papersDue} 份</span>
      </li>
    ))}
    {rows.length > SHOWN && <li className="mz-muted">……另有 {rows.length - SHOWN} 件</li>}
  </ul>
);

/** What was done, case by case: those that were not issued first, each with its reason. */
const Outcome = ({ jobId, cases }: { jobId: string; cases: readonly BatchCase[] }): ReactNode => {
  const failed = cases.filter(({ problem }) => problem !== null);
  const issued = cases.filter(({ problem }) => problem === null);
  const papers = issued.flatMap((each) => each.papers);
  return (
    <>
      <Alert
        type={failed.length === 0 ? 'success' : 'warning'}
        showIcon
        role="status"
        title={`印发了 ${String(issued.length)} 件事项的 ${String(papers.length)} 份文书${failed.length === 0 ? '' : `，${String(failed.length)} 件没有印发`}`}
        style={{ marginBottom: 12 }}
      />
      {papers.length > 0 && <BatchPrint jobId={jobId} papers={papers} />}
      <ul className="mz-record-items" aria-label="印发结果">
        {[...failed, ...issued].map((each) => (
          <li key={each.caseId}>
            <div>
              <strong>{each.number}</strong>{' '}
              <StatusTag tone={each.problem === null ? 'issued' : 'bad'}>
                {each.problem === null ? '已印发' : '没有印发'}
              </StatusTag>
              {each.problem === null ? (
                each.papers.map(({ issuedPaperId, number, title }) => (
                  <p key={issuedPaperId} className="mz-muted">
                    {number === null ? title : `${number} ${title}`}
                  </p>
                ))
              ) : (
                <p className="mz-case-missing">{each.problem}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};
