import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import { dutiesOf, dutyDifference, dutyFindings, versionOn, type DutyStaff } from './rules.ts';
import { holderKey, type DutyItem, type DutyList } from './schema.ts';

const FIRST = '2020-09-01';
const made = { at: '2020-09-01T00:00:00.000Z', by: { userId: 'u', name: '周敏' } };

const item = (text: string, change: Partial<DutyItem> = {}): DutyItem => ({
  text,
  standard: '',
  ground: '',
  rhythm: 'none',
  sole: false,
  ...change,
});

const list = (id: string, days: readonly string[], change: Partial<DutyList> = {}): DutyList => ({
  id,
  rev: 1,
  holder: { kind: 'post', id },
  title: `${id}职责`,
  endedOn: null,
  versions: days.map((appliesFrom, at) => ({
    version: at + 1,
    appliesFrom,
    made,
    why: '',
    items: [item(`${id}第${String(at + 1)}版`)],
  })),
  ...change,
});

const staff = (holdings: DutyStaff['holdings'], leftOn: string | null = null): DutyStaff => ({
  id: 's1',
  name: '王立新',
  holdings,
  leftOn,
  heads: [],
});

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(FIRST, days));

describe('the duties of a past day', () => {
  it('are those of the version that applied then, and of the posts held then', () => {
    const versions = fc.uniqueArray(day, { minLength: 1, maxLength: 6 }).map((days) => days.toSorted());
    const spells = fc.array(fc.tuple(day, fc.option(day)), { maxLength: 4 });
    fc.assert(
      fc.property(versions, spells, fc.option(day), day, (days, held, leftOn, at) => {
        const lists = [list('p', days)];
        const holdings = held.map(([startsOn, endsOn]) => ({
          postId: 'p',
          departmentId: 'd',
          startsOn,
          endsOn,
        }));
        const found = dutiesOf(staff(holdings, leftOn), lists, [], at);
        const holds =
          (leftOn === null || at <= leftOn) &&
          held.some(([from, to]) => from <= at && (to === null || at <= to));
        let version = 0;
        for (const [index, from] of days.entries()) if (from <= at) version = index + 1;
        expect(found.map((one) => one.version.version)).toEqual(holds && version > 0 ? [version] : []);
      }),
      { numRuns: 500 },
    );
  });

  it('do not change when a later version is added', () => {
    fc.assert(
      fc.property(day, day, (at, later) => {
        const before = list('p', [FIRST]);
        const starts = later <= FIRST ? addDays(FIRST, 1) : later;
        const after = list('p', [FIRST, starts]);
        if (at < starts) expect(versionOn(after, at)).toEqual(versionOn(before, at));
        else expect(versionOn(after, at)?.version).toBe(2);
      }),
    );
  });

  it('end with the last day of a list', () => {
    const ended = list('p', [FIRST], { endedOn: '2024-07-01' });
    expect(versionOn(ended, '2024-07-01')?.version).toBe(1);
    expect(versionOn(ended, '2024-07-02')).toBeUndefined();
    expect(versionOn(ended, '2020-08-31')).toBeUndefined();
  });
});

describe('gaps and overlaps', () => {
  const held = (names: readonly string[], called = '报账员') => ({ called, names });
  const key = (id: string): string => holderKey({ kind: 'post', id });

  it('are none where each list has one holder and says its own', () => {
    const lists = [list('a', [FIRST]), list('b', [FIRST])];
    const holders = new Map([
      [key('a'), held(['甲'])],
      [key('b'), held(['乙'])],
    ]);
    expect(dutyFindings(lists, holders, '2026-11-25')).toEqual([]);
  });

  it('name what nobody holds, what has no list, what one alone should hold, and what is said twice', () => {
    const shared = list('a', [FIRST], {});
    const sole = {
      ...shared,
      versions: shared.versions.map((one) => ({ ...one, items: [item('管理现金', { sole: true })] })),
    };
    const again = list('b', [FIRST], {});
    const twice = {
      ...again,
      versions: again.versions.map((one) => ({ ...one, items: [item('管理现金。')] })),
    };
    const holders = new Map([
      [key('a'), held(['甲', '乙'])],
      [key('b'), held([])],
      [key('c'), held(['丙'], '安全员')],
    ]);
    const found = dutyFindings([sole, twice], holders, '2026-11-25');
    expect(found.map(({ kind }) => kind)).toEqual(['unheld', 'unlisted', 'shared', 'twice']);
    expect(found[1]?.message).toBe('“安全员”有 1 人，还没有岗位职责');
    expect(found[2]?.message).toContain('甲、乙');
  });
});

describe('what a version changed', () => {
  it('tells a duty that was worded anew from one that came and one that went', () => {
    const before = [item('每月检查教案'), item('管理现金'), item('组织演练')];
    const after = [item('每周检查教案'), item('管理现金'), item('值班')];
    const found = dutyDifference(before, after);
    expect(found.changed).toEqual([{ before: before[0], after: after[0] }]);
    expect(found.added.map(({ text }) => text)).toEqual(['值班']);
    expect(found.dropped.map(({ text }) => text)).toEqual(['组织演练']);
  });

  it('is nothing for the same duties in any order, and accounts for every one otherwise', () => {
    const texts = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [before, after] = [one.map((text) => item(text)), other.map((text) => item(text))];
        expect(dutyDifference(before, before.toReversed())).toEqual({ added: [], dropped: [], changed: [] });
        const { added, dropped, changed } = dutyDifference(before, after);
        const same = before.filter(({ text }) => other.includes(text)).length;
        expect(same + dropped.length + changed.length).toBe(before.length);
        expect(same + added.length + changed.length).toBe(after.length);
      }),
    );
  });
});
