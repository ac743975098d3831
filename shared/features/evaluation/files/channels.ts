import { z } from 'zod';
import { command, query } from '../../../kernel/channel.ts';
import { idSchema } from '../../../kernel/entity.ts';
import { fileContentSchema } from '../../../kernel/entity.ts';
import {
  appliedBooksSchema,
  applyBookImportInput,
  booksPreviewSchema,
  startBookImportInput,
} from './preview.ts';

/** A bundle of raters who can be handed electronic score sheets, or why they cannot. */
export const bookOfferSchema = z.object({
  groupId: idSchema,
  groupName: z.string(),
  /** How many files there would be. */
  books: z.number().int(),
  /** Why none can be handed out; blank: they can. */
  refused: z.string(),
  /** What has to be known before handing them out. */
  notes: z.array(z.string()),
  /** By name, so that single ones can be made; none for a group whose raters are anonymous. */
  raters: z.array(z.object({ raterId: idSchema, name: z.string() })),
});
export type BookOffer = z.infer<typeof bookOfferSchema>;

export const bookChannels = {
  /** Which groups can be given electronic score sheets. */
  'evaluation.bookOffers': query({
    access: 'evaluation.read',
    input: z.object({ cycleId: idSchema }),
    output: z.object({ offers: z.array(bookOfferSchema) }),
  }),
  /**
   * 发放: the electronic score sheets of the groups named (all when null) as one zip, made in the background. `perGroup`:
   * one workbook for a group with a sheet for each rater, instead of a workbook for each. Bytes by `jobs.readFile`.
   */
  'evaluation.startBooks': command({
    access: 'evaluation.read',
    input: z.object({
      cycleId: idSchema,
      groupIds: z.array(idSchema).min(1, '请选择评分组').max(12).nullable(),
      perGroup: z.boolean(),
    }),
    output: z.object({ jobId: idSchema }),
  }),
  /** One rater's electronic score sheet; `raterId` null: that of a `self` group with a row for each. */
  'evaluation.raterBook': command({
    access: 'evaluation.read',
    input: z.object({ cycleId: idSchema, groupId: idSchema, raterId: idSchema.nullable() }),
    output: fileContentSchema,
  }),
  /** 收回: reads files, and zips of files, in the background and works out what they would do. Nothing is changed. */
  'evaluation.startBookImport': command({
    access: 'evaluation.read',
    input: startBookImportInput,
    output: z.object({ jobId: idSchema }),
  }),
  /** Null until the job is done. */
  'evaluation.bookImport': query({
    access: 'evaluation.read',
    input: z.object({ jobId: idSchema }),
    output: z.object({ preview: booksPreviewSchema.nullable() }),
  }),
  /** Does what the preview showed, with the choices made, in one transaction. */
  'evaluation.applyBookImport': command({
    access: 'evaluation.read',
    input: applyBookImportInput,
    output: appliedBooksSchema,
  }),
};
