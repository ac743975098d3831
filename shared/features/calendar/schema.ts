import { z } from 'zod';
import { entityShape, optionalTextSchema, stampSchema } from '../../kernel/entity.ts';
import { calendarYearSchema } from '../../kernel/workdays.ts';

/** One year's days off and make-up days as the school has entered them, with the notice they are taken from. */
export const calendarContentSchema = calendarYearSchema.extend({
  /** 通知的文号 or where it was read; blank when nobody noted it. */
  notice: optionalTextSchema('依据的通知', 100),
});
export type CalendarContent = z.infer<typeof calendarContentSchema>;

/** A year of which the school keeps a table of its own. Its id is the year. */
export const schoolYearTableSchema = z.object({
  ...entityShape,
  year: calendarYearSchema.shape.year,
  /** Oldest first; the last one is in force. `content` null means: back to what is shipped. */
  versions: z
    .array(
      z.object({
        version: z.number().int().min(1),
        made: stampSchema,
        why: z.string().max(200),
        content: calendarContentSchema.nullable(),
      }),
    )
    .min(1),
});
export type SchoolYearTable = z.infer<typeof schoolYearTableSchema>;

/** Where a year's table comes from: the program, the school, or nowhere, so that the year is only estimated. */
export const originLabels = { shipped: '随程序提供', school: '本校录入', unknown: '尚未录入' } as const;
export const originSchema = z.enum(['shipped', 'school', 'unknown']);
export type CalendarOrigin = z.infer<typeof originSchema>;
