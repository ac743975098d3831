import type { z } from 'zod';
import type { PublicityView } from '../../../shared/features/publicity/channels.ts';
import type {
  finishInput,
  showPublicityInput,
  takeDownInput,
} from '../../../shared/features/publicity/inputs.ts';
import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import { missingToFinish, missingToShow } from '../../../shared/features/publicity/workflow.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { demandLawful } from '../../../shared/law/findings.ts';
import { calendarOf } from '../calendar/index.ts';
import type { CallContext } from '../context.ts';
import { changePublicity, demandOpen, requirePublicity } from './change.ts';
import { freezeNotice, freezeResult } from './freeze.ts';
import { lawOf } from './law.ts';
import { overridesOf } from './service.ts';

/** The last day of a publicity that goes up on `startsOn`: the first day is not counted. */
export const termOf = (
  { store }: Pick<CallContext, 'store'>,
  { startsOn, workdays }: { readonly startsOn: string; readonly workdays: number },
): { endsOn: string; estimated: boolean } => {
  const { day, estimated } = calendarOf(store).afterWorkdays(startsOn, workdays);
  return { endsOn: day, estimated };
};

/**
 * Puts a publicity up: from its first day its term of working days runs, and its paper is frozen as it hangs.
 *
 * @throws AppError `unlawful` where the law does not let it be shown so.
 */
export const showPublicity = async (
  input: z.output<typeof showPublicityInput>,
  context: CallContext,
): Promise<PublicityView> => {
  const { store, today } = context;
  const seen = requirePublicity(store, input.id);
  demandOpen(seen, 'show', input.rev);
  if (input.startsOn > today) throw invalidField('startsOn', '请在张贴当天登记，开始日期不能晚于今天。');
  if (input.startsOn < seen.createdOn)
    throw invalidField('startsOn', `开始日期不能早于草拟日期${formatDay(seen.createdOn)}。`);
  const lacking = missingToShow(seen.content);
  if (lacking.length > 0)
    throw new AppError('illegal-step', `还不能开始公示，还需要：${lacking.join('、')}。`);
  demandLawful(lawOf(store, seen.content), input.overrides);
  const run: Publicity['run'] = {
    startsOn: input.startsOn,
    ...termOf(context, { startsOn: input.startsOn, workdays: seen.content.workdays }),
    place: input.place,
  };
  const notice = await freezeNotice(context, { ...seen, run });
  return changePublicity(context, 'show', input, (record, tx) => {
    // What the law says may have changed while the paper was made: a decision was set aside.
    demandLawful(lawOf(tx, record.content), input.overrides);
    return {
      record: {
        ...record,
        state: 'shown',
        run,
        papers: { ...record.papers, notice },
        overrides: overridesOf(tx, record.content, input.overrides),
      },
      note: `${formatDay(run.startsOn)}至${formatDay(run.endsOn)}，${input.place}`,
    };
  });
};

/** Takes a publicity down before its time; it stays on record with the reason, and so does its report. */
export const takeDown = async (
  input: z.output<typeof takeDownInput>,
  context: CallContext,
): Promise<PublicityView> => {
  const { store, today, actor, clock } = context;
  const seen = requirePublicity(store, input.id);
  demandOpen(seen, 'takeDown', input.rev);
  if (input.on > today) throw invalidField('on', '撤下日期不能晚于今天。');
  if (seen.run && input.on < seen.run.startsOn) throw invalidField('on', '撤下日期不能早于公示开始日期。');
  const takedown = { at: instantOfMs(clock.now()), by: actor, on: input.on, reason: input.reason };
  const result = await freezeResult(context, { ...seen, takedown });
  return changePublicity(context, 'takeDown', input, (record) => ({
    record: { ...record, state: 'takenDown', takedown, papers: { ...record.papers, result } },
    note: input.reason,
  }));
};

/** Ends a publicity whose term is over and whose objections are all answered, with the report of its result. */
export const finish = async (
  input: z.output<typeof finishInput>,
  context: CallContext,
): Promise<PublicityView> => {
  const { store, today, actor, clock } = context;
  const seen = requirePublicity(store, input.id);
  demandOpen(seen, 'finish', input.rev);
  const missing = missingToFinish(seen, today);
  if (missing.length > 0)
    throw new AppError('illegal-step', `还不能结束公示，还需要：${missing.join('、')}。`);
  const outcome = { at: instantOfMs(clock.now()), by: actor, on: today, text: input.text };
  const paper = await freezeResult(context, { ...seen, result: outcome });
  return changePublicity(context, 'finish', input, (record) => ({
    record: {
      ...record,
      state: 'finished',
      result: outcome,
      papers: { ...record.papers, result: paper },
    },
    note: input.text,
  }));
};
