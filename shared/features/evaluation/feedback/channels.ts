import { z } from 'zod';
import { command, query } from '../../../kernel/channel.ts';
import { fileContentSchema, idSchema } from '../../../kernel/entity.ts';
import {
  closePlanInput,
  decideReviewInput,
  extendReviewInput,
  feedbackPlace,
  fileReviewInput,
  followUpInput,
  goalDoneInput,
  planInput,
  proposeLeadInput,
  proposeRewardInput,
  settleRewardInput,
  signInput,
  talkInput,
  tellInput,
  withdrawReviewInput,
} from './inputs.ts';
import { feedbackListSchema, feedbackPaperSchema, feedbackViewSchema, paperPreviewSchema } from './views.ts';

const ofCycle = z.object({ cycleId: idSchema });
const manage = { access: 'evaluation.manage', output: feedbackViewSchema } as const;
const chosen = ofCycle.extend({
  subjectIds: z.array(idSchema).min(1, '请先选择人员').max(5000),
});

/** What is said to whom stays between him and those who run the evaluation: none of it is for whoever only reads. */
export const feedbackChannels = {
  'evaluation.feedbacks': query({ access: 'evaluation.manage', input: ofCycle, output: feedbackListSchema }),
  'evaluation.readFeedback': query({ ...manage, input: feedbackPlace }),
  'evaluation.tellResult': command({ ...manage, input: tellInput }),
  'evaluation.recordTalk': command({ ...manage, input: talkInput }),
  'evaluation.signResult': command({ ...manage, input: signInput }),
  'evaluation.fileReview': command({ ...manage, input: fileReviewInput }),
  'evaluation.extendReview': command({ ...manage, input: extendReviewInput }),
  /** Sent back, the whole cycle is opened again in the same step. */
  'evaluation.decideReview': command({ ...manage, input: decideReviewInput }),
  'evaluation.withdrawReview': command({ ...manage, input: withdrawReviewInput }),
  'evaluation.saveImprovementPlan': command({ ...manage, input: planInput }),
  'evaluation.followUp': command({ ...manage, input: followUpInput }),
  'evaluation.completeGoal': command({ ...manage, input: goalDoneInput }),
  'evaluation.closeImprovementPlan': command({ ...manage, input: closePlanInput }),
  'evaluation.proposeLead': command({ ...manage, input: proposeLeadInput }),
  'evaluation.proposeReward': command({ ...manage, input: proposeRewardInput }),
  /** What came of a proposal: it then stands so in the person's archive. */
  'evaluation.settleReward': command({ ...manage, input: settleRewardInput }),

  'evaluation.feedbackPaper': query({
    access: 'evaluation.manage',
    /** `itemId`: the review or proposal that the paper is about. */
    input: feedbackPlace.extend({ paper: feedbackPaperSchema, itemId: idSchema.nullable().default(null) }),
    output: paperPreviewSchema,
  }),
  'evaluation.feedbackFile': query({
    access: 'evaluation.manage',
    input: feedbackPlace.extend({ hash: z.string() }),
    output: fileContentSchema,
  }),
  'evaluation.exportFeedbackSheet': command({
    access: 'evaluation.manage',
    input: feedbackPlace,
    output: fileContentSchema,
  }),
  'evaluation.exportFeedbacks': command({
    access: 'evaluation.manage',
    input: chosen,
    output: fileContentSchema,
  }),
  /** Result sheets of many: Word files in one zip, or a workbook with a sheet for each. */
  'evaluation.startFeedbackSheets': command({
    access: 'evaluation.manage',
    input: chosen.extend({ form: z.enum(['word', 'excel']) }),
    output: z.object({ jobId: idSchema }),
  }),
  'evaluation.exportRewardProposals': command({
    access: 'evaluation.manage',
    input: ofCycle,
    output: fileContentSchema,
  }),
};
