import { Alert, Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { AppealPaper } from '../../../../shared/features/appeals/schema.ts';
import { useCall } from '../../../app/calls.ts';
import { ConfirmButton } from '../../../ui/feedback/confirm-button.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';
import { useAppealCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** A paper as it will print; a draft can be made final here. */
export const PaperDrawer = ({
  view: { appeal, acts, lacking },
  paper,
  onClose,
}: ActFormProps & { paper: AppealPaper }): ReactNode => {
  const toast = useToast();
  const preview = useCall('appeals.previewPaper', { id: appeal.id, paperId: paper.id });
  const issue = useAppealCommand('appeals.issue');
  const missing = lacking.find(({ paperId }) => paperId === paper.id)?.fields ?? [];
  const name = paper.number ?? paper.title;
  const onIssue = (): Promise<unknown> =>
    issue.mutateAsync({ id: appeal.id, rev: appeal.rev, paperId: paper.id }).then(
      () => toast.done(`${name}已印发`),
      (error: unknown) => {
        if (error instanceof Error) toast.failed({ code: 'internal', message: error.message });
        throw error;
      },
    );
  return (
    <Drawer open onClose={onClose} size={980} title={paper.title} closable={{ 'aria-label': '关闭' }}>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={`还缺少：${missing.join('、')}。补全后才能印发。`}
        />
      )}
      <PaperPreview
        title={name}
        file={preview.data?.file ?? null}
        draft={preview.data?.draft ?? false}
        problem={preview.error}
        onRetry={() => void preview.refetch()}
        actions={
          paper.issuedPaperId === null &&
          acts.includes('issue') && (
            <ConfirmButton
              type="primary"
              disabled={missing.length > 0}
              title={`印发${name}？`}
              consequence="印发后按原样封存，不能再改；确有错误的，另发更正通知。"
              onConfirm={onIssue}
            >
              定稿并印发
            </ConfirmButton>
          )
        }
      />
    </Drawer>
  );
};

/** 送达回证 of what is to be served, to be printed and signed by hand. */
export const ServiceFormDrawer = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const form = useCall('appeals.serviceForm', { id: appeal.id });
  return (
    <Drawer open onClose={onClose} size={980} title="送达回证" closable={{ 'aria-label': '关闭' }}>
      <PaperPreview
        title="送达回证"
        file={form.data ?? null}
        draft={false}
        problem={form.error}
        onRetry={() => void form.refetch()}
      />
    </Drawer>
  );
};
