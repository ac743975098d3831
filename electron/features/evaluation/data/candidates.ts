import { registerOf, type Register } from '../../../../shared/features/evaluation/data/import-match.ts';
import type { SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import { subjectSourceOf, type Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { chineseNumber, classLabel, gradeOn } from '../../../../shared/features/organisation/grades.ts';
import type { SchoolClass } from '../../../../shared/features/organisation/schema.ts';
import type { Reader } from '../../../store/types.ts';
import { classCollection } from '../../organisation/index.ts';

/** What schools write for a class beside its full name. */
export const classNames = (held: SchoolClass, day: string): string[] => {
  const grade = gradeOn(held, day);
  const ordinal = String(held.ordinal);
  const stage =
    grade >= 10 ? [`高${chineseNumber(grade - 9)}`] : grade >= 7 ? [`初${chineseNumber(grade - 6)}`] : [];
  return [
    classLabel(held, day),
    ...[chineseNumber(grade), String(grade), ...stage].map((name) => `${name}${ordinal}班`),
    `${String(held.entryYear)}级${ordinal}班`,
  ];
};

/** The subjects of a cycle, ready to be found by what a table writes. */
export const subjectRegister = (reader: Reader, cycle: Cycle, today: string): Register => {
  const source = subjectSourceOf(cycle.kind);
  return registerOf(
    cycle.subjects.map(({ id, number, name, department, post }) => {
      const held = source === 'classes' ? reader.get(classCollection, id) : undefined;
      return {
        id,
        number,
        name,
        place: [department, post].filter((part) => part !== '').join(' '),
        aliases: held ? classNames(held, today) : [],
      };
    }),
  );
};

/** What the number of a subject is called. */
export const numberWordOf = (kind: SubjectKind): string => {
  switch (subjectSourceOf(kind)) {
    case 'staff':
      return '工号';
    case 'pupils':
      return '学籍号';
    case 'classes':
    case 'departments':
    case 'school':
      return '编号';
  }
};
