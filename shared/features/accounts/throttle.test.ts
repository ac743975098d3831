import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockedUntil, waitAfter, waitText, withFailure, type FailedLogins } from './throttle.ts';

describe('waiting after failed passwords', () => {
  it('costs nothing four times, then 30 seconds, doubling up to half an hour', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 50].map((failures) => waitAfter(failures) / 1000)).toEqual([
      0, 0, 30, 60, 120, 960, 1800, 1800,
    ]);
  });

  it('never grows shorter with more failures, and never exceeds half an hour', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (failures) => {
        expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures));
        expect(waitAfter(failures)).toBeLessThanOrEqual(30 * 60_000);
      }),
    );
  });

  it('does not lock out for longer when the clock is set back', () => {
    expect(blockedUntil({ failures: 9, lastFailedAt: 2_000_000 }, 1_000_000)).toBeUndefined();
  });

  it('begins anew after a quiet day', () => {
    const failed: FailedLogins = { failures: 9, lastFailedAt: 0 };
    expect(withFailure(failed, 23 * 3_600_000).failures).toBe(10);
    expect(withFailure(failed, 24 * 3_600_000).failures).toBe(1);
  });

  it('tells the wait in whole seconds or minutes, never too short', () => {
    expect([1, 30_000, 89_001, 90_000, 120_001].map(waitText)).toEqual([
      '1 秒',
      '30 秒',
      '90 秒',
      '2 分钟',
      '3 分钟',
    ]);
  });
});
