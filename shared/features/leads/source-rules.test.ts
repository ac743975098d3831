import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOfMs } from '../../kernel/dates.ts';
import type { SourceRequest } from './source-schema.ts';
import { isAlive, mayAnswer, mayOpen, OPEN_MINUTES, openUntil } from './source-rules.ts';

const T0 = Date.parse('2026-11-24T01:00:00.000Z');
const stamp = (userId: string, at = T0): SourceRequest['requested'] => ({
  at: instantOfMs(at),
  by: { userId, name: userId },
});

const request = (answer: SourceRequest['answer']): SourceRequest => ({
  id: 'q1',
  rev: 1,
  leadId: 'l1',
  reason: '需要补充询问',
  requested: stamp('asker'),
  answer,
});

const answered = (by: string, granted: boolean): SourceRequest =>
  request({ granted, note: '', made: stamp(by), openUntil: granted ? openUntil(T0) : null });

describe('a source', () => {
  it('is not opened by asking alone', () => {
    expect(mayOpen(request(null), 'asker', T0)).toBe(false);
    expect(mayAnswer(request(null), 'asker')).toBe(false);
    expect(mayAnswer(request(null), 'other')).toBe(true);
  });

  it('is opened by the one who asked, from the consent of another until its time is up', () => {
    const granted = answered('other', true);
    const end = T0 + OPEN_MINUTES * 60_000;
    expect(mayOpen(granted, 'asker', T0)).toBe(true);
    expect(mayOpen(granted, 'asker', end - 1)).toBe(true);
    expect(mayOpen(granted, 'asker', end)).toBe(false);
    expect(mayOpen(granted, 'other', T0)).toBe(false);
    expect(isAlive(granted, end)).toBe(false);
    expect(mayAnswer(granted, 'third')).toBe(false);
  });

  it('stays shut after a refusal, and after a consent to oneself that no channel gives', () => {
    expect(mayOpen(answered('other', false), 'asker', T0)).toBe(false);
    expect(mayOpen(answered('asker', true), 'asker', T0)).toBe(false);
  });

  it('is never opened without two people, whoever does what', () => {
    const user = fc.constantFrom('asker', 'a', 'b');
    fc.assert(
      fc.property(
        fc.option(fc.tuple(user, fc.boolean())),
        user,
        fc.nat(4_000_000),
        (answer, looker, later) => {
          const held = answer ? answered(answer[0], answer[1]) : request(null);
          const opens = mayOpen(held, looker, T0 + later);
          expect(opens).toBe(
            answer !== null &&
              answer[1] &&
              answer[0] !== 'asker' &&
              looker === 'asker' &&
              later < OPEN_MINUTES * 60_000,
          );
        },
      ),
    );
  });
});
