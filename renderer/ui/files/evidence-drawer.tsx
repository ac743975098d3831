import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Drawer, Space } from 'antd';
import { useEffect, useEffectEvent, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { EmptyState } from '../feedback/empty-state.tsx';
import { problemOf, type Problem } from '../feedback/problem.ts';
import type { EvidenceRow } from './evidence-row.ts';
import { FileViewer } from './file-viewer.tsx';
import type { ViewedFile } from './viewed-file.ts';
import './evidence.css';

interface EvidenceDrawerProps {
  /** What one goes through with 上一份 and 下一份, in order. */
  readonly rows: readonly EvidenceRow[];
  /** The key of the one looked at; null while the drawer is closed. */
  readonly opened: string | null;
  readonly onOpen: (key: string | null) => void;
  readonly onRead: (row: EvidenceRow) => Promise<ViewedFile>;
}

/** One piece of evidence with its file, beside those before and after it. */
export const EvidenceDrawer = ({ rows, opened, onOpen, onRead }: EvidenceDrawerProps): ReactNode => {
  const at = rows.findIndex(({ key }) => key === opened);
  const row = rows[at];
  const go = (step: 1 | -1): void => {
    const next = rows[at + step];
    if (next) onOpen(next.key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    go(event.key === 'ArrowRight' ? 1 : -1);
  };
  return (
    <Drawer
      open={row !== undefined}
      size="min(1240px, 94vw)"
      onClose={() => onOpen(null)}
      closable={{ 'aria-label': '关闭' }}
      title={row && `第 ${String(row.number)} 号　${row.title}`}
      destroyOnHidden
      extra={
        <Space>
          <Button icon={<LeftOutlined />} title="上一份（Alt + ←）" disabled={at <= 0} onClick={() => go(-1)}>
            上一份
          </Button>
          <Button
            icon={<RightOutlined />}
            iconPlacement="end"
            title="下一份（Alt + →）"
            disabled={at < 0 || at >= rows.length - 1}
            onClick={() => go(1)}
          >
            下一份
          </Button>
        </Space>
      }
    >
      {row && (
        <div className="mz-evidence-open" onKeyDown={onKeyDown}>
          <EvidenceFacts row={row} />
          {row.file ? (
            <EvidenceFile key={row.key} row={row} onRead={onRead} />
          ) : (
            <EmptyState title="没有文件" about="这件证据只登记了说明，原物另行保存。" />
          )}
        </div>
      )}
    </Drawer>
  );
};

const EvidenceFacts = ({ row }: { row: EvidenceRow }): ReactNode => (
  <dl className="mz-evidence-facts">
    {(
      [
        ['种类', row.kind],
        ['原件或复制件', row.origin],
        ['来源', row.source],
        ['提取人', row.takenBy],
        ['提取日期', row.takenOn === null ? '—' : formatDay(row.takenOn)],
      ] as const
    ).map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value === '' ? '—' : value}</dd>
      </div>
    ))}
  </dl>
);

/** Reads the file each time it is opened: looking is what may be recorded. */
const EvidenceFile = ({
  row,
  onRead,
}: {
  row: EvidenceRow;
  onRead: EvidenceDrawerProps['onRead'];
}): ReactNode => {
  const [read, setRead] = useState<{ file: ViewedFile | null; problem: Problem | null }>({
    file: null,
    problem: null,
  });
  const [attempt, setAttempt] = useState(0);
  const begin = useEffectEvent(() => onRead(row));
  useEffect(() => {
    let wanted = true;
    setRead({ file: null, problem: null });
    begin().then(
      (file) => {
        if (wanted) setRead({ file, problem: null });
      },
      (cause: unknown) => {
        if (wanted) setRead({ file: null, problem: problemOf(cause) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [attempt]);
  return (
    <FileViewer
      file={read.file}
      problem={read.problem}
      onRetry={() => setAttempt(attempt + 1)}
      registeredHash={row.file?.hash}
    />
  );
};
