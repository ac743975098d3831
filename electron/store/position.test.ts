import { describe, expect, it } from 'vitest';
import { monthFileAt, monthFiles } from './position.ts';

describe('the journal’s files', () => {
  it('are named after the month in China', () => {
    expect(monthFileAt(Date.parse('2026-10-31T15:59:59.999Z'), '')).toBe('2026-10.jsonl');
    expect(monthFileAt(Date.parse('2026-10-31T16:00:00.000Z'), '')).toBe('2026-11.jsonl');
  });

  it('never go back, whatever the clock says', () => {
    expect(monthFileAt(Date.parse('2019-01-01T00:00:00.000Z'), '2026-11.jsonl')).toBe('2026-11.jsonl');
    expect(monthFileAt(Date.parse('2027-01-05T00:00:00.000Z'), '2026-11.jsonl')).toBe('2027-01.jsonl');
  });

  it('are told from whatever else lies there', () => {
    expect(
      monthFiles(['torn-2026-11-5-100.txt', '2026-12.jsonl', '2026-11.jsonl', '2026-11.jsonl.bak']),
    ).toEqual(['2026-11.jsonl', '2026-12.jsonl']);
  });
});
