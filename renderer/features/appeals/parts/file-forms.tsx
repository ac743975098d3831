import { Button, Drawer, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AppealView } from '../../../../shared/features/appeals/channels.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { useCall } from '../../../app/calls.ts';
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx';
import { useToast } from '../../../ui/feedback/use-toast.ts';
import { FileDrop } from '../../../ui/files/file-drop.tsx';
import { FileViewer } from '../../../ui/files/file-viewer.tsx';
import { useAppealCommand } from '../mutations.ts';
import { ActDrawer, type ActFormProps } from './act-drawer.tsx';

const endings: readonly string[] = [
  '.jpg',
  '.jpeg',
  '.png',
  '.pdf',
  '.docx',
  '.xlsx',
  '.mp3',
  '.mp4',
  '.txt',
];

/** 添加材料: one file at a time, sealed under its hash. */
export const AttachForm = ({ view: { appeal }, onClose }: ActFormProps): ReactNode => {
  const toast = useToast();
  const attach = useAppealCommand('appeals.attach');
  const [file, setFile] = useState<FileContent | null>(null);
  const [title, setTitle] = useState('');
  const send = (): void => {
    if (!file) return;
    attach.mutate(
      { id: appeal.id, rev: appeal.rev, title: title.trim() || file.name.slice(0, 60), file },
      {
        onSuccess: () => {
          toast.done('已添加材料');
          onClose();
        },
      },
    );
  };
  return (
    <ActDrawer
      title="添加材料"
      about="申请人交来的、查核中取得的都可以；文件按内容封存，之后不能改动。"
      onClose={onClose}
    >
      {attach.error && <ErrorNotice problem={attach.error} />}
      <FileDrop
        accept={endings}
        title="把材料拖到这里"
        about="照片、扫描件、录音、文档都可以，不超过 20 MB。"
        onFile={setFile}
      />
      {file && <p style={{ margin: '12px 0' }}>{file.name}</p>}
      <label style={{ display: 'block', marginBlock: 12 }}>
        材料名称
        <Input
          maxLength={60}
          value={title}
          placeholder="不填用文件名"
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <Button type="primary" disabled={!file} loading={attach.isPending} onClick={send}>
        添加
      </Button>
    </ActDrawer>
  );
};

/** A file of the appeal, opened inside the program. */
export const FileDrawer = ({
  view: { appeal },
  fileId,
  onClose,
}: {
  view: AppealView;
  fileId: string;
  onClose: () => void;
}): ReactNode => {
  const content = useCall('appeals.readFile', { id: appeal.id, fileId });
  const kept = appeal.files.find(({ id }) => id === fileId);
  if (!kept) return null;
  return (
    <Drawer
      open
      size="min(1240px, 94vw)"
      title={kept.title}
      onClose={onClose}
      closable={{ 'aria-label': '关闭' }}
    >
      <FileViewer
        file={content.data ?? null}
        problem={content.error}
        onRetry={() => void content.refetch()}
        registeredHash={kept.file.hash}
      />
    </Drawer>
  );
};
