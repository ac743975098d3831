import { z } from 'zod';
import { idSchema, stampSchema } from '../../../kernel/entity.ts';
import { subjectSchema } from '../schema.ts';
import { dataFieldSchema } from './fields.ts';
import { columnMeaningSchema } from './schema.ts';

/** A field as it is offered: a shipped one, or one of the school's own that may be changed. */
export const offeredFieldSchema = z.object({
  field: dataFieldSchema,
  own: z.object({ id: idSchema, rev: z.number().int() }).nullable(),
  /** The formulas and cycles that use it, in words; those of the school's own alone are looked up. */
  usedIn: z.array(z.string()),
});
export type OfferedField = z.infer<typeof offeredFieldSchema>;

/** A formula indicator of a cycle, and what it needs. */
export const neededByFormulaSchema = z.object({
  indicatorId: idSchema,
  name: z.string(),
  expression: z.string(),
  fullMarks: z.number().int(),
  fields: z.array(z.string()),
});

export const dataColumnSchema = z.object({
  field: dataFieldSchema,
  /** False: a formula names it, but there is no such field. */
  known: z.boolean(),
  /** Names of the indicators that use it. */
  usedBy: z.array(z.string()),
  /** What may be typed. */
  allowed: z.string(),
});
export type DataColumn = z.infer<typeof dataColumnSchema>;

export const dataTableRowSchema = z.object({
  subject: subjectSchema,
  /** 0: nothing was entered yet. */
  rev: z.number().int().min(0),
  /** As typed again, by field. */
  cells: z.record(z.string(), z.string()),
  /** Where each figure came from, by field. */
  sources: z.record(z.string(), z.string()),
  /** By indicator: its points, or blank. */
  points: z.record(z.string(), z.string()),
  /** Fields that formulas still wait for, and what cannot be reckoned. */
  missing: z.array(z.string()),
});
export type DataTableRow = z.infer<typeof dataTableRowSchema>;

export const importRowSchema = z.object({
  id: idSchema,
  rev: z.number().int(),
  file: z.string(),
  saved: stampSchema,
  figures: z.number().int(),
  undone: stampSchema.nullable(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const dataTableSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  mayEnter: z.boolean(),
  /** Why nothing can be entered; blank when it can. */
  why: z.string(),
  formulas: z.array(neededByFormulaSchema),
  columns: z.array(dataColumnSchema),
  rows: z.array(dataTableRowSchema),
  /** The latest first. */
  imports: z.array(importRowSchema),
});
export type DataTable = z.infer<typeof dataTableSchema>;

export const savedDataSchema = z.object({
  /** The rows as they are now, those in conflict included. */
  rows: z.array(dataTableRowSchema),
  problems: z.array(z.object({ subjectId: idSchema, field: z.string(), message: z.string() })),
  conflicts: z.array(z.object({ subjectId: idSchema, message: z.string() })),
});

/** A cell that cannot be taken, with what is allowed. */
export const dataProblemSchema = z.object({
  sheet: z.string(),
  cell: z.string(),
  subject: z.string(),
  field: z.string(),
  value: z.string(),
  message: z.string(),
});

const columnChoiceSchema = z.object({
  column: z.number().int().min(0).max(16_383),
  meaning: columnMeaningSchema,
  shares: z.boolean().nullable(),
});
export const layoutChoiceSchema = z.object({
  sheet: z.string().max(64),
  headRow: z.number().int().min(1).max(1_048_576),
  /** Null: guess them. */
  columns: z.array(columnChoiceSchema).max(300).nullable(),
  round: z.boolean(),
});

export const dataPreviewSchema = z.object({
  token: idSchema,
  file: z.string(),
  /** Rises with every change of the cycle's figures. */
  seen: z.number().int(),
  /** The sheets to choose from, each with its first rows. */
  sheets: z.array(
    z.object({
      name: z.string(),
      heads: z.array(z.object({ row: z.number().int(), text: z.string() })),
    }),
  ),
  sheet: z.string(),
  headRow: z.number().int(),
  round: z.boolean(),
  columns: z.array(
    columnChoiceSchema.extend({
      letters: z.string(),
      head: z.string(),
      /** First figures below the head. */
      samples: z.array(z.string()),
      /** It has to be said whether the numbers are shares of 1. */
      undecided: z.boolean(),
      remembered: z.boolean(),
    }),
  ),
  counts: z.object({
    rows: z.number().int(),
    fresh: z.number().int(),
    same: z.number().int(),
    blank: z.number().int(),
    conflicts: z.number().int(),
    problems: z.number().int(),
  }),
  /** The first of them. */
  problems: z.array(dataProblemSchema),
  conflicts: z.array(
    z.object({
      key: z.string(),
      subject: z.string(),
      field: z.string(),
      cell: z.string(),
      inFile: z.string(),
      onScreen: z.string(),
      source: z.string(),
    }),
  ),
  skipped: z.array(z.string()),
  refused: z.string(),
});
export type DataPreview = z.infer<typeof dataPreviewSchema>;
