import type { z } from 'zod';
import type {
  appealServiceInput,
  closeAppealInput,
  distributeInput,
  restoreInput,
  withdrawAppealInput,
} from '../../../shared/features/appeals/inputs.ts';
import { isForApplicant, isServedPaper } from '../../../shared/features/appeals/conditions.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import { remedyClock, stopClocks } from '../../../shared/features/appeals/terms.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import { serviceWayLabels } from '../../../shared/law/proposal.ts';
import { serviceChecks } from '../../../shared/law/rules/service.ts';
import { calendarOf } from '../calendar/index.ts';
import { requireCase } from '../cases/index.ts';
import type { CallContext } from '../context.ts';
import { readSchool, requireStaff } from '../organisation/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { readLawPack } from '../standards/index.ts';
import { changeAppeal } from './change.ts';
import { placePaper } from './numbers.ts';
import { remedyKindOf } from './papers/remedy.ts';
import { publicPerson } from './words.ts';

type Service = z.output<typeof appealServiceInput>;

const demandOrderly = (input: Service, appeal: Appeal, today: string): void => {
  const papers = appeal.papers.filter(({ id }) => input.paperIds.includes(id));
  if (papers.length < new Set(input.paperIds).size) throw new AppError('not-found', '这件申请没有这份文书。');
  const open = papers.find(({ issuedPaperId }) => issuedPaperId === null);
  if (open) throw invalidField('paperIds', `${open.number ?? open.title}还没有印发，不能送达。`);
  const other = papers.find((paper) => !isForApplicant(paper));
  if (other) throw invalidField('paperIds', `${other.number ?? other.title}不是送达申请人的文书。`);
  const done = papers.find((paper) => isServedPaper(appeal, paper));
  if (done) throw invalidField('paperIds', `${done.number ?? done.title}已有送达记录，不能重复记录。`);
  demandPast('servedOn', '送达日期', input.servedOn, today);
  for (const { datedOn } of papers)
    demandNotBefore('servedOn', '送达日期', input.servedOn, datedOn, '文书日期');
  if (input.completedOn !== null) {
    demandPast('completedOn', '签收日期', input.completedOn, today);
    demandNotBefore('completedOn', '签收日期', input.completedOn, input.servedOn, '送达日期');
  }
  if (input.way !== 'left' && input.refusal !== null)
    throw invalidField('way', '申请人拒收的，请改为留置送达。');
  if (input.way === 'direct' && input.receiver === '') throw invalidField('receiver', '请填写签收人。');
  const own = input.serverIds.indexOf(appeal.person.id);
  if (own >= 0) throw invalidField(`serverIds.${String(own)}`, '当事人不能作为送达人。');
};

/**
 * Keeps that papers reached the applicant. From the service of a review decision, or of the refusal to
 * review, the term to appeal runs, not before.
 *
 * @throws AppError `unlawful` for a service that proves nothing, `invalid` for a paper that was not issued or is served.
 */
export const serve = (input: Service, context: CallContext): Promise<Appeal> =>
  changeAppeal(context, 'serve', input, (appeal, tx) => {
    const { newId, today } = context;
    demandOrderly(input, appeal, today);
    const { way, servedOn, place, receiver, relation, refusal, consent, serverIds, paperIds } = input;
    const completedOn = way === 'left' ? servedOn : input.completedOn;
    demandLawful(
      findingsOf(readLawPack(tx), serviceChecks, {
        name: appeal.applicant.name,
        way,
        completedOn,
        serverIds,
        refusal,
        consent,
      }),
    );
    if (completedOn === null) throw invalidField('completedOn', '请填写签收日期。');
    const serviceId = newId();
    const services: Appeal['services'] = [
      ...appeal.services,
      {
        id: serviceId,
        personId: appeal.person.id,
        paperIds,
        way,
        servedOn,
        place,
        receiver,
        relation,
        completedOn,
        refusal,
        consent,
        servers: [...new Set(serverIds)].map((id) => ({ id, name: requireStaff(tx, id).name })),
        recorded: stampOf(tx),
      },
    ];
    const ends = appeal.papers.some(
      ({ id, form }) => (form === 'decision' || form === 'refusal') && paperIds.includes(id),
    );
    const record = requireCase(tx, appeal.case.id);
    const opens =
      appeal.kind === 'review' &&
      ends &&
      remedyKindOf({ school: readSchool(tx), appeal, record }) === 'general';
    return {
      appeal: {
        ...appeal,
        services,
        papers: [
          ...appeal.papers,
          placePaper(tx, newId, appeal, {
            form: 'service-record',
            title: `送达回证（${publicPerson(appeal.person)}）`,
            datedOn: servedOn,
            serviceId,
          }),
        ],
        clocks: [
          ...(ends ? stopClocks(appeal.clocks, today, ['service']) : appeal.clocks),
          ...(opens ? [{ id: newId(), ...remedyClock(calendarOf(tx), completedOn) }] : []),
        ],
      },
      note: `${appeal.applicant.name}：${serviceWayLabels[way]}，${formatDay(completedOn)}${way === 'left' ? '留置' : '签收'}`,
    };
  });

