import { addDays } from '../../../shared/kernel/dates.ts';

/** One day in a calendar file. */
export interface CalendarEntry {
  /** The same term has the same id in every file, so that taking it in again makes no second entry. */
  readonly id: string;
  readonly day: string;
  readonly title: string;
  readonly about: string;
}

const LINE_OCTETS = 75;

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** RFC 5545, 3.1: no line is longer than 75 octets, what is left goes on behind a blank; characters stay whole. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let held = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      lines.push(held);
      held = ' ';
      octets = 1;
    }
    held += character;
    octets += size;
  }
  return [...lines, held].join('\r\n');
};

const plainDay = (day: string): string => day.replaceAll('-', '');

/**
 * A calendar file (iCalendar, RFC 5545) with one whole-day entry per term, which mobile phones and office programs
 * take in. `madeAt` is an ISO instant in UTC.
 */
export const calendarFile = (name: string, entries: readonly CalendarEntry[], madeAt: string): string => {
  const stamp = madeAt.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mingze//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(({ id, day, title, about }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}@mingze`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plainDay(day)}`,
      `DTEND;VALUE=DATE:${plainDay(addDays(day, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(about)}`,
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
