import type { z } from 'zod';
import type {
  signInput,
  talkInput,
  tellInput,
} from '../../../../shared/features/evaluation/feedback/inputs.ts';
import { stanceLabels, tellingWayLabels } from '../../../../shared/features/evaluation/feedback/schema.ts';
import { objectionLimit } from '../../../../shared/features/evaluation/feedback/terms.ts';
import type { FeedbackView } from '../../../../shared/features/evaluation/feedback/views.ts';
import { dayOfInstant } from '../../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import { calendarOf } from '../../calendar/index.ts';
import type { CallContext } from '../../context.ts';
import { DOCX } from '../../file-content.ts';
import { readSchool } from '../../organisation/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../../record-acts.ts';
import { changeFeedback, demandAct, findFeedback, keepFiles } from './change.ts';
import { byLawFor, sheetFacts } from './facts.ts';
import { renderReady } from './papers/ready.ts';
import { readySheet, sheetTitle } from './papers/sheet.ts';

/**
 * 告知结果: freezes the sheet as it is handed over and starts the term to object.
 *
 * @throws AppError `invalid` for a day that cannot be, `illegal-step` when the person knows already.
 */
export const tellResult = async (
  { on, way, objectBy, ...target }: z.output<typeof tellInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  const { store, today } = context;
  const found = findFeedback(store, target);
  demandAct(found.held, 'tell', target.rev);
  demandPast('on', '告知日期', on, today);
  demandNotBefore('on', '告知日期', on, dayOfInstant(found.confirmed.confirmedAt), '确认结果的日期');
  if (objectBy !== null) demandNotBefore('objectBy', '提出异议的截止日期', objectBy, on, '告知日期');
  const limit = objectionLimit(calendarOf(store), byLawFor(found.cycle, found.row), on, objectBy);
  const facts = sheetFacts(store, found.confirmed, found.subject, limit);
  const bytes = await renderReady(
    store,
    readySheet({
      school: readSchool(store).name,
      cycle: found.cycle,
      subject: found.subject,
      facts,
      toldOn: on,
    }),
  );
  const sheet = {
    hash: await store.putFile(bytes),
    name: `${sheetTitle(found.cycle, found.subject)}.docx`,
    mime: DOCX,
    size: bytes.byteLength,
  };
  const { confirmation } = facts;
  return changeFeedback(target, 'tell', '告知结果', context, (_held, tx, { cycle }) => {
    if (cycle.confirmations !== confirmation)
      throw new AppError('conflict', '结果刚刚重新确认，请刷新后再告知。');
    return {
      next: { told: { on, way, sheet, limit, made: stampOf(tx) } },
      note: tellingWayLabels[way],
    };
  });
};

/** 反馈谈话: recorded again until the person has signed. */
export const recordTalk = async (
  { cycleId, subjectId, rev, files, ...talk }: z.output<typeof talkInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  demandPast('on', '谈话日期', talk.on, context.today);
  const kept = await keepFiles(context.store, files);
  return changeFeedback(
    { cycleId, subjectId, rev },
    'talk',
    '反馈谈话',
    context,
    (held, tx, { confirmed }) => {
      demandNotBefore('on', '谈话日期', talk.on, dayOfInstant(confirmed.confirmedAt), '确认结果的日期');
      return {
        next: { talk: { ...talk, files: [...(held.talk?.files ?? []), ...kept], made: stampOf(tx) } },
        note: `谈话人${talk.talkers}`,
      };
    },
  );
};

/** 本人意见与签收: what the person thinks, signed, or the refusal to sign before two witnesses. */
export const signResult = async (
  { cycleId, subjectId, rev, files, ...signed }: z.output<typeof signInput>,
  context: CallContext,
): Promise<FeedbackView> => {
  demandPast('on', '签收日期', signed.on, context.today);
  const kept = await keepFiles(context.store, files);
  return changeFeedback(
    { cycleId, subjectId, rev },
    'sign',
    '本人意见与签收',
    context,
    (held, tx, { subject }) => {
      if (held.told) demandNotBefore('on', '签收日期', signed.on, held.told.on, '告知日期');
      if (signed.signing.kind === 'refused' && signed.signing.witnesses.includes(subject.name))
        throw invalidField('signing.witnesses', '本人不能作拒签的见证人。');
      return {
        next: { signed: { ...signed, files: kept, made: stampOf(tx) } },
        note: `${stanceLabels[signed.stance]}${signed.signing.kind === 'refused' ? '，拒绝签字' : ''}`,
      };
    },
  );
};
