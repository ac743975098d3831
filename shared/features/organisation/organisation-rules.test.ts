import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import { chineseNumber, classesInWords, classLabel, gradeOn, schoolYearOf } from './grades.ts';
import { endHoldings, holdingProblems } from './holdings.ts';
import type { PostHolding } from './schema.ts';
import { termProblems } from './terms.ts';
import { spansOn } from '../../kernel/span.ts';

const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2005-01-01', days));

const holding = fc.record<PostHolding>({
  postId: fc.constantFrom('a', 'b'),
  departmentId: fc.constantFrom('x', 'y'),
  startsOn: day,
  endsOn: fc.option(day, { nil: null }),
});

const sound = fc
  .array(holding, { maxLength: 6 })
  .map((holdings) => holdings.filter(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn));

describe('several classes', () => {
  it('are written by grade', () => {
    expect(classesInWords([])).toBe('');
    expect(classesInWords(['七年级（1）班', '七年级（3）班', '八年级（2）班', '2023级（4）班'])).toBe(
      '七年级（1、3）班、八年级（2）班、2023级（4）班',
    );
    expect(classesInWords(['高一（1）班', '高二（1）班', '高一（2）班'])).toBe(
      '高一（1）班、高二（1）班、高一（2）班',
    );
  });
});

describe('the grade of a class', () => {
  const junior = { entryYear: 2024, entryGrade: 7, ordinal: 3, graduatedOn: null };

  it('rises on the first of September and not a day before', () => {
    expect(classLabel(junior, '2024-09-01')).toBe('七年级（3）班');
    expect(classLabel(junior, '2025-08-31')).toBe('七年级（3）班');
    expect(classLabel(junior, '2025-09-01')).toBe('八年级（3）班');
    expect(classLabel({ ...junior, entryGrade: 10 }, '2026-03-01')).toBe('高二（3）班');
  });

  it('is named by its year of entry once it has graduated', () => {
    expect(classLabel({ ...junior, graduatedOn: '2027-06-30' }, '2027-06-30')).toBe('九年级（3）班');
    expect(classLabel({ ...junior, graduatedOn: '2027-06-30' }, '2027-07-01')).toBe('2024级（3）班');
  });

  it('goes up by one with each school year, whatever the day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 2005, max: 2028 }), (on, entryYear) => {
        const entry = { entryYear, entryGrade: 1 };
        const step = gradeOn(entry, addDays(on, 366)) - gradeOn(entry, on);
        expect(step).toBeGreaterThanOrEqual(0);
        expect(step).toBeLessThanOrEqual(2);
        if (schoolYearOf(on) >= entryYear) expect(gradeOn(entry, on) - 1).toBe(schoolYearOf(on) - entryYear);
        else expect(gradeOn(entry, on)).toBe(1);
      }),
    );
  });

  it('counts in Chinese', () => {
    expect([1, 9, 10, 11, 20, 23].map(chineseNumber)).toEqual(['一', '九', '十', '十一', '二十', '二十三']);
  });
});

describe('posts over time', () => {
  const post = { postId: 'a', departmentId: 'x', startsOn: '2020-09-01', endsOn: '2023-08-31' };
  const stays = { joinedOn: '2020-09-01', leftOn: null };

  it('holds a post on its first and its last day, and not outside', () => {
    const on = (text: string): number => spansOn([post], text).length;
    expect(['2020-08-31', '2020-09-01', '2023-08-31', '2023-09-01'].map(on)).toEqual([0, 1, 1, 0]);
  });

  it('names the field of each fault', () => {
    const paths = (holdings: readonly PostHolding[], person = stays): string[] =>
      holdingProblems(holdings, person).map(({ path }) => path);
    expect(paths([post, { ...post, startsOn: '2023-09-01', endsOn: null }])).toEqual([]);
    expect(paths([{ ...post, endsOn: '2020-08-31' }])).toEqual(['holdings.0.endsOn']);
    expect(paths([{ ...post, startsOn: '2019-01-01' }])).toEqual(['holdings.0.startsOn']);
    expect(paths([post, { ...post, startsOn: '2023-08-31', endsOn: null }])).toEqual(['holdings.1.startsOn']);
    const left = { joinedOn: null, leftOn: '2022-01-01' };
    expect(holdingProblems([post], left).map(({ path }) => path)).toEqual(['holdings.0.endsOn']);
  });

  it('leaves nothing held after the last day, and the past untouched', () => {
    fc.assert(
      fc.property(sound, day, fc.integer({ min: 0, max: 2_000 }), (holdings, last, off) => {
        const ended = endHoldings(holdings, last);
        expect(spansOn(ended, addDays(last, off + 1))).toEqual([]);
        const places = (list: readonly PostHolding[]): string[] =>
          spansOn(list, addDays(last, -off)).map(({ postId, departmentId }) => postId + departmentId);
        expect(places(ended)).toEqual(places(holdings));
      }),
    );
  });

  it('finds the same post twice at once exactly when there is such a day', () => {
    fc.assert(
      fc.property(holding, holding, (first, second) => {
        fc.pre([first, second].every(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn));
        const same = first.postId === second.postId && first.departmentId === second.departmentId;
        const later = first.startsOn > second.startsOn ? first.startsOn : second.startsOn;
        const twice = same && spansOn([first, second], later).length === 2;
        const found = holdingProblems([first, second], { joinedOn: null, leftOn: null });
        expect(found.length > 0).toBe(twice);
      }),
    );
  });
});

describe('terms', () => {
  const first = { name: '第一学期', startsOn: '2026-09-01', endsOn: '2027-01-25' };
  const second = { name: '第二学期', startsOn: '2027-02-20', endsOn: '2027-07-05' };

  it('follow one another within their school year', () => {
    expect(termProblems(2026, [first, second])).toEqual([]);
    expect(termProblems(2026, [{ ...first, endsOn: '2026-08-01' }])[0]?.path).toBe('terms.0.endsOn');
    expect(termProblems(2026, [first, { ...second, startsOn: '2027-01-25' }])[0]?.path).toBe(
      'terms.1.startsOn',
    );
    expect(termProblems(2025, [first])[0]?.message).toContain('不在本学年之内');
  });
});
