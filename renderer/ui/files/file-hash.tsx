import type { ReactNode } from 'react';

/** The first digits of a file's SHA-256, all of them on hover and for screen readers. */
export const FileHash = ({ hash }: { hash: string }): ReactNode => (
  <code className="mz-nowrap" title={`SHA-256：${hash}`} aria-label={`SHA-256：${hash}`}>
    {hash.slice(0, 8)}…
  </code>
);
