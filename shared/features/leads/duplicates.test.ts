import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import { isSuggested, reasonsOf, similarity, textLikeness, type Likeness } from './duplicates.ts';

const first: Likeness = {
  content: '三年级王老师上课经常玩手机，作业也不批改',
  people: ['staff:wang'],
  day: '2026-11-20',
};

describe('how alike two leads are', () => {
  it('is all for the same words about the same people on the same day', () => {
    const found = similarity(first, first);
    expect(found).toEqual({ score: 100, samePeople: ['staff:wang'], daysApart: 0, text: 100 });
    expect(reasonsOf(found, () => '王立新')).toEqual(['都涉及王立新', '内容相似 100%', '同一天']);
  });

  it('is enough for the same person in other words some days later', () => {
    const found = similarity(first, {
      content: '王老师上课玩手机，孩子的作业本两周没有批改',
      people: ['staff:wang', 'pupil:li'],
      day: '2026-11-24',
    });
    expect(isSuggested(found)).toBe(true);
    expect(found.samePeople).toEqual(['staff:wang']);
    expect(reasonsOf(found, () => '王立新')).toContain('相隔 4 天');
  });

  it('is not enough for another matter of the same day', () => {
    const found = similarity(first, { content: '食堂饭菜太凉', people: ['staff:zhao'], day: '2026-11-20' });
    expect(isSuggested(found)).toBe(false);
  });

  it('is not enough for the same day and nothing else, where nobody is named', () => {
    const found = similarity(
      { ...first, people: [] },
      { content: '校门口车辆乱停放', people: [], day: '2026-11-20' },
    );
    expect(isSuggested(found)).toBe(false);
  });

  it('does not hold it against a lead that it names nobody', () => {
    const unnamed = { ...first, people: [] };
    expect(similarity(first, unnamed).score).toBe(100);
    expect(similarity(first, { ...first, people: ['staff:other'] }).score).toBeLessThan(60);
  });

  it('says nothing of days that are far apart', () => {
    const found = similarity(first, { ...first, day: addDays(first.day, 200) });
    expect(reasonsOf(found, () => '王立新')).toEqual(['都涉及王立新', '内容相似 100%']);
  });
});

const word = fc.constantFrom('值班', '离岗', '食堂', '作业', '手机', '门口', '，', ' ', 'a', '体罚', '收费');
const lead: fc.Arbitrary<Likeness> = fc.record({
  content: fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
  people: fc.array(fc.constantFrom('staff:a', 'staff:b', 'pupil:c'), { maxLength: 4 }),
  day: fc.integer({ min: 0, max: 90 }).map((days) => addDays('2026-09-01', days)),
});

describe('whatever the leads', () => {
  it('the score is a share, and the same from both sides', () => {
    fc.assert(
      fc.property(lead, lead, (a, b) => {
        const found = similarity(a, b);
        const back = similarity(b, a);
        expect(found.score).toBeGreaterThanOrEqual(0);
        expect(found.score).toBeLessThanOrEqual(100);
        expect({ ...back, samePeople: [] }).toEqual({ ...found, samePeople: [] });
        expect(new Set(back.samePeople)).toEqual(new Set(found.samePeople));
      }),
    );
  });

  it('moving apart never makes them more alike', () => {
    fc.assert(
      fc.property(lead, lead, fc.integer({ min: 1, max: 60 }), (a, b, further) => {
        const near = similarity(a, { ...b, day: a.day });
        const far = similarity(a, { ...b, day: addDays(a.day, further) });
        expect(far.score).toBeLessThanOrEqual(near.score);
      }),
    );
  });

  it('a text is wholly like itself, and signs and blanks do not matter', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 12 }), (words) => {
        const plain = words.filter((each) => /\p{L}/u.test(each)).join('');
        fc.pre(plain.length >= 2);
        expect(textLikeness(plain, plain)).toBe(1);
        expect(textLikeness(plain, Array.from(plain).join('， '))).toBe(1);
      }),
    );
  });
});
