import type { z } from 'zod';
import type {
  decideReviewInput,
  extendReviewInput,
  fileReviewInput,
  withdrawReviewInput,
} from '../../../../shared/features/evaluation/feedback/inputs.ts';
import { whyNotReviewer } from '../../../../shared/features/evaluation/feedback/reviewers.ts';
import { reviewOutcomeLabels, type Review } from '../../../../shared/features/evaluation/feedback/schema.ts';
import { openReview } from '../../../../shared/features/evaluation/feedback/state.ts';
import { answerLimit, latestExtension } from '../../../../shared/features/evaluation/feedback/terms.ts';
import type { FeedbackView } from '../../../../shared/features/evaluation/feedback/views.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { formatDay, yearOf } from '../../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { Reader } from '../../../store/types.ts';
import { calendarOf } from '../../calendar/index.ts';
import type { CallContext } from '../../context.ts';
import { DOCX } from '../../file-content.ts';
import { readSchool, requireStaff } from '../../organisation/index.ts';
import { allocateNumber, peekNumber } from '../../papers/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../../record-acts.ts';
import { reopenIn } from '../confirm.ts';
import { changeFeedback, demandAct, findFeedback, keepFiles, type Found } from './change.ts';
import { byLawFor } from './facts.ts';
import { involvedIn } from './involved.ts';
import { renderReady } from './papers/ready.ts';
import { readyReply } from './papers/reply.ts';

/**
 * 提出异议: taken in within the term, or later for a stated reason.
 *
 * @throws AppError `invalid` at the field at fault.
 */
export const fileReview = async (
  { cycleId, subjectId, rev, files, replyBy, ...filed }: z.output<typeof fileReviewInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  demandPast('filedOn', '收到日期', filed.filedOn, context.today);
  const kept = await keepFiles(context.store, files);
  return changeFeedback({ cycleId, subjectId, rev }, 'fileReview', '提出异议', context, (held, tx, found) => {
    const limit = held.told?.limit ?? null;
    if (held.told) demandNotBefore('filedOn', '收到日期', filed.filedOn, held.told.on, '告知日期');
    if (limit !== null && filed.filedOn > limit.dueOn && filed.lateReason === '')
      throw invalidField(
        'lateReason',
        `提出异议的期限到${formatDay(limit.dueOn)}为止，已经超过。仍要受理的，请写明理由`,
      );
    if (replyBy !== null) demandNotBefore('replyBy', '答复期限', replyBy, filed.filedOn, '收到日期');
    const review: Review = {
      id: context.newId(),
      ...filed,
      files: kept,
      filed: stampOf(tx),
      reply: answerLimit(calendarOf(tx), byLawFor(found.cycle, found.row), filed.filedOn, replyBy),
      extension: null,
      decision: null,
      withdrawn: null,
    };
    return { next: { reviews: [...held.reviews, review] }, note: `答复期限${formatDay(review.reply.dueOn)}` };
  });
};

const withReview = (
  reviews: readonly Review[],
  change: (review: Review) => Review,
): { review: Review; all: Review[] } => {
  const open = openReview({ reviews: [...reviews] });
  if (!open) throw new AppError('illegal-step', '没有正在办理的异议。');
  const review = change(open);
  return { review, all: reviews.map((one) => (one.id === open.id ? review : one)) };
};

/** 延长答复期限: once, by at most what is allowed for a review. */
export const extendReview = (
  { dueOn, reason, ...target }: z.output<typeof extendReviewInput>,
  context: CallContext,
): Promise<FeedbackView> =>
  changeFeedback(target, 'extendReview', '延长答复期限', context, (held, tx) => {
    const { all } = withReview(held.reviews, (review) => {
      const from = review.reply.dueOn;
      if (dueOn <= from) throw invalidField('dueOn', `新的期限须晚于${formatDay(from)}。`);
      const latest = latestExtension(from);
      if (dueOn > latest) throw invalidField('dueOn', `最多延长三十日，不能晚于${formatDay(latest)}。`);
      return {
        ...review,
        reply: { ...review.reply, dueOn, rolledFrom: null, estimated: false },
        extension: { ...stampOf(tx), from, reason },
      };
    });
    return { next: { reviews: all }, note: `到${formatDay(dueOn)}：${reason}` };
  });

