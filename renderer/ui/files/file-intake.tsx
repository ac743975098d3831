import './file-drop.css';
import './file-intake.css';
import { CheckCircleOutlined, CloseCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { Intake, IntakeItem } from './intake.ts';
import { sizeText } from './viewer/file-kind.ts';

export interface FileIntakeProps {
  readonly of: Intake;
  /** What is expected: `把证据文件拖到这里，可以一次多个`. */
  readonly title: string;
  readonly about?: ReactNode;
  /** Why nothing can be taken yet, e.g. `请先选择证据种类。` */
  readonly blocked?: string | undefined;
}

/** Takes any number of files, dropped or chosen, and shows how each comes in. */
export const FileIntake = ({ of, title, about, blocked }: FileIntakeProps): ReactNode => {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const open = blocked === undefined;
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (open) of.add([...event.dataTransfer.files]);
  };
  return (
    <div className="mz-intake">
      <div
        className={over && open ? 'mz-drop mz-drop-over' : 'mz-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <strong>{title}</strong>
        {about !== undefined && <p>{about}</p>}
        <Button disabled={!open} onClick={() => input.current?.click()}>
          选择文件
        </Button>
        {!open && <p role="status">{blocked}</p>}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={title}
          onChange={(event) => {
            of.add([...(event.target.files ?? [])]);
            // The same file may be chosen again.
            event.target.value = '';
          }}
        />
      </div>
      {of.items.length > 0 && (
        <section aria-label="正在添加的文件">
          <ul className="mz-intake-items">
            {of.items.map((item) => (
              <IncomingFile
                key={item.key}
                item={item}
                onRetry={() => of.retry(item.key)}
                onCancel={() => of.cancel(item.key)}
              />
            ))}
          </ul>
          {!of.busy && (
            <Button type="link" size="small" onClick={of.clear}>
              清除这份清单
            </Button>
          )}
        </section>
      )}
    </div>
  );
};

const words: Readonly<Record<IntakeItem['state'], string>> = {
  waiting: '等待',
  sending: '正在传送',
  saving: '正在保存',
  done: '已添加',
  failed: '没有添加',
};

const icons: Readonly<Partial<Record<IntakeItem['state'], ReactNode>>> = {
  waiting: <ClockCircleOutlined />,
  done: <CheckCircleOutlined />,
  failed: <CloseCircleOutlined />,
};

const IncomingFile = ({
  item,
  onRetry,
  onCancel,
}: {
  item: IntakeItem;
  onRetry: () => void;
  onCancel: () => void;
}): ReactNode => (
  <li className={`mz-intake-item mz-intake-${item.state}`}>
    <span aria-hidden>{icons[item.state]}</span>
    <span className="mz-intake-name">
      {item.name} <span className="mz-muted">{sizeText(item.size)}</span>
    </span>
    {(item.state === 'sending' || item.state === 'saving') && (
      <Progress
        className="mz-intake-bar"
        size="small"
        percent={Math.floor(item.sent * 100)}
        aria-label={`${item.name} 的进度`}
      />
    )}
    <span role="status">{words[item.state]}</span>
    {(item.state === 'sending' || item.state === 'waiting') && (
      <Button size="small" onClick={onCancel} aria-label={`取消 ${item.name}`}>
        取消
      </Button>
    )}
    {item.state === 'failed' && item.retriable && (
      <Button size="small" onClick={onRetry} aria-label={`重试 ${item.name}`}>
        重试
      </Button>
    )}
    {item.message !== '' && (
      <p className="mz-intake-message" role="alert">
        {item.message}
      </p>
    )}
  </li>
);
