import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema, instantSchema } from '../../kernel/dates.ts';
import { fileContentSchema, idSchema } from '../../kernel/entity.ts';
import { documentNumberSchema } from './schema.ts';

export const paperViewSchema = z.object({
  id: idSchema,
  kind: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  datedOn: daySchema,
  caseId: idSchema,
  people: z.array(z.string()),
  fileName: z.string(),
  issuedAt: instantSchema,
  issuedBy: z.string(),
  superseded: z.object({ at: instantSchema, by: z.string(), reason: z.string() }).nullable(),
});
export type PaperView = z.infer<typeof paperViewSchema>;

export const numberViewSchema = z.object({
  id: idSchema,
  kind: documentNumberSchema.shape.kind,
  number: z.string(),
  prefix: z.string(),
  year: z.number().int(),
  sequence: z.number().int(),
  title: z.string(),
  caseId: idSchema,
  allocatedAt: instantSchema,
  allocatedBy: z.string(),
  voided: z.object({ at: instantSchema, by: z.string(), reason: z.string() }).nullable(),
});
export type NumberView = z.infer<typeof numberViewSchema>;

export const papersChannels = {
  'papers.list': query({
    access: 'papers.read',
    input: z.object({ caseId: idSchema.optional(), staffId: idSchema.optional() }),
    output: z.object({ papers: z.array(paperViewSchema) }),
  }),
  /** The stored bytes of an issued paper, checked against their hash. */
  'papers.read': query({
    access: 'papers.read',
    input: z.object({ id: idSchema }),
    output: fileContentSchema,
  }),
  /** 文号登记簿: every document number with its state, and what is wrong with a series, should that ever be. */
  'papers.numbers': query({
    access: 'papers.read',
    input: z.object({ year: z.number().int().optional() }),
    output: z.object({
      numbers: z.array(numberViewSchema),
      years: z.array(z.number().int()),
      problems: z.array(z.string()),
    }),
  }),
  /** The register of numbers and papers of a year as a sheet. */
  'papers.exportRegister': command({
    access: 'papers.read',
    input: z.object({ year: z.number().int() }),
    output: fileContentSchema,
  }),
};
