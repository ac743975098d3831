import { classLabel, gradeOn, schoolYearOf } from '../../../shared/features/organisation/grades.ts';
import type { PupilLookup } from '../../../shared/features/organisation/roster-pupils.ts';
import type { StaffLookup } from '../../../shared/features/organisation/roster-staff.ts';
import type { ClassName } from '../../../shared/features/organisation/roster-values.ts';
import type { Department, Post, SchoolClass } from '../../../shared/features/organisation/schema.ts';
import { courseNamed, plainCourse } from '../../../shared/features/organisation/teaching/courses.ts';
import type { TeachingLookup } from '../../../shared/features/organisation/teaching/plan.ts';
import type { Course } from '../../../shared/features/organisation/teaching/schema.ts';
import { teacherLabels, teacherLookup } from '../../../shared/features/organisation/teaching/teachers.ts';
import type { NewId } from '../context.ts';
import type { Reader } from '../../store/types.ts';
import {
  classCollection,
  departmentCollection,
  postCollection,
  pupilCollection,
  staffCollection,
} from './collections.ts';
import { courseCollection, teachingCollection } from './teaching/collections.ts';
import { allCourses, classTeachingsOn, coursesOn } from './teaching/readers.ts';
import { problemsOf } from './teaching/service.ts';
import { classesOn, staffOn } from './teaching/views.ts';

/** What an import makes besides people. */
export interface MadeWith {
  readonly departments: Omit<Department, 'rev'>[];
  readonly posts: Omit<Post, 'rev'>[];
  readonly classes: Omit<SchoolClass, 'rev'>[];
  readonly courses: Omit<Course, 'rev'>[];
}

export interface LookupOptions {
  readonly today: string;
  readonly newId: NewId;
  /** Departments, posts, classes and courses that the file names are made with it. */
  readonly createMissing: boolean;
  /** From which day on a table of teachings holds where it names none. */
  readonly from: string;
  /** A table of teachings is the whole of its classes. */
  readonly whole: boolean;
}

const nothingMade = (): MadeWith => ({ departments: [], posts: [], classes: [], courses: [] });

/** How a school has classes in its tables. */
const isMeantOn =
  (day: string) =>
  (name: ClassName) =>
  (held: Omit<SchoolClass, 'rev'>): boolean =>
    held.ordinal === name.ordinal &&
    (name.by === 'grade' ? gradeOn(held, day) === name.grade : held.entryYear === name.year);

const MANAGERIAL = /校长|书记|主任|副主任|处长|干事长/;

const kindOfPost = (name: string): Post['kind'] => {
  if (/校长|书记/.test(name)) return 'leader';
  if (/主任(?!.*班)|处长/.test(name) && !name.includes('班主任')) return 'middle';
  if (/教师|老师|班主任|组长/.test(name)) return 'teacher';
  return /保安|保洁|食堂|司机|工勤|水电/.test(name) ? 'logistics' : 'support';
};

/** The school as a staff import sees it; `made` fills up with what it names anew. */
export const staffLookup = (
  reader: Reader,
  { today, newId, createMissing }: LookupOptions,
): { lookup: StaffLookup; made: MadeWith } => {
  const made = nothingMade();
  const departments = new Map(reader.all(departmentCollection).map((each) => [each.name, each]));
  const posts = new Map(reader.all(postCollection).map((each) => [each.name, each]));
  const names = new Map(
    [...departments.values(), ...posts.values()].map(({ id, name }): [string, string] => [id, name]),
  );
  const order = Math.max(0, ...[...departments.values()].map((each) => each.order + 1));
  return {
    made,
    lookup: {
      today,
      newId,
      byNumber: (number) => reader.by(staffCollection, 'number', number)[0],
      department: (name) => departments.get(name),
      post: (name) => posts.get(name),
      nameOf: (id) => names.get(id) ?? '',
      idFor(kind, name) {
        if (!createMissing) return undefined;
        const list = kind === 'department' ? made.departments : made.posts;
        const held = list.find((each) => each.name === name);
        if (held) return held.id;
        const id = newId();
        names.set(id, name);
        if (kind === 'department')
          made.departments.push({ id, name, order: order + made.departments.length, closedOn: null });
        else {
          const managerial = MANAGERIAL.test(name) && !name.includes('班主任');
          made.posts.push({ id, name, kind: kindOfPost(name), managerial });
        }
        return id;
      },
    },
  };
};

