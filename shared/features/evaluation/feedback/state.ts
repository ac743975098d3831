import type { Feedback, Review } from './schema.ts';

/** Where the feedback to one person stands, furthest first where several are true. */
export const feedbackStateLabels = {
  none: '未反馈',
  told: '已告知',
  talked: '已谈话',
  signed: '已签收',
  objected: '有异议',
  reviewed: '已复核',
  improving: '改进中',
  improved: '改进完成',
} as const;
export type FeedbackState = keyof typeof feedbackStateLabels;
export const feedbackStates = [
  'none',
  'told',
  'talked',
  'signed',
  'objected',
  'reviewed',
  'improving',
  'improved',
] as const satisfies readonly FeedbackState[];

type Held = Pick<Feedback, 'told' | 'talk' | 'signed' | 'reviews' | 'plan'>;

/** The review that still waits for its answer. */
export const openReview = ({ reviews }: Pick<Feedback, 'reviews'>): Review | undefined =>
  reviews.find(({ decision, withdrawn }) => decision === null && withdrawn === null);

/** The state of a feedback; what still has to be done goes before what was done. */
export const feedbackState = (held: Held | undefined): FeedbackState => {
  if (!held) return 'none';
  if (openReview(held)) return 'objected';
  if (held.plan?.closing === null) return 'improving';
  if (held.plan) return 'improved';
  if (held.reviews.some(({ decision }) => decision !== null)) return 'reviewed';
  if (held.signed) return 'signed';
  if (held.talk) return 'talked';
  return held.told ? 'told' : 'none';
};

export const feedbackSteps = ['tell', 'talk', 'sign', 'review', 'improve'] as const;
export type FeedbackStep = (typeof feedbackSteps)[number];
export const feedbackStepLabels: Readonly<Record<FeedbackStep, string>> = {
  tell: '告知结果',
  talk: '反馈谈话',
  sign: '本人意见与签收',
  review: '异议复核',
  improve: '改进提高',
};

export interface StepState {
  readonly step: FeedbackStep;
  readonly state: 'done' | 'current' | 'ahead' | 'skipped';
  /** `YYYY-MM-DD` on which it was done, or by which it is due; null when neither is known. */
  readonly day: string | null;
}

/**
 * The way of a feedback. Review and improvement are for those who need them: without an objection, and where nobody made
 * a plan, they are passed over once the person has signed and the term to object is over.
 */
export const feedbackWay = (held: Held | undefined, today: string): StepState[] => {
  const review = held && openReview(held);
  const decided = held?.reviews.findLast(({ decision }) => decision !== null)?.decision ?? null;
  const limit = held?.told?.limit ?? null;
  const mayObject = limit !== null && limit.dueOn >= today;
  const own = (step: FeedbackStep): Omit<StepState, 'step'> => {
    switch (step) {
      case 'tell':
        return held?.told ? { state: 'done', day: held.told.on } : { state: 'ahead', day: null };
      case 'talk':
        return held?.talk ? { state: 'done', day: held.talk.on } : { state: 'ahead', day: null };
      case 'sign':
        return held?.signed ? { state: 'done', day: held.signed.on } : { state: 'ahead', day: null };
      case 'review':
        if (review) return { state: 'current', day: review.reply.dueOn };
        if (decided) return { state: 'done', day: decided.decidedOn };
        return held?.signed && !mayObject
          ? { state: 'skipped', day: null }
          : { state: 'ahead', day: mayObject ? limit.dueOn : null };
      case 'improve':
        if (held?.plan?.closing) return { state: 'done', day: held.plan.closing.on };
        if (held?.plan) return { state: 'current', day: held.plan.endsOn };
        return { state: 'ahead', day: null };
    }
  };
  const states = feedbackSteps.map((step): StepState => ({ step, ...own(step) }));
  const at = states.findIndex(({ state }) => state === 'ahead');
  const running = states.some(({ state }) => state === 'current');
  return states.map((one, index) =>
    !running && index === at && index < 3 ? { ...one, state: 'current' } : one,
  );
};
