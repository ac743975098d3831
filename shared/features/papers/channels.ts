import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import { daySchema, instantSchema } from '../../kernel/dates.ts';
import { fileContentSchema, idSchema } from '../../kernel/entity.ts';
import { formCodeSchema } from './forms.ts';
import { letterheadSampleSchema, letterheadShape } from './letterhead.ts';
import { templateCheckSchema, templateFileInput, templateViewSchema, useTemplateInput } from './template.ts';
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

/** The letterhead as it stands; `rev` is 0 while the school has not settled it. */
export const letterheadViewSchema = letterheadShape.extend({ rev: z.number().int().min(0) });
export type LetterheadView = z.infer<typeof letterheadViewSchema>;

/** One typeface of the papers: there, one of the same design in its place, or missing. */
export const fontStateSchema = z.object({
  /** As papers ask for it, e.g. 仿宋_GB2312. */
  name: z.string(),
  /** What it is for: 正文, 红头和标题… */
  use: z.string(),
  state: z.enum(['present', 'alike', 'missing']),
  /** What Word takes in its place; null when it is there, or when Word is left to its own choice. */
  instead: z.string().nullable(),
});
export type FontState = z.infer<typeof fontStateSchema>;

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
  'papers.letterhead': query({
    access: 'school.write',
    input: z.object({}),
    output: letterheadViewSchema,
  }),
  'papers.saveLetterhead': command({
    access: 'school.write',
    input: letterheadViewSchema,
    output: letterheadViewSchema,
  }),
  /** A sample paper under settings that are not saved yet. */
  'papers.previewLetterhead': query({
    access: 'school.write',
    input: z.object({ letterhead: letterheadShape, sample: letterheadSampleSchema }),
    output: fileContentSchema,
  }),
  /** Which typefaces of the papers this PC has. */
  'papers.fonts': query({
    access: 'signed-in',
    input: z.object({}),
    output: z.object({ fonts: z.array(fontStateSchema) }),
  }),
  /** Every kind of paper with its fields, and the school's own .docx for it where there is one. */
  'papers.templates': query({
    access: 'school.write',
    input: z.object({}),
    output: z.object({ forms: z.array(templateViewSchema) }),
  }),
  /** The forms named, in that order, with their fields, as a sheet. */
  'papers.exportTemplates': command({
    access: 'school.write',
    input: z.object({ forms: z.array(formCodeSchema) }),
    output: fileContentSchema,
  }),
  /** The house form of a paper with its {{fields}}: what a form of one's own starts from. */
  'papers.houseForm': query({
    access: 'school.write',
    input: z.object({ form: formCodeSchema }),
    output: fileContentSchema,
  }),
  'papers.checkTemplate': query({
    access: 'school.write',
    input: templateFileInput,
    output: templateCheckSchema,
  }),
  /** A .docx filled with sample values, stored or not. */
  'papers.previewTemplate': query({
    access: 'school.write',
    input: z.object({
      form: formCodeSchema,
      source: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('file'), file: fileContentSchema }),
        z.object({ kind: z.literal('version'), version: z.number().int().min(1) }),
      ]),
    }),
    output: fileContentSchema,
  }),
  /** Keeps a checked .docx as the form's next version and puts it to use. */
  'papers.saveTemplate': command({
    access: 'school.write',
    input: templateFileInput.extend({ rev: z.number().int().min(0) }),
    output: templateViewSchema,
  }),
  'papers.useTemplate': command({
    access: 'school.write',
    input: useTemplateInput,
    output: templateViewSchema,
  }),
  /** A stored version as it was uploaded. */
  'papers.readTemplate': query({
    access: 'school.write',
    input: z.object({ form: formCodeSchema, version: z.number().int().min(1) }),
    output: fileContentSchema,
  }),
};
