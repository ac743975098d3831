import { describe, expect, it } from 'vitest';
import { findHead, rosterColumns } from './roster-columns.ts';
import {
  readClassName,
  readDay,
  readGender,
  readName,
  readNames,
  readPhone,
  readYesNo,
} from './roster-values.ts';

const value = (read: { ok: boolean; value?: unknown }): unknown => (read.ok ? read.value : 'refused');

describe('what people type into a roster', () => {
  it.each([
    ['2019.9.1', '2019-09-01'],
    ['2019年9月1日', '2019-09-01'],
    ['2019/9/1', '2019-09-01'],
    ['20190901', '2019-09-01'],
    ['２０１９．９．１', '2019-09-01'],
    ['2019-09-01 00:00:00', '2019-09-01'],
    ['2019年9月', '2019-09-01'],
    ['2019.9', '2019-09-01'],
    ['2019.2.30', 'refused'],
    ['九月一日', 'refused'],
    ['3000-01-01', 'refused'],
  ])('reads the day %s', (typed, day) => {
    expect(value(readDay(typed, null))).toBe(day);
  });

  it('reads a day that Excel keeps as a number, and a number that was typed as a day', () => {
    expect(value(readDay('43709', 43_709))).toBe('2019-09-01');
    expect(value(readDay('43709.75', 43_709.75))).toBe('2019-09-01');
    expect(value(readDay('20190901', 20_190_901))).toBe('2019-09-01');
    expect(value(readDay('12', 12))).toBe('refused');
  });

  it('reads names, numbers and yes or no in their usual spellings', () => {
    expect(value(readName('张　三'))).toBe('张三');
    expect(value(readName('Anna  Lee'))).toBe('Anna  Lee');
    expect(value(readGender('女性'))).toBe('female');
    expect(value(readGender('未知'))).toBe('refused');
    expect(value(readYesNo('中共党员'))).toBe(true);
    expect(value(readYesNo('群众'))).toBe(false);
    expect(value(readPhone('138 0000 1111'))).toBe('13800001111');
    expect(value(readPhone('办公室'))).toBe('refused');
    expect(readNames('教务处、教务处/ 总务处')).toEqual(['教务处', '教务处', '总务处']);
  });

  it.each([
    ['七年级3班', { by: 'grade', grade: 7, ordinal: 3 }],
    ['七年级（3）班', { by: 'grade', grade: 7, ordinal: 3 }],
    ['七(12)班', { by: 'grade', grade: 7, ordinal: 12 }],
    ['初一(3)班', { by: 'grade', grade: 7, ordinal: 3 }],
    ['高二3班', { by: 'grade', grade: 11, ordinal: 3 }],
    ['703', { by: 'grade', grade: 7, ordinal: 3 }],
    ['1102', { by: 'grade', grade: 11, ordinal: 2 }],
    ['2026级3班', { by: 'entry', year: 2026, ordinal: 3 }],
    ['2026级（3）班', { by: 'entry', year: 2026, ordinal: 3 }],
    ['十三年级1班', undefined],
    ['火箭班', undefined],
  ])('reads the class %s', (typed, meant) => {
    expect(readClassName(typed)).toEqual(meant);
  });
});

describe('the head of a roster', () => {
  const { staff } = rosterColumns;

  it('is found by its words, below a title, with other words for the same thing', () => {
    const head = findHead(
      [
        ['青禾市第一中学教职工花名册', '青禾市第一中学教职工花名册', ''],
        ['序号', '职工号*', '教师姓名'],
      ],
      staff,
    );
    expect(head?.at).toBe(1);
    expect([...(head?.columns ?? [])]).toEqual([
      ['number', 1],
      ['name', 2],
    ]);
    expect(head?.ignored).toEqual(['序号']);
  });

  it('may take two rows, the lower one saying more', () => {
    const head = findHead(
      [
        ['工号', '姓名', '任职情况', '任职情况'],
        ['工号', '姓名', '部门', '职务'],
        ['001', '周敏', '教务处', '主任'],
      ],
      staff,
    );
    expect(head?.at).toBe(1);
    expect(head?.columns.get('post')).toBe(3);
  });

  it('is not there without a number', () => {
    expect(findHead([['姓名', '性别']], staff)).toBeUndefined();
  });
});
