import { describe, expect, it } from 'vitest';
import type { Sanction } from '../../../../shared/features/cases/sanction.ts';
import { axisOf, isLiftable, lengthText, lineOf, periodStateOf, placeOf, spanText } from './period-lines.ts';

const TODAY = '2026-11-24';
const stamp = { at: '2026-11-20T02:00:00.000Z', by: { userId: 'u1', name: '周敏' } };

const sanction = (change: Partial<Sanction> = {}): Sanction => ({
  id: 's',
  rev: 1,
  caseId: 'c',
  caseNumber: '问责〔2026〕1号',
  itemId: 'i',
  personId: 'p',
  personKind: 'staff',
  matterCode: 'm',
  matterName: '值班与巡查',
  occurredOn: '2026-11-09',
  measureCode: 'warning',
  measureVersion: 1,
  measureName: '警告',
  measureKind: 'sanction',
  sanction: 'warning',
  pupilLevel: null,
  effect: {
    barsExcellent: true,
    ungradedYears: 0,
    barsPromotion: true,
    barsTitles: true,
    barsHonours: true,
    touchesPerformancePay: false,
  },
  effects: '',
  decidedOn: '2026-11-20',
  decidedBy: '青禾市第一中学',
  effectiveOn: '2026-11-20',
  endsOn: '2027-05-19',
  paperNumber: null,
  summary: '',
  mergedWith: [],
  lifting: null,
  annulled: null,
  ...change,
});

describe('how a sanction stands', () => {
  it.each([
    ['running', {}],
    ['ahead', { effectiveOn: '2026-11-25' }],
    ['awaiting', { effectiveOn: '2026-05-24', endsOn: '2026-11-23' }],
    ['over', { effectiveOn: '2026-05-24', endsOn: '2026-11-23', measureKind: 'post' }],
    ['once', { endsOn: null, measureKind: 'circular' }],
    ['annulled', { annulled: { ...stamp, reason: '复核撤销' } }],
    ['lifted', { lifting: { ...stamp, liftedOn: TODAY, conduct: '', paperNumber: null } }],
  ] as const)('is told as %s', (state, change) => {
    expect(periodStateOf(sanction(change), TODAY)).toBe(state);
  });

  it('runs through its last day', () => {
    expect(periodStateOf(sanction({ endsOn: TODAY }), TODAY)).toBe('running');
  });

  it('may be lifted when it is over, and before that only for a pupil who has mended', () => {
    expect(isLiftable(sanction(), TODAY)).toBe(false);
    expect(isLiftable(sanction({ endsOn: '2026-11-23' }), TODAY)).toBe(true);
    expect(isLiftable(sanction({ pupilLevel: 'sanction', measureKind: 'pupil-sanction' }), TODAY)).toBe(true);
    expect(isLiftable(sanction({ pupilLevel: 'grave', measureKind: 'discipline' }), TODAY)).toBe(false);
  });
});

describe('the line of time', () => {
  it('holds every period and today, with few enough ticks to be read', () => {
    const periods = [sanction(), sanction({ effectiveOn: '2024-03-01', endsOn: '2028-02-29' })];
    const axis = axisOf(periods, TODAY);
    expect(axis.ticks.length).toBeLessThanOrEqual(9);
    for (const period of periods) {
      const { start, length } = lineOf(axis, period);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(length).toBeGreaterThan(0);
      expect(start + length).toBeLessThanOrEqual(1);
    }
    expect(placeOf(axis, TODAY)).toBeGreaterThan(0);
    expect(placeOf(axis, TODAY)).toBeLessThan(1);
  });

  it('draws a measure without a period as a point', () => {
    const one = sanction({ endsOn: null });
    expect(lineOf(axisOf([one], TODAY), one).length).toBe(0);
  });
});

describe('words of a period', () => {
  it('counts in the unit in which it comes out even', () => {
    expect(lengthText('2026-11-20', '2027-05-19')).toBe('6 个月');
    expect(lengthText('2026-11-20', '2027-11-19')).toBe('1 年');
    expect(lengthText('2026-11-20', '2026-12-04')).toBe('15 天');
  });

  it('leaves out the year that is the same', () => {
    expect(spanText('2026-11-20', '2027-05-19')).toBe('2026年11月20日至2027年5月19日');
    expect(spanText('2026-03-01', '2026-05-31')).toBe('2026年3月1日至5月31日');
    expect(spanText('2026-03-01', null)).toBe('自2026年3月1日起');
  });
});