/** Keeps how everybody whom a former paper had reached was told that it is no longer right. */
export const distribute = (input: z.output<typeof distributeInput>, context: CallContext): Promise<Appeal> =>
  changeAppeal(context, 'distribute', input, (appeal, tx) => {
    const paper = appeal.papers.find(({ id, form }) => id === input.paperId && form === 'correction');
    if (!paper) throw new AppError('not-found', '这件申请没有这份更正（撤销）通知。');
    if (paper.issuedPaperId === null) throw invalidField('paperId', '这份通知还没有印发，不能发出。');
    if (paper.distribution !== null) throw new AppError('illegal-step', '这份通知已经记录发出。');
    demandPast('on', '发出日期', input.on, context.today);
    demandNotBefore('on', '发出日期', input.on, paper.datedOn, '通知的日期');
    return {
      appeal: {
        ...appeal,
        papers: appeal.papers.map((each) =>
          each.id === paper.id
            ? { ...each, distribution: { ...stampOf(tx), on: input.on, note: input.note } }
            : each,
        ),
      },
      note: `${paper.number ?? paper.title}：${input.note}`,
    };
  });

/** Keeps that something was undone or put right. */
export const restore = (input: z.output<typeof restoreInput>, context: CallContext): Promise<Appeal> =>
  changeAppeal(context, 'restore', input, (appeal, tx) => {
    const found = appeal.restorations.find(({ id }) => id === input.restorationId);
    if (!found) throw new AppError('not-found', '找不到这项恢复事项。');
    if (found.done) throw new AppError('illegal-step', '这项恢复事项已经办结。');
    demandPast('on', '办结日期', input.on, context.today);
    demandNotBefore('on', '办结日期', input.on, appeal.decision?.decidedOn ?? '', '决定日期');
    return {
      appeal: {
        ...appeal,
        restorations: appeal.restorations.map((each) =>
          each.id === found.id ? { ...each, done: { ...stampOf(tx), on: input.on, note: input.note } } : each,
        ),
      },
      note: `${found.text}：${input.note}`,
    };
  });

/** Closes the file; the term of the next remedy goes on. */
export const closeAppeal = (
  input: z.output<typeof closeAppealInput>,
  context: CallContext,
): Promise<Appeal> =>
  changeAppeal(context, 'close', input, (appeal, tx) => ({
    appeal: {
      ...appeal,
      closing: { ...stampOf(tx), note: input.note },
      clocks: stopClocks(appeal.clocks, context.today, [
        'admission',
        'completion',
        'handling',
        'authority',
        'service',
      ]),
    },
    note: input.note,
  }));

/** 撤回: the applicant takes it back before it is decided. */
export const withdrawAppeal = (
  input: z.output<typeof withdrawAppealInput>,
  context: CallContext,
): Promise<Appeal> =>
  changeAppeal(context, 'withdraw', input, (appeal, tx) => {
    demandPast('on', '撤回日期', input.on, context.today);
    demandNotBefore('on', '撤回日期', input.on, appeal.receivedOn, '收到申请的日期');
    return {
      appeal: {
        ...appeal,
        withdrawal: { ...stampOf(tx), on: input.on, reason: input.reason },
        clocks: stopClocks(appeal.clocks, context.today, [
          'admission',
          'completion',
          'handling',
          'authority',
          'service',
          'remedy',
        ]),
      },
      note: input.reason,
    };
  });
