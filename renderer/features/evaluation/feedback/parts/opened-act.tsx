import type { ReactNode } from 'react';
import {
  feedbackPaperLabels,
  type FeedbackPaper,
} from '../../../../../shared/features/evaluation/feedback/views.ts';
import { useCall } from '../../../../app/calls.ts';
import type { ActFormProps, Opened } from '../opened.ts';
import { ClosePlanForm, FollowUpForm, GoalDoneForm, PlanForm } from './improve-forms.tsx';
import { ProposeLeadForm, ProposeRewardForm, SettleRewardForm } from './proposal-forms.tsx';
import { DecideReviewForm, ExtendReviewForm, FileReviewForm, WithdrawReviewForm } from './review-forms.tsx';
import { SignForm, TalkForm, TellForm } from './tell-forms.tsx';
import { FeedbackPaperDrawer } from './paper-drawer.tsx';

/** Whatever is open over the page. */
export const OpenedAct = ({ opened, ...props }: ActFormProps & { readonly opened: Opened }): ReactNode => {
  switch (opened.what) {
    case 'paper':
      return <PaperDrawer {...props} paper={opened.paper} itemId={opened.itemId} />;
    case 'tell':
      return <TellForm {...props} />;
    case 'talk':
      return <TalkForm {...props} />;
    case 'sign':
      return <SignForm {...props} />;
    case 'fileReview':
      return <FileReviewForm {...props} />;
    case 'extendReview':
      return <ExtendReviewForm {...props} />;
    case 'decideReview':
      return <DecideReviewForm {...props} />;
    case 'withdrawReview':
      return <WithdrawReviewForm {...props} />;
    case 'plan':
      return <PlanForm {...props} />;
    case 'followUp':
      return <FollowUpForm {...props} />;
    case 'goalDone':
      return <GoalDoneForm {...props} goalId={opened.target} />;
    case 'closePlan':
      return <ClosePlanForm {...props} />;
    case 'proposeLead':
      return <ProposeLeadForm {...props} />;
    case 'proposeReward':
      return <ProposeRewardForm {...props} />;
    case 'settleReward':
      return <SettleRewardForm {...props} proposalId={opened.target ?? ''} />;
  }
};

const PaperDrawer = ({
  view,
  paper,
  itemId,
  onClose,
}: ActFormProps & { readonly paper: FeedbackPaper; readonly itemId: string | null }): ReactNode => {
  const preview = useCall('evaluation.feedbackPaper', {
    cycleId: view.cycleId,
    subjectId: view.subject.id,
    paper,
    itemId,
  });
  return (
    <FeedbackPaperDrawer
      title={feedbackPaperLabels[paper]}
      about={view.subject.name}
      preview={preview}
      onClose={onClose}
    />
  );
};
