import { formatDay } from '../../kernel/dates.ts';

import { rosterColumns } from './roster-columns.ts';
import { MissingNames, RowReader, rowOf, type RosterPlan } from './roster-plan.ts';
import type { RosterRow } from './roster-rows.ts';
import {
  readDay,
  readEmployment,
  readGender,
  readNames,
  readPhone,
  readText,
  readYesNo,
} from './roster-values.ts';
import {
  employmentLabels,
  genderLabels,
  type Department,
  type Post,
  type PostHolding,
  type Staff,
} from './schema.ts';
import { spansOn } from '../../kernel/span.ts';

/** What the plan has to know of the school. Ids of what is missing are given by `idFor` when it is to be made. */
export interface StaffLookup {
  readonly today: string;
  readonly byNumber: (number: string) => Staff | undefined;
  readonly department: (name: string) => Pick<Department, 'id' | 'closedOn'> | undefined;
  readonly post: (name: string) => Pick<Post, 'id'> | undefined;
  /** The id that a department or post not there yet would get; undefined: it must not be made. */
  readonly idFor: (kind: 'department' | 'post', name: string) => string | undefined;
  readonly nameOf: (id: string) => string;
  readonly newId: () => string;
}

const shown = (staff: Staff, lookup: StaffLookup): Map<string, string> => {
  const day = (value: string | null): string => (value === null ? '' : formatDay(value));
  return new Map([
    ['姓名', staff.name],
    ['性别', genderLabels[staff.gender]],
    ['编制与身份', employmentLabels[staff.employment]],
    ['岗位等级', staff.postGrade],
    ['职称', staff.title],
    ['党员', staff.partyMember ? '是' : '否'],
    ['手机', staff.phone],
    ['入职日期', day(staff.joinedOn)],
    [
      '任职',
      spansOn(staff.holdings, lookup.today)
        .map(({ postId, departmentId }) => `${lookup.nameOf(departmentId)}${lookup.nameOf(postId)}`)
        .join('、'),
    ],
  ]);
};

/** The pairs of department and post that a row names: one department for all posts, one post in all, or as many of each. */
const pairs = (departments: readonly string[], posts: readonly string[]): [string, string][] | undefined => {
  const [only] = departments;
  if (departments.length === 1 && only !== undefined) return posts.map((post) => [only, post]);
  const [same] = posts;
  if (posts.length === 1 && same !== undefined) return departments.map((department) => [department, same]);
  if (departments.length !== posts.length) return undefined;
  return posts.map((post, place) => [departments[place] ?? '', post]);
};

/**
 * What a staff roster would do. People are matched by 工号 alone. A blank cell leaves what is known; a post that the
 * person does not hold yet is added from 任职日期 (for new people from the day of joining, else today); posts that the
 * file does not name, and people who are not in it, are left alone.
 */
export const planStaff = (rows: readonly RosterRow[], lookup: StaffLookup): RosterPlan<Staff> => {
  const columns = rosterColumns.staff;
  const missing = new MissingNames();
  const problems: RosterPlan<Staff>['problems'][number][] = [];
  const listed: RosterPlan<Staff>['rows'][number][] = [];
  const people: RosterPlan<Staff>['people'][number][] = [];
  for (const row of rows) {
    const reader = new RowReader(columns, row);
    const before = lookup.byNumber(row.number);
    const gender = reader.read('gender', readGender) ?? before?.gender;
    const employment = reader.read('employment', readEmployment) ?? before?.employment;
    const joinedOn =
      reader.read('joinedOn', (text, { serial }) => readDay(text, serial)) ?? before?.joinedOn ?? null;
    const since = reader.read('since', (text, { serial }) => readDay(text, serial));
    const postGrade =
      reader.read('postGrade', (text) => readText(text, '岗位等级', 30)) ?? before?.postGrade ?? '';
    const title = reader.read('title', (text) => readText(text, '职称', 30)) ?? before?.title ?? '';
    const partyMember = reader.read('partyMember', readYesNo) ?? before?.partyMember ?? false;
    const phone = reader.read('phone', readPhone) ?? before?.phone ?? '';
    if (!before && !row.cells.has('gender')) reader.complain('gender', '新增人员须填写性别');
    if (!before && !row.cells.has('employment')) reader.complain('employment', '新增人员须填写编制与身份');

    const holds = (departmentId: string): boolean =>
      spansOn(before?.holdings ?? [], lookup.today).some((held) => held.departmentId === departmentId);
    const resolve = (kind: 'department' | 'post', name: string): string | undefined => {
      const found = kind === 'department' ? lookup.department(name) : lookup.post(name);
      const made = found ? undefined : lookup.idFor(kind, name);
      if (!found) missing.add({ kind, name });
      const closedOn = kind === 'department' ? (lookup.department(name)?.closedOn ?? null) : null;
      if (found && closedOn !== null && !holds(found.id))
        reader.complain('department', `部门“${name}”已于${formatDay(closedOn)}撤销，不能再任职`);
      if (!found && made === undefined)
        reader.complain(
          kind,
          `学校没有${kind === 'department' ? '部门' : '岗位'}“${name}”，请先建立，或勾选一并建立`,
        );
      return found?.id ?? made;
    };
    const departments = readNames(row.cells.get('department')?.text ?? '');
    const posts = readNames(row.cells.get('post')?.text ?? '');
    const holdings: PostHolding[] = [...(before?.holdings ?? [])];
    if (posts.length > 0 && departments.length === 0)
      reader.complain('department', '填写了岗位，还须填写部门');
    else if (departments.length > 0 && posts.length === 0)
      reader.complain('post', '填写了部门，还须填写岗位');
    else if (posts.length > 0) {
      const named = pairs(departments, posts);
      if (!named) reader.complain('post', '部门与岗位的个数对不上；几个岗位可以共用一个部门');
      for (const [department, post] of named ?? []) {
        const departmentId = resolve('department', department);
        const postId = resolve('post', post);
        if (departmentId === undefined || postId === undefined) continue;
        const startsOn = since ?? (before ? lookup.today : (joinedOn ?? lookup.today));
        // A post named twice, held today, or held on the day from which it would be added is not taken up again.
        const held = holdings.some(
          (holding) =>
            holding.departmentId === departmentId &&
            holding.postId === postId &&
            (holding.endsOn === null || holding.endsOn >= startsOn),
        );
        if (!held) holdings.push({ postId, departmentId, startsOn, endsOn: null });
      }
    }
    if (since !== undefined && joinedOn !== null && since < joinedOn)
      reader.complain('since', '任职日期不能早于入职日期');
    if (before && before.leftOn !== null && holdings.length > before.holdings.length)
      reader.complain('post', `${before.name}已离校，不能再任职；请先登记返校`);
    problems.push(...reader.problems);
    if (reader.problems.length > 0 || gender === undefined || employment === undefined) continue;
    const after: Staff = {
      id: before?.id ?? lookup.newId(),
      rev: before?.rev ?? 1,
      number: row.number,
      name: row.name,
      gender,
      employment,
      postGrade,
      title,
      partyMember,
      phone,
      joinedOn,
      leftOn: before?.leftOn ?? null,
      holdings,
    };
    listed.push(rowOf(row, before && shown(before, lookup), shown(after, lookup)));
    people.push({ before, after });
  }
  return { rows: listed, problems, missing: missing.list(), people };
};
