import { maskName } from '../../../kernel/masking.ts';
import type { SubjectKind } from '../indicators.ts';
import { subjectSourceOf } from '../schema.ts';
import type { ResultRow } from '../views.ts';

/** What others are told of results. */

/** The grade of a row; undefined for one without. */
export const gradeIn = ({ outcome }: Pick<ResultRow, 'outcome'>): string | undefined =>
  outcome.kind === 'graded' ? outcome.figures.grade : 'grade' in outcome ? outcome.grade : undefined;

/** What stands in a list where there is no grade. */
export const UNGRADED = '不定等次';

/** 学生的成绩、名次不得公开: of children only how many got which grade is made known (《未成年人学校保护规定》). */
export const isOfChildren = (kind: SubjectKind): boolean => subjectSourceOf(kind) === 'pupils';

/** The list that is made known: people by surname, everything else by name; nobody of children. */
export const publishedList = (
  kind: SubjectKind,
  rows: readonly ResultRow[],
): { name: string; grade: string }[] => {
  if (isOfChildren(kind)) return [];
  const ofStaff = subjectSourceOf(kind) === 'staff';
  return rows.map((row) => ({
    name: ofStaff ? maskName(row.subject.name) : row.subject.name,
    grade: gradeIn(row) ?? UNGRADED,
  }));
};
