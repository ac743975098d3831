import type { z } from 'zod';
import type {
  acceptInput,
  askCompletionInput,
  forwardInput,
  refuseInput,
  supplementInput,
} from '../../../shared/features/appeals/inputs.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import {
  admissionClock,
  completionClock,
  completionDue,
  handlingClock,
  isLate,
  serviceClock,
  stopClocks,
} from '../../../shared/features/appeals/terms.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import { appealChecks } from '../../../shared/law/rules/appeal.ts';
import { calendarOf } from '../calendar/index.ts';
import type { CallContext } from '../context.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { readLawPack } from '../standards/index.ts';
import { changeAppeal, demandOpen, requireAppealFor } from './change.ts';
import { fileNameOf, keepFiles } from './files.ts';
import { placePaper } from './numbers.ts';
import { kindWord, publicPerson } from './words.ts';

const demandDay = (appeal: Appeal, path: string, label: string, day: string, today: string): void => {
  demandPast(path, label, day, today);
  demandNotBefore(path, label, day, appeal.completion?.received?.on ?? appeal.receivedOn, '收到申请的日期');
};

/** 一次告知补正: what is lacking is said once and completely; the terms to examine and to decide stand still meanwhile. */
export const askCompletion = (
  input: z.output<typeof askCompletionInput>,
  context: CallContext,
): Promise<Appeal> =>
  changeAppeal(context, 'askCompletion', input, (appeal, tx) => {
    const { newId, today } = context;
    if (appeal.completion !== null)
      throw new AppError(
        'illegal-step',
        '补正只能一次告知，已经告知过。材料仍不齐的，请决定受理或者不予受理。',
        { article: '《事业单位工作人员申诉规定》' },
      );
    demandDay(appeal, 'askedOn', '告知日期', input.askedOn, today);
    const usual = completionDue(calendarOf(tx), input.askedOn);
    const due = input.dueOn === null ? usual : { day: input.dueOn, rolledFrom: null, estimated: false };
    demandNotBefore('dueOn', '补正期限', due.day, input.askedOn, '告知日期');
    return {
      appeal: {
        ...appeal,
        completion: { askedOn: input.askedOn, lacking: input.lacking, dueOn: due.day, received: null },
        papers: [
          ...appeal.papers,
          placePaper(tx, newId, appeal, {
            form: 'completion',
            title: `${kindWord(appeal)}补正通知书（${publicPerson(appeal.person)}）`,
            datedOn: input.askedOn,
          }),
        ],
        clocks: [
          ...stopClocks(appeal.clocks, today, ['admission', 'handling']),
          { id: newId(), ...completionClock(input.askedOn, due) },
        ],
      },
      note: `${formatDay(due.day)}前补正：${input.lacking}`,
    };
  });

/** Keeps that the application was completed; the terms run anew from that day. */
export const supplement = async (
  input: z.output<typeof supplementInput>,
  context: CallContext,
): Promise<Appeal> => {
  const { store, newId, today } = context;
  const seen = requireAppealFor(context, input.id);
  demandOpen(seen, 'supplement', input.rev);
  const kept = await keepFiles(store, input.files);
  return changeAppeal(context, 'supplement', input, (appeal, tx) => {
    const { completion } = appeal;
    if (!completion) throw new AppError('illegal-step', '没有告知过补正。');
    demandPast('on', '收到补正材料的日期', input.on, today);
    demandNotBefore('on', '收到补正材料的日期', input.on, completion.askedOn, '告知补正的日期');
    const calendar = calendarOf(tx);
    return {
      appeal: {
        ...appeal,
        completion: { ...completion, received: { on: input.on, note: input.note } },
        files: [
          ...appeal.files,
          ...kept.map((file) => ({
            id: newId(),
            title: fileNameOf(appeal.person, file.name).slice(0, 60),
            file: { ...file, name: fileNameOf(appeal.person, file.name) },
            added: stampOf(tx),
          })),
        ],
        clocks: [
          ...stopClocks(appeal.clocks, today, ['completion']),
          { id: newId(), ...admissionClock(calendar, input.on) },
          { id: newId(), ...handlingClock(calendar, appeal.kind, appeal.inside, input.on) },
        ],
      },
      note: input.note,
    };
  });
};

/**
 * 受理. What came late is heard only with a reason that somebody approved.
 *
 * @throws AppError `unlawful` when it came late without, `forbidden` for a caller who had a part in the decision.
 */
export const accept = (input: z.output<typeof acceptInput>, context: CallContext): Promise<Appeal> =>
  changeAppeal(context, 'accept', input, (appeal, tx) => {
    const { newId, today } = context;
    demandDay(appeal, 'on', '受理日期', input.on, today);
    const { reason, approver } = input.late;
    const late = isLate(appeal) && appeal.limit !== null ? appeal.limit : null;
    demandLawful(
      findingsOf(readLawPack(tx), appealChecks, {
        pupil: appeal.kind === 'pupil-appeal',
        involved: [],
        late: late && {
          dueOn: late.dueOn,
          receivedOn: appeal.receivedOn,
          approved: reason !== '' && approver !== '',
        },
        heavier: [],
        handling: null,
      }),
    );
    const title = `${kindWord(appeal)}受理通知书（${publicPerson(appeal.person)}）`;
    return {
      appeal: {
        ...appeal,
        late: late === null ? null : { reason, approver, on: input.on },
        admission: { accepted: true, on: input.on, reason: '', made: stampOf(tx) },
        papers: [
          ...appeal.papers,
          placePaper(tx, newId, appeal, { form: 'acceptance', title, datedOn: input.on }),
        ],
        clocks: stopClocks(appeal.clocks, today, ['admission']),
      },
      note: late === null ? '' : `逾期申请，${approver}批准受理：${reason}`,
    };
  });

/** 不予受理, with the reason in a numbered paper that the applicant gets. */
export const refuse = (input: z.output<typeof refuseInput>, context: CallContext): Promise<Appeal> =>
  changeAppeal(context, 'refuse', input, (appeal, tx) => {
    const { newId, today } = context;
    demandDay(appeal, 'on', '决定不予受理的日期', input.on, today);
    const title = `${kindWord(appeal)}不予受理通知书（${publicPerson(appeal.person)}）`;
    return {
      appeal: {
        ...appeal,
        admission: { accepted: false, on: input.on, reason: input.reason, made: stampOf(tx) },
        papers: [
          ...appeal.papers,
          placePaper(tx, newId, appeal, { form: 'refusal', title, datedOn: input.on }),
        ],
        clocks: [
          ...stopClocks(appeal.clocks, today, ['admission', 'handling', 'completion']),
          { id: newId(), ...serviceClock(calendarOf(tx), input.on) },
        ],
      },
      note: input.reason,
    };
  });

/** 报送材料: what the school handed over to the authority that decides. */
export const forward = (input: z.output<typeof forwardInput>, context: CallContext): Promise<Appeal> =>
  changeAppeal(context, 'forward', input, (appeal, tx) => {
    demandDay(appeal, 'on', '报送日期', input.on, context.today);
    return {
      appeal: { ...appeal, forwarding: { on: input.on, text: input.text, made: stampOf(tx) } },
      note: input.text,
    };
  });
