import type { z } from 'zod';
import type { savePupilInput, saveStaffInput } from '../../../shared/features/organisation/channels.ts';
import { endHoldings, holdingProblems } from '../../../shared/features/organisation/holdings.ts';
import type { PostHolding, Pupil, Staff } from '../../../shared/features/organisation/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { Target } from '../../../shared/kernel/entity.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { CallContext } from '../context.ts';
import type { Reader, Tx } from '../../store/types.ts';
import {
  classCollection,
  departmentCollection,
  postCollection,
  pupilCollection,
  staffCollection,
} from './collections.ts';
import { endSeatsOf } from './bodies/seats.ts';
import { requireStaff } from './readers.ts';
import { save } from './records.ts';
import { endTeachingsOf } from './teaching/service.ts';
import { commit } from '../record-acts.ts';

/** @throws AppError `invalid` naming each post that cannot be held so. */
export const demandSoundHoldings = (
  reader: Reader,
  staff: Pick<Staff, 'holdings' | 'joinedOn' | 'leftOn'>,
): void => {
  staff.holdings.forEach(({ postId, departmentId, startsOn, endsOn }, place) => {
    reader.require(postCollection, postId, '岗位');
    const { name, closedOn } = reader.require(departmentCollection, departmentId, '部门');
    if (closedOn !== null && (endsOn === null || endsOn > closedOn || startsOn > closedOn))
      throw invalidField(
        `holdings.${String(place)}.departmentId`,
        `部门“${name}”已于${formatDay(closedOn)}撤销，不能再任职。`,
      );
  });
  const fields = holdingProblems(staff.holdings, staff);
  if (fields[0]) throw new AppError('invalid', fields[0].message, { fields });
};

const replaceStaff = (
  context: CallContext,
  { id, rev }: Target,
  change: (staff: Staff, tx: Tx) => Staff,
): Promise<Staff> =>
  commit(context, (tx) => {
    const next = { ...change(requireStaff(tx, id), tx), rev };
    demandSoundHoldings(tx, next);
    return tx.replace(staffCollection, next);
  });

/** Adds a person, or changes what the roster says of one. The last day at the school is kept as it is. */
export const saveStaff = (context: CallContext, input: z.output<typeof saveStaffInput>): Promise<Staff> =>
  commit(context, (tx) => {
    const leftOn = input.id === undefined ? null : requireStaff(tx, input.id).leftOn;
    const { id, rev, ...content } = input;
    demandSoundHoldings(tx, { ...content, leftOn });
    return save(tx, context, staffCollection, { id, rev }, (identity) => ({
      ...identity,
      ...content,
      leftOn,
    }));
  });

export const takeUpPost = (context: CallContext, target: Target, holding: PostHolding): Promise<Staff> =>
  replaceStaff(context, target, (staff) => ({ ...staff, holdings: [...staff.holdings, holding] }));

export const endPost = (
  context: CallContext,
  target: Target,
  { place, endsOn }: { readonly place: number; readonly endsOn: string },
): Promise<Staff> =>
  replaceStaff(context, target, (staff) => {
    if (!staff.holdings[place]) throw new AppError('not-found', '找不到这段任职，请刷新后重试。');
    return {
      ...staff,
      holdings: staff.holdings.map((holding, at) => (at === place ? { ...holding, endsOn } : holding)),
    };
  });

/**
 * The last day at the school: posts and teaching end with it and stay on record.
 *
 * @throws AppError `invalid` while the person leads a class, or for a day before the first one.
 */
export const leaveSchool = (context: CallContext, target: Target, leftOn: string): Promise<Staff> =>
  replaceStaff(context, target, (staff, tx) => {
    if (staff.joinedOn !== null && leftOn < staff.joinedOn)
      throw invalidField('leftOn', '离校日期不能早于入职日期');
    const led = context.store
      .by(classCollection, 'headTeacher', staff.id)
      .filter(({ graduatedOn }) => graduatedOn === null || graduatedOn > leftOn);
    if (led.length > 0)
      throw invalidField(
        'leftOn',
        `${staff.name}还担任 ${String(led.length)} 个班的班主任，请先更换班主任。`,
      );
    endSeatsOf(tx, staff.id, leftOn);
    endTeachingsOf(tx, 'staff', staff.id, leftOn);
    return { ...staff, leftOn, holdings: endHoldings(staff.holdings, leftOn) };
  });

export const returnToSchool = (context: CallContext, target: Target): Promise<Staff> =>
  replaceStaff(context, target, (staff) => ({ ...staff, leftOn: null }));

export const savePupil = (context: CallContext, input: z.output<typeof savePupilInput>): Promise<Pupil> =>
  commit(context, (tx) => {
    tx.require(classCollection, input.classId, '班级');
    const leftOn = input.id === undefined ? null : tx.require(pupilCollection, input.id, '学生').leftOn;
    const { id, rev, ...content } = input;
    return save(tx, context, pupilCollection, { id, rev }, (identity) => ({
      ...identity,
      ...content,
      leftOn,
    }));
  });

/** `leftOn` null: the pupil is back. */
export const leavePupil = (
  context: CallContext,
  { id, rev }: Target,
  leftOn: string | null,
): Promise<Pupil> =>
  commit(context, (tx) => {
    const pupil = tx.require(pupilCollection, id, '学生');
    if (leftOn !== null && pupil.enrolledOn !== null && leftOn < pupil.enrolledOn)
      throw invalidField('leftOn', '离校日期不能早于入学日期');
    return tx.replace(pupilCollection, { ...pupil, rev, leftOn });
  });
