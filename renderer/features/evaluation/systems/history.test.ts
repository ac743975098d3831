import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf, onlyPlace, recorded, redone, sealed, undone, type History } from './history.ts';

interface Text {
  readonly name: string;
  readonly parts: readonly { readonly weight: number; readonly veto: number | null }[];
}

const start: Text = { name: '', parts: [{ weight: 0, veto: null }] };
const typedIn = (history: History<Text>, name: string): History<Text> =>
  recorded(history, { ...history.present, name });

describe('the history of an editor', () => {
  it('takes typing in one place as one step, until it is sealed', () => {
    const typed = ['师', '师德', '师德师风'].reduce(typedIn, historyOf(start));
    expect(undone(typed).present.name).toBe('');
    const twice = typedIn(sealed(typed), '师德');
    expect(undone(twice).present.name).toBe('师德师风');
  });

  it('takes a change of the shape as a step of its own', () => {
    const veto = (history: History<Text>, line: number | null): History<Text> =>
      recorded(history, { ...history.present, parts: [{ weight: 0, veto: line }] });
    const on = veto(historyOf(start), 600);
    expect(undone(veto(on, null)).present).toEqual(on.present);
  });

  it('finds the only place that differs', () => {
    expect(onlyPlace(start, { ...start, name: '教学' })).toBe('name');
    expect(onlyPlace(start, { ...start, parts: [{ weight: 5, veto: null }] })).toBe('parts.0.weight');
    expect(onlyPlace(start, { name: '教学', parts: [{ weight: 5, veto: null }] })).toBeNull();
    expect(onlyPlace(start, { ...start, parts: [] })).toBeNull();
    expect(onlyPlace(start, start)).toBeNull();
  });

  it('comes back to where it was by as many steps forward as back, and forgets what was undone once it goes on', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), fc.nat(30), (names, back) => {
        const whole = names.reduce((history, name) => sealed(typedIn(history, name)), historyOf(start));
        let history = whole;
        for (let step = 0; step < back; step += 1) history = undone(history);
        const other = typedIn(history, '另一种');
        expect(redone(other)).toBe(other);
        for (let step = 0; step < back; step += 1) history = redone(history);
        expect(history.present).toEqual(whole.present);
      }),
    );
  });
});
