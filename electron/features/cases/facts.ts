import type { z } from 'zod';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { statementClock, statementDeadline, stopClocks } from '../../../shared/features/cases/clocks.ts';
import { currentNotifications } from '../../../shared/features/cases/conditions.ts';
import {
  adoptionLabels,
  statementOutcomeLabels,
  type Statement,
} from '../../../shared/features/cases/hearing.ts';
import type {
  addNoteInput,
  declareConflictInput,
  establishInput,
  hearStatementInput,
  holdHearingInput,
  notifyInput,
  settleConflictInput,
} from '../../../shared/features/cases/inputs.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import { checkerChecks } from '../../../shared/law/rules/people.ts';
import type { CallContext } from '../context.ts';
import { calendarOf } from '../calendar/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { readLawPack } from '../standards/index.ts';
import { changeCase } from './change.ts';
import { personRef, personRefs } from './people.ts';
import { conflictsOf, proposedPersons } from './proposal.ts';

export const addNote = (input: z.output<typeof addNoteInput>, context: CallContext): Promise<CaseView> =>
  changeCase(context, 'addNote', input, (record, tx) => ({
    record: {
      ...record,
      notes: [...record.notes, { id: context.newId(), text: input.text, made: stampOf(tx) }],
    },
    // The course of a case is printed; what a note says is not.
    note: '',
  }));

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
    const { 'too-few-checkers': tooFew, 'checker-conflict': conflict } = checkerChecks('checkerIds');
    demandLawful(
      findingsOf(
        readLawPack(tx),
        // Slight matters of pupils may be established by one teacher; the decision asks for more where it has to.
        { 'checker-conflict': conflict, ...(record.route === 'pupil' ? {} : { 'too-few-checkers': tooFew }) },
        {
          persons: proposedPersons(tx, record),
          checkers,
          reporterId: record.source.reporter?.id ?? null,
          conflicts: conflictsOf(record),
        },
      ),
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

type Notifying = z.output<typeof notifyInput>;

/** Guardians have to be told of what is intended for their child, and when: before it is decided. */
const demandGuardians = (input: Notifying, record: CaseRecord, today: string): void => {
  for (const { personId, name, kind } of record.subjects) {
    if (kind !== 'pupil') continue;
    const at = input.guardians.findIndex((each) => each.personId === personId);
    if (at < 0) throw invalidField('guardians', `请填写告知${name}监护人的情况。`);
    demandPast(
      `guardians.${String(at)}.guardian.toldOn`,
      '告知监护人的日期',
      input.guardians[at]?.guardian.toldOn ?? today,
      today,
    );
  }
};

/** Tells every person the facts and the right to speak, until a day that is the third working day unless given. */
export const notify = (input: Notifying, context: CallContext): Promise<CaseView> => {
  demandPast('notifiedOn', '告知日期', input.notifiedOn, context.today);
  const usual = statementDeadline(calendarOf(context.store), input.notifiedOn);
  const due =
    input.deadlineOn === undefined ? usual : { day: input.deadlineOn, rolledFrom: null, estimated: false };
  if (due.day <= input.notifiedOn) throw invalidField('deadlineOn', '陈述期限应晚于告知日期。');
  return changeCase(context, 'notify', input, (record) => {
    demandNotBefore('notifiedOn', '告知日期', input.notifiedOn, record.establishedOn ?? '', '核实日期');
    demandGuardians(input, record, context.today);
    const { round } = record;
    return {
      record: {
        ...record,
        notifications: [
          ...record.notifications.filter((each) => each.round !== round),
          ...record.subjects.map(({ personId, kind }) => ({
            personId,
            round,
            way: input.way,
            notifiedOn: input.notifiedOn,
            deadlineOn: due.day,
            intended: input.intended.find((each) => each.personId === personId)?.text ?? '',
            hearingOffered: input.hearingOffered,
            guardian:
              kind === 'pupil'
                ? (input.guardians.find((each) => each.personId === personId)?.guardian ?? null)
                : null,
          })),
        ],
        clocks: [
          ...stopClocks(record.clocks, context.today, ({ kind }) => kind === 'statement'),
          ...record.subjects
            .filter(({ personId }) =>
              record.statements.every((each) => each.round !== round || each.personId !== personId),
            )
            .map(({ personId }) => ({
              id: context.newId(),
              ...statementClock(input.notifiedOn, due, personId),
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
    if (record.subjects.some(({ personId }) => personId === input.chairId))
      throw invalidField('chairId', '当事人不能主持听证。');
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
