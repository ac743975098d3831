import { addDays, daysBetween, isDay, yearOf } from '../../kernel/dates.ts';
import { isWeekend } from './rules.ts';

/** What was understood of a pasted notice or list. */
export interface ReadNotice {
  /** Days off of the year asked for, in order. */
  readonly rest: readonly string[];
  /** Make-up days of the year asked for, in order. */
  readonly work: readonly string[];
  /** Days that were named but belong to another year. */
  readonly otherYears: readonly string[];
  /** Lines with a day of the year of which nothing says whether it is off or worked, as pasted. */
  readonly unread: readonly string[];
}

const ASIDE = '(?:[（(][^（）()]*[）)])?';
const DAY = [
  '(?<y>\\d{4})\\s*[-/.年]\\s*(?<m>\\d{1,2})\\s*[-/.月]\\s*(?<d>\\d{1,2})(?:\\s*[日号])?',
  '(?<y8>20\\d{2})(?<m8>\\d{2})(?<d8>\\d{2})(?!\\d)',
  '(?<m2>\\d{1,2})\\s*月\\s*(?<d2>\\d{1,2})(?:\\s*[日号])?',
  '(?<m3>\\d{1,2})[-/.](?<d3>\\d{1,2})(?!\\d|\\s*天)',
].join('|');
const TAIL_DAY = '(?<d4>\\d{1,2})\\s*[日号]';
const dayForm = new RegExp(`(?<!\\d)(?:${DAY})`, 'uy');
const tailForm = new RegExp(`(?:${DAY}|${TAIL_DAY})`, 'uy');
const joinForm = new RegExp(`${ASIDE}[^\\S\\n]*(?:至|到|—+|–|~|～|-|\\t)[^\\S\\n]*`, 'uy');
const wordForm =
  /(?<work>(?:调休|调整|正常)?(?:上班|补班|调班|补课|工作日?)|班)|(?<rest>放假(?:调休)?|调休|补休|补假|休息日?|休假|双休|周末|休|假)/uy;

/** A heading such as 放假日期 is short; a sentence that speaks of 放假 without a day is not meant. */
const LONGEST_HEADING = 8;
/** A run of days off longer than this was misread. */
const LONGEST_RANGE = 31;

type Part = 'rest' | 'work';
interface Calendar {
  readonly year: number;
  readonly month: number;
}

const padded = (value: number | string): string => String(Number(value)).padStart(2, '0');

/** The day that a match names; year and month left out are those of the day before it or of the table. */
const dayOf = (groups: Record<string, string | undefined>, near: Calendar): string | undefined => {
  const year = groups['y'] ?? groups['y8'] ?? String(near.year);
  const month = groups['m'] ?? groups['m8'] ?? groups['m2'] ?? groups['m3'] ?? String(near.month);
  const date = groups['d'] ?? groups['d8'] ?? groups['d2'] ?? groups['d3'] ?? groups['d4'];
  if (date === undefined) return undefined;
  const day = `${year}-${padded(month)}-${padded(date)}`;
  return isDay(day) ? day : undefined;
};

const at = (form: RegExp, text: string, place: number): RegExpExecArray | null => {
  form.lastIndex = place;
  return form.exec(text);
};

const daysFrom = (first: string, last: string): string[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, ahead) => addDays(first, ahead));

/** From the 31st of December to the 2nd of January without a year: the run began in the year before. */
const inOrder = (first: string, last: string): [string, string] =>
  last >= first ? [first, last] : [`${String(yearOf(first) - 1)}${first.slice(4)}`, last];

interface Token {
  readonly end: number;
  readonly days?: readonly string[];
  readonly part?: Part;
}

/** The day, the run of days or the word that begins at a place, or null. */
const tokenAt = (line: string, place: number, year: number): Token | null => {
  const found = at(dayForm, line, place);
  const first = found?.groups && dayOf(found.groups, { year, month: 0 });
  if (found && first !== undefined) {
    const end = place + found[0].length;
    const join = at(joinForm, line, end);
    const tail = join && at(tailForm, line, end + join[0].length);
    const last =
      tail?.groups && dayOf(tail.groups, { year: yearOf(first), month: Number(first.slice(5, 7)) });
    if (!join || !tail || last === undefined) return { end, days: [first] };
    const [from, to] = inOrder(first, last);
    const length = daysBetween(from, to) + 1;
    return {
      end: end + join[0].length + tail[0].length,
      days: length > LONGEST_RANGE ? [] : daysFrom(from, to),
    };
  }
  const word = at(wordForm, line, place);
  if (!word) return null;
  return { end: place + word[0].length, part: word.groups?.['work'] === undefined ? 'rest' : 'work' };
};

interface Line {
  readonly given: readonly { readonly day: string; readonly part: Part }[];
  /** Days without a word behind them. */
  readonly left: readonly string[];
  /** The word that stands before any day. */
  readonly leading: Part | undefined;
}

/** Days take the word that follows them: 1月1日至3日放假，1月4日上班. */
const readLine = (line: string, year: number): Line => {
  const given: { day: string; part: Part }[] = [];
  let left: string[] = [];
  let leading: Part | undefined;
  for (let place = 0; place < line.length;) {
    const token = tokenAt(line, place, year);
    if (token?.days) left.push(...token.days);
    else if (token?.part) {
      const { part } = token;
      if (left.length === 0 && given.length === 0) leading ??= part;
      given.push(...left.map((day) => ({ day, part })));
      left = [];
    }
    place = token ? token.end : place + 1;
  }
  return { given, left, leading };
};

/**
 * Reads a year's notice as people have it: a list (`2027-01-01 休`, `2027-01-31 班`, a heading 放假 with days below it,
 * two columns of a sheet) or the sentences of the State Council's notice (1月1日（周五）至3日（周日）放假调休。).
 * Days from Monday to Friday that are said to be worked are worked anyway and left out.
 */
export const readNotice = (text: string, year: number): ReadNotice => {
  const parts = new Map<string, Part>();
  const unread: string[] = [];
  let heading: Part | undefined;
  for (const line of text.split(/[\n\r。；;]+/u).map((one) => one.trim())) {
    if (line === '') continue;
    const { given, left, leading } = readLine(line, year);
    if (given.length === 0 && left.length === 0) {
      if (leading !== undefined && line.length <= LONGEST_HEADING) heading = leading;
      continue;
    }
    for (const { day, part } of given) parts.set(day, part);
    const rule = leading ?? heading;
    if (left.length === 0) continue;
    if (rule !== undefined) for (const day of left) parts.set(day, rule);
    else if (left.some((day) => yearOf(day) === year)) unread.push(line);
  }
  const days = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
  const own = days.filter(([day]) => yearOf(day) === year);
  return {
    rest: own.flatMap(([day, part]) => (part === 'rest' ? [day] : [])),
    work: own.flatMap(([day, part]) => (part === 'work' && isWeekend(day) ? [day] : [])),
    otherYears: days.flatMap(([day]) => (yearOf(day) === year ? [] : [day])),
    unread,
  };
};
