import type { z } from 'zod';
import type { attachInput, registerAppealInput } from '../../../shared/features/appeals/inputs.ts';
import { isDecidedHere, isKindFor, kindLabels } from '../../../shared/features/appeals/kinds.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import { admissionClock, applyLimit, handlingClock } from '../../../shared/features/appeals/terms.ts';
import { actLabels } from '../../../shared/features/appeals/workflow.ts';
import { yearOf } from '../../../shared/kernel/dates.ts';
import type { OpenedFile } from '../../../shared/kernel/large-file.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import { calendarOf } from '../calendar/index.ts';
import { requireCase, demandOutsider } from '../cases/index.ts';
import type { CallContext } from '../context.ts';
import { allocateNumber } from '../papers/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { changeAppeal, demandOpen, requireAppealFor } from './change.ts';
import { appealCollection } from './collections.ts';
import {
  appealsOf,
  closedBy,
  isByAuthority,
  knownDay,
  organOf,
  papersOf,
  placeOfSubject,
  standingItems,
} from './complaints.ts';
import { takeFile } from '../file-content.ts';
import { openStored } from '../opened-files.ts';
import { fileNameOf, keepFiles } from './files.ts';
import { placePaper } from './numbers.ts';
import { publicPerson } from './words.ts';

type Registration = z.output<typeof registerAppealInput>;

/** Who is complained for, and what of the decision: @throws AppError `invalid` where it does not stand. */
const targetOf = (reader: Reader, input: Registration) => {
  const record = requireCase(reader, input.caseId);
  const subject = record.subjects.find(({ personId }) => personId === input.personId);
  if (!subject) throw invalidField('personId', '只能对本事项的当事人登记申请。');
  if (!isKindFor(input.kind, subject.kind))
    throw invalidField('kind', `${kindLabels[input.kind]}不适用于${subject.name}，请另选。`);
  const items = standingItems(reader, record, input.personId).filter(({ itemId }) =>
    input.itemIds.includes(itemId),
  );
  if (items.length < new Set(input.itemIds).size)
    throw invalidField('itemIds', '只能对现在有效的处理提出申请，请刷新后再选。');
  const closed = closedBy(appealsOf(reader, record.id, input.personId), input.kind);
  if (closed !== '') throw invalidField('kind', `${closed}。`);
  return { record, subject, items };
};

const demandApplicant = ({ kind, capacity }: Registration): void => {
  if (capacity === 'guardian' && kind !== 'pupil-appeal')
    throw invalidField('capacity', '监护人代为申请只用于学生。');
};

/**
 * Registers an appeal against measures that stand, gives it its number and starts its terms. Whether it is in time
 * follows from the service on record; where there is none, from the day on which the person knew.
 *
 * @throws AppError `invalid` at the field at fault.
 */
