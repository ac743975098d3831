import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/dates.ts';
import { courseNamed, isCourseName, usualCourses } from './courses.ts';
import { changesBetween, endTeachings, handOver, teachingProblems } from './rules.ts';
import type { Teaching } from './schema.ts';
import { readTeachers, teacherLabels, teacherLookup } from './teachers.ts';
import { coversDay, spansMeet, spansOn, type Span } from '../../../kernel/span.ts';

const FIRST = '2026-09-01';
const dayAt = (at: number): string => addDays(FIRST, at);
const LAST = 40;
const days = Array.from({ length: LAST + 1 }, (_none, at) => dayAt(at));

let made = 0;
const make = (staffId: string, span: Span): Teaching => ({
  id: `new${String((made += 1))}`,
  rev: 1,
  staffId,
  classId: 'c',
  courseId: 'k',
  ...span,
});

/** Who taught on each day: the slow and simple picture that the rule is held against. */
const picture = (teachings: readonly Teaching[]): string[][] =>
  days.map((day) =>
    spansOn(teachings, day)
      .map(({ staffId }) => staffId)
      .sort(),
  );

/** Times of one person that neither overlap nor touch, as the rule itself leaves them. */
const cellArb = fc
  .array(
    fc.record({
      staffId: fc.constantFrom('a', 'b', 'c'),
      starts: fc.integer({ min: 0, max: 30 }),
      length: fc.option(fc.integer({ min: 1, max: 15 }), { nil: null }),
    }),
    { maxLength: 6 },
  )
  .map((spans) => {
    const kept: Teaching[] = [];
    for (const [at, { staffId, starts, length }] of spans.entries()) {
      const span = { startsOn: dayAt(starts), endsOn: length === null ? null : dayAt(starts + length - 1) };
      const touches = kept.some(
        (one) =>
          one.staffId === staffId &&
          spansMeet(one, {
            startsOn: addDays(span.startsOn, -1),
            endsOn: span.endsOn === null ? null : addDays(span.endsOn, 1),
          }),
      );
      if (!touches)
        kept.push({ id: `t${String(at)}`, rev: 1, staffId, classId: 'c', courseId: 'k', ...span });
    }
    return kept;
  });
const dayArb = fc.integer({ min: 0, max: LAST }).map(dayAt);
const wantedArb = fc.subarray(['a', 'b', 'c', 'd']);

describe('a hand-over', () => {
  it('changes nothing before its day, holds on it, and keeps what was laid down for later', () => {
    fc.assert(
      fc.property(cellArb, dayArb, wantedArb, (held, day, wanted) => {
        const now = spansOn(held, day);
        const lasts = now.map(({ endsOn }) => endsOn ?? '9999-12-31');
        const next = held
          .map(({ startsOn }) => startsOn)
          .filter((startsOn) => startsOn > day)
          .sort()[0];
        const until =
          now.length > 0 ? lasts.sort().at(-1) : next === undefined ? undefined : addDays(next, -1);
        const expected = days.map((one, at) => {
          const before = picture(held)[at] ?? [];
          if (one < day) return before;
          const leaves = now.filter((t) => !wanted.includes(t.staffId) && coversDay(t, one));
          const stay = before.filter((id) => !leaves.some(({ staffId }) => staffId === id));
          const come =
            until === undefined || one <= until
              ? wanted.filter((id) => !now.some(({ staffId }) => staffId === id))
              : [];
          return [...new Set([...stay, ...come])].sort();
        });
        expect(picture(handOver(held, { day, staffIds: wanted, make }))).toEqual(expected);
      }),
    );
  });

  it('leaves nobody twice at once, and done twice is done once', () => {
    fc.assert(
      fc.property(cellArb, dayArb, wantedArb, (held, day, wanted) => {
        const after = handOver(held, { day, staffIds: wanted, make });
        expect(
          spansOn(after, day)
            .map(({ staffId }) => staffId)
            .sort(),
        ).toEqual([...wanted].sort());
        for (const one of picture(after)) expect(new Set(one).size).toBe(one.length);
        const { added, replaced, removed } = changesBetween(
          after,
          handOver(after, { day, staffIds: wanted, make }),
        );
        expect([added, replaced, removed]).toEqual([[], [], []]);
      }),
    );
  });

  it('taken back on its own day leaves what was there', () => {
    const held = [make('a', { startsOn: FIRST, endsOn: null })];
    const changed = handOver(held, { day: dayAt(9), staffIds: ['b'], make });
    expect(changed.map(({ staffId, startsOn, endsOn }) => [staffId, startsOn, endsOn])).toEqual([
      ['a', FIRST, dayAt(8)],
      ['b', dayAt(9), null],
    ]);
    expect(handOver(changed, { day: dayAt(9), staffIds: ['a'], make })).toEqual(held);
  });

  it('records a change that has long been without touching the one after it', () => {
    const held = [
      make('a', { startsOn: FIRST, endsOn: dayAt(13) }),
      make('b', { startsOn: dayAt(14), endsOn: null }),
    ];
    const after = handOver(held, { day: dayAt(7), staffIds: ['c'], make });
    expect(after.map(({ staffId, startsOn, endsOn }) => [staffId, startsOn, endsOn])).toEqual([
      ['a', FIRST, dayAt(6)],
      ['b', dayAt(14), null],
      ['c', dayAt(7), dayAt(13)],
    ]);
  });
});