/** 本人撤回异议 */
export const withdrawReview = (
  { on, reason, ...target }: z.output<typeof withdrawReviewInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  demandPast('on', '撤回日期', on, context.today);
  return changeFeedback(target, 'withdrawReview', '本人撤回异议', context, (held, tx) => {
    const { all } = withReview(held.reviews, (review) => {
      demandNotBefore('on', '撤回日期', on, review.filedOn, '收到日期');
      return { ...review, withdrawn: { ...stampOf(tx), on, reason } };
    });
    return { next: { reviews: all }, note: reason };
  });
};

/** The reviewers by name. @throws AppError `unlawful` naming whoever had a hand in the result, and how. */
const reviewersOf = (
  reader: Reader,
  cycle: Cycle,
  subjectId: string,
  ids: readonly string[],
): { id: string; name: string }[] => {
  const involved = involvedIn(reader, cycle, subjectId);
  return [...new Set(ids)].map((id) => {
    const { name } = requireStaff(reader, id);
    const why = whyNotReviewer({ id, name }, subjectId, involved);
    if (why !== '') {
      const message = `${name}${why}，应当回避，请另选没有参加评分、校准和确认的人复核。`;
      throw new AppError('unlawful', message, { fields: [{ path: 'reviewerIds', message }] });
    }
    return { id, name };
  });
};

type Decision = z.output<typeof decideReviewInput>;

const demandDecision = ({ held }: Found, { decidedOn }: Decision, today: string): Review => {
  const review = held && openReview(held);
  if (!review) throw new AppError('illegal-step', '没有正在办理的异议。');
  demandPast('decidedOn', '答复日期', decidedOn, today);
  demandNotBefore('decidedOn', '答复日期', decidedOn, review.filedOn, '收到日期');
  return review;
};

/**
 * 复核答复: by people who had no hand in the result. Sent back, the whole cycle is opened again in the same transaction;
 * this feedback then stays with the result that was taken back.
 *
 * @throws AppError `unlawful` for a reviewer who had a hand in it, `conflict` when its number was given away meanwhile.
 */
export const decideReview = async (input: Decision, context: CallContext): Promise<FeedbackView> => {
  const { store, newId, today } = context;
  const { cycleId, subjectId, rev, reviewerIds, outcome, reopenTo, decidedOn, findings, reason } = input;
  const found = findFeedback(store, input);
  demandAct(found.held, 'decideReview', rev);
  const review = demandDecision(found, input, today);
  const { cycle, subject, row } = found;
  const reviewers = reviewersOf(store, cycle, subjectId, reviewerIds);
  const series = { kind: 'evaluation' as const, prefix: '考复', year: yearOf(decidedOn) };
  const number = peekNumber(store, series);
  const bytes = await renderReady(
    store,
    readyReply({
      school: readSchool(store).name,
      cycle,
      subject,
      row,
      review,
      number,
      decision: { decidedOn, outcome, findings, reason, reviewers },
      byLaw: byLawFor(cycle, row),
      draft: false,
      createdAt: review.filed.at,
    }),
  );
  const paper = {
    hash: await store.putFile(bytes),
    name: `${number} 考核结果复核答复书.docx`,
    mime: DOCX,
    size: bytes.byteLength,
  };
  return changeFeedback({ cycleId, subjectId, rev }, 'decideReview', '复核答复', context, (held, tx) => {
    const given = allocateNumber(tx, newId, series, {
      title: `${cycle.name}结果复核答复书`,
      caseId: cycleId,
    });
    if (given.number !== number) throw new AppError('conflict', '编号刚刚被占用，请再提交一次。');
    const { all } = withReview(held.reviews, (one) => ({
      ...one,
      decision: {
        number,
        numberId: given.id,
        decidedOn,
        outcome,
        findings,
        reason,
        reviewers,
        paper,
        made: stampOf(tx),
      },
    }));
    if (outcome === 'sentBack')
      reopenIn(tx, { id: cycleId, rev: cycle.rev, to: reopenTo, reason: `${number}：${reason}` });
    return { next: { reviews: all }, note: `${reviewOutcomeLabels[outcome]}（${number}）` };
  });
};
