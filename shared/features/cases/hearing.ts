import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { idSchema, optionalTextSchema, stampSchema, textSchema } from '../../kernel/entity.ts';
import { personRefSchema } from './people.ts';

/** 告知: that a person was told the facts, the grounds and the right to speak. `round` counts establishments of facts. */
export const notificationSchema = z.object({
  personId: idSchema,
  round: z.number().int().min(1),
  way: z.enum(['oral', 'written']),
  notifiedOn: daySchema,
  deadlineOn: daySchema,
  /** Measures that were said to be intended, in words; blank on the light route. */
  intended: optionalTextSchema('拟作出的处理', 300),
  /** True when the person was told that a hearing may be asked for. */
  hearingOffered: z.boolean(),
  /** 监护人: who was told and how; null where none has to be. */
  guardian: z
    .object({
      name: textSchema('监护人', 30),
      way: z.enum(['visit', 'phone', 'message', 'written']),
      toldOn: daySchema,
    })
    .nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const guardianWayLabels = {
  visit: '当面',
  phone: '电话',
  message: '短信或微信',
  written: '书面',
} as const;

export const statementOutcomeLabels = { stated: '已陈述', waived: '书面放弃', lapsed: '逾期未陈述' } as const;
export const adoptionLabels = { all: '采纳', part: '部分采纳', none: '不予采纳' } as const;

export const statementSchema = z.object({
  personId: idSchema,
  round: z.number().int().min(1),
  outcome: z.enum(['stated', 'waived', 'lapsed']),
  heardOn: daySchema,
  /** What the person said; blank only when nothing was said. */
  text: z.string().max(5000),
  /** Null until the statement was weighed, and where there was none. */
  adoption: z.enum(['all', 'part', 'none']).nullable(),
  adoptionReason: z.string().max(1000),
  /** True when the person, or the guardian, asked for a hearing. */
  hearingAsked: z.boolean(),
});
export type Statement = z.infer<typeof statementSchema>;

/** 听证 */
export const hearingSchema = z.object({
  id: idSchema,
  personId: idSchema,
  round: z.number().int().min(1),
  heldOn: daySchema,
  place: textSchema('听证地点', 60),
  /** 主持人: nobody who investigated. */
  chair: personRefSchema,
  recorder: personRefSchema,
  attendees: optionalTextSchema('参加人员', 300),
  minutes: textSchema('听证情况', 5000),
  opinion: textSchema('听证意见', 1000),
  recorded: stampSchema,
});
export type Hearing = z.infer<typeof hearingSchema>;
