import { PaperClipOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FileContent, FileRef } from '../../../../shared/kernel/entity.ts';
import { useCall } from '../../../app/calls.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { FileViewer } from '../../../ui/files/file-viewer.tsx';
import { sizeText } from '../../../ui/files/viewer/file-kind.ts';
import { ActDrawer } from '../../../ui/record/act-drawer.tsx';
import { usePublicityCommand } from '../mutations.ts';
import type { ActFormProps, PublicityTabProps } from './opened.ts';

/** 照片与材料: proofs that it hung, opened inside the program. */
export const ProofsTab = ({ view: { record, acts }, onOpen }: PublicityTabProps): ReactNode => {
  const [shown, setShown] = useState<FileRef | null>(null);
  const add = acts.includes('addProof') && (
    <Button icon={<PlusOutlined />} onClick={() => onOpen({ what: 'addProof' })}>
      添加照片或材料
    </Button>
  );
  if (record.proofs.length === 0)
    return (
      <EmptyState
        title="没有照片或材料"
        about={
          record.state === 'draft'
            ? '张贴以后拍一张照片存在这里，证明公示过、公示了多久。'
            : '拍一张公示栏的照片、存一份会议签到表，证明公示过、公示了多久。'
        }
        actions={add}
      />
    );
  return (
    <>
      <ul className="mz-record-items">
        {record.proofs.map((proof) => (
          <li key={proof.hash}>
            <div>
              <Button type="link" icon={<PaperClipOutlined />} onClick={() => setShown(proof)}>
                {proof.name}
              </Button>
            </div>
            <span className="mz-muted">{sizeText(proof.size)}</span>
          </li>
        ))}
      </ul>
      <div className="mz-record-acts">{add}</div>
      {shown && <Proof id={record.id} of={shown} onClose={() => setShown(null)} />}
    </>
  );
};

const Proof = ({ id, of, onClose }: { id: string; of: FileRef; onClose: () => void }): ReactNode => {
  const file = useCall('publicity.readProof', { id, hash: of.hash });
  return (
    <Drawer
      open
      size="min(1240px, 94vw)"
      title={of.name}
      onClose={onClose}
      closable={{ 'aria-label': '关闭' }}
    >
      <FileViewer
        file={file.data ?? null}
        problem={file.error}
        onRetry={() => void file.refetch()}
        registeredHash={of.hash}
      />
    </Drawer>
  );
};

const proofEndings: readonly string[] = ['.jpg', '.jpeg', '.png', '.pdf', '.docx', '.xlsx', '.mp4'];

/** 添加照片或材料: one file at a time, sealed under its hash. */
export const AddProofForm = ({ view: { record }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const add = usePublicityCommand('publicity.addProof');
  const [file, setFile] = useState<FileContent | null>(null);
  const send = (): void => {
    if (!file) return;
    add.mutate(
      { id: record.id, rev: record.rev, file },
      {
        onSuccess: () => {
          toast.done(`已添加“${file.name}”`);
          onClose();
        },
      },
    );
  };
  return (
    <ActDrawer title="添加照片或材料" about="文件按内容封存，之后不能改动。" onClose={onClose}>
      {add.error && <ErrorNotice problem={add.error} />}
      <FileDrop
        accept={proofEndings}
        title="把照片或材料拖到这里"
        about="公示栏照片、会议签到表都可以，不超过 20 MB。照片里不要拍到学生。"
        onFile={setFile}
      />
      {file && <p style={{ margin: '12px 0' }}>{file.name}</p>}
      <Button
        type="primary"
        style={{ marginTop: 12 }}
        disabled={!file}
        loading={add.isPending}
        onClick={send}
      >
        添加
      </Button>
    </ActDrawer>
  );
};
