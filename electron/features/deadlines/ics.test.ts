import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './ics.ts';

const MADE = '2026-11-24T01:00:00.000Z';

describe('a calendar file', () => {
  it('has a whole-day entry per term', () => {
    const file = calendarFile(
      '期限',
      [
        {
          id: 'cases/1',
          day: '2026-12-31',
          title: '办理期限：问责〔2026〕1号',
          about: '依据：甲, 乙; 丙\n丁',
        },
      ],
      MADE,
    );
    expect(file.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Mingze//Deadlines//ZH',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:期限',
      'BEGIN:VEVENT',
      'UID:cases/1@mingze',
      'DTSTAMP:20261124T010000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:办理期限：问责〔2026〕1号',
      'DESCRIPTION:依据：甲\\, 乙\\; 丙\\n丁',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('has no line over 75 octets, breaks no character, and reads back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const file = calendarFile('期限', [{ id: '1', day: '2026-12-31', title, about: '' }], MADE);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const whole = file.replaceAll('\r\n ', '');
        const summary = /\r\nSUMMARY:([^]*?)\r\nDESCRIPTION:/u.exec(whole)?.[1] ?? '';
        const read = summary.replace(/\\([\\;,n])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign));
        expect(read).toBe(title.replace(/\r\n|\r|\n/g, '\n'));
      }),
    );
  });
});
