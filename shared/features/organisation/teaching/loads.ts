import { classesInWords } from '../grades.ts';
import type { TeachingTable } from './views.ts';

/** What somebody teaches on the day of a table. */
export interface TeachingLoad {
  /** `语文：七年级（1、2）班；历史：八年级（1）班` */
  readonly words: string;
  readonly courses: readonly string[];
  /** In how many classes, one in which two courses are taught counted once. */
  readonly classes: number;
}

/** By member of staff, in the order of the table's courses and classes; whoever teaches nothing is not among them. */
export const loadsOf = ({
  classes,
  courses,
  cells,
}: Pick<TeachingTable, 'classes' | 'courses' | 'cells'>): ReadonlyMap<string, TeachingLoad> => {
  const teachers = new Map(
    cells.map(({ classId, courseId, staffIds }) => [`${classId} ${courseId}`, staffIds] as const),
  );
  const taught = new Map<string, Map<string, { id: string; label: string }[]>>();
  for (const { id: courseId, name } of courses)
    for (const { id, label } of classes)
      for (const staffId of teachers.get(`${id} ${courseId}`) ?? []) {
        const own = taught.get(staffId) ?? new Map<string, { id: string; label: string }[]>();
        own.set(name, [...(own.get(name) ?? []), { id, label }]);
        taught.set(staffId, own);
      }
  return new Map(
    [...taught].map(([staffId, own]) => [
      staffId,
      {
        words: [...own]
          .map(([name, held]) => `${name}：${classesInWords(held.map(({ label }) => label))}`)
          .join('；'),
        courses: [...own.keys()],
        classes: new Set([...own.values()].flat().map(({ id }) => id)).size,
      },
    ]),
  );
};
