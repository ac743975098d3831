import type { z } from 'zod';
import type {
  saveCourseInput,
  saveTeachingInput,
  teachingChannels,
} from '../../../../shared/features/organisation/teaching/channels.ts';
import { usualCourses } from '../../../../shared/features/organisation/teaching/courses.ts';
import {
  changesBetween,
  endTeachings,
  handOver,
  teachingProblems,
} from '../../../../shared/features/organisation/teaching/rules.ts';
import type { Course, Teaching } from '../../../../shared/features/organisation/teaching/schema.ts';
import { classLabel } from '../../../../shared/features/organisation/grades.ts';
import type { FieldIssue } from '../../../../shared/kernel/result.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { classCollection } from '../collections.ts';
import { readSchool, requireStaff } from '../readers.ts';
import { save } from '../records.ts';
import { courseCollection, teachingCollection } from './collections.ts';
import { allCourses } from './readers.ts';
import { spansOn, type Span } from '../../../../shared/kernel/span.ts';
import { commit } from '../../record-acts.ts';

export const saveCourse = (context: CallContext, input: z.output<typeof saveCourseInput>): Promise<Course> =>
  commit(context, (tx) => {
    const { id, closedOn } = input;
    if (id !== undefined && closedOn !== null) {
      const lasting = tx
        .by(teachingCollection, 'course', id)
        .filter(({ endsOn }) => endsOn === null || endsOn > closedOn);
      const [first] = lasting;
      if (first)
        throw invalidField(
          'closedOn',
          `还有 ${String(lasting.length)} 项任课（如${requireStaff(tx, first.staffId).name}）在这一天以后，请先在“任课安排”里结束。`,
        );
    }
    return save(tx, context, courseCollection, input, (identity) => ({
      ...identity,
      name: input.name,
      order: input.order,
      closedOn,
    }));
  });

/** Adds what schools of this stage usually teach and the list has not. @returns how many were added. */
export const addUsualCourses = (context: CallContext): Promise<number> =>
  commit(context, (tx) => {
    const held = allCourses(tx);
    const names = new Set(held.map(({ name }) => name));
    const fresh = usualCourses(readSchool(tx).stage).filter((name) => !names.has(name));
    const order = Math.max(0, ...held.map((course) => course.order + 1));
    for (const [at, name] of fresh.entries())
      tx.insert(courseCollection, { id: context.newId(), name, order: order + at, closedOn: null });
    return fresh.length;
  });

/** What stands against an assignment, given everything else that is laid down for the class and the course. */
export const problemsOf = (reader: Reader, teaching: Teaching, cell: readonly Teaching[]): FieldIssue[] =>
  teachingProblems(teaching, {
    staff: requireStaff(reader, teaching.staffId),
    class: reader.require(classCollection, teaching.classId, '班级'),
    course: reader.require(courseCollection, teaching.courseId, '学科'),
    others: cell.filter(({ id, staffId }) => id !== teaching.id && staffId === teaching.staffId),
  });

/** Writes what became of the assignments of one class and course. @returns how many records changed. */
export const writeTeachings = (tx: Tx, before: readonly Teaching[], after: readonly Teaching[]): number => {
  const { added, replaced, removed } = changesBetween(before, after);
  for (const { id, rev } of removed) tx.remove(teachingCollection, id, rev);
  for (const teaching of replaced) tx.replace(teachingCollection, teaching);
  for (const teaching of added) tx.insert(teachingCollection, teaching);
  return removed.length + replaced.length + added.length;
};

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set(a).size === new Set(b).size && a.every((id) => b.includes(id));

const namesOf = (reader: Reader, staffIds: readonly string[]): string =>
  staffIds.map((id) => requireStaff(reader, id).name).join('、') || '无人任课';

type HandOverInput = z.output<(typeof teachingChannels)['organisation.handOverTeaching']['input']>;

/**
 * Lays down who teaches in these cells from a day on, all of them or none.
 *
 * @throws AppError `conflict` where somebody else changed a cell meanwhile, `invalid` with the path of each cell
 * (`cells.3.staffIds`) in which somebody cannot teach then.
 */
export const handOverTeaching = (context: CallContext, { day, cells }: HandOverInput): Promise<number> =>
  commit(context, (tx) => {
    const problems: FieldIssue[] = [];
    let changed = 0;
    for (const [place, { classId, courseId, seen, staffIds }] of cells.entries()) {
      const held = tx.by(teachingCollection, 'cell', `${classId} ${courseId}`);
      const now = spansOn(held, day).map(({ staffId }) => staffId);
      const of = tx.require(classCollection, classId, '班级');
      const course = tx.require(courseCollection, courseId, '学科');
      const where = `${classLabel(of, day)}${course.name}`;
      if (!sameSet(now, seen))
        throw new AppError(
          'conflict',
          `${where}的任课教师刚被别人改过，现在是${namesOf(tx, now)}。没有保存任何改动，请核对后再保存。`,
        );
      const make = (staffId: string, span: Span): Teaching => ({
        id: context.newId(),
        rev: 1,
        staffId,
        classId,
        courseId,
        ...span,
      });
      const after = handOver(held, { day, staffIds, make });
      const { added, replaced } = changesBetween(held, after);
      const wrong = [...added, ...replaced].flatMap((teaching) =>
        staffIds.includes(teaching.staffId) ? problemsOf(tx, teaching, after) : [],
      );
      problems.push(
        ...wrong.map(({ message }) => ({
          path: `cells.${String(place)}.staffIds`,
          message: `${where}：${message}`,
        })),
      );
      if (wrong.length === 0) changed += writeTeachings(tx, held, after);
    }
    const [first] = problems;
    if (first) throw new AppError('invalid', first.message, { fields: problems });
    return changed;
  });

/** Adds one assignment with its days, or corrects one. @throws AppError `invalid` at the field that is wrong. */
export const saveTeaching = (
  context: CallContext,
  input: z.output<typeof saveTeachingInput>,
): Promise<Teaching> =>
  commit(context, (tx) => {
    const { id, rev, ...content } = input;
    const cell = tx.by(teachingCollection, 'cell', `${content.classId} ${content.courseId}`);
    const fields = problemsOf(tx, { ...content, id: id ?? '', rev: rev ?? 1 }, cell);
    if (fields[0]) throw new AppError('invalid', fields[0].message, { fields });
    return save(tx, context, teachingCollection, { id, rev }, (identity) => ({ ...identity, ...content }));
  });

/** What somebody teaches ends with the last day at the school, what a class is taught with its graduation. */
export const endTeachingsOf = (tx: Tx, index: 'staff' | 'class', id: string, lastDay: string): void => {
  const held = tx.by(teachingCollection, index, id);
  writeTeachings(tx, held, endTeachings(held, lastDay));
};
