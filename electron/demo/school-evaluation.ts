import { addDays } from '../../shared/kernel/dates.ts';
import type { Caller } from './caller.ts';
import type { Happening } from './cases.ts';
import { adopt, begin, score, settle, type Chosen, type CyclePlan } from './school-cycles.ts';
import { courseOf, fileReport, list, subjectOf, write, type Place } from './school-self.ts';
import type { SelfEvaluationContent } from './self-evaluation-content.ts';
import { logIn, type World } from './world.ts';

/**
 * The school and its offices evaluate themselves: last year's evaluation is confirmed, with the report of somebody from
 * outside and a list of what had to be done, part of it done and one thing overdue; this year's is being written.
 */
export const planSchoolEvaluations = (world: World, content: SelfEvaluationContent): Happening[] => {
  const { today, year } = world;
  const ends = `${String(year)}-06-30`;
  const began = addDays(today, -12);
  const planOf = (what: string, about: string, last: boolean, loss: number, outside: number): CyclePlan => ({
    name: `${String(last ? year - 1 : year)}—${String(last ? year : year + 1)}学年${what}`,
    about,
    startsOn: last ? `${String(year)}-06-08` : began,
    endsOn: last ? ends : addDays(today, 18),
    startYear: last ? year - 1 : year,
    loss,
    outside,
  });
  const { school, departments } = content;
  const whole = { what: '办学质量自评', about: '对照办学质量标准全面自评，结果报主管教育行政部门。' };
  const offices = { what: '处室工作考核', about: '考核对象为四个处室，由校领导、年级组和教研组代表评议。' };
  const plans = {
    schoolLast: planOf(whole.what, whole.about, true, 13, 3),
    schoolNow: planOf(whole.what, whole.about, false, 9, 3),
    officesLast: planOf(offices.what, offices.about, true, 14, 4),
    officesNow: planOf(offices.what, offices.about, false, 10, 2),
  };
  const versions = { school: '', departments: '' };
  const blank: Place = { cycleId: '', subjectId: '' };
  let [schoolLast, officesLast] = [blank, blank];
  const departmentIds = async (office: Caller): Promise<string[]> => {
    const all = await office.call('organisation.departments', {});
    return departments.names.map((name) => {
      const found = all.departments.find((one) => one.name === name);
      if (!found) throw new Error(`no department ${name}`);
      return found.id;
    });
  };
  const everybody: Chosen = { by: 'kind', departmentIds: null };
  return [
    {
      day: plans.schoolLast.startsOn,
      async act() {
        const office = await logIn(world, 'bangongshi');
        versions.school = await adopt(office, 'school');
        versions.departments = await adopt(office, 'department');
        const cycleId = await begin(office, versions.school, plans.schoolLast, school.raters, everybody);
        schoolLast = await subjectOf(office, cycleId, null);
        const ids = await departmentIds(office);
        const other = await begin(office, versions.departments, plans.officesLast, departments.raters, {
          by: 'ids',
          ids,
        });
        officesLast = await subjectOf(office, other, departments.last.subject);
        await score(world, schoolLast.cycleId, school.raters, plans.schoolLast);
        await score(world, officesLast.cycleId, departments.raters, plans.officesLast);
        await write(office, schoolLast, school.last);
        await write(office, officesLast, departments.last);
      },
    },
    {
      day: addDays(ends, -4),
      async act() {
        await fileReport(world, await logIn(world, 'bangongshi'), schoolLast, school.report);
      },
    },
    {
      day: ends,
      async act() {
        await settle(world, schoolLast.cycleId);
        await settle(world, officesLast.cycleId);
        const office = await logIn(world, 'bangongshi');
        await list(office, schoolLast, school.last.actions, ends);
        await list(office, officesLast, departments.last.actions, ends);
      },
    },
    ...courseOf(world, () => schoolLast, school.last.actions, ends),
    ...courseOf(world, () => officesLast, departments.last.actions, ends),
    {
      day: began,
      async act() {
        const office = await logIn(world, 'bangongshi');
        const cycleId = await begin(office, versions.school, plans.schoolNow, school.raters, everybody);
        const place = await subjectOf(office, cycleId, null);
        const ids = await departmentIds(office);
        const other = await begin(office, versions.departments, plans.officesNow, departments.raters, {
          by: 'ids',
          ids,
        });
        await score(world, cycleId, school.raters, plans.schoolNow);
        await score(world, other, departments.raters, plans.officesNow);
        await write(office, place, school.present);
        await list(office, place, school.present.actions, began);
        await write(office, await subjectOf(office, other, departments.present.subject), departments.present);
      },
    },
  ];
};
