import { z } from 'zod';
import { command, query } from '../../../kernel/channel.ts';
import { daySchema } from '../../../kernel/dates.ts';
import {
  fileContentSchema,
  fileRefSchema,
  idSchema,
  incomingFileSchema,
  optionalTextSchema,
  textSchema,
} from '../../../kernel/entity.ts';
import { cycleStateSchema, subjectSchema } from '../schema.ts';
import { actionShape, outsideReportShape, selfEvaluationSchema, selfTextShape } from './schema.ts';

const place = z.object({ cycleId: idSchema, subjectId: idSchema });
/** `rev` 0: nothing was written yet. */
const target = place.extend({ rev: z.number().int().min(0) });
const files = z.array(incomingFileSchema).max(10, '一次最多添加 10 个文件').default([]);

export const frameFields = z.object({
  opening: optionalTextSchema('基本情况', 8000),
  conclusion: optionalTextSchema('总体结论', 8000),
});
export const selfTextFields = z.object({ ...selfTextShape, files });
export const outsideReportFields = z.object({ ...outsideReportShape, file: incomingFileSchema });
export const actionFields = z.object(actionShape);
export const actionProgressFields = z.object({ on: daySchema, text: textSchema('进展', 1000) });
export const closeActionFields = z.object({ on: daySchema, note: textSchema('完成情况', 1000), files });

export const yearRowSchema = z.object({
  key: z.string(),
  within: z.string(),
  name: z.string(),
  now: z.number().int().nullable(),
  before: z.number().int().nullable(),
});

export const selfEvaluationViewSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  state: cycleStateSchema,
  subject: subjectSchema,
  rev: z.number().int().min(0),
  record: selfEvaluationSchema.omit({ id: true, rev: true }),
  dimensions: z.array(z.object({ id: idSchema, name: z.string() })),
  /** Of the result as it stands; blank and null without one. */
  grade: z.string(),
  total: z.number().int().nullable(),
  confirmed: z.boolean(),
  /** The evaluation of the year before that is compared with; null when there is none. */
  before: z
    .object({
      cycleId: idSchema,
      cycleName: z.string(),
      grade: z.string(),
      total: z.number().int().nullable(),
    })
    .nullable(),
  rows: z.array(yearRowSchema),
  /** May write texts: not once results are confirmed. May keep reports and actions. */
  mayWrite: z.boolean(),
  mayAct: z.boolean(),
});
export type SelfEvaluationView = z.infer<typeof selfEvaluationViewSchema>;

const write = { access: 'evaluation.manage', output: selfEvaluationViewSchema } as const;

export const schoolChannels = {
  'evaluation.selfEvaluations': query({
    access: 'evaluation.read',
    input: z.object({ cycleId: idSchema }),
    output: z.object({
      subjects: z.array(
        z.object({
          subject: subjectSchema,
          written: z.number().int(),
          dimensions: z.number().int(),
          reports: z.number().int(),
          open: z.number().int(),
          late: z.number().int(),
          closed: z.number().int(),
        }),
      ),
    }),
  }),
  'evaluation.readSelfEvaluation': query({
    access: 'evaluation.read',
    input: place,
    output: selfEvaluationViewSchema,
  }),
  'evaluation.saveSelfFrame': command({ ...write, input: target.and(frameFields) }),
  'evaluation.saveSelfText': command({
    ...write,
    input: target.extend({ dimensionId: idSchema }).and(selfTextFields),
  }),
  'evaluation.removeSelfFile': command({
    ...write,
    input: target.extend({ dimensionId: idSchema, hash: fileRefSchema.shape.hash }),
  }),
  'evaluation.addOutsideReport': command({ ...write, input: target.and(outsideReportFields) }),
  /** Taken in by mistake: until the results are confirmed, and afterwards on the same day. */
  'evaluation.removeOutsideReport': command({ ...write, input: target.extend({ reportId: idSchema }) }),
  'evaluation.addAction': command({ ...write, input: target.and(actionFields) }),
  'evaluation.actionProgress': command({
    ...write,
    input: target.extend({ actionId: idSchema }).and(actionProgressFields),
  }),
  'evaluation.closeAction': command({
    ...write,
    input: target.extend({ actionId: idSchema }).and(closeActionFields),
  }),
  /** Taken off the list again before anything was done about it. */
  'evaluation.dropAction': command({ ...write, input: target.extend({ actionId: idSchema }) }),
  'evaluation.selfEvaluationFile': query({
    access: 'evaluation.read',
    input: place.extend({ hash: z.string() }),
    output: fileContentSchema,
  }),
  'evaluation.selfReport': query({ access: 'evaluation.read', input: place, output: fileContentSchema }),
  'evaluation.exportActions': command({
    access: 'evaluation.export',
    input: z.object({ cycleId: idSchema }),
    output: fileContentSchema,
  }),
};
