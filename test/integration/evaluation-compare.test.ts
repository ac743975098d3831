import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelOutput } from '../../shared/channels.ts';
import {
  addTeachers,
  confirmed,
  departmentNames,
  groups,
  scoreAll,
  started,
} from '../support/evaluation/teacher-cycle.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

type Compared = ChannelOutput<'evaluation.compare'>;

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await addTeachers(desk);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const compared = (cycleId: string, only: string[] = [], who = one): Promise<Compared> =>
  who.call('evaluation.compare', { cycleId, departments: only });

const meanOf = (values: readonly number[]): number =>
  Math.floor((2 * values.reduce((sum, value) => sum + value, 0) + values.length) / (2 * values.length));

describe('results set beside each other', () => {
  it('are refused before scoring, and say so when nobody has a total yet', async () => {
    const draft = await one.call('evaluation.createCycle', {
      plan: {
        name: '草稿',
        versionId:
          (await one.call('evaluation.adoptFromLibrary', { key: 'teacher' })).versions[0]?.version.id ?? '',
        schoolYearId: null,
        term: null,
        startsOn: '2026-11-01',
        endsOn: '2026-12-31',
        about: '',
        whenAbsent: 'block',
        groups,
      },
    });
    const refused = await one.refused('evaluation.compare', { cycleId: draft.cycle.id });
    expect(refused.code).toBe('illegal-step');
    const view = await compared(await started(one));
    expect([view.subjects, view.graded, view.summary, view.departments, view.years]).toEqual([
      13,
      0,
      null,
      [],
      [],
    ]);
  });

  it('lie in departments and indicators as the results themselves do', async () => {
    const cycleId = await started(one);
    await scoreAll(one, cycleId);
    const view = await compared(cycleId);
    const results = await one.call('evaluation.results', { cycleId });
    const totals = results.rows.flatMap(({ subject, outcome }) =>
      outcome.kind === 'graded' ? [{ department: subject.department, total: outcome.figures.total }] : [],
    );
    expect(totals).toHaveLength(13);
    expect(view.summary?.mean).toBe(meanOf(totals.map(({ total }) => total)));
    expect(view.people.map(({ total }) => total)).toEqual(
      totals.map(({ total }) => total).toSorted((a, b) => b - a),
    );
    for (const department of view.departments) {
      const own = totals.filter((row) => row.department === department.name).map(({ total }) => total);
      expect(department.count).toBe(own.length);
      // Two are fewer than the minimum sample: nothing is said of their mean, in any column.
      if (own.length < 3) {
        expect(department.summary).toBeNull();
        expect(department.dimensions.every((value) => value === null)).toBe(true);
        expect(department.indicators.every((value) => value === null)).toBe(true);
      } else
        expect([department.summary?.mean, department.summary?.greatest]).toEqual([
          meanOf(own),
          Math.max(...own),
        ]);
    }
    expect(view.departments.map(({ name }) => name).toSorted()).toEqual(
      Object.values(departmentNames).toSorted(),
    );
    for (const indicator of view.indicators) {
      expect(indicator.count).toBe(13);
      expect(indicator.ease).toBe(
        Math.floor(
          view.people.reduce(
            (sum, { indicators }) => sum + (indicators[view.indicators.indexOf(indicator)] ?? 0),
            0,
          ) *
            (10_000 / indicator.fullMarks / 13) +
            0.5,
        ),
      );
    }
    // Later teachers were scored better throughout: points tell them apart, deductions alike for all do not.
    expect(view.indicators.some(({ discrimination }) => (discrimination ?? 0) > 150)).toBe(true);
    expect(view.indicators.some(({ discrimination }) => discrimination === 0)).toBe(true);
  });

  it('can be looked at in some departments alone', async () => {
    const cycleId = await started(one);
    await scoreAll(one, cycleId);
    const view = await compared(cycleId, ['数学组']);
    expect(view.allDepartments).toHaveLength(3);
    expect(view.people.every(({ department }) => department === '数学组')).toBe(true);
    expect([view.subjects, view.departments.length]).toEqual([4, 1]);
    expect(view.summary).toEqual(view.departments[0]?.summary);
  });

  it('tell the mild from the strict, among groups and among raters with names', async () => {
    const cycleId = await started(one);
    await scoreAll(one, cycleId);
    const { groups: own, pairs, concordance, raters } = await compared(cycleId);
    const lead = own.find(({ groupId }) => groupId === 'lead');
    expect(lead?.severity).toBeLessThan(0);
    expect(own.find(({ groupId }) => groupId === 'pupil')?.severity).toBeGreaterThan(0);
    expect(pairs).toHaveLength(3);
    for (const pair of pairs) {
      expect(pair.subjects).toBe(13);
      expect(pair.correlation).toBeGreaterThan(900);
    }
    expect(concordance).toBeGreaterThan(900);
    expect(raters?.map(({ name }) => name)).toEqual(['宽老师', '严老师', '常老师']);
    const [mild, strict, usual] = (raters ?? []).map(({ severity }) => severity);
    expect(mild).toBeGreaterThan(300);
    expect(strict).toBeLessThan(-300);
    expect(Math.abs(usual ?? 1000)).toBeLessThan(100);
    expect(raters?.every(({ agreement }) => (agreement ?? 0) > 900)).toBe(true);
  });

  it('never tell of a single anonymous rater, and of few raters only to those who see their names', async () => {
    // Two of the leaders and two of the pupils come; nobody else is waited for.
    const few = groups.map((group) => ({ ...group, raters: group.raters.slice(0, 2) }));
    const cycleId = await started(one, { whenAbsent: 'reweight' });
    await scoreAll(one, cycleId, few);
    const view = await compared(cycleId);
    // Two pupils are fewer than three: their averages are nowhere, not even for those who run the evaluation, nor are
    // those of the leaders, with which they would follow from the totals.
    expect(view.hidden).toBe(26);
    expect(view.groups.find(({ groupId }) => groupId === 'pupil')).toMatchObject({
      summary: null,
      severity: null,
    });
    expect(view.pairs.filter(({ a, b }) => [a, b].includes('pupil')).map(({ subjects }) => subjects)).toEqual(
      [0, 0],
    );
    expect(view.concordance).toBeNull();
    expect(JSON.stringify(view)).not.toMatch(/学生\d/);
    expect(view.raters?.map(({ groupId }) => groupId)).toEqual(['lead', 'lead']);

    const draft = { accountName: 'reader', name: '林晓', roles: ['evaluator' as const], staffId: null };
    const { temporaryPassword } = await one.call('accounts.create', draft);
    const reader = desk.connect();
    await reader.call('accounts.login', { accountName: 'reader', password: temporaryPassword });
    await reader.call('accounts.changePassword', { current: temporaryPassword, next: 'own words of reader' });
    const seen = await compared(cycleId, [], reader);
    expect(seen.raters).toBeNull();
    expect(seen.hidden).toBe(26);
    expect(seen.groups.map(({ summary }) => summary?.count ?? 0)).toEqual([0, 0, 13]);
    expect(JSON.stringify(seen)).not.toMatch(/宽老师|严老师|学生\d/);
    // The totals are made known to him all the same: they are the result.
    expect(seen.people.map(({ total }) => total)).toEqual(view.people.map(({ total }) => total));
  });

  it('are set beside the confirmed ones of earlier years', async () => {
    const first = await started(one, {
      name: '2025年教师考核',
      startsOn: '2025-11-01',
      endsOn: '2026-11-24',
    });
    await scoreAll(one, first);
    const open = await started(one);
    await scoreAll(one, open);
    expect((await compared(open)).years).toEqual([]);
    await confirmed(one, first);
    const view = await compared(open);
    expect(view.years.map(({ name, sameSystem }) => [name, sameSystem])).toEqual([
      ['2025年教师考核', true],
      ['2026年秋季教师考核', true],
    ]);
    const [before, now] = view.years;
    expect(now?.summary).toEqual(view.summary);
    expect(now?.people).toEqual(view.people.map(({ total }) => total));
    expect(before?.dimensions).toEqual(view.dimensionMeans);
    expect(before?.departments).toEqual(view.departments.map(({ summary }) => summary?.mean ?? null));
    expect((await compared(first)).years).toEqual([]);
  });
});
