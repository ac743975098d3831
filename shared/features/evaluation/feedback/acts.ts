import type { Feedback } from './schema.ts';
import { openReview } from './state.ts';
import { feedbackActs, type FeedbackAct } from './views.ts';

type Held = Pick<Feedback, 'told' | 'talk' | 'signed' | 'reviews' | 'plan' | 'proposals'> | undefined;

const NOT_TOLD = '还没有告知本人结果，请先告知。';

/** Why an act cannot be done with a feedback as it stands; blank when it can. */
export const whyNot = (act: FeedbackAct, held: Held): string => {
  const plan = held?.plan ?? null;
  switch (act) {
    case 'tell':
      return held?.told ? '结果已经告知本人。' : '';
    case 'talk':
      if (!held?.told) return NOT_TOLD;
      return held.signed ? '本人已经签收，谈话记录不再改动。' : '';
    case 'sign':
      if (!held?.told) return NOT_TOLD;
      return held.signed ? '已经登记本人意见和签收。' : '';
    case 'fileReview':
      if (!held?.told) return NOT_TOLD;
      if (openReview(held)) return '已经有一件异议正在复核。';
      return held.reviews.some(({ decision }) => decision !== null) ? '这个结果已经复核答复过。' : '';
    case 'extendReview': {
      const review = held && openReview(held);
      if (!review) return '没有正在办理的异议。';
      return review.extension ? '复核期限已经延长过一次。' : '';
    }
    case 'decideReview':
    case 'withdrawReview':
      return held && openReview(held) ? '' : '没有正在办理的异议。';
    case 'plan':
      if (!held?.told) return NOT_TOLD;
      if (!plan) return '';
      if (plan.closing) return '改进计划已经检查结束。';
      return plan.followUps.length > 0 || plan.goals.some(({ done }) => done !== null)
        ? '改进计划已经开始跟进，不再改动；有变化请写在跟进记录里。'
        : '';
    case 'followUp':
    case 'closePlan':
      if (!plan) return '还没有改进计划。';
      return plan.closing ? '改进计划已经检查结束。' : '';
    case 'goalDone':
      if (!plan) return '还没有改进计划。';
      if (plan.closing) return '改进计划已经检查结束。';
      return plan.goals.every(({ done }) => done !== null) ? '改进目标都已完成。' : '';
    case 'settleReward':
      return held?.proposals.some((one) => one.kind === 'reward' && one.settled === null)
        ? ''
        : '没有等待办理的奖励建议。';
    case 'proposeLead':
    case 'proposeReward':
      return '';
  }
};

/** What can be done with a feedback as it stands. */
export const possibleActs = (held: Held): FeedbackAct[] =>
  feedbackActs.filter((act) => whyNot(act, held) === '');
