import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { evidenceEndings } from '../../../ui/files/evidence-endings.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { useLeadCommand } from '../mutations.ts';
import type { ActFormProps } from './opened.ts';

/** 添加附件: to the lead, or to its source where the file would give the source away. */
export const AttachForm = ({ view: { lead }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const attach = useLeadCommand('leads.attach');
  const [file, setFile] = useState<FileContent | null>(null);
  const [reveals, setReveals] = useState(false);
  const send = (): void => {
    if (!file) return;
    attach.mutate(
      { id: lead.id, rev: lead.rev, file, reveals },
      {
        onSuccess: () => {
          toast.done(reveals ? '已存入来源，另行保管' : '已添加附件');
          onClose();
        },
      },
    );
  };
  return (
    <ActDrawer title="添加附件" about="附件按内容封存，之后不能改动。" onClose={onClose}>
      {attach.error && <ErrorNotice problem={attach.error} />}
      <FileDrop
        accept={evidenceEndings}
        title="把文件拖到这里"
        about="来信、照片、录音、文档都可以。文件名里的来源和学生姓名会自动隐去。"
        onFile={setFile}
      />
      {file && <p style={{ margin: '12px 0' }}>{file.name}</p>}
      {lead.replyTo !== 'code' && (
        <p style={{ margin: '12px 0' }}>
          <Checkbox checked={reveals} onChange={(event) => setReveals(event.target.checked)}>
            会暴露来源，随来源另行保管
          </Checkbox>
        </p>
      )}
      <Button type="primary" disabled={!file} loading={attach.isPending} onClick={send}>
        添加附件
      </Button>
    </ActDrawer>
  );
};
