import type { ReactNode } from 'react';
import {
  feedbackPaperLabels,
  type FeedbackPaper,
  type FeedbackView,
} from '../../../../shared/features/evaluation/feedback/views.ts';
import { useCall } from '../../../app/calls.ts';
import { FeedbackPaperDrawer } from '../feedback/parts/paper-drawer.tsx';

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
  return (
    <FeedbackPaperDrawer
      title={feedbackPaperLabels[of.paper]}
      about={view.subject.name}
      preview={preview}
      onClose={onClose}
    />
  );
};
