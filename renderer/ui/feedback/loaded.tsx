import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import type { Problem } from './problem.ts';

export interface LoadedProps<T> {
  /** A query as `useCall` answers it. */
  readonly query: {
    readonly data: T | undefined;
    readonly error: Problem | null;
    readonly refetch: () => unknown;
  };
  readonly children: (data: T) => ReactNode;
  /** Drawn while waiting longer than 200 ms; a page's outline if left out. */
  readonly skeleton?: ReactNode;
}

/** Waits for a query: skeleton, then its data; a failure with 重试 when there is nothing to show. */
export const Loaded = <T,>({ query, children, skeleton }: LoadedProps<T>): ReactNode => {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorNotice problem={query.error} onRetry={() => void query.refetch()} />;
  return skeleton ?? <PageSkeleton />;
};
