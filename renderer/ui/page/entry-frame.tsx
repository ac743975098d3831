import './entry-frame.css';
import type { ReactNode } from 'react';
import { BrandMark } from '../brand/brand-mark.tsx';
import { SURFACE_ID } from '../theme/theme-root.tsx';

export interface EntryFrameProps {
  readonly children: ReactNode;
  /** Room for steps and forms of several columns; otherwise as wide as a login. */
  readonly wide?: boolean;
  /** The school, once there is one. */
  readonly schoolName?: string | null;
}

/** The frame of everything in front of the login: brand on the left, the matter at hand on the right. */
export const EntryFrame = ({ children, wide = false, schoolName = null }: EntryFrameProps): ReactNode => (
  <div className="mz-entry" id={SURFACE_ID}>
    <aside className="mz-entry-side" aria-label="关于明责">
      <div>
        <div className="mz-entry-name">
          <BrandMark size={56} />
          <strong>明责</strong>
        </div>
        <ul>
          <li>谁负责什么，写得清楚</li>
          <li>做得怎么样，评得有据</li>
          <li>失职怎么处理，办得合规</li>
        </ul>
      </div>
      <small>{schoolName ?? '学校问责工作台'} · 数据只存在本校电脑上</small>
    </aside>
    <main className="mz-entry-main">
      <div className={wide ? 'mz-entry-box mz-entry-wide' : 'mz-entry-box'}>{children}</div>
    </main>
  </div>
);
