import type { OwnResult, ownChannels } from '../../../../shared/features/evaluation/own/channels.ts';
import { stanceLabels, type Review } from '../../../../shared/features/evaluation/feedback/schema.ts';
import { openReview } from '../../../../shared/features/evaluation/feedback/state.ts';
import { answerLimit } from '../../../../shared/features/evaluation/feedback/terms.ts';
import type { FeedbackPaper } from '../../../../shared/features/evaluation/feedback/views.ts';
import type { ParsedInputOf } from '../../../../shared/kernel/channel.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { calendarOf } from '../../calendar/index.ts';
import type { CallContext } from '../../context.ts';
import { stampOf } from '../../record-acts.ts';
import { changeFeedback, keepFiles } from '../feedback/change.ts';
import { byLawFor } from '../feedback/facts.ts';
import { feedbackFile, feedbackPaper } from '../feedback/files.ts';
import { ownResult, requireOwn } from './view.ts';

type Input<C extends keyof typeof ownChannels> = ParsedInputOf<(typeof ownChannels)[C]>;

/**
 * 签署本人意见: by the person himself, logged in; no paper is asked for.
 *
 * @throws AppError `not-found` for a result that is not his or was not told, `illegal-step`, `conflict`.
 */
export const signOwn = async (
  { cycleId, rev, stance, text }: Input<'evaluation.signOwn'>,
  context: CallContext,
): Promise<OwnResult> => {
  const { staffId } = requireOwn(context.store, cycleId, context);
  await changeFeedback(
    { cycleId, subjectId: staffId, rev },
    'sign',
    '本人意见与签收',
    context,
    (_held, tx) => ({
      next: {
        signed: {
          on: context.today,
          stance,
          text,
          signing: { kind: 'own' },
          files: [],
          made: stampOf(tx),
        },
      },
      note: `${stanceLabels[stance]}，本人登录签署`,
    }),
  );
  return ownResult({ cycleId }, context);
};

/**
 * 提出异议: within the term only; a late one goes to the office, which may take it up for a stated reason.
 *
 * @throws AppError as `signOwn`; `illegal-step` after the last day.
 */
export const objectOwn = async (
  { cycleId, rev, requests, reasons, files }: Input<'evaluation.objectOwn'>,
  context: CallContext,
): Promise<OwnResult> => {
  const { staffId } = requireOwn(context.store, cycleId, context);
  const kept = await keepFiles(context.store, files);
  await changeFeedback(
    { cycleId, subjectId: staffId, rev },
    'fileReview',
    '提出异议',
    context,
    (held, tx, { cycle, row }) => {
      const dueOn = held.told?.limit?.dueOn ?? null;
      if (dueOn !== null && context.today > dueOn)
        throw new AppError(
          'illegal-step',
          `提出异议的期限到${formatDay(dueOn)}为止，已经超过。仍要提出的，请向学校办公室书面说明理由。`,
        );
      const review: Review = {
        id: context.newId(),
        filedOn: context.today,
        lateReason: '',
        requests,
        reasons,
        files: kept,
        filed: stampOf(tx),
        reply: answerLimit(calendarOf(tx), byLawFor(cycle, row), context.today, null),
        extension: null,
        decision: null,
        withdrawn: null,
      };
      return {
        next: { reviews: [...held.reviews, review] },
        note: `本人登录提出，答复期限${formatDay(review.reply.dueOn)}`,
      };
    },
  );
  return ownResult({ cycleId }, context);
};

/** 撤回异议 while it is not answered. @throws AppError as `signOwn`. */
export const withdrawOwn = async (
  { cycleId, rev, reason }: Input<'evaluation.withdrawOwn'>,
  context: CallContext,
): Promise<OwnResult> => {
  const { staffId } = requireOwn(context.store, cycleId, context);
  await changeFeedback(
    { cycleId, subjectId: staffId, rev },
    'withdrawReview',
    '本人撤回异议',
    context,
    (held, tx) => {
      const open = openReview(held);
      return {
        next: {
          reviews: held.reviews.map((review) =>
            review === open
              ? { ...review, withdrawn: { ...stampOf(tx), on: context.today, reason } }
              : review,
          ),
        },
        note: reason,
      };
    },
  );
  return ownResult({ cycleId }, context);
};

/** A paper about the caller himself. The sheet is not his before it was handed over. */
export const ownPaper = (
  { cycleId, paper, itemId }: Input<'evaluation.ownPaper'>,
  context: CallContext,
): Promise<{ file: FileContent; draft: boolean }> => {
  const { staffId, held } = requireOwn(context.store, cycleId, context);
  const there: Readonly<Record<Exclude<FeedbackPaper, 'reward'>, boolean>> = {
    sheet: (held?.told ?? null) !== null,
    talk: (held?.talk ?? null) !== null,
    reply: true,
    plan: (held?.plan ?? null) !== null,
  };
  if (!there[paper]) throw new AppError('not-found', '还没有这份材料。');
  return feedbackPaper({ cycleId, subjectId: staffId, paper, itemId }, context);
};

/** A file filed with the feedback about the caller himself. */
export const ownFile = (
  { cycleId, hash }: Input<'evaluation.ownFile'>,
  context: CallContext,
): Promise<FileContent> => {
  const { staffId } = requireOwn(context.store, cycleId, context);
  return feedbackFile({ cycleId, subjectId: staffId, hash }, context);
};
