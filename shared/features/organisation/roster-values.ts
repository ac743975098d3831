import { addDays, isDay, parseTypedDay } from '../../kernel/dates.ts';
import { employmentLabels, genderLabels, type Staff } from './schema.ts';

/** A value read from a cell, or what is wrong with it. */
export type ReadValue<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const good = <T>(value: T): ReadValue<T> => ({ ok: true, value });
const bad = (message: string): ReadValue<never> => ({ ok: false, message });

/** Full-width letters and figures as plain ones, blanks at the ends gone. */
export const tidy = (text: string): string => text.normalize('NFKC').trim();

const bounded = (text: string, label: string, max: number): ReadValue<string> =>
  text.length > max ? bad(`${label}不能超过 ${String(max)} 字`) : good(text);

export const readText = (text: string, label: string, max: number): ReadValue<string> =>
  bounded(text.replace(/\s+/g, ' ').trim(), label, max);

/** A name keeps no blanks: 张 三 is 张三. Names in Latin letters keep one. */
export const readName = (text: string, label = '姓名'): ReadValue<string> =>
  bounded(tidy(text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''), label, 30);

export const readGender = (text: string): ReadValue<Staff['gender']> => {
  const typed = tidy(text);
  if (typed === genderLabels.male || typed === '男性') return good('male');
  if (typed === genderLabels.female || typed === '女性') return good('female');
  return bad('只能填写 男 或 女');
};

const EMPLOYMENT: Readonly<Record<string, Staff['employment']>> = {
  [employmentLabels.established]: 'established',
  在编在岗: 'established',
  事业编制: 'established',
  事业编: 'established',
  编内: 'established',
  正式: 'established',
  [employmentLabels.contract]: 'contract',
  编外: 'contract',
  合同制: 'contract',
  聘用制: 'contract',
  合同: 'contract',
  [employmentLabels.dispatched]: 'dispatched',
  派遣: 'dispatched',
  [employmentLabels.temporary]: 'temporary',
  临聘: 'temporary',
  临时: 'temporary',
  代课: 'temporary',
};

export const readEmployment = (text: string): ReadValue<Staff['employment']> => {
  const found = Object.hasOwn(EMPLOYMENT, tidy(text)) ? EMPLOYMENT[tidy(text)] : undefined;
  return found ? good(found) : bad(`只能填写 ${Object.values(employmentLabels).join('、')}`);
};

export const readYesNo = (text: string): ReadValue<boolean> => {
  const typed = tidy(text);
  if (['是', '√', '1', '党员', '中共党员', '预备党员', '中共预备党员'].includes(typed)) return good(true);
  if (['否', '0', '×', '群众', '团员', '共青团员', '无', '民主党派'].includes(typed)) return good(false);
  return bad('只能填写 是 或 否');
};

export const readPhone = (text: string): ReadValue<string> => {
  const typed = tidy(text).replace(/\s+/g, '');
  return /^\+?[0-9-]{5,20}$/.test(typed) ? good(typed) : bad('须是 5 至 20 位数字，可以有横线');
};

/** Day 1 of Excel's count is 1900-01-01, and it believes in a 29 February 1900. */
const SERIAL_ZERO = '1899-12-30';
const FIRST_SERIAL = 5_000;
const LAST_SERIAL = 80_000;

/**
 * A day as text (2019.9.1, 2019年9月1日, 20190901, 2019/9, 2019年9月: the first of the month) or as Excel's serial
 * number. Days before 1900 or after 2100 are refused.
 */
export const readDay = (text: string, serial: number | null): ReadValue<string> => {
  const typed = tidy(text).replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const month = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(typed);
  const whole = month ? `${month[1] ?? ''}-${month[2] ?? ''}-1` : typed;
  const looksSerial = serial !== null && serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
  const day = looksSerial ? addDays(SERIAL_ZERO, Math.floor(serial)) : parseTypedDay(whole, '1900-01-01');
  return day !== undefined && isDay(day) && day >= '1900-06-01' && day <= '2100-12-31'
    ? good(day)
    : bad('须是日期，如 2019-9-1、2019年9月1日或 20190901');
};

/** Several names in one cell, in their order; one that stands twice counts twice, or posts would lose their departments. */
export const readNames = (text: string): string[] =>
  tidy(text)
    .split(/[、,;；/\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

const figure = (text: string): number => (/^\d+$/.test(text) ? Number(text) : GRADES.indexOf(text) + 1);

/** Which class is meant: by the grade it is in now, or by its year of entry. */
export type ClassName =
  | { readonly by: 'grade'; readonly grade: number; readonly ordinal: number }
  | { readonly by: 'entry'; readonly year: number; readonly ordinal: number };

/** Reads 七年级3班, 七(3)班, 703, 初一(3)班, 高二3班, 2026级3班. Undefined when it is none of these. */
export const readClassName = (text: string): ClassName | undefined => {
  const typed = tidy(text).replace(/[\s()班第]/g, '');
  const entry = /^(20\d{2})级(\d{1,2})$/.exec(typed);
  if (entry) return { by: 'entry', year: Number(entry[1]), ordinal: Number(entry[2]) };
  const numeric = /^([1-9]|1[0-2])(\d{2})$/.exec(typed);
  if (numeric) return { by: 'grade', grade: Number(numeric[1]), ordinal: Number(numeric[2]) };
  const named =
    /^(初|高)?([一二三四五六七八九]|\d{1,2})(?:年级)?([一二三四五六七八九]|十[一二三四五六七八九]?|\d{1,2})$/.exec(
      typed,
    );
  if (!named) return undefined;
  const grade = figure(named[2] ?? '') + (named[1] === '初' ? 6 : named[1] === '高' ? 9 : 0);
  const last = named[3] ?? '';
  const ordinal = last.startsWith('十') ? 10 + (last.length > 1 ? figure(last.slice(1)) : 0) : figure(last);
  return grade >= 1 && grade <= 12 && ordinal >= 1 ? { by: 'grade', grade, ordinal } : undefined;
};
