import type { z } from 'zod';
import { restartClocks, stopClocks } from '../../../shared/features/leads/deadlines.ts';
import type {
  acknowledgeInput,
  closeLeadInput,
  reopenInput,
  replyInput,
} from '../../../shared/features/leads/inputs.ts';
import { answerWayLabels, outcomeLabels, type Lead } from '../../../shared/features/leads/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import { demandPast, stampOf } from '../record-acts.ts';
import { changeLead } from './change.ts';

/** 告知受理. @throws AppError `illegal-step` when nobody is there to be told, or it was done before. */
export const acknowledge = (input: z.output<typeof acknowledgeInput>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'acknowledge', input, (lead, tx) => {
    if (lead.replyTo === 'nobody') throw new AppError('illegal-step', '这条线索没有需要告知的来源。');
    if (lead.acknowledgement) throw new AppError('illegal-step', '已经告知过受理。');
    demandPast('on', '告知日期', input.on, context.today);
    if (input.on < lead.receivedOn) throw invalidField('on', '告知日期不能早于收到日期。');
    return {
      lead: {
        ...lead,
        acknowledgement: { on: input.on, way: input.way, made: stampOf(tx) },
        clocks: stopClocks(lead.clocks, input.on, ['acknowledge']),
      },
      note: `${formatDay(input.on)}，${answerWayLabels[input.way]}告知`,
    };
  });

/** 答复: ends the term, and tells whoever was not yet told of the receipt. Later answers are kept beside it. */
export const reply = (input: z.output<typeof replyInput>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'reply', input, (lead, tx) => {
    if (lead.replyTo === 'nobody')
      throw new AppError('illegal-step', '这条线索没有需要答复的来源，办理完请直接办结。');
    demandPast('repliedOn', '答复日期', input.repliedOn, context.today);
    if (input.repliedOn < lead.receivedOn) throw invalidField('repliedOn', '答复日期不能早于收到日期。');
    const { repliedOn, way, outcome, text } = input;
    return {
      lead: {
        ...lead,
        replies: [...lead.replies, { id: context.newId(), repliedOn, way, outcome, text, made: stampOf(tx) }],
        clocks: stopClocks(lead.clocks, repliedOn),
      },
      note: `${formatDay(repliedOn)}，${answerWayLabels[way]}答复，${outcomeLabels[outcome]}`,
    };
  });

/** 办结. @throws AppError `illegal-step` while an answer is owed and no reason says why there is none. */
export const closeLead = (input: z.output<typeof closeLeadInput>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'close', input, (lead, tx) => ({
    lead: {
      ...lead,
      closing: {
        note: input.note,
        outcome: input.outcome,
        withoutReply: lead.replyTo === 'nobody' || lead.replies.length > 0 ? '' : input.withoutReply,
        made: stampOf(tx),
      },
      clocks: stopClocks(lead.clocks, context.today),
    },
    note: `${outcomeLabels[input.outcome]}。${input.note}`,
  }));

/** 重新办理: goes back to where it was before it was closed or answered. An answer that was given stays. */
export const reopen = (input: z.output<typeof reopenInput>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'reopen', input, (lead) => ({
    lead: {
      ...lead,
      closing: null,
      clocks: lead.replies.length > 0 ? lead.clocks : restartClocks(lead.clocks, ['reply']),
    },
    note: input.reason,
  }));
