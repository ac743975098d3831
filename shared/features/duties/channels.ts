import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema } from '../../kernel/dates.ts';
import { fileContentSchema, idSchema, targetSchema, textSchema } from '../../kernel/entity.ts';
import { dutyHolderSchema, dutyItemSchema, dutyItemsSchema, dutyListSchema } from './schema.ts';

export const dutyRowSchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: z.enum(['post', 'body', 'head']),
  /** The post's or body's name. */
  holder: z.string(),
  /** Names of those who hold it today. */
  people: z.array(z.string()),
  items: z.number().int(),
  version: z.number().int(),
  appliesFrom: daySchema,
  endedOn: daySchema.nullable(),
});
export type DutyRow = z.infer<typeof dutyRowSchema>;

export const dutyFindingSchema = z.object({
  kind: z.enum(['unheld', 'unlisted', 'shared', 'twice']),
  message: z.string(),
  listId: idSchema.nullable(),
});

export const dutyViewSchema = z.object({
  record: dutyListSchema,
  holder: z.string(),
  people: z.array(z.object({ id: idSchema, name: z.string(), about: z.string() })),
  /** What each version changed of the one before it, newest first. */
  changes: z.array(
    z.object({
      version: z.number().int(),
      appliesFrom: daySchema,
      why: z.string(),
      by: z.string(),
      added: z.array(z.string()),
      dropped: z.array(z.string()),
      changed: z.array(z.object({ before: z.string(), after: z.string() })),
    }),
  ),
  /** The version that applies today; null when none does. */
  applies: z.number().int().nullable(),
});
export type DutyView = z.infer<typeof dutyViewSchema>;

export const personDutiesSchema = z.object({
  day: daySchema,
  lists: z.array(
    z.object({
      id: idSchema,
      title: z.string(),
      /** Why it is his: 语文教师（语文教研组）, 校长办公会成员, 七年级1班班主任. */
      through: z.string(),
      appliesFrom: daySchema,
      items: z.array(dutyItemSchema),
    }),
  ),
});
export type PersonDuties = z.infer<typeof personDutiesSchema>;

const ids = z.array(idSchema).min(1, '没有可导出的内容').max(1000);

export const dutiesChannels = {
  'duties.lists': query({
    access: 'duties.read',
    input: z.object({}),
    output: z.object({ lists: z.array(dutyRowSchema), findings: z.array(dutyFindingSchema) }),
  }),
  'duties.read': query({ access: 'duties.read', input: z.object({ id: idSchema }), output: dutyViewSchema }),
  /** What the shipped library offers for posts, bodies and heads of classes that have no list yet. */
  'duties.library': query({
    access: 'duties.write',
    input: z.object({}),
    output: z.object({
      offers: z.array(
        z.object({
          holder: dutyHolderSchema,
          called: z.string(),
          people: z.number().int(),
          /** Null where the library has nothing for it. */
          entry: z.object({ key: z.string(), title: z.string(), items: z.number().int() }).nullable(),
        }),
      ),
    }),
  }),
  /** Takes lists over from the library, all that are named at once. */
  'duties.adopt': command({
    access: 'duties.write',
    input: z.object({
      appliesFrom: daySchema,
      choices: z
        .array(z.object({ holder: dutyHolderSchema, key: z.string() }))
        .min(1, '请至少选择一项')
        .max(200),
    }),
    output: z.object({ adopted: z.number().int() }),
  }),
  'duties.create': command({
    access: 'duties.write',
    input: z.object({
      holder: dutyHolderSchema,
      title: dutyListSchema.shape.title,
      appliesFrom: daySchema,
      items: dutyItemsSchema,
    }),
    output: dutyViewSchema,
  }),
  /** A new version. */
  'duties.change': command({
    access: 'duties.write',
    input: targetSchema.extend({
      appliesFrom: daySchema,
      why: textSchema('修改原因', 200),
      items: dutyItemsSchema,
    }),
    output: dutyViewSchema,
  }),
  /** Ends a list on its last day, or takes the ending back with null. */
  'duties.end': command({
    access: 'duties.write',
    input: targetSchema.extend({ endedOn: daySchema.nullable() }),
    output: dutyViewSchema,
  }),
  /** What a person answers for on a day, today when none is named. */
  'duties.ofPerson': query({
    access: 'duties.read',
    input: z.object({ staffId: idSchema, day: daySchema.nullable() }),
    output: personDutiesSchema,
  }),
  /** 岗位职责书 of people in Word, one after the other, for the signatures of both sides. */
  'duties.personPaper': command({
    access: 'duties.export',
    input: z.object({ staffIds: ids, day: daySchema }),
    output: fileContentSchema,
  }),
  /** 岗位职责汇编: the lists named, in Word. */
  'duties.listsPaper': command({
    access: 'duties.export',
    input: z.object({ ids }),
    output: fileContentSchema,
  }),
  'duties.exportLists': command({
    access: 'duties.export',
    input: z.object({ ids }),
    output: fileContentSchema,
  }),
};
