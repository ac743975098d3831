import type { feedbackChannels } from '../../../../shared/features/evaluation/feedback/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { viewFeedback } from './change.ts';
import {
  exportFeedbacks,
  exportFeedbackSheet,
  exportRewardProposals,
  feedbackFile,
  feedbackPaper,
  startFeedbackSheets,
} from './files.ts';
import {
  closePlan,
  completeGoal,
  followUp,
  proposeLead,
  proposeReward,
  savePlan,
  settleReward,
} from './improve.ts';
import { feedbackList } from './list.ts';
import { decideReview, extendReview, fileReview, withdrawReview } from './review.ts';
import { recordTalk, signResult, tellResult } from './tell.ts';

export const feedbackHandlers = {
  'evaluation.feedbacks': ({ cycleId }, { store, today }) => feedbackList(store, cycleId, today),
  'evaluation.readFeedback': (place, context) => viewFeedback(context.store, place, context),
  'evaluation.tellResult': tellResult,
  'evaluation.recordTalk': recordTalk,
  'evaluation.signResult': signResult,
  'evaluation.fileReview': fileReview,
  'evaluation.extendReview': extendReview,
  'evaluation.decideReview': decideReview,
  'evaluation.withdrawReview': withdrawReview,
  'evaluation.saveImprovementPlan': savePlan,
  'evaluation.followUp': followUp,
  'evaluation.completeGoal': completeGoal,
  'evaluation.closeImprovementPlan': closePlan,
  'evaluation.proposeLead': proposeLead,
  'evaluation.proposeReward': proposeReward,
  'evaluation.settleReward': settleReward,
  'evaluation.feedbackPaper': feedbackPaper,
  'evaluation.feedbackFile': feedbackFile,
  'evaluation.exportFeedbackSheet': exportFeedbackSheet,
  'evaluation.startFeedbackSheets': startFeedbackSheets,
  'evaluation.exportFeedbacks': exportFeedbacks,
  'evaluation.exportRewardProposals': exportRewardProposals,
} satisfies Handlers<typeof feedbackChannels, CallContext>;
