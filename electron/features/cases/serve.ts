import type { z } from 'zod';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { pupilAppealClock, reviewClock, stopClocks } from '../../../shared/features/cases/clocks.ts';
import type { serviceInput } from '../../../shared/features/cases/inputs.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { isServed, unservedPapers } from '../../../shared/features/cases/conditions.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import { serviceWayLabels } from '../../../shared/law/proposal.ts';
import { serviceChecks } from '../../../shared/law/rules/service.ts';
import type { CallContext } from '../context.ts';
import { calendarOf } from '../calendar/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { readLawPack } from '../standards/index.ts';
import { changeCase } from './change.ts';
import { personRefs } from './people.ts';

type Service = z.output<typeof serviceInput>;

/** The day that counts as service: for 留置 the day it was left, otherwise signing, receipt or arrival. */
const completionOf = ({ way, servedOn, completedOn }: Service): string | null =>
  way === 'left' ? servedOn : completedOn;

const demandOrderly = (input: Service, record: CaseRecord, today: string): void => {
  demandPast('servedOn', '送达日期', input.servedOn, today);
  demandNotBefore('servedOn', '送达日期', input.servedOn, record.decision?.decidedOn ?? '', '决定日期');
  if (input.completedOn !== null) {
    demandPast('completedOn', '签收日期', input.completedOn, today);
    demandNotBefore('completedOn', '签收日期', input.completedOn, input.servedOn, '送达日期');
  }
  if (input.way !== 'left' && input.refusal !== null)
    throw invalidField('way', '本人拒收的，请改为留置送达。');
  if (input.way === 'direct' && input.receiver === '') throw invalidField('receiver', '请填写签收人。');
  const own = input.serverIds.findIndex((id) => record.subjects.some(({ personId }) => personId === id));
  if (own >= 0) throw invalidField(`serverIds.${String(own)}`, '当事人不能作为送达人。');
};

/** The papers that go with this service: those named, or all that the person has not got yet. */
const papersToServe = ({ personId, paperIds }: Service, record: CaseRecord): string[] => {
  const open = unservedPapers(record, personId).map(({ id }) => id);
  const foreign = paperIds?.findIndex((id) => !open.includes(id)) ?? -1;
  if (foreign >= 0) throw invalidField(`paperIds.${String(foreign)}`, '这份文书不是给本人的，或者已经送达。');
  return [...(paperIds ?? open)];
};

/**
 * Keeps that the papers reached a person. From that day, and not before, his or her term to object runs.
 *
 * @throws AppError `unlawful` for a service that proves nothing, `illegal-step` when this person was served before.
 */
export const recordService = (input: Service, context: CallContext): Promise<CaseView> =>
  changeCase(context, 'recordService', input, (record, tx) => {
    const subject = record.subjects.find(({ personId }) => personId === input.personId);
    if (!subject) throw invalidField('personId', '只能向当事人送达。');
    if (isServed(record, input.personId))
      throw new AppError('illegal-step', `已有${subject.name}的送达记录，不能重复记录。`);
    const paperIds = papersToServe(input, record);
    demandOrderly(input, record, context.today);
    const completedOn = completionOf(input);
    demandLawful(
      findingsOf(readLawPack(tx), serviceChecks, {
        name: subject.name,
        way: input.way,
        completedOn,
        serverIds: input.serverIds,
        refusal: input.refusal,
        consent: input.consent,
      }),
    );
    // The pack belongs to the school; without a day no term can run, whatever it says.
    if (completedOn === null) throw invalidField('completedOn', '请填写签收日期。');
    const services: CaseRecord['services'] = [
      ...record.services,
      {
        id: context.newId(),
        personId: input.personId,
        paperIds,
        way: input.way,
        servedOn: input.servedOn,
        place: input.place,
        receiver: input.receiver,
        relation: input.relation,
        completedOn,
        refusal: input.refusal,
        consent: input.consent,
        servers: personRefs(tx, input.serverIds),
        recorded: stampOf(tx),
      },
    ];
    const served = { ...record, services };
    const complete = record.subjects.every(({ personId }) => isServed(served, personId));
    const objection = subject.kind === 'pupil' ? pupilAppealClock : reviewClock;
    return {
      record: {
        ...record,
        services,
        clocks: [
          ...stopClocks(record.clocks, context.today, ({ kind }) => complete && kind === 'service'),
          ...(subject.kind === 'department'
            ? []
            : [{ id: context.newId(), ...objection(calendarOf(tx), completedOn, input.personId) }]),
        ],
      },
      note: `${subject.name}：${serviceWayLabels[input.way]}，${formatDay(completedOn)}${input.way === 'left' ? '留置' : '签收'}`,
    };
  });
