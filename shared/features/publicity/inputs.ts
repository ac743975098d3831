import { z } from 'zod';
import { daySchema } from '../../kernel/dates.ts';
import {
  fileContentSchema,
  idSchema,
  optionalTextSchema,
  targetSchema,
  textSchema,
} from '../../kernel/entity.ts';
import { lawOverrideSchema } from '../../law/findings.ts';
import {
  namingSchema,
  publicityContentSchema,
  publicityItemSchema,
  publicityKindSchema,
  scopeSchema,
} from './schema.ts';

/** What the forms of a publicity send. */

export const publicityDraftInput = publicityContentSchema.extend({
  items: z
    .array(publicityItemSchema.extend({ id: z.string().max(64).default('') }))
    .max(300, '一次公示不能超过 300 项')
    .default([]),
});

const overrides = z.array(lawOverrideSchema).default([]);

export const createPublicityInput = z.object({ content: publicityDraftInput, overrides });
export const editPublicityInput = targetSchema.extend({ content: publicityDraftInput, overrides });

const typed = z.string().trim().default('');

/** A publicity while it is typed: everything that has a shape already, the rest blank. */
export const typedPublicityInput = z.object({
  kind: publicityKindSchema,
  title: typed,
  lead: typed,
  basis: typed,
  scope: scopeSchema,
  scopeNote: typed,
  naming: namingSchema,
  items: z
    .array(
      publicityItemSchema.extend({
        id: z.string().max(64).default(''),
        text: typed,
        consent: z.object({ guardian: typed, on: z.string() }).nullable().default(null).catch(null),
      }),
    )
    .max(300)
    .default([]),
  workdays: z.number().int().min(0).max(999).catch(0),
  contact: z.object({ department: typed, phone: typed, how: typed }),
});
export type TypedPublicity = z.output<typeof typedPublicityInput>;

export const showPublicityInput = targetSchema.extend({
  startsOn: daySchema,
  place: textSchema('公示地点', 60),
  overrides,
});

export const addProofInput = targetSchema.extend({ file: fileContentSchema });

export const recordObjectionInput = targetSchema.extend({
  receivedOn: daySchema,
  way: z.enum(['visit', 'letter', 'phone', 'mail', 'other']),
  by: optionalTextSchema('异议人', 40),
  text: textSchema('异议内容', 2000),
});

export const answerObjectionInput = targetSchema.extend({
  objectionId: idSchema,
  answeredOn: daySchema,
  founded: z.boolean(),
  text: textSchema('核实与答复', 2000),
});

export const takeDownInput = targetSchema.extend({
  on: daySchema,
  reason: textSchema('撤下原因', 300),
});

export const finishInput = targetSchema.extend({ text: textSchema('公示结果', 1000) });
