import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema, daysBetween } from '../../kernel/dates.ts';
import { fileContentSchema, revSchema, stampSchema, textSchema } from '../../kernel/entity.ts';
import { calendarYearSchema } from '../../kernel/workdays.ts';
import { calendarContentSchema, originSchema } from './schema.ts';

const yearSchema = calendarYearSchema.shape.year;
const why = textSchema('修改原因', 200);

/** A day as calendars show it. */
export const calendarDaySchema = z.object({
  day: daySchema,
  working: z.boolean(),
  nature: z.enum(['workday', 'make-up', 'weekend', 'holiday']),
  /** True when the year's notice was not at hand. */
  estimated: z.boolean(),
  /** 元旦, 春节… for a statutory holiday. */
  name: z.string().nullable(),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

export const calendarYearViewSchema = z.object({
  origin: originSchema,
  /** What is in force; of an unknown year the statutory holidays alone, as they are reckoned with until then. */
  content: calendarContentSchema,
  /** The rev of the school's table; null while the school has none. */
  rev: revSchema.nullable(),
  /** True when a table of this year is shipped. */
  hasShipped: z.boolean(),
  statutory: z.array(z.object({ day: daySchema, name: z.string() })),
  /** What looks wrong with the school's own table, in words. */
  doubts: z.array(z.string()),
  versions: z.array(
    z.object({
      version: z.number().int(),
      made: stampSchema,
      why: z.string(),
      /** Null: back to what is shipped. */
      counts: z.object({ rest: z.number().int(), work: z.number().int() }).nullable(),
    }),
  ),
});
export type CalendarYearView = z.infer<typeof calendarYearViewSchema>;

export const saveCalendarInput = calendarContentSchema.extend({ rev: revSchema.nullable(), why });

/** The longest stretch of days asked for at once: a year with its edges. */
const LONGEST = 400;

export const calendarChannels = {
  /** The years that can be looked at, with where each has its table from. */
  'calendar.years': query({
    access: 'signed-in',
    input: z.object({}),
    output: z.object({
      thisYear: yearSchema,
      years: z.array(z.object({ year: yearSchema, origin: originSchema })),
    }),
  }),
  'calendar.year': query({
    access: 'signed-in',
    input: z.object({ year: yearSchema }),
    output: calendarYearViewSchema,
  }),
  'calendar.days': query({
    access: 'signed-in',
    input: z
      .object({ from: daySchema, to: daySchema })
      .refine(({ from, to }) => from <= to && daysBetween(from, to) < LONGEST, {
        error: '日期范围不正确，最多一次看一年。',
        path: ['to'],
      }),
    output: z.object({ days: z.array(calendarDaySchema) }),
  }),
  /** Makes a table the school's own, or changes it. What was computed before keeps its dates. */
  'calendar.save': command({
    access: 'school.write',
    input: saveCalendarInput,
    output: calendarYearViewSchema,
  }),
  /** Back to the shipped table; without one the year is estimated again. */
  'calendar.reset': command({
    access: 'school.write',
    input: z.object({ year: yearSchema, rev: revSchema, why }),
    output: calendarYearViewSchema,
  }),
  /** The text of an .xlsx, a row a line, ready to be read like a pasted notice. Changes nothing. */
  'calendar.readFile': command({
    access: 'school.write',
    input: z.object({ file: fileContentSchema }),
    output: z.object({ text: z.string() }),
  }),
};
