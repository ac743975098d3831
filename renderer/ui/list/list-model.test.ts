import { describe, expect, it } from 'vitest';
import {
  initialListState,
  listRows,
  type ListColumn,
  type ListFilter,
  type ListState,
} from './list-model.ts';
import { fitsSearch } from './search-text.ts';

interface Person {
  readonly number: string;
  readonly name: string;
  readonly departments: readonly string[];
  readonly score: number;
}

const people: readonly Person[] = [
  { number: 'T010', name: '王芳', departments: ['教务处'], score: 9 },
  { number: 'T002', name: '李强', departments: ['总务处', '教务处'], score: 100 },
  { number: 'T100', name: '欧阳敏', departments: ['德育处'], score: 85.5 },
];

const columns: readonly ListColumn<Person>[] = [
  { key: 'name', title: '姓名', text: ({ name }) => name },
  { key: 'number', title: '工号', text: ({ number }) => number },
  {
    key: 'score',
    title: '得分',
    text: ({ score }) => String(score),
    compare: (a, b) => a.score - b.score,
    searched: false,
  },
  { key: 'phone', title: '手机', text: () => '', optional: true },
];

const filters: readonly ListFilter<Person>[] = [
  {
    key: 'department',
    label: '部门',
    options: [
      { value: '教务处', label: '教务处' },
      { value: '德育处', label: '德育处' },
    ],
    of: ({ departments }) => departments,
  },
];

const names = (change: Partial<ListState>): string[] =>
  listRows(people, columns, filters, { ...initialListState(columns), ...change }).map(({ name }) => name);

describe('a list', () => {
  it('shows everything as given until something is set', () => {
    expect(names({})).toEqual(['王芳', '李强', '欧阳敏']);
    expect(initialListState(columns).columns).toEqual(['name', 'number', 'score']);
  });

  it('finds by character, pinyin, initials and number, every word of them', () => {
    expect(names({ text: '芳' })).toEqual(['王芳']);
    expect(names({ text: 'liqiang' })).toEqual(['李强']);
    expect(names({ text: 'oym' })).toEqual(['欧阳敏']);
    expect(names({ text: 't0' })).toEqual(['王芳', '李强']);
    expect(names({ text: 't0 wf' })).toEqual(['王芳']);
    expect(names({ text: '85.5' })).toEqual([]);
  });

  it('narrows by any chosen answer of a filter', () => {
    expect(names({ filters: { department: ['教务处'] } })).toEqual(['王芳', '李强']);
    expect(names({ filters: { department: ['教务处', '德育处'] } })).toHaveLength(3);
    expect(names({ filters: { department: [] } })).toHaveLength(3);
  });

  it('sorts numbers as numbers and texts as Chinese people do', () => {
    expect(names({ sort: { key: 'score', descending: true } })).toEqual(['李强', '欧阳敏', '王芳']);
    expect(names({ sort: { key: 'number', descending: false } })).toEqual(['李强', '王芳', '欧阳敏']);
    expect(names({ sort: { key: 'name', descending: false } })).toEqual(['李强', '欧阳敏', '王芳']);
  });
});

describe('searching', () => {
  it('takes blank text for no question', () => {
    expect(fitsSearch(['王芳'], '  ')).toBe(true);
    expect(fitsSearch([], 'a')).toBe(false);
  });
});
