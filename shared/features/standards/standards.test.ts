import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from './difference.ts';
import { flattenTexts, nestTexts } from './paper-text.ts';
import { citeSchoolRule, clauseNumber, missingAdoption, schoolRuleContentSchema } from './school-rule.ts';
import { hideSlots, showSlots, slotFaults, slotNames } from './slots.ts';

describe('blanks of a text', () => {
  it('are read in Chinese and stored as they were', () => {
    const shipped = '{name}在{day}已由{name}作出{unheardOf}。';
    expect(showSlots(shipped, shipped)).toBe('【姓名】在【日期】已由【姓名】作出【空格三】。');
    expect(hideSlots(showSlots(shipped, shipped), shipped)).toBe(shipped);
    expect(slotFaults('{name}，{other}', shipped)).toEqual({
      lost: ['【日期】', '【空格三】'],
      unknown: ['{other}'],
    });
    expect(hideSlots('【别的】{day}', shipped)).toBe('【别的】{day}');
  });

  it('come back whatever they are called', () => {
    const slot = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('请', '在', '由', '，'), slot), { maxLength: 12 }),
        (parts) => {
          const text = parts.map(([word, name]) => `${word}{${name}}`).join('');
          expect(hideSlots(showSlots(text, text), text)).toBe(text);
          const shown = slotNames(text).map((one) => one.shown);
          expect(new Set(shown).size).toBe(shown.length);
        },
      ),
    );
  });
});

describe('texts of papers', () => {
  it('are the same nested and flat', () => {
    const key = fc.stringMatching(/^[a-z]{1,6}$/);
    const { tree } = fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
      tree: fc.dictionary(key, fc.oneof({ depthSize: 'small' }, fc.string(), tie('tree')), {
        minKeys: 1,
        maxKeys: 4,
      }),
    }));
    const isTree = (value: unknown): value is Parameters<typeof flattenTexts>[0] =>
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((part) => typeof part === 'string' || isTree(part));
    fc.assert(
      fc.property(tree, (nested) => {
        if (!isTree(nested)) throw new Error('not a tree');
        expect({ ...nestTexts(flattenTexts(nested)) }).toEqual({ ...nested });
      }),
    );
  });

  it('refuse a text where other texts lie', () => {
    expect(() =>
      nestTexts(
        new Map([
          ['a', '一'],
          ['a.b', '二'],
        ]),
      ),
    ).toThrow(RangeError);
    expect(() =>
      nestTexts(
        new Map([
          ['a.b', '一'],
          ['a', '二'],
        ]),
      ),
    ).toThrow(RangeError);
  });
});

describe('a difference', () => {
  it('names what was changed, added and taken away, and nothing else', () => {
    const before = [
      { label: '名称', text: '责令整改' },
      { label: '期间', text: '' },
      { label: '第三条', text: '旧条文' },
    ];
    const after = [
      { label: '名称', text: '责令整改' },
      { label: '期间', text: '6 个月' },
      { label: '第四条', text: '新条文' },
    ];
    expect(differenceOf(before, after)).toEqual([
      { label: '期间', before: '', after: '6 个月' },
      { label: '第四条', before: null, after: '新条文' },
      { label: '第三条', before: '旧条文', after: null },
    ]);
    expect(differenceOf(before, before)).toEqual([]);
  });
});

describe('a rule of the school', () => {
  const rule = schoolRuleContentSchema.parse({
    title: '考勤制度',
    adoptedOn: null,
    publishedOn: null,
    clauses: [{ no: '第十二条', text: '按时签到。' }],
  });

  it('is cited with a clause that it has', () => {
    expect(citeSchoolRule(rule)).toBe('《考勤制度》');
    expect(citeSchoolRule(rule, '第十二条')).toBe('《考勤制度》第十二条');
    expect(() => citeSchoolRule(rule, '第一条')).toThrow(RangeError);
  });

  it('for pupils goes a longer way than one for staff', () => {
    expect(missingAdoption(rule)).toEqual(['校长办公会审议通过']);
    expect(missingAdoption({ ...rule, scope: 'all' })).toEqual([
      '征求意见',
      '家长委员会、教职工代表大会讨论',
      '校长办公会审议通过',
    ]);
  });

  it.each([
    ['第三条', true],
    ['第一百零二条', false],
    ['第二十一条第三款第二项', true],
    ['第3条', false],
    ['三', false],
  ])('takes %s as the number of a clause: %s', (no, is) => {
    expect(clauseNumber.test(no)).toBe(is);
  });
});
