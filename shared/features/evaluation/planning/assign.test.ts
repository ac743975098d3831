import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshGroup, freshRater } from '../fresh.ts';
import type { Assignment, Rater, Subject } from '../schema.ts';
import { assign, type ClassTie, type School } from './assign.ts';
import { coverageOf } from './coverage.ts';

const subject = (id: string, departmentIds: string[] = [], classIds: string[] = []): Subject => ({
  id,
  number: id,
  name: id,
  department: '',
  post: '',
  departmentIds,
  classIds,
});

const colleague = (id: string): Rater => freshRater({ id: `r-${id}`, name: id, userId: null, staffId: id });

const listsOf = (
  assignment: Assignment,
  raters: readonly Rater[],
  subjects: readonly Subject[],
  departments: Readonly<Record<string, readonly string[]>> = {},
  school: Pick<School, 'source' | 'classesOf'> = { source: 'staff', classesOf: () => [] },
): Record<string, readonly string[] | null> =>
  Object.fromEntries(
    assign({ raters: [...raters], assignment }, subjects, {
      ...school,
      departmentsOf: (id) => departments[id] ?? [],
    }).map(({ id, subjectIds }) => [id, subjectIds]),
  );

const random = (perSubject: number, seed: number, sameDepartment = false): Assignment => ({
  kind: 'random',
  perSubject,
  sameDepartment,
  seed,
});

