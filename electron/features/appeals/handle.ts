import type { z } from 'zod';
import type {
  assignInput,
  declareConflictInput,
  extendInput,
  lookInput,
  panelMemberInput,
  settleConflictInput,
} from '../../../shared/features/appeals/inputs.ts';
import { committeeGaps, type PanelMember } from '../../../shared/features/appeals/panel.ts';
import { involvedHandlers, involvedIn } from '../../../shared/features/appeals/rules.ts';
import type { Appeal } from '../../../shared/features/appeals/schema.ts';
import { isExtensionAllowed, longestExtension } from '../../../shared/features/appeals/terms.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import { demandLawful, findingsOf, type LawFinding } from '../../../shared/law/findings.ts';
import { appealChecks } from '../../../shared/law/rules/appeal.ts';
import type { Reader } from '../../store/types.ts';
import { requireCase } from '../cases/index.ts';
import type { CallContext, NewId } from '../context.ts';
import { requireStaff } from '../organisation/index.ts';
import { demandNotBefore, demandPast, stampOf } from '../record-acts.ts';
import { readLawPack } from '../standards/index.ts';
import { changeAppeal, requireAppealFor } from './change.ts';
import { placePaper } from './numbers.ts';
import { kindWord, publicPerson } from './words.ts';

type MemberInput = z.output<typeof panelMemberInput>;

const memberOf = (reader: Reader, newId: NewId, input: MemberInput, at: number): PanelMember => {
  const { staffId, name, capacity, about } = input;
  if (staffId !== null)
    return {
      person: { id: staffId, name: requireStaff(reader, staffId).name },
      outside: false,
      capacity,
      about,
    };
  if (name === '') throw invalidField(`members.${String(at)}.name`, '校外人员请填写姓名。');
  return { person: { id: newId(), name }, outside: true, capacity, about };
};

/** What the law pack says of some handlers. */
export const handlerFindings = (
  reader: Reader,
  appeal: Appeal,
  handlers: readonly Pick<PanelMember, 'person' | 'outside'>[],
): LawFinding[] =>
  findingsOf(readLawPack(reader), appealChecks, {
    pupil: appeal.kind === 'pupil-appeal',
    involved: involvedHandlers(involvedIn(requireCase(reader, appeal.case.id), appeal), handlers),
    late: null,
    heavier: [],
    handling: null,
  });

/** Who of the people named may not handle it, and which groups a committee lacks. Changes nothing. */
export const checkPanel = (
  { id, members }: { id: string; members: readonly MemberInput[] },
  context: CallContext,
): { findings: LawFinding[]; gaps: string[] } => {
  const { store, newId } = context;
  const appeal = requireAppealFor(context, id);
  const named = members
    .filter(({ staffId, name }) => staffId !== null || name !== '')
    .map((member, at) => memberOf(store, newId, member, at));
  return {
    findings: handlerFindings(store, appeal, named),
    gaps: appeal.kind === 'pupil-appeal' ? committeeGaps(named) : [],
  };
};

/**
 * Settles who handles it: others than those who had a part in the decision. Somebody who stays keeps his or her place.
 *
 * @throws AppError `unlawful` for somebody who may not, `invalid` for one named twice or a committee that is not complete.
 */
export const assign = (input: z.output<typeof assignInput>, context: CallContext): Promise<Appeal> =>
  changeAppeal(context, 'assign', input, (appeal, tx) => {
    const members = input.members.map((member, at) => memberOf(tx, context.newId, member, at));
    const doubled = members.findIndex(
      ({ person, outside }, at) =>
        members.findIndex((other) =>
          outside ? other.person.name === person.name : other.person.id === person.id,
        ) !== at,
    );
    if (doubled >= 0) throw invalidField(`members.${String(doubled)}.staffId`, '同一人选了两次。');
    demandLawful(handlerFindings(tx, appeal, members));
    const gaps = appeal.kind === 'pupil-appeal' ? committeeGaps(members) : [];
    if (gaps.length > 0 && input.gapReason === '')
      throw invalidField(
        'gapReason',
        `学生申诉委员会还缺${gaps.join('、')}。请补齐，或者写明不能补齐的原因。`,
      );
    const made = stampOf(tx);
    return {
      appeal: {
        ...appeal,
        panel: { name: input.name, members, gapReason: gaps.length > 0 ? input.gapReason : '', made },
      },
      note: `${input.name}：${members.map(({ person }) => person.name).join('、')}`,
    };
  });

