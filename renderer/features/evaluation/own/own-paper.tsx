import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import {
  feedbackPaperLabels,
  type FeedbackPaper,
  type FeedbackView,
} from '../../../../shared/features/evaluation/feedback/views.ts';
import { useCall } from '../../../app/calls.ts';
import { PaperPreview } from '../../../ui/files/paper-preview.tsx';

export interface OwnPaper {
  readonly paper: Exclude<FeedbackPaper, 'reward'>;
  readonly itemId: string | null;
}

/** A paper about oneself, to read, save and print. */
export const OwnPaperDrawer = ({
  view,
  of,
  onClose,
}: {
  view: FeedbackView;
  of: OwnPaper;
  onClose: () => void;
}): ReactNode => {
  const preview = useCall('evaluation.ownPaper', { cycleId: view.cycleId, ...of });
  const title = feedbackPaperLabels[of.paper];
  return (
    <Drawer open onClose={onClose} size={980} title={title} closable={{ 'aria-label': '关闭' }}>
      <PaperPreview
        title={`${title}（${view.subject.name}）`}
        file={preview.data?.file ?? null}
        draft={preview.data?.draft ?? false}
        problem={preview.error}
        onRetry={() => void preview.refetch()}
      />
    </Drawer>
  );
};
