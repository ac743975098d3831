import type { CaseRecord } from '../../../../shared/features/cases/schema.ts';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import { useCaseCommand } from '../mutations.ts';
import { ActDrawer, type ActProps } from './act-drawer.tsx';

/** A paper of the case as it will print; the notice can be issued from here. */
export const PaperDrawer = ({
  record,
  kind,
  personId,
  mayIssue,
  onClose,
}: ActProps & {
  record: CaseRecord;
  kind: 'notice' | 'service-record';
  personId?: string;
  mayIssue: boolean;
}): ReactNode => {
  const toast = useToast();
  const preview = useCall('cases.previewPaper', {
    id: record.id,
    kind,
    ...(personId === undefined ? {} : { personId }),
  });
  const issue = useCaseCommand('cases.issueNotice');
  const [reason, setReason] = useState('');
  const again = record.paper?.issuedPaperId !== null;
  const go = (): void =>
    issue.mutate(
      { id: record.id, rev: record.rev, reissueReason: reason },
      {
        onSuccess: ({ record: after }) => {
          toast.done(`已印发 ${after.paper?.number ?? ''}`);
          onClose();
        },
      },
    );
  const title = kind === 'notice' ? (record.decision?.measure.name ?? '文书') : '送达回证';
  return (
    <ActDrawer
      title={kind === 'notice' ? (mayIssue ? '印发文书' : '查看文书') : '送达回证'}
      about={
        kind === 'notice' && mayIssue
          ? '请核对右边的每一页。印发后文书封存，文号不再变动；送达以前可以写明原因重新印发。'
          : '与打印出来的一样。'
      }
      size={1160}
      onClose={onClose}
    >
      {issue.error && <ErrorNotice problem={issue.error} />}
      <PaperPreview
        title={title}
        file={preview.data?.file ?? null}
        problem={preview.error}
        onRetry={() => void preview.refetch()}
        draft={preview.data?.draft ?? false}
        fields={
          <dl className="mz-paper-fields">
            <dt>文号</dt>
            <dd>{record.paper?.number ?? '—'}</dd>
            <dt>当事人</dt>
            <dd>{record.subjects.map(({ name }) => name).join('、')}</dd>
            <dt>措施</dt>
            <dd>{record.decision?.measure.name}</dd>
            <dt>依据</dt>
            <dd>{record.decision?.grounds.map(({ text }) => text).join('；')}</dd>
            {kind === 'notice' && record.decision?.measure.paper === 'circular' && (
              <>
                <dt>主送</dt>
                <dd>{record.decision.addressee}</dd>
              </>
            )}
            {mayIssue && again && (
              <dd>
                <Input.TextArea
                  aria-label="重新印发的原因"
                  placeholder="重新印发的原因（内容有变化时必填）"
                  maxLength={200}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                  autoSize={{ minRows: 2 }}
                />
              </dd>
            )}
          </dl>
        }
        actions={
          mayIssue && (
            <Button type="primary" onClick={go} loading={issue.isPending} disabled={!preview.data}>
              {again ? '重新印发' : '定稿并印发'}
            </Button>
          )
        }
      />
    </ActDrawer>
  );
};