export const registerAppeal = async (input: Registration, context: CallContext): Promise<Appeal> => {
  const { store, actor, channel, newId, today } = context;
  demandPast('receivedOn', '收到日期', input.receivedOn, today);
  demandApplicant(input);
  demandOutsider(store, targetOf(store, input).record, context);
  const kept = await keepFiles(store, input.files);
  return store.transact({ actor, act: channel }, (tx) => {
    const { record, subject, items } = targetOf(tx, input);
    const { decision } = record;
    if (!decision) throw new AppError('illegal-step', '作出决定后才能申请复核、提出申诉。');
    demandNotBefore('receivedOn', '收到日期', input.receivedOn, decision.decidedOn, '决定日期');
    const itemIds = items.map(({ itemId }) => itemId);
    const knownOn = knownDay(tx, record, input.personId, input.kind, itemIds) ?? input.knownOn;
    if (knownOn === null)
      throw invalidField('knownOn', '没有送达记录，请填写申请人知道决定（接到复核决定）的日期。');
    demandPast('knownOn', '知道决定的日期', knownOn, input.receivedOn);
    demandNotBefore('knownOn', '知道决定的日期', knownOn, decision.decidedOn, '决定日期');
    const inside = isDecidedHere(input.kind, {
      ethics: record.matter.ethics,
      byAuthority: isByAuthority(tx, record, itemIds),
    });
    const id = newId();
    const person: Appeal['person'] = {
      id: subject.personId,
      kind: subject.kind,
      name: subject.name,
      place: placeOfSubject(subject),
      minor: subject.minor,
      guardian: subject.guardian?.name ?? '',
    };
    const number = allocateNumber(
      tx,
      newId,
      { kind: 'appeal', prefix: '申', year: yearOf(today) },
      { title: `${kindLabels[input.kind]}（${publicPerson(person)}）`, caseId: id },
    );
    const calendar = calendarOf(tx);
    const of = { id: record.id, number: record.number, matter: record.matter.name };
    return tx.insert(appealCollection, {
      id,
      number: number.number,
      numberId: number.id,
      kind: input.kind,
      state: 'received',
      inside,
      organ: organOf(tx, input.kind, inside),
      case: of,
      person,
      applicant: {
        capacity: input.capacity,
        name: input.capacity === 'self' ? subject.name : input.applicantName,
        contact: input.contact,
      },
      receivedOn: input.receivedOn,
      way: input.way,
      requests: input.requests,
      reasons: input.reasons,
      files: kept.map((file) => ({
        id: newId(),
        title: fileNameOf(person, file.name).slice(0, 60),
        file: { ...file, name: fileNameOf(person, file.name) },
        added: stampOf(tx),
      })),
      items,
      paperIds: papersOf(record, itemIds).map((paper) => paper.id),
      decidedOn: decision.decidedOn,
      knownOn,
      limit: applyLimit(calendar, input.kind, knownOn),
      late: null,
      completion: null,
      admission: null,
      panel: null,
      conflicts: [],
      looks: [],
      forwarding: null,
      decision: null,
      papers: [
        placePaper(
          tx,
          newId,
          { kind: input.kind, case: of },
          {
            form: 'application',
            title: `${kindLabels[input.kind]}申请登记表（${publicPerson(person)}）`,
            datedOn: input.receivedOn,
          },
        ),
      ],
      services: [],
      restorations: [],
      clocks: [
        ...(inside ? [{ id: newId(), ...admissionClock(calendar, input.receivedOn) }] : []),
        { id: newId(), ...handlingClock(calendar, input.kind, inside, input.receivedOn) },
      ],
      closing: null,
      withdrawal: null,
      registered: stampOf(tx),
      history: [{ made: stampOf(tx), act: actLabels.register, state: 'received', note: number.number }],
    });
  });
};

/** Adds a file to an appeal. */
export const attach = async (input: z.output<typeof attachInput>, context: CallContext): Promise<Appeal> => {
  const { newId } = context;
  const seen = requireAppealFor(context, input.id);
  demandOpen(seen, 'attach', input.rev);
  return takeFile(context, input.file, 'file', (file) =>
    changeAppeal(context, 'attach', input, (appeal, tx) => ({
      appeal: {
        ...appeal,
        files: [
          ...appeal.files,
          {
            id: newId(),
            title: fileNameOf(appeal.person, input.title),
            file: { ...file, name: fileNameOf(appeal.person, file.name) },
            added: stampOf(tx),
          },
        ],
      },
      note: fileNameOf(appeal.person, input.title),
    })),
  );
};

/** @throws AppError `not-found` for an unknown file, `storage` when it is damaged. */
export const openFile = async (
  { id, fileId }: { id: string; fileId: string },
  context: CallContext,
): Promise<OpenedFile> => {
  const appeal = requireAppealFor(context, id);
  const own = appeal.files.find((each) => each.id === fileId)?.file;
  const file = own ?? (fileId === 'result' ? appeal.decision?.file : null);
  if (!file) throw new AppError('not-found', '找不到这份材料。');
  return openStored(context, file);
};
