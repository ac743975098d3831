import { HolderOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { RowDrag } from './use-row-drag.ts';

/** What a line is taken by: dragged with the pointer, moved with the keys. */
export const RowHandle = ({
  name,
  drag,
}: {
  /** Whose line it is: `“课堂教学”`. */
  readonly name: string;
  readonly drag: ReturnType<RowDrag['handle']>;
}): ReactNode => (
  <Button
    type="text"
    size="small"
    className="mz-ind-handle"
    icon={<HolderOutlined />}
    aria-label={`移动${name}`}
    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Delete"
    title="拖动，或按 Alt 加方向键移动"
    data-part="handle"
    {...drag}
  />
);