describe('who rates whom', () => {
  it('goes by departments, never to oneself', () => {
    const departments = { a: ['语文'], b: ['语文', '德育'], c: ['德育'] };
    const subjects = [subject('a', ['语文']), subject('b', ['语文', '德育']), subject('c', ['德育'])];
    expect(listsOf({ kind: 'department' }, ['a', 'b', 'c'].map(colleague), subjects, departments)).toEqual({
      'r-a': ['b'],
      'r-b': ['a', 'c'],
      'r-c': ['b'],
    });
  });

  describe('by class', () => {
    const pupil = (id: string, classId: string | null) => freshRater({ id, name: id, userId: null, classId });
    /** t1 leads c1 and teaches 语文 in c1 and c2; t2 leads c2 and teaches 数学 in c1 and c2; t3 teaches 数学 in c3. */
    const ties: Readonly<Record<string, readonly ClassTie[]>> = {
      t1: [
        { classId: 'c1', courseId: null },
        { classId: 'c1', courseId: '语文' },
        { classId: 'c2', courseId: '语文' },
      ],
      t2: [
        { classId: 'c2', courseId: null },
        { classId: 'c1', courseId: '数学' },
        { classId: 'c2', courseId: '数学' },
      ],
      t3: [{ classId: 'c3', courseId: '数学' }],
    };
    const classesOf = (id: string): readonly ClassTie[] => ties[id] ?? [];
    const rule = (teachers: 'all' | 'head' | 'course' = 'all', courseId: string | null = null) =>
      ({ kind: 'class', teachers, courseId, former: false }) as const;
    const teachers = ['t1', 't2', 't3'].map((id) => subject(id));
    const pupils = [pupil('p1', 'c1'), pupil('p3', 'c3'), pupil('p0', null)];
    const staff = { source: 'staff', classesOf } as const;

    it('lets pupils and parents rate those who teach them, or the head teacher, or those of a course', () => {
      expect(listsOf(rule(), pupils, teachers, {}, staff)).toEqual({ p1: ['t1', 't2'], p3: ['t3'], p0: [] });
      expect(listsOf(rule('head'), pupils, teachers, {}, staff)).toEqual({ p1: ['t1'], p3: [], p0: [] });
      expect(listsOf(rule('course', '数学'), pupils, teachers, {}, staff)).toEqual({
        p1: ['t2'],
        p3: ['t3'],
        p0: [],
      });
    });

    it('lets colleagues who share a class rate each other, never themselves', () => {
      const raters = ['t1', 't2', 't3'].map(colleague);
      expect(listsOf(rule(), raters, teachers, {}, staff)).toEqual({
        'r-t1': ['t2'],
        'r-t2': ['t1'],
        'r-t3': [],
      });
      // Everybody who teaches the class rates its head teacher.
      expect(listsOf(rule('head'), raters, teachers, {}, staff)).toEqual({
        'r-t1': ['t2'],
        'r-t2': ['t1'],
        'r-t3': [],
      });
    });

    it('lets those who teach a class rate it, and its pupils', () => {
      const raters = ['t1', 't2', 't3'].map(colleague);
      const classes = ['c1', 'c2', 'c3'].map((id) => subject(id, [], [id]));
      const of = { source: 'classes', classesOf } as const;
      expect(listsOf(rule(), raters, classes, {}, of)).toEqual({
        'r-t1': ['c1', 'c2'],
        'r-t2': ['c1', 'c2'],
        'r-t3': ['c3'],
      });
      expect(listsOf(rule('head'), raters, classes, {}, of)).toEqual({
        'r-t1': ['c1'],
        'r-t2': ['c2'],
        'r-t3': [],
      });
      expect(listsOf(rule('course', '语文'), raters, classes, {}, of)).toEqual({
        'r-t1': ['c1', 'c2'],
        'r-t2': [],
        'r-t3': [],
      });
      const children = [subject('x', [], ['c1']), subject('y', [], ['c3'])];
      expect(listsOf(rule(), raters, children, {}, { source: 'pupils', classesOf })).toEqual({
        'r-t1': ['x'],
        'r-t2': ['x'],
        'r-t3': ['y'],
      });
    });

    it('gives exactly those who share a class with the rater, whatever the ties', () => {
      const tieArb = fc.record({
        classId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
        courseId: fc.option(fc.constantFrom('语文', '数学'), { nil: null }),
      });
      fc.assert(
        fc.property(fc.array(fc.array(tieArb, { maxLength: 6 }), { minLength: 1, maxLength: 8 }), (all) => {
          const people = all.map((_none, at) => subject(`t${String(at)}`));
          const own = new Map(all.map((list, at) => [`t${String(at)}`, list]));
          const school = { source: 'staff', classesOf: (id: string) => own.get(id) ?? [] } as const;
          const by = ['c1', 'c2', 'c3', 'c4'].map((id) => pupil(id, id));
          const everybody = listsOf(rule(), by, people, {}, school);
          const heads = listsOf(rule('head'), by, people, {}, school);
          const courses = ['语文', '数学'].map((course) =>
            listsOf(rule('course', course), by, people, {}, school),
          );
          for (const { id: classId } of by)
            for (const { id } of people) {
              const isIn = (lists: Record<string, readonly string[] | null>) =>
                lists[classId]?.includes(id) === true;
              expect(isIn(everybody)).toBe(own.get(id)?.some((tie) => tie.classId === classId) === true);
              expect(isIn(everybody)).toBe(isIn(heads) || courses.some(isIn));
            }
        }),
      );
    });
  });

  it('is everybody but oneself where it is left open, and stays what it is by hand', () => {
    const raters = [{ ...colleague('a'), subjectIds: ['b', 'gone'] }, colleague('b')];
    const subjects = [subject('a'), subject('b'), subject('c')];
    expect(listsOf({ kind: 'all' }, raters, subjects)).toEqual({ 'r-a': null, 'r-b': null });
    expect(listsOf({ kind: 'manual' }, raters, subjects)).toEqual({ 'r-a': ['b'], 'r-b': ['a', 'c'] });
  });

  const settings = fc.record({
    raters: fc.integer({ min: 1, max: 25 }),
    subjects: fc.integer({ min: 1, max: 40 }),
    perSubject: fc.integer({ min: 1, max: 8 }),
    seed: fc.integer({ min: 0, max: 999_999_999 }),
  });

  it('is drawn so that everybody gets as many raters as there can be, and no rater many more than another', () => {
    fc.assert(
      fc.property(settings, ({ raters, subjects, perSubject, seed }) => {
        // The first of the raters are among those who are rated.
        const people = Array.from({ length: subjects }, (_, at) => subject(`s${String(at)}`));
        const by = Array.from({ length: raters }, (_, at) => colleague(`s${String(at)}`));
        const lists = listsOf(random(perSubject, seed), by, people);
        const given = by.map(({ id }) => lists[id] ?? []);
        for (const { id } of people) {
          const free = by.filter(({ staffId }) => staffId !== id).length;
          const count = given.filter((list) => list.includes(id)).length;
          expect(count).toBe(Math.min(perSubject, free));
        }
        for (const rater of by) expect(lists[rater.id]).not.toContain(rater.staffId);
        const loads = given.map(({ length }) => length);
        if (perSubject < raters) expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('is drawn the same from the same seed, in whatever order people stand', () => {
    fc.assert(
      fc.property(settings, ({ raters, subjects, perSubject, seed }) => {
        const people = Array.from({ length: subjects }, (_, at) => subject(`s${String(at)}`));
        const by = Array.from({ length: raters }, (_, at) => colleague(`s${String(at)}`));
        const sorted = (lists: Record<string, readonly string[] | null>) =>
          by.map(({ id }) => [...(lists[id] ?? [])].sort());
        const once = listsOf(random(perSubject, seed), by, people);
        const again = listsOf(random(perSubject, seed), by.toReversed(), people.toReversed());
        expect(sorted(again)).toEqual(sorted(once));
      }),
    );
    const many = Array.from({ length: 12 }, (_, at) => subject(`s${String(at)}`));
    const by = Array.from({ length: 12 }, (_, at) => colleague(`s${String(at)}`));
    expect(listsOf(random(3, 1), by, many)).not.toEqual(listsOf(random(3, 2), by, many));
  });

  it('keeps a draw within the department', () => {
    const departments = { a: ['语文'], b: ['语文'], c: ['数学'] };
    const subjects = [subject('a', ['语文']), subject('x', ['数学'])];
    const lists = listsOf(random(5, 7, true), ['a', 'b', 'c'].map(colleague), subjects, departments);
    expect(lists).toEqual({ 'r-a': [], 'r-b': ['a'], 'r-c': ['x'] });
  });
});

describe('the coverage of a group', () => {
  it('counts who still rates, and names whoever has nobody to rate', () => {
    const away = {
      at: '2026-11-20T00:00:00.000Z',
      by: { userId: 'u', name: '李' },
      reason: '病假',
      counted: true,
    };
    const group = {
      ...freshGroup('g', 'peer', 10_000),
      raters: [
        { ...colleague('a'), subjectIds: ['b'] },
        { ...colleague('b'), subjectIds: [] },
        { ...colleague('c'), withdrawn: away },
      ],
    };
    const { perSubject, idle } = coverageOf(group, [subject('a'), subject('b')]);
    expect(perSubject.map(({ raters }) => raters)).toEqual([0, 1]);
    expect(idle.map(({ name }) => name)).toEqual(['b']);
  });
});
