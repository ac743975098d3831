import './file-drop.css';
import { Alert, Button } from 'antd';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { readFileContent } from './file-content.ts';

export interface FilesDropProps {
  /** Endings with their dot, e.g. `['.xlsx', '.zip']`. */
  readonly accept: readonly string[];
  /** What is expected: `把收回的评分表拖到这里`. */
  readonly title: string;
  readonly about?: ReactNode;
  readonly onFiles: (files: FileContent[]) => void;
  /** Megabytes of all files together. */
  readonly maxMegabytes: number;
}

/** Takes many files at once, dropped or chosen. What they are is for whoever reads them to say, file by file. */
export const FilesDrop = ({ accept, title, about, onFiles, maxMegabytes }: FilesDropProps): ReactNode => {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [reading, setReading] = useState(false);

  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > maxMegabytes * 1024 * 1024) {
      setRefused(`这些文件合计超过 ${String(maxMegabytes)} MB，请分几次选择。`);
      return;
    }
    setRefused(null);
    setReading(true);
    try {
      onFiles(await Promise.all(files.map((file) => readFileContent(file))));
    } catch {
      setRefused('有文件读不出来，可能正被别的程序打开。请关闭那个程序后重试。');
    } finally {
      setReading(false);
    }
  };

  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };

  return (
    <div
      className={over ? 'mz-drop mz-drop-over' : 'mz-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <strong>{title}</strong>
      {about !== undefined && <p>{about}</p>}
      <Button onClick={() => input.current?.click()} loading={reading}>
        选择文件（可多选）
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept.join(',')}
        aria-label={title}
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {refused !== null && <Alert type="error" showIcon role="alert" title={refused} />}
    </div>
  );
};
