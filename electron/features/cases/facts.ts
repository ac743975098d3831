import type { z } from 'zod';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { standardCalendar } from '../../../shared/kernel/workdays.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { statementClock, statementDeadline, stopClocks } from '../../../shared/features/cases/clocks.ts';
import type {
  declareConflictInput,
  establishInput,
  hearStatementInput,
  notifyInput,
  settleConflictInput,
} from '../../../shared/features/cases/inputs.ts';
import {
  adoptionLabels,
  statementOutcomeLabels,
  type Statement,
} from '../../../shared/features/cases/schema.ts';
import { currentNotifications } from '../../../shared/features/cases/workflow.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import { checkerChecks } from '../../../shared/law/rules/people.ts';
import type { CallContext } from '../context.ts';
import { readLawPack } from '../standards/index.ts';
import { changeCase } from './change.ts';
import { demandNotBefore, demandPast } from './days.ts';
import { conflictsOf, proposedPersons } from './proposal.ts';
import { personRef, personRefs } from './register.ts';

export const declareConflict = (
  input: z.output<typeof declareConflictInput>,
  context: CallContext,
): Promise<CaseView> => {
  demandPast('declaredOn', '申报日期', input.declaredOn, context.today);
  return changeCase(context, 'declareConflict', input, (record, tx) => {
    const person = personRef(tx, input.personId);
    return {
      record: {
        ...record,
        conflicts: [
          ...record.conflicts,
          {
            id: context.newId(),
            person,
            relation: input.relation,
            declaredOn: input.declaredOn,
            outcome: 'open',
            note: '',
          },
        ],
      },
      note: `${person.name}：${input.relation}`,
    };
  });
};

/** Decides on a declared interest. @throws AppError `illegal-step` when that was done before. */
export const settleConflict = (
  input: z.output<typeof settleConflictInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'declareConflict', input, (record) => {
    const conflict = record.conflicts.find(({ id }) => id === input.conflictId);
    if (!conflict) throw new AppError('not-found', '找不到这条回避申报。');
    if (conflict.outcome !== 'open') throw new AppError('illegal-step', '这条回避申报已经处理过。');
    return {
      record: {
        ...record,
        conflicts: record.conflicts.map((each) =>
          each.id === conflict.id ? { ...each, outcome: input.outcome, note: input.note } : each,
        ),
      },
      note: `${conflict.person.name}${input.outcome === 'withdrawn' ? '回避' : '不必回避'}：${input.note}`,
    };
  });

/** Establishes facts, for the first time or anew: what was told and said before belongs to the former round. */
export const establishFacts = (
  input: z.output<typeof establishInput>,
  context: CallContext,
): Promise<CaseView> => {
  demandPast('establishedOn', '核实日期', input.establishedOn, context.today);
  return changeCase(context, 'establishFacts', input, (record, tx) => {
    demandNotBefore('establishedOn', '核实日期', input.establishedOn, record.occurredOn, '发生日期');
    const checkers = personRefs(tx, input.checkerIds);
    demandLawful(
      findingsOf(readLawPack(tx), checkerChecks('checkerIds'), {
        persons: proposedPersons(tx, record),
        checkers,
        reporterId: record.source.reporter?.id ?? null,
        conflicts: conflictsOf(record),
      }),
    );
    return {
      record: {
        ...record,
        facts: input.facts,
        establishedOn: input.establishedOn,
        checkers,
        gravity: input.gravity,
        round: record.round + 1,
        clocks: stopClocks(record.clocks, context.today, ({ kind }) => kind === 'statement'),
      },
      note: `核实人员：${checkers.map(({ name }) => name).join('、')}`,
    };
  });
};

/** Tells every person the facts and the right to speak, until a day that is the third working day unless given. */
export const notify = (input: z.output<typeof notifyInput>, context: CallContext): Promise<CaseView> => {
  demandPast('notifiedOn', '告知日期', input.notifiedOn, context.today);
  const usual = statementDeadline(standardCalendar, input.notifiedOn);
  const due =
    input.deadlineOn === undefined ? usual : { day: input.deadlineOn, rolledFrom: null, estimated: false };
  if (due.day <= input.notifiedOn) throw invalidField('deadlineOn', '陈述期限应晚于告知日期。');
  return changeCase(context, 'notify', input, (record) => {
    demandNotBefore('notifiedOn', '告知日期', input.notifiedOn, record.establishedOn ?? '', '核实日期');
    const { round } = record;
    return {
      record: {
        ...record,
        notifications: [
          ...record.notifications.filter((each) => each.round !== round),
          ...record.subjects.map(({ staffId }) => ({
            staffId,
            round,
            way: input.way,
            notifiedOn: input.notifiedOn,
            deadlineOn: due.day,
          })),
        ],
        clocks: [
          ...stopClocks(record.clocks, context.today, ({ kind }) => kind === 'statement'),
          ...record.subjects
            .filter(({ staffId }) =>
              record.statements.every((each) => each.round !== round || each.staffId !== staffId),
            )
            .map(({ staffId }) => ({
              id: context.newId(),
              ...statementClock(input.notifiedOn, due, staffId),
            })),
        ],
      },
      note: `${input.way === 'written' ? '书面' : '口头'}告知，陈述期限至${formatDay(due.day)}`,
    };
  });
};

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
    const subject = record.subjects.find(({ staffId }) => staffId === input.staffId);
    if (!subject) throw invalidField('staffId', '只能记录当事人的陈述。');
    const told = currentNotifications(record).find(({ staffId }) => staffId === input.staffId);
    if (!told) throw new AppError('illegal-step', `还没有告知${subject.name}，不能记录陈述。`);
    demandNotBefore('heardOn', '陈述日期', input.heardOn, told.notifiedOn, '告知日期');
    demandWholeStatement(input, told.deadlineOn);
    const weighed = input.outcome === 'stated' ? input.adoption : null;
    const statement: Statement = {
      staffId: input.staffId,
      round,
      outcome: input.outcome,
      heardOn: input.heardOn,
      text: input.text,
      adoption: weighed,
      adoptionReason: weighed === null ? '' : input.adoptionReason,
    };
    return {
      record: {
        ...record,
        statements: [
          ...record.statements.filter((each) => each.round !== round || each.staffId !== input.staffId),
          statement,
        ],
        clocks: stopClocks(
          record.clocks,
          context.today,
          ({ kind, staffId }) => kind === 'statement' && staffId === input.staffId,
        ),
      },
      note: `${subject.name}：${statementOutcomeLabels[input.outcome]}${weighed === null ? '' : `，${adoptionLabels[weighed]}`}`,
    };
  });
};
