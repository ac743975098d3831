import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { StatusTag } from '../../record/status-tag.tsx';
import { FileHash } from '../file-hash.tsx';
import { sizeText } from './file-kind.ts';

interface ViewerFrameProps {
  readonly name: string;
  /** What a person calls it; null while it is looked at. */
  readonly kind: string | null;
  readonly size: number;
  /** SHA-256 of the bytes; null while it is reckoned. */
  readonly hash: string | null;
  readonly registeredHash: string | undefined;
  readonly onSave: () => void;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** What stands over every file that is looked at: its name, what it is, whether it is the one registered, 另存为. */
export const ViewerFrame = ({
  name,
  kind,
  size,
  hash,
  registeredHash,
  onSave,
  actions,
  children,
}: ViewerFrameProps): ReactNode => (
  <section className="mz-viewer" aria-label={`查看文件：${name}`}>
    <div className="mz-viewer-head">
      <div className="mz-viewer-name">
        <strong title={name}>{name}</strong>
        <span className="mz-muted">
          {kind !== null && `${kind} · `}
          {sizeText(size)}
          {hash !== null && (
            <>
              {' · '}
              <FileHash hash={hash} />
            </>
          )}
        </span>
      </div>
      {hash !== null &&
        registeredHash !== undefined &&
        (hash === registeredHash ? (
          <StatusTag tone="done">与登记时一致</StatusTag>
        ) : (
          <StatusTag tone="bad">与登记时不一致</StatusTag>
        ))}
      {actions}
      <Button icon={<DownloadOutlined />} onClick={onSave}>
        另存为
      </Button>
    </div>
    {children}
  </section>
);
