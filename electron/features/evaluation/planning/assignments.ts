import { assign, type School } from '../../../../shared/features/evaluation/planning/assign.ts';
import { schoolYearOf } from '../../../../shared/features/organisation/grades.ts';
import { rates } from '../../../../shared/features/evaluation/rating.ts';
import {
  subjectSourceOf,
  type Assignment,
  type Cycle,
  type Rater,
  type RaterGroup,
} from '../../../../shared/features/evaluation/schema.ts';
import type { CycleView } from '../../../../shared/features/evaluation/views.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import {
  classCollection,
  courseCollection,
  schoolYearCollection,
  staffCollection,
  teachingsOn,
  teachingsWithin,
} from '../../organisation/index.ts';
import { scoreSheetCollection } from '../collections.ts';
import { sheetRaterId } from './ballots.ts';
import { changeCycle, requireGroup, type CycleTarget } from './change.ts';

/**
 * The time of which the cycle speaks, until now: its term or year, or the running school year where it is bound to none.
 * `to` is the day as of which it is asked who teaches whom: today, or the last day of a term that is over.
 */
const timeOf = (
  reader: Reader,
  { schoolYearId, term }: Cycle,
  today: string,
): { readonly from: string; readonly to: string } => {
  const terms = schoolYearId === null ? [] : (reader.get(schoolYearCollection, schoolYearId)?.terms ?? []);
  const meant = term === null ? terms : terms.slice(term, term + 1);
  const [from, last] = [meant[0]?.startsOn, meant.at(-1)?.endsOn];
  if (from === undefined || last === undefined)
    return { from: `${String(schoolYearOf(today))}-09-01`, to: today };
  return { from, to: today < from ? from : today > last ? last : today };
};

/** The school as the rules see it: posts as of today, classes as of the time of which the cycle speaks. */
const schoolOf = (reader: Reader, cycle: Cycle, assignment: Assignment, today: string): School => {
  const time = timeOf(reader, cycle, today);
  const former = assignment.kind === 'class' && assignment.former;
  return {
    source: subjectSourceOf(cycle.kind),
    departmentsOf: (staffId) =>
      reader
        .get(staffCollection, staffId)
        ?.holdings.filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today))
        .map(({ departmentId }) => departmentId) ?? [],
    classesOf: (staffId) => [
      ...reader
        .by(classCollection, 'headTeacher', staffId)
        .filter(({ graduatedOn }) => graduatedOn === null || graduatedOn >= time.to)
        .map(({ id }) => ({ classId: id, courseId: null })),
      ...(former ? teachingsWithin(reader, staffId, time) : teachingsOn(reader, staffId, time.to)),
    ],
  };
};

/** @throws AppError `invalid` for a rule by course that names none of the school's. */
const demandCourse = (reader: Reader, assignment: Assignment): void => {
  if (assignment.kind !== 'class' || assignment.teachers !== 'course') return;
  if (assignment.courseId === null) throw invalidField('assignment.courseId', '请选择学科');
  reader.require(courseCollection, assignment.courseId, '学科');
};

/** @throws AppError `illegal-step` where whom a rater rates is fixed. */
const demandAssignable = ({ state }: Cycle, group: RaterGroup): void => {
  if (state !== 'draft' && state !== 'scoring')
    throw new AppError('illegal-step', '已经收卷，谁评谁不能再改。');
  if (group.kind === 'self') throw new AppError('illegal-step', '自评由各人评自己，不用分派。');
  if (group.kind === 'data') throw new AppError('illegal-step', '数据指标没有评分人，不用分派。');
  if (state === 'scoring' && group.anonymous)
    throw new AppError('illegal-step', '匿名组在评分开始以后不能再改谁评谁，以免看出是谁评的。');
};

/** Nobody is taken off somebody about whom he has already given scores. */
const demandScoresKept = (
  tx: Tx,
  cycle: Cycle,
  group: RaterGroup,
  after: readonly Rater[],
  context: CallContext,
): void => {
  const byId = new Map(after.map((rater) => [rater.id, rater]));
  for (const sheet of tx.by(scoreSheetCollection, 'cycle', cycle.id)) {
    if (sheet.groupId !== group.id || Object.keys(sheet.scores).length === 0) continue;
    const before = group.raters.find(({ id }) => sheetRaterId(context, cycle, group, id) === sheet.raterId);
    const now = before && byId.get(before.id);
    if (!before || !now || rates(now, sheet.subjectId)) continue;
    const subject = cycle.subjects.find(({ id }) => id === sheet.subjectId);
    throw new AppError(
      'illegal-step',
      `“${before.name}”已经给“${subject?.name ?? ''}”评过分，不能改为不评。需要作废的，请先由本人清空。`,
    );
  }
};

const setRaters = (
  tx: Tx,
  cycle: Cycle,
  group: RaterGroup,
  change: Pick<RaterGroup, 'raters' | 'assignment'>,
  context: CallContext,
): Cycle => {
  if (cycle.state === 'scoring') demandScoresKept(tx, cycle, group, change.raters, context);
  return {
    ...cycle,
    groups: cycle.groups.map((one) => (one.id === group.id ? { ...one, ...change } : one)),
  };
};

/** @throws AppError `illegal-step` where it is fixed, or would take somebody off whom he already rated. */
export const assignByRule = (
  { groupId, assignment, ...target }: CycleTarget & { groupId: string; assignment: Assignment },
  context: CallContext,
): Promise<CycleView> =>
  changeCycle(target, context, (tx, cycle) => {
    const group = requireGroup(cycle, groupId);
    demandAssignable(cycle, group);
    demandCourse(tx, assignment);
    const raters = assign(
      { raters: group.raters, assignment },
      cycle.subjects,
      schoolOf(tx, cycle, assignment, context.today),
    );
    return {
      after: setRaters(tx, cycle, group, { raters, assignment }, context),
      note: `${group.name}：谁评谁`,
    };
  });

/** @throws AppError `not-found` for an unknown rater, `invalid` for unknown subjects or oneself, `illegal-step`. */
export const setAssignments = (
  {
    groupId,
    raters,
    ...target
  }: CycleTarget & {
    groupId: string;
    raters: readonly { readonly raterId: string; readonly subjectIds: readonly string[] }[];
  },
  context: CallContext,
): Promise<CycleView> =>
  changeCycle(target, context, (tx, cycle) => {
    const group = requireGroup(cycle, groupId);
    demandAssignable(cycle, group);
    const lists = new Map(raters.map(({ raterId, subjectIds }) => [raterId, new Set(subjectIds)]));
    const known = new Set(cycle.subjects.map(({ id }) => id));
    for (const [raterId, list] of lists) {
      const rater = group.raters.find(({ id }) => id === raterId);
      if (!rater) throw new AppError('not-found', '有评分人不在这个组里，请刷新后重试。');
      if ([...list].some((id) => !known.has(id)))
        throw new AppError('invalid', '有对象不在这次考核里，请刷新后重试。');
      if (rater.staffId !== null && list.has(rater.staffId))
        throw new AppError('invalid', `“${rater.name}”不能给自己评分；自评请另设自评组。`);
    }
    const next = group.raters.map((rater): Rater => {
      const list = lists.get(rater.id);
      if (list) return { ...rater, subjectIds: [...known].filter((id) => list.has(id)) };
      // By hand is by hand: who rates everybody today keeps these people, not whoever joins later.
      return { ...rater, subjectIds: [...known].filter((id) => rates(rater, id)) };
    });
    const change = { raters: next, assignment: { kind: 'manual' } } as const;
    return { after: setRaters(tx, cycle, group, change, context), note: `${group.name}：手工调整谁评谁` };
  });
