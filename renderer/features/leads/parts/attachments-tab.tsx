import { PaperClipOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Lead, LeadAttachment } from '../../../../shared/features/leads/schema.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import { useCall } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { FileViewer } from '../../../ui/files/file-viewer.tsx';
import { sizeText } from '../../../ui/files/viewer/file-kind.ts';
import type { LeadTabProps } from './opened.ts';

/** 附件: what came with the lead and may be seen by whoever may read it. */
export const AttachmentsTab = ({ view: { lead, acts }, onOpen }: LeadTabProps): ReactNode => {
  const [shown, setShown] = useState<LeadAttachment | null>(null);
  const add = acts.includes('attach') && (
    <Button icon={<PlusOutlined />} onClick={() => onOpen({ what: 'attach' })}>
      添加附件
    </Button>
  );
  return (
    <>
      {lead.attachments.length === 0 ? (
        <EmptyState
          title="没有附件"
          about="来信、照片、录音都可以加。会暴露来源的材料请勾选“会暴露来源”，存到来源那里另行保管。"
          actions={add}
        />
      ) : (
        <>
          <ul className="mz-record-items">
            {lead.attachments.map((one) => (
              <li key={one.id}>
                <div>
                  <Button type="link" icon={<PaperClipOutlined />} onClick={() => setShown(one)}>
                    {one.file.name}
                  </Button>
                  <p className="mz-muted">
                    {sizeText(one.file.size)}，{one.added.by.name}，{formatInstant(one.added.at)}添加
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <div className="mz-record-acts">{add}</div>
        </>
      )}
      {shown && <Attachment lead={lead} of={shown} onClose={() => setShown(null)} />}
    </>
  );
};

const Attachment = ({
  lead,
  of,
  onClose,
}: {
  lead: Lead;
  of: LeadAttachment;
  onClose: () => void;
}): ReactNode => {
  const file = useCall('leads.openAttachment', { id: lead.id, attachmentId: of.id });
  return (
    <Drawer
      open
      size="min(1240px, 94vw)"
      title={of.file.name}
      onClose={onClose}
      closable={{ 'aria-label': '关闭' }}
    >
      <FileViewer
        file={file.data ?? null}
        problem={file.error}
        onRetry={() => void file.refetch()}
        registeredHash={of.file.hash}
      />
    </Drawer>
  );
};
