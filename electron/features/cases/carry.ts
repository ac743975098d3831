import type { z } from 'zod';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { clockKindLabels } from '../../../shared/features/cases/clock.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { isServed } from '../../../shared/features/cases/conditions.ts';
import { investigationLimit, stopClocks } from '../../../shared/features/cases/clocks.ts';
import type {
  completeTaskInput,
  extendClockInput,
  liftSanctionInput,
} from '../../../shared/features/cases/inputs.ts';
import type { CallContext } from '../context.ts';
import { allocateNumber } from '../papers/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { changeCase } from './change.ts';
import { sanctionCollection } from './collections.ts';
import { paperSeries } from './decision-papers.ts';
import { liftingTitle } from './notice-words.ts';

/** Keeps that something was done to carry a decision out; its term ends. */
export const completeTask = (
  input: z.output<typeof completeTaskInput>,
  context: CallContext,
): Promise<CaseView> => {
  demandPast('on', '办结日期', input.on, context.today);
  return changeCase(context, 'completeTask', input, (record, tx) => {
    const task = record.tasks.find(({ id }) => id === input.taskId);
    if (!task) throw new AppError('not-found', '找不到这项执行事项。');
    if (task.done) throw new AppError('illegal-step', '这项执行事项已经办结。');
    demandNotBefore('on', '办结日期', input.on, record.decision?.decidedOn ?? '', '决定日期');
    const person = record.subjects.find(({ personId }) => personId === task.personId);
    // 备案 may go out at once; whatever touches the person waits until he or she has the decision in hand.
    if (task.kind !== 'filing' && person && !isServed(record, person.personId))
      throw new AppError(
        'illegal-step',
        `决定还没有送达${person.name}，请先送达并登记送达记录，再办结这一项。`,
      );
    return {
      record: {
        ...record,
        tasks: record.tasks.map((each) =>
          each.id === task.id ? { ...each, done: { ...stampOf(tx), on: input.on, note: input.note } } : each,
        ),
        clocks: stopClocks(record.clocks, context.today, ({ itemId }) => itemId === task.id),
      },
      note: `${task.text}：${input.note}`,
    };
  });
};

/**
 * Moves a term on, with the reason and who approved it. Terms of others cannot be moved, and that of an investigation not
 * beyond twelve months from its filing (《事业单位工作人员处分规定》).
 */
export const extendClock = (
  input: z.output<typeof extendClockInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'extendClock', input, (record, tx) => {
    const clock = record.clocks.find(({ id }) => id === input.clockId);
    if (!clock) throw new AppError('not-found', '找不到这个期限。');
    if (clock.endedOn !== null) throw new AppError('illegal-step', '这个期限已经结束。');
    const label = clockKindLabels[clock.kind];
    if (clock.kind === 'review' || clock.kind === 'pupil-appeal')
      throw new AppError('unlawful', `${label}由法规规定，学校不能延长。`, { article: clock.ground });
    if (input.dueOn <= clock.dueOn) throw invalidField('dueOn', `新的期限应晚于${formatDay(clock.dueOn)}。`);
    const { filing } = record;
    if (clock.kind === 'investigation' && filing !== null) {
      const limit = investigationLimit(filing.approvedOn);
      if (input.dueOn > limit)
        throw new AppError(
          'unlawful',
          `办案期限最长到${formatDay(limit)}（自批准立案之日起十二个月），不能再延。请在此之前作出决定、撤销事项或者报请主管部门。`,
          { article: clock.ground, fields: [{ path: 'dueOn', message: '超过十二个月' }] },
        );
    }
    return {
      record: {
        ...record,
        clocks: record.clocks.map((each) =>
          each.id === clock.id
            ? {
                ...each,
                dueOn: input.dueOn,
                rolledFrom: null,
                extensions: [
                  ...each.extensions,
                  {
                    ...stampOf(tx),
                    from: clock.dueOn,
                    to: input.dueOn,
                    reason: input.reason,
                    approver: input.approver,
                  },
                ],
              }
            : each,
        ),
      },
      note: `${label}延至${formatDay(input.dueOn)}（${input.approver}批准）：${input.reason}`,
    };
  });

/**
 * 解除: the period is over, or a pupil has mended (第十四条 of 《中小学教育惩戒规则（试行）》). It gets a numbered paper, which the
 * person has to be told of in writing (《事业单位人事管理条例》第三十一条). Sanctions of staff are never lifted early.
 */
export const liftSanction = (
  input: z.output<typeof liftSanctionInput>,
  context: CallContext,
): Promise<CaseView> => {
  demandPast('liftedOn', '解除日期', input.liftedOn, context.today);
  return changeCase(context, 'liftSanction', input, (record, tx) => {
    const sanction = tx.require(sanctionCollection, input.sanctionId, '处理记录');
    if (sanction.caseId !== record.id) throw new AppError('not-found', '这条处理记录不属于本事项。');
    if (sanction.annulled !== null) throw new AppError('illegal-step', '这项处理已经撤销，不需要解除。');
    if (sanction.lifting !== null) throw new AppError('illegal-step', '这项处理已经解除。');
    if (sanction.endsOn === null)
      throw new AppError('illegal-step', `“${sanction.measureName}”没有期限，不需要解除。`);
    demandNotBefore('liftedOn', '解除日期', input.liftedOn, sanction.effectiveOn, '生效日期');
    if (sanction.measureKind === 'sanction' && input.liftedOn <= sanction.endsOn)
      throw new AppError(
        'unlawful',
        `${sanction.measureName}处分期到${formatDay(sanction.endsOn)}为止，期满后解除，不能提前。`,
        {
          article: '《事业单位工作人员处分规定》',
          fields: [{ path: 'liftedOn', message: '处分期未满' }],
        },
      );
    const subject = record.subjects.find(({ personId }) => personId === sanction.personId);
    const title = liftingTitle(record, sanction.personId, sanction);
    const number = allocateNumber(tx, context.newId, paperSeries(tx, '解', input.liftedOn), {
      title,
      caseId: record.id,
    });
    tx.replace(sanctionCollection, {
      ...sanction,
      lifting: {
        ...stampOf(tx),
        liftedOn: input.liftedOn,
        conduct: input.conduct,
        paperNumber: number.number,
      },
    });
    return {
      record: {
        ...record,
        papers: [
          ...record.papers,
          {
            id: context.newId(),
            form: 'lifting',
            title,
            personIds: [sanction.personId],
            itemIds: [],
            aboutId: sanction.id,
            numberId: number.id,
            number: number.number,
            issuedPaperId: null,
            external: null,
            void: false,
          },
        ],
      },
      note: `${subject?.name ?? ''}${sanction.measureName}自${formatDay(input.liftedOn)}起解除，文号 ${number.number}`,
    };
  });
};
