import { describe, expect, it } from 'vitest';
import { overridesFrom, reasonPath, reasonsFrom, reasonsSchema } from './reasons.ts';

const issuesOf = (reasons: unknown): { path: string; message: string }[] =>
  (reasonsSchema.safeParse(reasons).error?.issues ?? []).map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }));

describe('reasons for warnings that are gone past', () => {
  it('may be left blank, but not be too short or too long', () => {
    expect(issuesOf({ 'out-of-band': '  ', 'shown-too-short': null, 'contact-missing': undefined })).toEqual(
      [],
    );
    expect(issuesOf({ 'out-of-band': ' 特殊 ', 'shown-too-short': '情节特殊' })).toEqual([
      { path: 'out-of-band', message: '请写明理由，至少 4 个字' },
    ]);
    expect(issuesOf({ 'out-of-band': '长'.repeat(301) })).toEqual([
      { path: 'out-of-band', message: '理由不能超过 300 字' },
    ]);
  });

  it('are sent as they were written, without blanks and without rules that there are not', () => {
    expect(
      overridesFrom({ 'out-of-band': ' 情节特殊 ', 'shown-too-short': '', 'no-such-rule': '情节特殊' }),
    ).toEqual([{ ruleId: 'out-of-band', reason: '情节特殊' }]);
  });

  it('come back into the form that changes them', () => {
    const reasons = { 'out-of-band': '情节特殊', 'contact-missing': '已在公示栏注明' };
    expect(reasonsFrom(overridesFrom(reasons))).toEqual(reasons);
  });

  it('are found by the path that an answer gives', () => {
    expect(reasonPath('overrides.out-of-band')).toBe('reasons.out-of-band');
    expect(reasonPath('decision.overrides')).toBe('decision.overrides');
  });
});
