import type { z } from 'zod';
import { restartClocks, stopClocks } from '../../../shared/features/leads/deadlines.ts';
import type { triageInput, undoTriageInput } from '../../../shared/features/leads/inputs.ts';
import { receiverKindLabels, type Lead, type Triage } from '../../../shared/features/leads/schema.ts';
import { triageActs } from '../../../shared/features/leads/workflow.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import { demandPast, stampOf } from '../record-acts.ts';
import type { CaseDesk } from './case-desk.ts';
import { changeLead, concealerOf } from './change.ts';
import { leadMask } from './masks.ts';

type TriageInput = z.output<typeof triageInput>;
type Of<W extends TriageInput['way']> = Extract<TriageInput, { way: W }>;

const toCase = (input: Of<'case'>, context: CallContext, cases: CaseDesk): Promise<Lead> =>
  changeLead(context, 'triageCase', input, (lead, tx) => {
    if (!context.can('cases.register'))
      throw new AppError('forbidden', '您的角色不能登记问责事项，请由办公室或领导研判为问责事项。');
    const { subjects, occurredOn, summary } = input.case;
    demandPast('case.occurredOn', '发生日期', occurredOn, context.today);
    const doubled = subjects.findIndex(({ id }, at) => subjects.findIndex((other) => other.id === id) !== at);
    if (doubled >= 0) throw invalidField(`case.subjects.${String(doubled)}`, '同一当事人选了两次。');
    const { id, number } = cases.start(tx, context, {
      ...input.case,
      summary: leadMask(tx).text(lead, concealerOf(tx, lead.id)(summary)),
      leadId: lead.id,
      leadNumber: lead.number,
    });
    return {
      lead: {
        ...lead,
        triage: {
          way: 'case',
          reason: input.reason,
          transfer: null,
          case: { id, number },
          made: stampOf(tx),
        },
      },
      note: `登记为${number}：${input.reason}`,
    };
  });

const transferNote = ({ receiverKind, receiver, transferredOn }: NonNullable<Triage['transfer']>): string =>
  `${formatDay(transferredOn)}转${receiverKindLabels[receiverKind]}“${receiver}”办理`;

const toOthers = (input: Of<'transfer'>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'triageTransfer', input, (lead, tx) => {
    const { transfer, reason } = input;
    demandPast('transfer.transferredOn', '转办日期', transfer.transferredOn, context.today);
    if (transfer.transferredOn < lead.receivedOn)
      throw invalidField('transfer.transferredOn', '转办日期不能早于收到日期。');
    if (transfer.answerBy !== null && transfer.answerBy < transfer.transferredOn)
      throw invalidField('transfer.answerBy', '要求反馈的日期不能早于转办日期。');
    return {
      lead: { ...lead, triage: { way: 'transfer', reason, transfer, case: null, made: stampOf(tx) } },
      note: `${transferNote(transfer)}：${reason}`,
    };
  });

const here = (input: Of<'reply' | 'shelve'>, context: CallContext): Promise<Lead> =>
  changeLead(context, triageActs[input.way], input, (lead, tx) => ({
    lead: {
      ...lead,
      triage: { way: input.way, reason: input.reason, transfer: null, case: null, made: stampOf(tx) },
      // What is only kept waits for nobody, unless somebody is owed an answer.
      clocks:
        input.way === 'shelve' && lead.replyTo === 'nobody'
          ? stopClocks(lead.clocks, context.today)
          : lead.clocks,
    },
    note: input.reason,
  }));

/**
 * 研判: what is to become of a lead. One that goes on as a case registers it at once.
 *
 * @throws AppError `invalid` at the field at fault, and what cases refuse.
 */
export const triage = (input: TriageInput, context: CallContext, cases: CaseDesk): Promise<Lead> => {
  switch (input.way) {
    case 'case':
      return toCase(input, context, cases);
    case 'transfer':
      return toOthers(input, context);
    case 'reply':
    case 'shelve':
      return here(input, context);
  }
};

/**
 * Takes a triage back; the lead is to be judged anew.
 *
 * @throws AppError `illegal-step` while the case that came of it still counts.
 */
export const undoTriage = (
  input: z.output<typeof undoTriageInput>,
  context: CallContext,
  cases: CaseDesk,
): Promise<Lead> =>
  changeLead(context, 'undoTriage', input, (lead, tx) => {
    const started = lead.triage?.case;
    const held = started && cases.look(tx, started.id);
    if (held && !held.withdrawn)
      throw new AppError('illegal-step', `${held.number}还在办理，请先撤销这件问责事项，再撤回研判。`);
    const stopped = lead.triage?.way === 'shelve' && lead.replies.length === 0;
    return {
      lead: {
        ...lead,
        triage: null,
        clocks: stopped
          ? restartClocks(lead.clocks, lead.acknowledgement ? ['reply'] : ['acknowledge', 'reply'])
          : lead.clocks,
      },
      note: input.reason,
    };
  });
