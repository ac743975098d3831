import type { z } from 'zod';
import type { PublicityView } from '../../../shared/features/publicity/channels.ts';
import type {
  answerObjectionInput,
  recordObjectionInput,
} from '../../../shared/features/publicity/inputs.ts';
import type { Objection, Publicity } from '../../../shared/features/publicity/schema.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import { stampOf } from '../record-acts.ts';
import { changePublicity, demandOpen, requirePublicity } from './change.ts';
import { freezeResult } from './freeze.ts';

export const recordObjection = (
  input: z.output<typeof recordObjectionInput>,
  context: CallContext,
): Promise<PublicityView> => {
  if (input.receivedOn > context.today) throw invalidField('receivedOn', '收到日期不能晚于今天。');
  return changePublicity(context, 'recordObjection', input, (record, tx) => {
    if (record.run && input.receivedOn < record.run.startsOn)
      throw invalidField('receivedOn', '收到日期不能早于公示开始日期。');
    const { receivedOn, way, by, text } = input;
    return {
      record: {
        ...record,
        objections: [
          ...record.objections,
          { id: context.newId(), receivedOn, way, by, text, recorded: stampOf(tx), answer: null },
        ],
      },
      note: `${formatDay(receivedOn)}收到`,
    };
  });
};

const withAnswer = (
  record: Publicity,
  objectionId: string,
  answer: NonNullable<Objection['answer']>,
): Publicity => ({
  ...record,
  objections: record.objections.map((each) => (each.id === objectionId ? { ...each, answer } : each)),
});

/** Answers an objection; one that is answered after the end goes into the report, which is then made anew. */
export const answerObjection = async (
  input: z.output<typeof answerObjectionInput>,
  context: CallContext,
): Promise<PublicityView> => {
  const { store, today, actor, clock } = context;
  const seen = requirePublicity(store, input.id);
  demandOpen(seen, 'answerObjection', input.rev);
  const objection = seen.objections.find(({ id }) => id === input.objectionId);
  if (!objection) throw new AppError('not-found', '找不到这条异议。');
  if (objection.answer) throw new AppError('illegal-step', '这条异议已经答复。');
  if (input.answeredOn > today) throw invalidField('answeredOn', '答复日期不能晚于今天。');
  if (input.answeredOn < objection.receivedOn) throw invalidField('answeredOn', '答复日期不能早于收到日期。');
  const { answeredOn, founded, text } = input;
  const answer = { answeredOn, founded, text, answered: { at: instantOfMs(clock.now()), by: actor } };
  const over = seen.papers.result !== null;
  const result = over ? await freezeResult(context, withAnswer(seen, objection.id, answer)) : null;
  return changePublicity(context, 'answerObjection', input, (record) => ({
    record: { ...withAnswer(record, objection.id, answer), papers: { ...record.papers, result } },
    note: `${founded ? '异议属实' : '异议不属实'}${over ? '，公示结果报告已更新' : ''}`,
  }));
};