describe('the end of teaching', () => {
  it('keeps what was, and nothing after the last day', () => {
    fc.assert(
      fc.property(cellArb, dayArb, (held, day) => {
        const after = picture(endTeachings(held, day));
        const before = picture(held);
        for (const [at, one] of days.entries()) expect(after[at]).toEqual(one <= day ? before[at] : []);
      }),
    );
  });
});

describe('what stands against an assignment', () => {
  const ground = {
    staff: { name: '王芳', joinedOn: '2020-08-20', leftOn: null },
    class: { entryYear: 2025, graduatedOn: null },
    course: { name: '语文', closedOn: null },
    others: [],
  };
  const of = (span: Span, change: Partial<Parameters<typeof teachingProblems>[1]> = {}) =>
    teachingProblems(span, { ...ground, ...change }).map(({ path }) => path);
  const open = { startsOn: '2026-09-01', endsOn: null };

  it('is said at its field', () => {
    expect(of(open)).toEqual([]);
    expect(of({ startsOn: '2026-09-01', endsOn: '2026-08-31' })).toEqual(['endsOn']);
    expect(of(open, { staff: { ...ground.staff, joinedOn: '2026-09-02' } })).toEqual(['startsOn']);
    expect(of(open, { staff: { ...ground.staff, leftOn: '2026-12-31' } })).toEqual(['endsOn']);
    expect(
      of({ ...open, endsOn: '2026-12-31' }, { staff: { ...ground.staff, leftOn: '2026-12-31' } }),
    ).toEqual([]);
    expect(of({ ...open, startsOn: '2024-09-01' })).toEqual(['startsOn']);
    expect(of(open, { class: { entryYear: 2023, graduatedOn: '2026-06-30' } })).toEqual(['endsOn']);
    expect(of(open, { course: { name: '语文', closedOn: '2026-08-31' } })).toEqual(['courseId']);
    expect(of(open, { others: [{ startsOn: '2027-02-20', endsOn: null }] })).toEqual(['startsOn']);
    expect(
      of({ ...open, endsOn: '2027-02-19' }, { others: [{ startsOn: '2027-02-20', endsOn: null }] }),
    ).toEqual([]);
  });
});

describe('who is meant by a cell', () => {
  const staff = [
    { id: '1', number: 'T001', name: '王芳' },
    { id: '2', number: 'T002', name: '王芳' },
    { id: '3', number: 'T003', name: '李强' },
    { id: '4', number: 'T004', name: 'John Smith' },
  ];
  const lookup = teacherLookup(staff);
  const ids = (text: string) => {
    const read = readTeachers(text, lookup);
    return read.ok ? read.value.map(({ id }) => id) : read.message;
  };

  it.each([
    ['李强', ['3']],
    ['李 强', ['3']],
    ['t003', ['3']],
    ['王芳（T002）', ['2']],
    ['王芳(t002)', ['2']],
    ['王芳T001、李强', ['1', '3']],
    ['李强/李强', ['3']],
    ['John Smith', ['4']],
    ['无', []],
    ['—', []],
  ])('%s', (text, found) => expect(ids(text)).toEqual(found));

  it('tells people of one name apart by number alone', () => {
    expect(ids('王芳')).toBe('有 2 名王芳，请写明工号：王芳（T001） 或 王芳（T002）');
    expect(ids('李强（T001）')).toBe('工号 T001 是王芳，不是李强');
    expect(ids('李强（T009）')).toBe('没有工号 T009 的在校教职工');
    expect(ids('赵六')).toBe('名册里没有在校的“赵六”，请核对姓名或工号');
    expect([...teacherLabels(staff).values()]).toEqual([
      '王芳（T001）',
      '王芳（T002）',
      '李强',
      'John Smith',
    ]);
  });

  it('reads back every label that it writes', () => {
    const nameArb = fc.constantFrom('王芳', '李强', '张伟', '欧阳娜娜', 'Anna');
    fc.assert(
      fc.property(fc.array(nameArb, { minLength: 1, maxLength: 12 }), (names) => {
        const people = names.map((name, at) => ({ id: String(at), number: `T${String(at)}`, name }));
        const labels = teacherLabels(people);
        const text = people.map(({ id }) => labels.get(id) ?? '').join('、');
        const read = readTeachers(text, teacherLookup(people));
        expect(read).toEqual({ ok: true, value: people });
      }),
    );
  });
});

describe('courses', () => {
  it('go by their other names where only one can be meant', () => {
    const courses = usualCourses('junior').map((name) => ({ name }));
    expect(courseNamed('体育', courses)?.name).toBe('体育与健康');
    expect(courseNamed('道 法', courses)?.name).toBe('道德与法治');
    expect(courseNamed('备注', courses)).toBeUndefined();
    expect(courseNamed('政治', [{ name: '道德与法治' }, { name: '思想政治' }])).toBeUndefined();
    expect(isCourseName('通用技术')).toBe(true);
    expect(isCourseName('人数')).toBe(false);
  });

  it('are those of each stage, none twice', () => {
    for (const stage of ['primary', 'junior', 'senior', 'nineYear', 'complete'] as const) {
      const names = usualCourses(stage);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(usualCourses('primary')).toContain('科学');
    expect(usualCourses('primary')).not.toContain('物理');
    expect(usualCourses('senior')).toContain('思想政治');
  });
});
