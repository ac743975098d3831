import {
  readTeachers,
  teacherLabels,
  teacherLookup,
  type TeacherLookup,
} from '../../../../shared/features/organisation/teaching/teachers.ts';
import type { TeachingTable } from '../../../../shared/features/organisation/teaching/views.ts';
import { cellKey, type GridChange, type GridColumn, type GridRow } from '../../../ui/grid/grid-sheet.ts';
import { fitsSearch } from '../../../ui/list/search-text.ts';

/** What was typed and is not saved yet, by `cellKey(class, course)`. */
export type Edits = Readonly<Record<string, string>>;

/** A table as the grid works with it. */
export interface TeachingBook {
  readonly table: TeachingTable;
  readonly labels: ReadonlyMap<string, string>;
  readonly lookup: TeacherLookup;
  /** Who teaches in a cell as it is saved, by `cellKey`. */
  readonly held: ReadonlyMap<string, readonly string[]>;
}

export const bookOf = (table: TeachingTable): TeachingBook => ({
  table,
  labels: teacherLabels(table.staff),
  lookup: teacherLookup(table.staff),
  held: new Map(table.cells.map(({ classId, courseId, staffIds }) => [cellKey(classId, courseId), staffIds])),
});

/** People as a cell names them. */
export const wordsOf = ({ labels }: TeachingBook, staffIds: readonly string[]): string =>
  staffIds.flatMap((id) => labels.get(id) ?? []).join('、');

const savedText = (book: TeachingBook, key: string): string => wordsOf(book, book.held.get(key) ?? []);

export const gridColumns = ({ table }: TeachingBook): GridColumn[] => [
  { key: 'class', title: '班级', width: 132, frozen: true, readOnly: true },
  { key: 'head', title: '班主任', width: 84, readOnly: true },
  ...table.courses.map(({ id, name }): GridColumn => ({
    key: id,
    title: name,
    width: Math.max(92, name.length * 15 + 26),
  })),
];

export const gridRows = (book: TeachingBook, edits: Edits): GridRow[] =>
  book.table.classes.map(({ id, label, headTeacher }) => ({
    id,
    label,
    cells: {
      class: label,
      head: headTeacher,
      ...Object.fromEntries(
        book.table.courses.map((course) => {
          const key = cellKey(id, course.id);
          return [course.id, edits[key] ?? savedText(book, key)];
        }),
      ),
    },
  }));

const LETTERS = /^[A-Za-z]{2,}$/;

/** Names written out where they are plain: initials of one person only, a number, a name with its number. */
const completed = (book: TeachingBook, text: string): string => {
  const words = text
    .split(/[、,，;；/\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const one = (word: string): string => {
    const read = readTeachers(word, book.lookup);
    if (read.ok && read.value.length > 0)
      return wordsOf(
        book,
        read.value.map(({ id }) => id),
      );
    const found = LETTERS.test(word) ? book.table.staff.filter(({ name }) => fitsSearch([name], word)) : [];
    const [only, ...others] = found;
    return only && others.length === 0 ? (book.labels.get(only.id) ?? word) : word;
  };
  return words.map(one).join('、');
};

/** What is typed after these changes; a cell that says again what is saved is no longer one. */
export const withChanges = (book: TeachingBook, edits: Edits, changes: readonly GridChange[]): Edits => {
  const next = new Map(Object.entries(edits));
  for (const { row, column, value } of changes) {
    const key = cellKey(row, column);
    const text = completed(book, value);
    if (text === savedText(book, key)) next.delete(key);
    else next.set(key, text);
  }
  return Object.fromEntries(next);
};

export interface TypedCell {
  readonly key: string;
  readonly classId: string;
  readonly courseId: string;
  readonly seen: string[];
  readonly staffIds: string[];
}

/** The cells that would be saved, and what is wrong with the others, by `cellKey`. */
export const readEdits = (
  book: TeachingBook,
  edits: Edits,
): { readonly cells: readonly TypedCell[]; readonly errors: ReadonlyMap<string, string> } => {
  const cells: TypedCell[] = [];
  const errors = new Map<string, string>();
  for (const { id: classId } of book.table.classes)
    for (const { id: courseId } of book.table.courses) {
      const key = cellKey(classId, courseId);
      const text = edits[key];
      if (text === undefined) continue;
      const read = readTeachers(text, book.lookup);
      if (!read.ok) errors.set(key, read.message);
      else
        cells.push({
          key,
          classId,
          courseId,
          seen: [...(book.held.get(key) ?? [])],
          staffIds: read.value.map(({ id }) => id),
        });
    }
  return { cells, errors };
};
