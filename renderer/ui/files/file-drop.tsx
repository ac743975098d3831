import './file-drop.css';
import { Alert, Button } from 'antd';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { MOST_FILE_MEGABYTES, type FileContent } from '../../../shared/kernel/entity.ts';
import { readFileContent } from './file-content.ts';

export interface FileDropProps {
  /** Endings with their dot, e.g. `['.xlsx']`. */
  readonly accept: readonly string[];
  /** What is expected: `把填好的教职工名册拖到这里`. */
  readonly title: string;
  readonly about?: ReactNode;
  readonly onFile: (file: FileContent) => void;
  readonly disabled?: boolean;
  /** Megabytes; larger files are refused with a word. What one call carries, if left out. */
  readonly maxMegabytes?: number;
  /** Advice for endings that people try: `{ '.xls': '请在 WPS 里另存为 .xlsx' }`. */
  readonly advice?: Readonly<Record<string, string>>;
}

const endingOf = (name: string): string => /\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';

/** Takes one file, dropped or chosen. */
export const FileDrop = ({
  accept,
  title,
  about,
  onFile,
  disabled = false,
  maxMegabytes = MOST_FILE_MEGABYTES,
  advice = {},
}: FileDropProps): ReactNode => {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [reading, setReading] = useState(false);

  const take = async (file: File): Promise<void> => {
    const ending = endingOf(file.name);
    if (!accept.includes(ending)) {
      setRefused(`“${file.name}”不能用。${advice[ending] ?? `请选择 ${accept.join('、')} 文件。`}`);
      return;
    }
    if (file.size > maxMegabytes * 1024 * 1024) {
      setRefused(`“${file.name}”超过 ${String(maxMegabytes)} MB，请拆分后再试。`);
      return;
    }
    setRefused(null);
    setReading(true);
    try {
      onFile(await readFileContent(file));
    } catch {
      setRefused(`“${file.name}”读不出来，可能正被别的程序打开。请关闭那个程序后重试。`);
    } finally {
      setReading(false);
    }
  };

  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) void take(file);
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
      <Button onClick={() => input.current?.click()} disabled={disabled} loading={reading}>
        选择文件
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept.join(',')}
        aria-label={title}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void take(file);
          // The same file, corrected and saved again, must be taken a second time.
          event.target.value = '';
        }}
      />
      {refused !== null && <Alert type="error" showIcon role="alert" title={refused} />}
    </div>
  );
};