/** Keeps that a member has, or is said to have, an interest; nothing is decided before it is settled. */
export const declareConflict = (
  input: z.output<typeof declareConflictInput>,
  context: CallContext,
): Promise<Appeal> =>
  changeAppeal(context, 'declareConflict', input, (appeal) => {
    demandPast('declaredOn', '申报日期', input.declaredOn, context.today);
    const member = appeal.panel?.members.find(({ person }) => person.id === input.memberId);
    if (!member) throw invalidField('memberId', '只能对办理人员申报回避。');
    return {
      appeal: {
        ...appeal,
        conflicts: [
          ...appeal.conflicts,
          {
            id: context.newId(),
            person: member.person,
            relation: input.relation,
            declaredOn: input.declaredOn,
            outcome: 'open',
            note: '',
          },
        ],
      },
      note: `${member.person.name}：${input.relation}`,
    };
  });

/** Settles a declared interest: dismissed with a reason, or the member steps back and leaves the panel. */
export const settleConflict = (
  input: z.output<typeof settleConflictInput>,
  context: CallContext,
): Promise<Appeal> =>
  changeAppeal(context, 'settleConflict', input, (appeal) => {
    const found = appeal.conflicts.find(({ id }) => id === input.conflictId);
    if (found?.outcome !== 'open') throw new AppError('not-found', '找不到待处理的回避。');
    const leaves = input.outcome === 'withdrawn';
    return {
      appeal: {
        ...appeal,
        conflicts: appeal.conflicts.map((each) =>
          each.id === found.id ? { ...each, outcome: input.outcome, note: input.note } : each,
        ),
        panel: appeal.panel && {
          ...appeal.panel,
          members: appeal.panel.members.filter(({ person }) => !leaves || person.id !== found.person.id),
        },
      },
      note: `${found.person.name}${leaves ? '回避' : '不需要回避'}：${input.note}`,
    };
  });

/** Keeps what the handlers read and whom they heard. */
export const look = (input: z.output<typeof lookInput>, context: CallContext): Promise<Appeal> =>
  changeAppeal(context, 'look', input, (appeal, tx) => {
    demandPast('on', '日期', input.on, context.today);
    demandNotBefore('on', '日期', input.on, appeal.receivedOn, '收到申请的日期');
    const { kind, on, people, text } = input;
    return {
      appeal: {
        ...appeal,
        looks: [...appeal.looks, { id: context.newId(), kind, on, people, text, made: stampOf(tx) }],
      },
      note: text.slice(0, 60),
    };
  });

/**
 * Moves the term to decide on, once and no further than the law allows; the applicant is told in writing.
 *
 * @throws AppError `unlawful` beyond it, `illegal-step` when it was moved before.
 */
export const extend = (input: z.output<typeof extendInput>, context: CallContext): Promise<Appeal> =>
  changeAppeal(context, 'extend', input, (appeal, tx) => {
    const { newId, today } = context;
    const clock = appeal.clocks.find(
      ({ kind, endedOn }) => endedOn === null && (kind === 'handling' || kind === 'authority'),
    );
    if (!clock) throw new AppError('illegal-step', '没有在走的办理期限。');
    if (clock.extensions.length > 0) throw new AppError('illegal-step', '办理期限只能延长一次。');
    if (input.dueOn <= clock.dueOn) throw invalidField('dueOn', `新的期限应晚于${formatDay(clock.dueOn)}。`);
    const most = longestExtension(appeal.kind);
    if (!isExtensionAllowed(appeal.kind, clock, input.dueOn))
      throw new AppError(
        'unlawful',
        most === 0
          ? `${kindWord(appeal)}的办理期限不能延长。`
          : `${kindWord(appeal)}的办理期限最多延长 ${String(most)} 日。请重新填写，或者在期限内作出决定。`,
        { article: clock.ground, fields: [{ path: 'dueOn', message: '超过可以延长的天数' }] },
      );
    const { reason, approver, dueOn } = input;
    return {
      appeal: {
        ...appeal,
        clocks: appeal.clocks.map((each) =>
          each.id === clock.id
            ? {
                ...each,
                dueOn,
                rolledFrom: null,
                extensions: [{ ...stampOf(tx), from: clock.dueOn, to: dueOn, reason, approver }],
              }
            : each,
        ),
        papers: appeal.inside
          ? [
              ...appeal.papers,
              placePaper(tx, newId, appeal, {
                form: 'extension',
                title: `${kindWord(appeal)}延长办理期限通知书（${publicPerson(appeal.person)}）`,
                datedOn: today,
              }),
            ]
          : appeal.papers,
      },
      note: `延至${formatDay(dueOn)}（${approver}批准）：${reason}`,
    };
  });
