import { describe, expect, it } from 'vitest';
import type { SavedScores, SheetRow } from '../../../../shared/features/evaluation/views.ts';
import { cellKey } from '../../../ui/grid/grid-sheet.ts';
import { ScoreBook, type Edit, type RowToSave } from './score-book.ts';

const row = (subjectId: string, rev = 0, cells: Record<string, string> = {}): SheetRow => ({
  raterId: 'r',
  subject: {
    id: subjectId,
    number: subjectId,
    name: `教师${subjectId}`,
    department: '语文组',
    post: '教师',
    departmentIds: [],
    classIds: [],
  },
  rev,
  cells,
  notes: {},
  remark: '',
  files: [],
  saved: null,
  mayEnter: true,
});

interface Desk {
  readonly book: ScoreBook;
  readonly calls: RowToSave[][];
  readonly kept: () => readonly Edit[];
  /** Answers the oldest call that waits. */
  readonly answer: (give: SavedScores | Error) => Promise<void>;
}

const open = (rows: readonly SheetRow[], kept: readonly Edit[] = []): Desk => {
  const calls: RowToSave[][] = [];
  const waiting: { resolve: (saved: SavedScores) => void; reject: (cause: Error) => void }[] = [];
  let held: readonly Edit[] = [];
  const book = new ScoreBook({
    rows,
    indicatorIds: ['a', 'b'],
    kept,
    save: (sent) => {
      calls.push(sent);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    keep: (edits) => {
      held = edits;
    },
    later: (act) => act(),
  });
  return {
    book,
    calls,
    kept: () => held,
    answer: async (give) => {
      const one = waiting.shift();
      if (give instanceof Error) one?.reject(give);
      else one?.resolve(give);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
};

const type = (book: ScoreBook, subjectId: string, column: string, value: string): void =>
  book.change([{ row: `r/${subjectId}`, column, value }]);

const cell = (book: ScoreBook, subjectId: string, column: string): string | undefined =>
  book.view().rows.find(({ id }) => id === `r/${subjectId}`)?.cells[column];

const answerOf = (rows: SheetRow[], more: Partial<SavedScores> = {}): SavedScores => ({
  rows,
  problems: [],
  conflicts: [],
  ...more,
});

describe('a score sheet being typed', () => {
  it('shows what is typed at once and is saved when the data side says so', async () => {
    const { book, calls, answer } = open([row('1')]);
    type(book, '1', 'a', '8');
    expect(cell(book, '1', 'a')).toBe('8');
    expect(book.view().state).toBe('saving');
    expect(calls).toEqual([
      [{ raterId: 'r', subjectId: '1', rev: 0, cells: [{ indicatorId: 'a', text: '8' }] }],
    ]);
    await answer(answerOf([row('1', 1, { a: '8' })]));
    expect(book.view()).toMatchObject({ state: 'saved', open: 0, complete: 0 });
  });

  it('sends what was typed meanwhile afterwards, on the new revision', async () => {
    const { book, calls, answer } = open([row('1')]);
    type(book, '1', 'a', '8');
    type(book, '1', 'a', '9');
    type(book, '1', 'b', '7');
    expect(calls).toHaveLength(1);
    await answer(answerOf([row('1', 1, { a: '8' })]));
    expect(cell(book, '1', 'a')).toBe('9');
    expect(calls[1]).toEqual([
      {
        raterId: 'r',
        subjectId: '1',
        rev: 1,
        cells: [
          { indicatorId: 'a', text: '9' },
          { indicatorId: 'b', text: '7' },
        ],
      },
    ]);
    await answer(answerOf([row('1', 2, { a: '9', b: '7' })]));
    expect(book.view()).toMatchObject({ state: 'saved', complete: 1 });
  });

  it('sends the former text again when it is typed back while a call carries another', async () => {
    const { book, calls, answer } = open([row('1', 1, { a: '5' })]);
    type(book, '1', 'a', '8');
    type(book, '1', 'a', '5');
    await answer(answerOf([row('1', 2, { a: '8' })]));
    expect(calls[1]?.[0]).toMatchObject({ rev: 2, cells: [{ indicatorId: 'a', text: '5' }] });
  });

  it('keeps a refused cell as typed, with the reason', async () => {
    const { book, answer, kept } = open([row('1')]);
    type(book, '1', 'a', '99');
    await answer(
      answerOf([row('1')], {
        problems: [{ raterId: 'r', subjectId: '1', indicatorId: 'a', message: '须在 0—10 分之间' }],
      }),
    );
    expect(cell(book, '1', 'a')).toBe('99');
    expect(book.view().errors.get(cellKey('r/1', 'a'))).toBe('须在 0—10 分之间');
    expect(book.view().state).toBe('refused');
    expect(kept()).toHaveLength(1);
  });

  it('keeps what could not be delivered and sends it again on demand', async () => {
    const { book, answer, calls } = open([row('1')]);
    type(book, '1', 'a', '8');
    await answer(new Error('失去联系'));
    expect(book.view()).toMatchObject({ state: 'failed', open: 1, problem: '失去联系' });
    expect(cell(book, '1', 'a')).toBe('8');
    book.retry();
    expect(calls).toHaveLength(2);
    await answer(answerOf([row('1', 1, { a: '8' })]));
    expect(book.view()).toMatchObject({ state: 'saved', problem: '' });
  });

  it('shows both values of a conflict and writes nothing until it is settled', async () => {
    const { book, answer, calls } = open([row('1', 1, { a: '5' })]);
    type(book, '1', 'a', '8');
    await answer(
      answerOf([row('1', 2, { a: '6' })], {
        conflicts: [{ raterId: 'r', subjectId: '1', message: '李老师刚改了这一行。' }],
      }),
    );
    expect(book.view().conflicts).toMatchObject([
      { row: 'r/1', cells: [{ indicatorId: 'a', mine: '8', theirs: '6' }] },
    ]);
    expect(calls).toHaveLength(1);
    book.settle('r/1', 'mine');
    expect(calls[1]?.[0]).toMatchObject({ rev: 2, cells: [{ indicatorId: 'a', text: '8' }] });
  });

  it('lets go of the own value when the other one is taken', async () => {
    const { book, answer } = open([row('1', 1, { a: '5' })]);
    type(book, '1', 'a', '8');
    await answer(
      answerOf([row('1', 2, { a: '6' })], {
        conflicts: [{ raterId: 'r', subjectId: '1', message: '改了。' }],
      }),
    );
    book.settle('r/1', 'theirs');
    expect(cell(book, '1', 'a')).toBe('6');
    expect(book.view().state).toBe('saved');
  });

  it('sends kept edits after a restart, but not onto a value that somebody else wrote since', () => {
    const edit = (indicatorId: string): Edit => ({
      raterId: 'r',
      subjectId: '1',
      indicatorId,
      text: '8',
      rev: 1,
      state: 'failed',
      message: '',
    });
    const { book, calls } = open([row('1', 2, { a: '3' })], [edit('a'), edit('b'), edit('gone')]);
    expect(calls).toEqual([
      [{ raterId: 'r', subjectId: '1', rev: 2, cells: [{ indicatorId: 'b', text: '8' }] }],
    ]);
    expect(book.view().conflicts).toHaveLength(1);
  });

  it('does not write over somebody else with what was typed while the conflict came back', async () => {
    const { book, answer, calls } = open([row('1', 1, { a: '5', b: '5' })]);
    type(book, '1', 'a', '8');
    type(book, '1', 'b', '7');
    await answer(
      answerOf([row('1', 2, { a: '5', b: '6' })], {
        conflicts: [{ raterId: 'r', subjectId: '1', message: '改了。' }],
      }),
    );
    expect(calls).toHaveLength(1);
    expect(book.view().conflicts[0]?.cells).toHaveLength(2);
  });

  it('takes over rows of others where nothing is being typed', async () => {
    const { book, answer } = open([row('1'), row('2'), row('3')]);
    type(book, '1', 'a', '99');
    const refused = { raterId: 'r', subjectId: '1', indicatorId: 'a', message: '须在 0—10 分之间' };
    await answer(answerOf([row('1')], { problems: [refused] }));
    const untouched = book.view().rows[2];
    book.adopt([row('1', 5, { a: '1' }), row('2', 5, { a: '4' }), row('3')]);
    expect(cell(book, '1', 'a')).toBe('99');
    expect(cell(book, '2', 'a')).toBe('4');
    expect(book.view().rows[2]).toBe(untouched);
  });
});
