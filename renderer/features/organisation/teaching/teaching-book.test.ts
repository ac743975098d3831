import { describe, expect, it } from 'vitest';
import { cellKey } from '../../../ui/grid/grid-sheet.ts';
import { bookOf, gridRows, readEdits, withChanges } from './teaching-book.ts';

const book = bookOf({
  day: '2026-11-24',
  classes: [{ id: 'c', label: '七年级（1）班', grade: 7, headTeacher: '' }],
  courses: [
    { id: 'chinese', name: '语文' },
    { id: 'maths', name: '数学' },
  ],
  staff: [
    { id: '1', number: 'T001', name: '王芳', about: '' },
    { id: '2', number: 'T002', name: '王芳', about: '' },
    { id: '3', number: 'T003', name: '李强', about: '' },
    { id: '4', number: 'T004', name: '李倩', about: '' },
    { id: '5', number: 'T005', name: '赵敏', about: '' },
  ],
  cells: [{ classId: 'c', courseId: 'chinese', staffIds: ['1'] }],
});
const key = cellKey('c', 'chinese');
const typed = (value: string) => withChanges(book, {}, [{ row: 'c', column: 'chinese', value }]);

describe('what is typed into the table of teachings', () => {
  it.each([
    ['zm', '赵敏'],
    ['zhaomin', '赵敏'],
    ['t003', '李强'],
    ['李强,赵敏', '李强、赵敏'],
    ['王芳(T002)', '王芳（T002）'],
    // Two people have these initials: nobody is guessed.
    ['lq', 'lq'],
    ['王芳', '王芳'],
    ['', ''],
  ])('%s', (value, shown) => expect(typed(value)).toEqual({ [key]: shown }));

  it('is no change where it says again what is saved', () => {
    expect(typed('T001')).toEqual({});
    const edits = typed('赵敏');
    expect(withChanges(book, edits, [{ row: 'c', column: 'chinese', value: '王芳（T001）' }])).toEqual({});
  });

  it('stands in the table, and goes out with who was seen there', () => {
    const edits = typed('赵敏');
    expect(gridRows(book, edits)[0]?.cells).toMatchObject({ chinese: '赵敏', maths: '' });
    expect(gridRows(book, {})[0]?.cells).toMatchObject({ chinese: '王芳（T001）' });
    expect(readEdits(book, edits)).toEqual({
      cells: [{ key, classId: 'c', courseId: 'chinese', seen: ['1'], staffIds: ['5'] }],
      errors: new Map(),
    });
    expect(readEdits(book, typed('')).cells).toMatchObject([{ seen: ['1'], staffIds: [] }]);
    expect([...readEdits(book, typed('lq')).errors.keys()]).toEqual([key]);
  });
});
