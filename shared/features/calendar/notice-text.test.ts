import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay } from '../../kernel/dates.ts';
import { shippedYear, shippedYears } from '../../kernel/workdays.ts';
import { readNotice } from './notice-text.ts';
import { isWeekend } from './rules.ts';

/** The form in which the State Council gives notice, with the days of 2026. */
const sentences = `经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`;

describe('a notice that is pasted', () => {
  it('is read from the sentences of the State Council: all of 2026, day by day', () => {
    const read = readNotice(sentences, 2026);
    const table = shippedYear(2026);
    expect(read.rest).toEqual(table?.rest);
    expect(read.work).toEqual(table?.work);
    expect(read.unread).toEqual([]);
    expect(read.otherYears).toEqual([]);
  });

  it.each([
    ['2027-01-01 休\n2027-01-31 班', ['2027-01-01'], ['2027-01-31']],
    ['20270101休；20270131班', ['2027-01-01'], ['2027-01-31']],
    ['2027/1/1\t放假\n2027/1/31\t补班', ['2027-01-01'], ['2027-01-31']],
    ['放假日期\n2027-01-01\n2027-01-02\n补班日期\n2027-01-31', ['2027-01-01', '2027-01-02'], ['2027-01-31']],
    ['1月1日至3日放假，1月31日（周日）调休上班', ['2027-01-01', '2027-01-02', '2027-01-03'], ['2027-01-31']],
    ['元旦假期：1.1-1.3', ['2027-01-01', '2027-01-02', '2027-01-03'], []],
    ['2027-01-01\t2027-01-03\t休', ['2027-01-01', '2027-01-02', '2027-01-03'], []],
    ['4月30日到5月2日休', ['2027-04-30', '2027-05-01', '2027-05-02'], []],
    // A list of the whole year also names the days that are worked as always.
    ['2027-01-04 工作日\n2027-01-01 休', ['2027-01-01'], []],
    ['除夕放假', [], []],
  ])('%j', (text, rest, work) => {
    expect(readNotice(text, 2027)).toMatchObject({ rest, work, unread: [], otherYears: [] });
  });

  it('tells of days of another year, also where only the run shows it', () => {
    expect(readNotice('12月31日至1月2日放假', 2027)).toEqual({
      rest: ['2027-01-01', '2027-01-02'],
      work: [],
      otherYears: ['2026-12-31'],
      unread: [],
    });
  });

  it('tells of lines that name a day and not what it is', () => {
    expect(readNotice('2027-01-01 元旦\n2027-02-30 休\n2027-01-02 休', 2027)).toMatchObject({
      rest: ['2027-01-02'],
      unread: ['2027-01-01 元旦'],
    });
  });

  it('is read back as it was written, for every shipped year in every form', () => {
    const forms: readonly ((day: string) => string)[] = [
      (day) => day,
      formatDay,
      (day) => day.replaceAll('-', ''),
      (day) => day.replaceAll('-', '/'),
      (day) => day.replaceAll('-', '.'),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...shippedYears()), fc.constantFrom(...forms), (year, form) => {
        const table = shippedYear(year);
        const lines = [
          ...(table?.rest ?? []).map((day) => `${form(day)} 休`),
          ...(table?.work ?? []).map((day) => `${form(day)} 班`),
        ];
        expect(readNotice(lines.join('\n'), year)).toEqual({
          rest: table?.rest,
          work: table?.work,
          otherYears: [],
          unread: [],
        });
      }),
    );
  });

  it('never names a day of another year or a make-up day between Monday and Friday, whatever is pasted', () => {
    const piece = fc.oneof(
      fc.constantFrom('休', '班', '至', '\n', '。', '放假', '上班', '（周日）', '、', '-', '\t', '日'),
      fc.nat({ max: 800 }).map((ahead) => addDays('2026-06-01', ahead)),
      fc.nat({ max: 800 }).map((ahead) => formatDay(addDays('2026-06-01', ahead)).slice(5)),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { rest, work, otherYears } = readNotice(pieces.join(''), 2027);
        expect([...rest, ...work].every((day) => day.startsWith('2027-'))).toBe(true);
        expect(otherYears.some((day) => day.startsWith('2027-'))).toBe(false);
        expect(work.every(isWeekend)).toBe(true);
        expect(rest.filter((day) => work.includes(day))).toEqual([]);
      }),
    );
  });
});
