import { DeleteOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import type { FileContent, FileRef } from '../../../../shared/kernel/entity.ts';
import { problemOf, type Problem } from '../../../ui/feedback/problem.ts';
import { FileViewer } from '../../../ui/files/file-viewer.tsx';
import { sizeText } from '../../../ui/files/viewer/file-kind.ts';

/** Kept files: opened inside the program; those of a row are taken out again while scoring runs. */
export const SheetFiles = <T extends FileRef>({
  files,
  onRead,
  onRemove,
  empty = '还没有佐证材料。',
}: {
  readonly files: readonly T[];
  readonly onRead: (file: T) => Promise<FileContent>;
  readonly onRemove?: ((file: T) => void) | undefined;
  readonly empty?: string;
}): ReactNode => {
  const [opened, setOpened] = useState<T | null>(null);
  const [content, setContent] = useState<FileContent | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = (file: T): void => {
    setOpened(file);
    setContent(null);
    setProblem(null);
    onRead(file).then(setContent, (cause: unknown) => setProblem(problemOf(cause)));
  };
  if (files.length === 0) return <p className="mz-muted">{empty}</p>;
  return (
    <>
      <ul className="mz-chosen-files">
        {files.map((file) => (
          <li key={file.hash}>
            <Button type="link" size="small" onClick={() => open(file)}>
              {file.name}
            </Button>
            <span className="mz-muted">{sizeText(file.size)}</span>
            {onRemove && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`移除 ${file.name}`}
                onClick={() => onRemove(file)}
              />
            )}
          </li>
        ))}
      </ul>
      <Drawer
        open={opened !== null}
        size="min(1100px, 94vw)"
        title={opened?.name}
        closable={{ 'aria-label': '关闭' }}
        destroyOnHidden
        onClose={() => setOpened(null)}
      >
        <FileViewer
          file={content}
          problem={problem}
          onRetry={() => opened && open(opened)}
          registeredHash={opened?.hash}
        />
      </Drawer>
    </>
  );
};
