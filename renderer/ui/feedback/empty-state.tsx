import './empty-state.css';
import { ExclamationCircleOutlined, InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** What is (not) here: `还没有问责事项`. */
  readonly title: string;
  /** Why, and the next step in a sentence or two. */
  readonly about: ReactNode;
  /** Buttons that do the next step. */
  readonly actions?: ReactNode;
  readonly icon?: ReactNode;
  readonly tone?: 'plain' | 'danger';
}

/** An empty list, a missing page, a failed one: says what is the matter and offers the next step. */
export const EmptyState = ({ title, about, actions, icon, tone = 'plain' }: EmptyStateProps): ReactNode => (
  <section className={`mz-empty mz-empty-${tone}`}>
    <span className="mz-empty-mark" aria-hidden>
      {icon ?? (tone === 'danger' ? <ExclamationCircleOutlined /> : <InboxOutlined />)}
    </span>
    <h2>{title}</h2>
    <p>{about}</p>
    {actions !== undefined && <div className="mz-empty-actions">{actions}</div>}
  </section>
);
