import { FileOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { sizeText } from './file-kind.ts';

interface UnshownFileProps {
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  /** Null while it is reckoned. */
  readonly hash: string | null;
  /** Why it is not shown, and what to do. */
  readonly message: string;
  readonly damaged: boolean;
}

/** What can be said of a file that is not shown. */
export const UnshownFile = ({ name, kind, size, hash, message, damaged }: UnshownFileProps): ReactNode => (
  <div className="mz-viewer-stage mz-unshown">
    <span className="mz-unshown-mark" aria-hidden>
      {damaged ? <WarningOutlined /> : <FileOutlined />}
    </span>
    <p role={damaged ? 'alert' : 'status'}>{message}</p>
    <dl>
      <dt>文件名</dt>
      <dd>{name}</dd>
      <dt>类型</dt>
      <dd>{kind}</dd>
      <dt>大小</dt>
      <dd>{sizeText(size)}</dd>
      <dt>SHA-256</dt>
      <dd className="mz-unshown-hash">{hash ?? '正在计算…'}</dd>
    </dl>
  </div>
);
