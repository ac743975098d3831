import { z } from 'zod';
import { instantSchema } from '../../kernel/dates.ts';
import { entityShape, fileContentSchema, fileRefSchema, stampSchema } from '../../kernel/entity.ts';
import { formCodeSchema } from './forms.ts';

/** One .docx that the school uploaded for a form. Kept for ever: papers made from it name its version. */
export const templateVersionSchema = z.object({
  version: z.number().int().min(1),
  file: fileRefSchema,
  /** Keys of the places that it has. */
  keys: z.array(z.string()),
  uploaded: stampSchema,
});
export type TemplateVersion = z.infer<typeof templateVersionSchema>;

/** A form's own templates; its id is the form's code. */
export const paperTemplateSchema = z.object({
  ...entityShape,
  /** The version in use; null: the house form. */
  current: z.number().int().min(1).nullable(),
  versions: z.array(templateVersionSchema),
});
export type PaperTemplate = z.infer<typeof paperTemplateSchema>;

export const templateFieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['line', 'text', 'rows']),
  columns: z.array(z.string()),
  mandatory: z.boolean(),
});

export const templateViewSchema = z.object({
  code: z.string(),
  name: z.string(),
  fields: z.array(templateFieldSchema),
  /** 0 while nothing was ever uploaded. */
  rev: z.number().int().min(0),
  current: z.number().int().nullable(),
  versions: z.array(
    z.object({
      version: z.number().int(),
      fileName: z.string(),
      uploadedAt: instantSchema,
      uploadedBy: z.string(),
    }),
  ),
});
export type TemplateView = z.infer<typeof templateViewSchema>;

/** What was found in a .docx that may become a form's template. */
export const templateCheckSchema = z.object({
  /** Why it cannot be used; empty when it can. */
  problems: z.array(z.string()),
  /** What is better known, but hinders nothing. */
  hints: z.array(z.string()),
  keys: z.array(z.string()),
});
export type TemplateCheck = z.infer<typeof templateCheckSchema>;

export const templateFileInput = z.object({ form: formCodeSchema, file: fileContentSchema });
/** `version` null goes back to the house form. */
export const useTemplateInput = z.object({
  form: formCodeSchema,
  rev: z.number().int().min(1),
  version: z.number().int().min(1).nullable(),
});
