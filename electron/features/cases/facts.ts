import type { z } from 'zod';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { statementClock, statementDeadline, stopClocks } from '../../../shared/features/cases/clocks.ts';
import type {
  addNoteInput,
  declareConflictInput,
  establishInput,
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
  if (due.day < usual.day)
    throw invalidField(
      'deadlineOn',
      `陈述期限至少留三个工作日，不能早于${formatDay(usual.day)}。本人提前陈述或者放弃的，如实记录即可。`,
    );
  return changeCase(context, 'notify', input, (record) => {
    demandNotBefore('notifiedOn', '告知日期', input.notifiedOn, record.establishedOn ?? '', '核实日期');
    const adoptedOn = record.investigation.report?.adoption?.on ?? '';
    demandNotBefore('notifiedOn', '告知日期', input.notifiedOn, adoptedOn, '采纳调查报告的日期');
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
