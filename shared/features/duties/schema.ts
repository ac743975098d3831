import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import { entityShape, idSchema, optionalTextSchema, stampSchema, textSchema } from '../../kernel/entity.ts';

/** 岗位职责: what belongs to a post, to a body, or to whoever heads a class. */

/** How often the doing of a duty is looked at. */
export const rhythmLabels = {
  none: '不定期',
  weekly: '每周',
  monthly: '每月',
  term: '每学期',
  year: '每学年',
} as const;
export const rhythmSchema = z.enum(['none', 'weekly', 'monthly', 'term', 'year']);

export const dutyItemSchema = z.object({
  text: textSchema('职责', 300),
  /** 要求: by what one sees that it was done. */
  standard: optionalTextSchema('要求', 200),
  /** 依据: law or rule. */
  ground: optionalTextSchema('依据', 100),
  rhythm: rhythmSchema,
  /** 唯一责任: exactly one person answers for it at a time. */
  sole: z.boolean(),
});
export type DutyItem = z.infer<typeof dutyItemSchema>;

export const dutyItemsSchema = z
  .array(dutyItemSchema)
  .min(1, '请至少填写一项职责')
  .max(60, '职责不能超过 60 项');

/** To whom a list belongs. The head of a class is no post: it goes with the class. */
export const dutyHolderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), id: idSchema }),
  z.object({ kind: z.literal('body'), id: idSchema }),
  z.object({ kind: z.literal('head') }),
]);
export type DutyHolder = z.infer<typeof dutyHolderSchema>;

export const holderKindLabels = { post: '岗位', head: '班主任', body: '机构' } as const;

/** What holders are told apart by. */
export const holderKey = (holder: DutyHolder): string =>
  holder.kind === 'head' ? 'head' : `${holder.kind}:${holder.id}`;

export const dutyVersionSchema = z.object({
  version: z.number().int().min(1),
  /** From this day on it applies; until the day before, the version before it. */
  appliesFrom: daySchema,
  made: stampSchema,
  why: z.string().max(200),
  items: dutyItemsSchema,
});
export type DutyVersion = z.infer<typeof dutyVersionSchema>;

export const dutyListSchema = z.object({
  ...entityShape,
  holder: dutyHolderSchema,
  title: textSchema('名称', 40),
  /** Oldest first. None that ever applied is changed. */
  versions: z.array(dutyVersionSchema).min(1),
  /** The last day on which it applies; null while it does. */
  endedOn: daySchema.nullable(),
});
export type DutyList = z.infer<typeof dutyListSchema>;

/** A list of the shipped library: for posts of these names, bodies of these kinds, or heads of classes. */
export const dutyLibrarySchema = z.array(
  z.object({
    key: z.string().regex(/^[a-z-]+$/),
    kind: z.enum(['post', 'body', 'head']),
    match: z.array(z.string()).min(1),
    title: textSchema('名称', 40),
    items: dutyItemsSchema,
  }),
);
export type DutyLibraryEntry = z.infer<typeof dutyLibrarySchema>[number];
