import type { SubjectKind } from '../indicators.ts';
import { subjectSourceOf } from '../schema.ts';
import { matchSubject, nameKey, type Match, type Register } from './import-match.ts';

/** Everybody in the school whom a table of marks may name. */
export interface ExamPeople {
  readonly kind: SubjectKind;
  readonly subjects: ReadonlySet<string>;
  /** 教职工 of the school, subjects or not. */
  readonly staff: Register;
  readonly classes: Register;
  readonly pupils: Register;
  readonly classOfPupil: (pupilId: string) => string | undefined;
  readonly gradeOfClass: (classId: string) => number | undefined;
  /** True where a department answers for a grade: then every pupil's class has to be known. */
  readonly byGrade: boolean;
  /** The departments whose marks these are, by grade and course. */
  readonly departmentsOf: (grade: number | undefined, course: string) => readonly string[];
  readonly schoolId: string;
}

/** Who a row is about, as far as it can be told. */
export interface ExamPupil {
  /** The same in both exams: the pupil's own id where the school knows him, else what the table has. */
  readonly key: string;
  readonly id: string | undefined;
  readonly classId: string | undefined;
  /** Why he is not known; blank: he is. */
  readonly problem: string;
  /** Why the class is not known; blank: it is. */
  readonly classProblem: string;
}

const IN_SCHOOL = '学校里';

/**
 * Finds the pupil of a row. Numbers of exams are often none of the school's: where nobody has the number, name and class
 * together decide.
 *
 * @param earlier of an exam before, whose classes may have been called by another grade: a name that only one pupil has
 *   is enough there
 */
export const pupilOfRow = (
  people: ExamPeople,
  row: { readonly number: string; readonly name: string; readonly class: string },
  earlier: boolean,
): ExamPupil => {
  const classed: Match | undefined =
    row.class === ''
      ? undefined
      : matchSubject(people.classes, { number: '', name: row.class }, '编号', IN_SCHOOL);
  const classId = classed?.kind === 'found' ? classed.candidate.id : undefined;
  const byNumber = row.number === '' ? undefined : matchSubject(people.pupils, row, '学籍号', IN_SCHOOL);
  const named = people.pupils.byName.get(nameKey(row.name)) ?? [];
  const there = classId === undefined ? named : named.filter(({ id }) => people.classOfPupil(id) === classId);
  const inClass = earlier && there.length === 0 ? named : there;
  const known =
    byNumber?.kind === 'found'
      ? byNumber.candidate
      : people.pupils.byNumber.has(row.number.normalize('NFKC').replace(/\s/g, '').toLowerCase())
        ? undefined
        : inClass.length === 1
          ? inClass[0]
          : undefined;
  // A class that is written but unknown stays unknown: it is not to be set right in silence.
  const of = row.class === '' && known ? people.classOfPupil(known.id) : classId;
  const several =
    inClass.length > 1 ? `有 ${String(inClass.length)} 名学生叫“${row.name}”，请加上学籍号` : '';
  return {
    key:
      known?.id ??
      (row.number === '' ? `${nameKey(row.class)}/${nameKey(row.name)}` : row.number.normalize('NFKC')),
    id: known?.id,
    classId: of,
    problem: known
      ? ''
      : several !== ''
        ? several
        : byNumber?.kind === 'nobody'
          ? byNumber.problem
          : `学校里没有“${row.name}”这名学生`,
    classProblem:
      of !== undefined
        ? ''
        : classed?.kind === 'nobody'
          ? classed.problem
          : '看不出是哪个班的，请加上“班级”一列',
  };
};

/** Whose the mark is. `nobody` says why it cannot be told; `subjects` may be empty: of somebody who is not evaluated. */
export type Belonging =
  | { readonly kind: 'found'; readonly subjects: readonly string[]; readonly outside: string }
  | { readonly kind: 'nobody'; readonly about: 'pupil' | 'class' | 'teacher'; readonly problem: string };

const nobody = (about: 'pupil' | 'class' | 'teacher', problem: string): Belonging => ({
  kind: 'nobody',
  about,
  problem,
});

/** Whose a mark is, by the kind of subject. */
export const belongingOf = (
  people: ExamPeople,
  mark: {
    readonly pupil: ExamPupil;
    readonly pupilName: string;
    readonly className: string;
    readonly course: string;
    readonly teacher: { readonly number: string; readonly name: string };
  },
): Belonging => {
  const of = (id: string, name: string): Belonging =>
    people.subjects.has(id)
      ? { kind: 'found', subjects: [id], outside: '' }
      : { kind: 'found', subjects: [], outside: name };
  const { pupil, teacher } = mark;
  switch (subjectSourceOf(people.kind)) {
    case 'staff': {
      if (teacher.number === '' && teacher.name === '') return nobody('teacher', '没有写任课教师');
      const match = matchSubject(people.staff, teacher, '工号', IN_SCHOOL);
      return match.kind === 'found'
        ? of(match.candidate.id, match.candidate.name)
        : nobody('teacher', match.problem);
    }
    case 'classes':
      return pupil.classId === undefined
        ? nobody('class', pupil.classProblem)
        : of(pupil.classId, mark.className);
    case 'pupils':
      return pupil.id === undefined ? nobody('pupil', pupil.problem) : of(pupil.id, mark.pupilName);
    case 'departments':
      if (people.byGrade && pupil.classId === undefined) return nobody('class', pupil.classProblem);
      return {
        kind: 'found',
        subjects: people.departmentsOf(
          pupil.classId === undefined ? undefined : people.gradeOfClass(pupil.classId),
          mark.course,
        ),
        outside: '',
      };
    case 'school':
      return { kind: 'found', subjects: [people.schoolId], outside: '' };
  }
};
