import { z } from 'zod';
import { command, query } from '../../../kernel/channel.ts';
import { daySchema } from '../../../kernel/dates.ts';
import {
  fileContentSchema,
  idSchema,
  optionalTextSchema,
  revSchema,
  targetSchema,
  textSchema,
} from '../../../kernel/entity.ts';
import {
  bodyKindSchema,
  bodyMemberSchema,
  bodyPowerSchema,
  bodySchema,
  entryWaySchema,
  seatSchema,
} from './schema.ts';

/** One line of the list. */
export const bodyRowSchema = z.object({
  id: idSchema,
  rev: revSchema,
  name: z.string(),
  kind: bodyKindSchema,
  powers: z.array(bodyPowerSchema),
  chair: z.string(),
  members: z.number().int(),
  foundedOn: daySchema,
  dissolvedOn: daySchema.nullable(),
  /** The last day of the term that runs; null for a standing body. */
  termEndsOn: daySchema.nullable(),
  /** What it lacks today, in Chinese. */
  gaps: z.array(z.string()),
});
export type BodyRow = z.infer<typeof bodyRowSchema>;

export const bodyViewSchema = z.object({
  record: bodySchema,
  /** The day on which it is looked at. */
  day: daySchema,
  inForce: z.boolean(),
  members: z.array(
    bodyMemberSchema.extend({
      /** What the role is called in this body. */
      roleName: z.string(),
      sitting: z.boolean(),
      /** Department and posts on the day, of the staff. */
      place: z.string(),
      left: z.boolean(),
    }),
  ),
  gaps: z.array(z.string()),
  /** Members who also decide cases elsewhere, while this body reviews. */
  deciders: z.array(z.string()),
});
export type BodyView = z.infer<typeof bodyViewSchema>;

export const saveBodyInput = bodySchema
  .pick({ name: true, kind: true, powers: true, duties: true, basis: true, foundedOn: true })
  .extend({ id: idSchema.optional(), rev: revSchema.optional() });

export const appointInput = targetSchema.extend({
  startsOn: daySchema,
  way: entryWaySchema,
  basis: bodyMemberSchema.shape.basis,
  seats: z.array(seatSchema).min(1, '请至少填写一名成员').max(300),
  /** 换届: those who sit end on the eve, and a term begins that lasts to this day. */
  newTerm: z.object({ endsOn: daySchema.nullable() }).nullable(),
});

export const editMemberInput = targetSchema.extend({
  memberId: idSchema,
  role: seatSchema.shape.role,
  about: seatSchema.shape.about,
  task: seatSchema.shape.task,
  stands: seatSchema.shape.stands,
  votes: seatSchema.shape.votes,
  startsOn: daySchema,
  way: entryWaySchema,
  basis: bodyMemberSchema.shape.basis,
});

export const endMemberInput = targetSchema.extend({
  memberId: idSchema,
  endsOn: daySchema,
  reason: textSchema('原因', 100),
});

export const dissolveInput = targetSchema.extend({
  on: daySchema,
  why: optionalTextSchema('撤销原因', 200),
});

const exported = z.array(idSchema).min(1, '没有可导出的机构').max(1000);

export const bodyChannels = {
  'organisation.bodies': query({
    access: 'organisation.read',
    input: z.object({}),
    output: z.object({ bodies: z.array(bodyRowSchema) }),
  }),
  /** A body as it stands on a day, today when none is named; with everybody who ever sat in it. */
  'organisation.readBody': query({
    access: 'organisation.read',
    input: z.object({ id: idSchema, day: daySchema.nullable() }),
    output: bodyViewSchema,
  }),
  'organisation.saveBody': command({
    access: 'organisation.write',
    input: saveBodyInput,
    output: bodyViewSchema,
  }),
  /** Brings members in, or begins a new term with them. */
  'organisation.appoint': command({
    access: 'organisation.write',
    input: appointInput,
    output: bodyViewSchema,
  }),
  'organisation.editMember': command({
    access: 'organisation.write',
    input: editMemberInput,
    output: bodyViewSchema,
  }),
  'organisation.endMember': command({
    access: 'organisation.write',
    input: endMemberInput,
    output: bodyViewSchema,
  }),
  'organisation.dissolveBody': command({
    access: 'organisation.write',
    input: dissolveInput,
    output: bodyViewSchema,
  }),
  /** Takes a dissolution back, with the members whom it ended. */
  'organisation.restoreBody': command({
    access: 'organisation.write',
    input: targetSchema,
    output: bodyViewSchema,
  }),
  /** 机构设置一览表 in Word: the bodies named, as they stand on the day. */
  'organisation.bodiesPaper': command({
    access: 'organisation.export',
    input: z.object({ ids: exported, day: daySchema }),
    output: fileContentSchema,
  }),
  /** Every seat of the bodies named, past ones too, as a sheet. */
  'organisation.exportBodies': command({
    access: 'organisation.export',
    input: z.object({ ids: exported }),
    output: fileContentSchema,
  }),
};
