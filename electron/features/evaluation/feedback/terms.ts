import type { Feedback, Limit } from '../../../../shared/features/evaluation/feedback/schema.ts';
import { openReview } from '../../../../shared/features/evaluation/feedback/state.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';

/** A term that runs in a feedback. */
export interface FeedbackTerm {
  readonly key: string;
  readonly kind: 'objection' | 'answer' | 'goal' | 'plan';
  readonly title: string;
  readonly startedOn: string;
  readonly limit: Limit;
  /** The person's own: once it has passed it is over. */
  readonly othersTerm: boolean;
}

const laidDown = (dueOn: string): Limit => ({
  dueOn,
  rolledFrom: null,
  estimated: false,
  ground: '改进计划规定的期限',
  counted: false,
});

/** Every term that runs in a feedback, soonest first. */
export const runningTerms = (held: Feedback, today: string): FeedbackTerm[] => {
  const review = openReview(held);
  const { told, plan } = held;
  const terms: FeedbackTerm[] = [];
  if (told?.limit && held.reviews.length === 0 && told.limit.dueOn >= today)
    terms.push({
      key: `${held.id}-objection`,
      kind: 'objection',
      title: '本人可以提出异议',
      startedOn: told.on,
      limit: told.limit,
      othersTerm: true,
    });
  if (review)
    terms.push({
      key: `${held.id}-answer`,
      kind: 'answer',
      title: '复核并书面答复本人',
      startedOn: review.filedOn,
      limit: review.reply,
      othersTerm: false,
    });
  if (plan?.closing === null) {
    for (const { id, goal, dueOn, done } of plan.goals)
      if (done === null)
        terms.push({
          key: id,
          kind: 'goal',
          title: `完成改进目标：${goal}`,
          startedOn: plan.startsOn,
          limit: laidDown(dueOn),
          othersTerm: false,
        });
    terms.push({
      key: `${held.id}-plan`,
      kind: 'plan',
      title: '检查改进计划',
      startedOn: plan.startsOn,
      limit: laidDown(plan.endsOn),
      othersTerm: false,
    });
  }
  return terms.toSorted((a, b) => a.limit.dueOn.localeCompare(b.limit.dueOn));
};

/** What falls due next, for a list. */
export const dueWords = ({ title, limit }: FeedbackTerm): string => `${title}（${formatDay(limit.dueOn)}）`;
