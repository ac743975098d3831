import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useLater } from './use-later.ts';

/** The shape of a page to come, drawn only when it takes longer than 200 ms. */
export const PageSkeleton = ({ rows = 8 }: { rows?: number }): ReactNode =>
  useLater(200) ? (
    <div role="status" aria-label="正在载入" style={{ paddingBlock: 16 }}>
      <Skeleton active title={{ width: 220 }} paragraph={{ rows }} />
    </div>
  ) : null;
