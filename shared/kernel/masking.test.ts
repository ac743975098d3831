import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackOut, maskIdNumber, maskName, maskNamesIn, maskPhone, pupilPhrase } from './masking.ts';

describe('a masked name', () => {
  it.each([
    ['张三', '张*'],
    ['张小三', '张**'],
    ['欧阳修', '欧阳*'],
    ['欧阳小修', '欧阳**'],
    ['欧阳', '欧*'],
    ['张', '*'],
    ['', ''],
    ['买买提·艾力', '买**·**'],
    ['张　三', '张　*'],
    ['John Smith', 'J*** *****'],
    [' 李四 ', '李*'],
    ['𠮷田', '𠮷*'],
  ])('%s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

describe('masked numbers', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138 **** 5678'],
    ['0532-88889999', '053*-****9999'],
    ['8888999', '*******'],
    ['', ''],
  ])('the telephone %s becomes %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ['110101201001011234', '110***********1234'],
    ['11010120100101123X', '110***********123X'],
    ['110101800101123', '110********1123'],
    ['G12345678', '*********'],
  ])('the identity number %s becomes %s', (number, masked) => {
    expect(maskIdNumber(number)).toBe(masked);
  });
});

describe('names in a text', () => {
  it('masks every occurrence, the longer name first', () => {
    expect(maskNamesIn('王小明和王小明明、王小明的同桌李雷', ['王小明', '王小明明', '李雷'])).toBe(
      '王**和王***、王**的同桌李*',
    );
  });

  it('finds a name whose characters stand apart', () => {
    expect(maskNamesIn('学生：张　三，张\n三', ['张三'])).toBe('学生：张　*，张\n*');
  });

  it('takes signs in a name for what they are', () => {
    expect(maskNamesIn('(甲.乙)与甲丙乙', ['甲.乙'])).toBe('(甲.*)与甲丙乙');
  });

  it('finds a telephone number however it is grouped', () => {
    expect(blackOut('电话 138-1234 5678。', ['13812345678'])).toBe('电话 ■■■■■■■■■■■■■。');
  });

  it('hides a surname that is the whole name of another', () => {
    expect(maskNamesIn('欧阳修来了，欧阳也来了', ['欧阳修', '欧阳'])).toBe('***来了，欧*也来了');
  });

  it('leaves a text alone without names, and a single character', () => {
    expect(maskNamesIn('安全第一', [])).toBe('安全第一');
    expect(maskNamesIn('安全第一', ['', '安'])).toBe('安全第一');
  });

  it('blacks out names and phrases by as many blocks as characters', () => {
    expect(blackOut('三班王小明的母亲来电', ['王小明', '三班'])).toBe('■■■■■的母亲来电');
  });
});

const surname = fc.constantFrom('张', '王', '李', '欧阳', '司马', '诸葛');
const given = fc.array(fc.constantFrom('小', '明', '雷', '三', '华', '伟'), { minLength: 1, maxLength: 2 });
const name = fc.tuple(surname, given).map(([first, rest]) => `${first}${rest.join('')}`);
const filler = fc.constantFrom('', '，', '和', '在操场上', '三', '明', '　');

describe('whatever the names', () => {
  it('keeps the length and the surname, and hides something', () => {
    fc.assert(
      fc.property(name, (whole) => {
        const masked = maskName(whole);
        expect(Array.from(masked)).toHaveLength(Array.from(whole).length);
        expect(masked).toMatch(/\*$/);
        expect(whole.startsWith(masked.replaceAll('*', ''))).toBe(true);
        expect(maskName(masked)).toBe(masked);
      }),
    );
  });

  it('leaves none of the names in the text, and nothing to mask a second time', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(filler, fc.nat()), { maxLength: 12 }),
        (names, pieces) => {
          const text = pieces
            .map(([between, pick]) => `${between}${names[pick % names.length] ?? ''}`)
            .join('');
          const masked = maskNamesIn(text, names);
          const hidden = blackOut(text, names);
          for (const each of names) {
            expect(masked).not.toContain(each);
            expect(hidden).not.toContain(each);
          }
          expect(Array.from(masked)).toHaveLength(Array.from(text).length);
          expect(maskNamesIn(masked, names)).toBe(masked);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes any characters for a name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.string({ maxLength: 6 }),
        (name, rest) => {
          const solid = name.replace(/[\s-]/gu, '');
          fc.pre(Array.from(solid).length >= 2 && !solid.includes('■'));
          expect(blackOut(`${rest}${name}${rest}`, [name])).not.toContain(name);
        },
      ),
    );
  });

  it('shows at most seven digits of a number and never a short one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (digits) => {
        const shown = maskPhone(digits).replaceAll('*', '');
        expect(shown.length).toBe(digits.length < 11 ? 0 : 7);
        const identity = maskIdNumber(digits).replaceAll('*', '');
        expect(identity.length).toBe(digits.length < 14 ? 0 : 7);
      }),
    );
  });
});

describe('a pupil who may not be named', () => {
  it('is one of a grade', () => {
    expect(pupilPhrase('七年级')).toBe('七年级一名学生');
    expect(pupilPhrase()).toBe('某年级一名学生');
  });
});