/** The school as a pupils' import sees it. */
export const pupilLookup = (
  reader: Reader,
  { today, newId, createMissing }: LookupOptions,
): { lookup: PupilLookup; made: MadeWith } => {
  const made = nothingMade();
  const present = reader
    .all(classCollection)
    .filter(({ graduatedOn }) => graduatedOn === null || today <= graduatedOn);
  const isMeant = isMeantOn(today);
  // A school takes pupils in at its lowest grade; 小学 from 1, 初中 from 7, 高中 from 10.
  const entryGradeOf = (grade: number): number => (grade >= 10 ? 10 : grade >= 7 ? 7 : 1);
  const all = new Map<string, Omit<SchoolClass, 'rev'>>(
    reader.all(classCollection).map((held) => [held.id, held]),
  );
  return {
    made,
    lookup: {
      newId,
      byNumber: (number) => reader.by(pupilCollection, 'number', number)[0],
      class: (name) => present.find(isMeant(name)),
      labelOf: (id) => {
        const held = all.get(id);
        return held ? classLabel(held, today) : '';
      },
      idFor(name) {
        // A year of entry alone does not tell the grade of entry.
        if (!createMissing || name.by === 'entry') return undefined;
        const held = made.classes.find(isMeant(name));
        if (held) return held.id;
        const entryGrade = entryGradeOf(name.grade);
        const fresh = {
          id: newId(),
          entryYear: schoolYearOf(today) - (name.grade - entryGrade),
          entryGrade,
          ordinal: name.ordinal,
          headTeacherId: null,
          graduatedOn: null,
        };
        made.classes.push(fresh);
        all.set(fresh.id, fresh);
        return fresh.id;
      },
    },
  };
};

/** The school as an import of teachings sees it: classes are meant as they are called on the day from which it holds. */
export const teachingsLookup = (
  reader: Reader,
  { newId, createMissing, from, whole }: LookupOptions,
): { lookup: TeachingLookup; made: MadeWith } => {
  const made = nothingMade();
  const present = classesOn(reader, from);
  const courses = coursesOn(reader, from);
  const order = Math.max(0, ...reader.all(courseCollection).map((course) => course.order + 1));
  const labels = teacherLabels(reader.all(staffCollection));
  const people = new Map<string, ReturnType<typeof teacherLookup>>();
  return {
    made,
    lookup: {
      from,
      whole,
      newId,
      class: (name) => {
        const found = present.find(isMeantOn(from)(name));
        return found && { id: found.id, label: classLabel(found, from) };
      },
      course: (name) => courseNamed(name, courses),
      makeCourse: (text) => {
        if (!createMissing) return undefined;
        const name = plainCourse(text).slice(0, 20);
        const held = made.courses.find((course) => course.name === name);
        if (held) return held;
        const fresh = { id: newId(), name, order: order + made.courses.length, closedOn: null };
        made.courses.push(fresh);
        return fresh;
      },
      staffOn: (day) => {
        const held = people.get(day) ?? teacherLookup(staffOn(reader, day));
        people.set(day, held);
        return held;
      },
      labelOf: (id) => labels.get(id) ?? '',
      heldIn: (classId, courseId) => reader.by(teachingCollection, 'cell', `${classId} ${courseId}`),
      taughtIn: (classId, day) => {
        const ids = new Set(classTeachingsOn(reader, classId, day).map(({ courseId }) => courseId));
        return allCourses(reader).filter(({ id }) => ids.has(id));
      },
      // A course that is made with the file stands against nothing yet.
      objection: (teaching) =>
        made.courses.some(({ id }) => id === teaching.courseId)
          ? undefined
          : problemsOf(reader, teaching, [])[0]?.message,
    },
  };
};
