import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { FileContent } from '../../../../../shared/kernel/entity.ts';
import type { Problem } from '../../../../ui/feedback/problem.ts';
import { PaperPreview } from '../../../../ui/files/paper-preview.tsx';

/** A paper of feedback over the page it belongs to. `preview` is the query that makes it. */
export const FeedbackPaperDrawer = ({
  title,
  about,
  preview,
  onClose,
}: {
  readonly title: string;
  /** Whom it is about. */
  readonly about: string;
  readonly preview: {
    readonly data: { readonly file: FileContent; readonly draft: boolean } | undefined;
    readonly error: Problem | null;
    readonly refetch: () => unknown;
  };
  readonly onClose: () => void;
}): ReactNode => (
  <Drawer open onClose={onClose} size={980} title={title} closable={{ 'aria-label': '关闭' }}>
    <PaperPreview
      title={`${title}（${about}）`}
      file={preview.data?.file ?? null}
      draft={preview.data?.draft ?? false}
      problem={preview.error}
      onRetry={() => void preview.refetch()}
    />
  </Drawer>
);
