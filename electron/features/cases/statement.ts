import type { z } from 'zod';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { stopClocks } from '../../../shared/features/cases/clocks.ts';
import { currentNotifications } from '../../../shared/features/cases/conditions.ts';
import {
  adoptionLabels,
  statementOutcomeLabels,
  type Statement,
} from '../../../shared/features/cases/hearing.ts';
import type { hearStatementInput, holdHearingInput } from '../../../shared/features/cases/inputs.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import type { CallContext } from '../context.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { changeCase } from './change.ts';
import { personRef } from './people.ts';

const demandWholeStatement = (input: z.output<typeof hearStatementInput>, deadlineOn: string): void => {
  if (input.outcome === 'stated' && input.text === '') throw invalidField('text', '请填写陈述内容。');
  if (input.outcome === 'lapsed' && input.heardOn <= deadlineOn)
    throw invalidField('outcome', `陈述期限到${formatDay(deadlineOn)}为止，期限未满不能记为逾期未陈述。`);
  if (input.outcome === 'stated' && input.adoption !== null && input.adoptionReason === '')
    throw invalidField('adoptionReason', '请写明采纳或不采纳的理由。');
};

/** Keeps what one person said, or that nothing was said; said again it replaces what was kept in this round. */
export const hearStatement = (
  input: z.output<typeof hearStatementInput>,
  context: CallContext,
): Promise<CaseView> => {
  demandPast('heardOn', '陈述日期', input.heardOn, context.today);
  return changeCase(context, 'hearStatement', input, (record) => {
    const { round } = record;
    const subject = record.subjects.find(({ personId }) => personId === input.personId);
    if (!subject) throw invalidField('personId', '只能记录当事人的陈述。');
    const told = currentNotifications(record).find(({ personId }) => personId === input.personId);
    if (!told) throw new AppError('illegal-step', `还没有告知${subject.name}，不能记录陈述。`);
    demandNotBefore('heardOn', '陈述日期', input.heardOn, told.notifiedOn, '告知日期');
    demandWholeStatement(input, told.deadlineOn);
    const weighed = input.outcome === 'stated' ? input.adoption : null;
    const statement: Statement = {
      personId: input.personId,
      round,
      outcome: input.outcome,
      heardOn: input.heardOn,
      text: input.text,
      adoption: weighed,
      adoptionReason: weighed === null ? '' : input.adoptionReason,
      hearingAsked: input.hearingAsked,
    };
    return {
      record: {
        ...record,
        statements: [
          ...record.statements.filter((each) => each.round !== round || each.personId !== input.personId),
          statement,
        ],
        clocks: stopClocks(
          record.clocks,
          context.today,
          ({ kind, personId }) => kind === 'statement' && personId === input.personId,
        ),
      },
      note: `${subject.name}：${statementOutcomeLabels[input.outcome]}${weighed === null ? '' : `，${adoptionLabels[weighed]}`}${input.hearingAsked ? '，申请听证' : ''}`,
    };
  });
};

/** Nobody whom the matter is about, who reported it or who had to step back. @throws AppError `invalid` at the field. */
const demandImpartial = (record: CaseRecord, personId: string, field: string, what: string): void => {
  if (record.subjects.some((subject) => subject.personId === personId))
    throw invalidField(field, `当事人不能${what}，请另选人员。`);
  if (record.source.reporter?.id === personId)
    throw invalidField(field, `本事项的反映人不能${what}，请另选人员。`);
  const { person } =
    record.conflicts.find((each) => each.person.id === personId && each.outcome !== 'dismissed') ?? {};
  if (person) throw invalidField(field, `${person.name}应当回避，不能${what}，请另选人员。`);
};

/** Keeps a hearing. Nobody who checked the facts or investigated may chair it. */
export const holdHearing = (
  input: z.output<typeof holdHearingInput>,
  context: CallContext,
): Promise<CaseView> => {
  demandPast('heldOn', '听证日期', input.heldOn, context.today);
  return changeCase(context, 'holdHearing', input, (record, tx) => {
    const { round } = record;
    const subject = record.subjects.find(({ personId }) => personId === input.personId);
    if (!subject) throw invalidField('personId', '只能为当事人组织听证。');
    const told = currentNotifications(record).find(({ personId }) => personId === input.personId);
    demandNotBefore('heldOn', '听证日期', input.heldOn, told?.notifiedOn ?? '', '告知日期');
    const involved = [...record.checkers, ...(record.filing?.team ?? [])];
    if (involved.some(({ id }) => id === input.chairId))
      throw invalidField('chairId', '参加核实、调查的人员不能主持听证。');
    demandImpartial(record, input.chairId, 'chairId', '主持听证');
    demandImpartial(record, input.recorderId, 'recorderId', '担任听证记录人');
    return {
      record: {
        ...record,
        hearings: [
          ...record.hearings.filter((each) => each.round !== round || each.personId !== input.personId),
          {
            id: context.newId(),
            personId: input.personId,
            round,
            heldOn: input.heldOn,
            place: input.place,
            chair: personRef(tx, input.chairId),
            recorder: personRef(tx, input.recorderId),
            attendees: input.attendees,
            minutes: input.minutes,
            opinion: input.opinion,
            recorded: stampOf(tx),
          },
        ],
      },
      note: `${subject.name}：${formatDay(input.heldOn)}听证`,
    };
  });
};
