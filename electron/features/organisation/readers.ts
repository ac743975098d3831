import type { Staff } from '../../../shared/features/organisation/schema.ts';
import type { School, SchoolProfile } from '../../../shared/features/organisation/school.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { NewId } from '../context.ts';
import type { Reader, Tx } from '../../store/types.ts';
import { departmentCollection, postCollection, schoolCollection, staffCollection } from './collections.ts';
import { spansOn } from '../../../shared/kernel/span.ts';

/** @throws AppError `not-found` before a school was founded in this data folder. */
export const readSchool = (reader: Reader): School => {
  const [school] = reader.all(schoolCollection);
  if (!school) throw new AppError('not-found', '这个数据文件夹里还没有建立学校。');
  return school;
};

export const insertSchool = (tx: Tx, newId: NewId, profile: SchoolProfile): School =>
  tx.insert(schoolCollection, { id: newId(), ...profile });

/** @throws AppError `not-found` */
export const requireStaff = (reader: Reader, id: string): Staff =>
  reader.require(staffCollection, id, '教职工');

/** Where a person stands on a day, as papers and lists say it. */
export interface Place {
  /** Departments and posts by name, joined with 、; blank when none is held. */
  readonly department: string;
  readonly post: string;
  /** True when any post held counts as 从事管理 (《事业单位工作人员处分规定》第二条). */
  readonly managerial: boolean;
}

const distinct = (names: readonly string[]): string => [...new Set(names)].join('、');

export const placeOf = (reader: Reader, staff: Pick<Staff, 'holdings'>, day: string): Place => {
  const held = spansOn(staff.holdings, day);
  const posts = held.flatMap(({ postId }) => reader.get(postCollection, postId) ?? []);
  const departments = held.flatMap(
    ({ departmentId }) => reader.get(departmentCollection, departmentId) ?? [],
  );
  return {
    department: distinct(departments.map(({ name }) => name)),
    post: distinct(posts.map(({ name }) => name)),
    managerial: posts.some(({ managerial }) => managerial),
  };
};
