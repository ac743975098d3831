import './page-header.css';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: string;
  /** How many there are in the list: a number is shown as `128 项` with `unit`. */
  readonly count?: number | undefined;
  /** Measure word of the count; 项 if left out. */
  readonly unit?: string;
  /** A sentence on what this page is for. */
  readonly about?: ReactNode;
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
}

/** The head of every page: title with count, what may be done here. */
export const PageHeader = ({ title, count, unit = '项', about, actions }: PageHeaderProps): ReactNode => (
  <header className="mz-page-header">
    <h1 tabIndex={-1}>
      {title}
      {count !== undefined && (
        <span className="mz-page-header-count">
          {count.toLocaleString('zh-CN')} {unit}
        </span>
      )}
    </h1>
    {actions !== undefined && <div className="mz-page-header-actions mz-no-print">{actions}</div>}
    {about !== undefined && <p className="mz-page-header-about">{about}</p>}
  </header>
);
