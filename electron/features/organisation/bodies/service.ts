import type { z } from 'zod';
import type {
  appointInput,
  dissolveInput,
  editMemberInput,
  endMemberInput,
  saveBodyInput,
} from '../../../../shared/features/organisation/bodies/channels.ts';
import {
  beforeNewTerm,
  bodyProblems,
  endMembers,
} from '../../../../shared/features/organisation/bodies/rules.ts';
import {
  decidesCases,
  type Body,
  type BodyMember,
  type Seat,
} from '../../../../shared/features/organisation/bodies/schema.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { Target } from '../../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { requireStaff } from '../readers.ts';
import { save } from '../records.ts';
import { bodyCollection } from './collection.ts';
import { commit } from '../../record-acts.ts';

/** How members read whom a dissolution ended: it is by this that they come back with the body. */
const DISSOLVED = '机构撤销';

/** @throws AppError `not-found` */
export const requireBody = (reader: Reader, id: string): Body => reader.require(bodyCollection, id, '机构');

/** @throws AppError `invalid` naming what cannot be so. */
const demandSound = (body: Body): void => {
  const fields = bodyProblems(body);
  if (fields[0]) throw new AppError('invalid', `${fields[0].message}。`, { fields });
};

const change = (
  context: CallContext,
  { id, rev }: Target,
  work: (body: Body, tx: Tx) => Body,
): Promise<Body> =>
  commit(context, (tx) => {
    const next = { ...work(requireBody(tx, id), tx), rev };
    demandSound(next);
    return tx.replace(bodyCollection, next);
  });

const demandStanding = ({ name, dissolvedOn }: Body): void => {
  if (dissolvedOn !== null)
    throw new AppError('illegal-step', `“${name}”已于${formatDay(dissolvedOn)}撤销，不能再改动。`);
};

/** Adds a body, or changes what it is; who sits in it is changed by acts of its own. */
export const saveBody = (context: CallContext, input: z.output<typeof saveBodyInput>): Promise<Body> =>
  commit(context, (tx) => {
    const { id, rev, ...content } = input;
    if (content.powers.includes('decide') && !decidesCases(content.kind))
      throw invalidField('powers', '只有校长办公会、问责工作领导小组、学校党组织会议可以研究决定问责处理。');
    const held = id === undefined ? undefined : requireBody(tx, id);
    if (held) demandStanding(held);
    return save(tx, context, bodyCollection, { id, rev }, (identity) => {
      const body: Body = {
        ...identity,
        ...content,
        dissolvedOn: null,
        dissolvedWhy: '',
        terms: held?.terms ?? [],
        members: held?.members ?? [],
      };
      demandSound(body);
      return body;
    });
  });

/** A seat with its holder as the roster names him. @throws AppError `invalid` for nobody, or somebody who has left. */
const seatOf = (tx: Tx, seat: Seat, at: number, startsOn: string): Seat => {
  const path = `seats.${String(at)}`;
  if (seat.staffId === null) {
    if (seat.name === '') throw invalidField(`${path}.name`, `请填写第 ${String(at + 1)} 名成员的姓名`);
    return seat;
  }
  const { name, leftOn } = requireStaff(tx, seat.staffId);
  if (leftOn !== null && leftOn < startsOn)
    throw invalidField(`${path}.staffId`, `${name}已于${formatDay(leftOn)}离校，不能担任成员。`);
  return { ...seat, name, about: '' };
};

/** Brings members in; with `newTerm` those who sit end on the eve, and a term begins. */
export const appoint = (
  context: CallContext,
  { startsOn, way, basis, seats, newTerm, ...target }: z.output<typeof appointInput>,
): Promise<Body> =>
  change(context, target, (body, tx) => {
    demandStanding(body);
    const lastTerm = body.terms.at(-1);
    if (newTerm && lastTerm && startsOn <= lastTerm.startsOn)
      throw invalidField('startsOn', `新一届须晚于上一届开始之日（${formatDay(lastTerm.startsOn)}）`);
    const termEndsOn = newTerm?.endsOn ?? null;
    if (termEndsOn !== null && termEndsOn <= startsOn)
      throw invalidField('newTerm.endsOn', '任期届满日须晚于开始日期');
    const taken = seats.map((seat, at): BodyMember => ({
      ...seatOf(tx, seat, at, startsOn),
      id: context.newId(),
      startsOn,
      endsOn: null,
      way,
      basis,
      endReason: '',
    }));
    return {
      ...body,
      members: [...(newTerm ? beforeNewTerm(body.members, startsOn) : body.members), ...taken],
      terms: termEndsOn === null ? body.terms : [...body.terms, { startsOn, endsOn: termEndsOn, basis }],
    };
  });

const changeMember = (
  context: CallContext,
  target: Target,
  memberId: string,
  work: (member: BodyMember) => BodyMember,
): Promise<Body> =>
  change(context, target, (body) => {
    demandStanding(body);
    if (!body.members.some(({ id }) => id === memberId))
      throw new AppError('not-found', '找不到这名成员，请刷新后重试。');
    return { ...body, members: body.members.map((one) => (one.id === memberId ? work(one) : one)) };
  });

/** Puts right what was typed wrongly of a member. */
export const editMember = (
  context: CallContext,
  { id, rev, memberId, ...content }: z.output<typeof editMemberInput>,
): Promise<Body> =>
  changeMember(context, { id, rev }, memberId, (member) => ({
    ...member,
    ...content,
    about: member.staffId === null ? content.about : '',
  }));

export const endMember = (
  context: CallContext,
  { id, rev, memberId, endsOn, reason }: z.output<typeof endMemberInput>,
): Promise<Body> =>
  changeMember(context, { id, rev }, memberId, (member) => {
    if (member.endsOn !== null)
      throw new AppError('illegal-step', `${member.name}已于${formatDay(member.endsOn)}卸任。`);
    if (endsOn < member.startsOn) throw invalidField('endsOn', '结束日期不能早于开始日期');
    return { ...member, endsOn, endReason: reason };
  });

export const dissolveBody = (
  context: CallContext,
  { on, why, ...target }: z.output<typeof dissolveInput>,
): Promise<Body> =>
  change(context, target, (body) => {
    demandStanding(body);
    if (on < body.foundedOn) throw invalidField('on', '撤销日期不能早于成立日期');
    return { ...body, dissolvedOn: on, dissolvedWhy: why, members: endMembers(body.members, on, DISSOLVED) };
  });

export const restoreBody = (context: CallContext, target: Target): Promise<Body> =>
  change(context, target, (body) => {
    const { dissolvedOn } = body;
    if (dissolvedOn === null) throw new AppError('illegal-step', '这个机构没有撤销。');
    return {
      ...body,
      dissolvedOn: null,
      dissolvedWhy: '',
      members: body.members.map((member) =>
        member.endsOn === dissolvedOn && member.endReason === DISSOLVED
          ? { ...member, endsOn: null, endReason: '' }
          : member,
      ),
    };
  });
