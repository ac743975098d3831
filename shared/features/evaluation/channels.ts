import { z } from 'zod';
import { command, query } from '../../kernel/channel.ts';
import {
  fileContentSchema,
  idSchema,
  targetSchema,
  optionalTextSchema,
  textSchema,
} from '../../kernel/entity.ts';
import { indicatorContentSchema, subjectKindSchema } from './indicators.ts';
import { cyclePlanShape, subjectSchema } from './schema.ts';
import {
  cycleRowSchema,
  cycleViewSchema,
  explainedResultSchema,
  libraryEntrySchema,
  resultsViewSchema,
  savedScoresSchema,
  sheetViewSchema,
  systemRowSchema,
  systemViewSchema,
  waitingSheetSchema,
} from './views.ts';

const nothing = z.object({});
const byId = z.object({ id: idSchema });

export const cyclePlanSchema = z.object(cyclePlanShape);
export type CyclePlan = z.infer<typeof cyclePlanSchema>;

/** Whom to evaluate: those named, or everybody of the kind, of some departments or of all (null). */
const subjectChoiceSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ids'), ids: z.array(idSchema).max(5000, '一次考核不能超过 5000 个对象') }),
  z.object({ by: z.literal('kind'), departmentIds: z.array(idSchema).nullable() }),
]);

/** Cells of one row as typed; blank text takes a score back. `rev` is the one that the screen saw, 0: none yet. */
const scoredRowSchema = z.object({
  raterId: idSchema,
  subjectId: idSchema,
  rev: z.number().int().min(0),
  cells: z.array(z.object({ indicatorId: idSchema, text: z.string().max(40, '填写的内容过长') })).min(1),
});

export const evaluationChannels = {
  'evaluation.systems': query({
    access: 'standards.read',
    input: nothing,
    output: z.object({ systems: z.array(systemRowSchema) }),
  }),
  'evaluation.readSystem': query({ access: 'standards.read', input: byId, output: systemViewSchema }),
  'evaluation.library': query({
    access: 'standards.read',
    input: nothing,
    output: z.object({ entries: z.array(libraryEntrySchema) }),
  }),
  'evaluation.adoptFromLibrary': command({
    access: 'standards.write',
    input: z.object({ key: z.string().min(1).max(60) }),
    output: systemViewSchema,
  }),
  'evaluation.createSystem': command({
    access: 'standards.write',
    input: z.object({ kind: subjectKindSchema, name: textSchema('指标体系名称', 60) }),
    output: systemViewSchema,
  }),
  /** Saves a draft version, complete or not. `id` and `rev` are the version's. */
  'evaluation.saveVersion': command({
    access: 'standards.write',
    input: targetSchema.extend({ content: indicatorContentSchema }),
    output: systemViewSchema,
  }),
  /** A draft made from the newest version, once that one is frozen. */
  'evaluation.newVersion': command({
    access: 'standards.write',
    input: z.object({ systemId: idSchema }),
    output: systemViewSchema,
  }),

  'evaluation.cycles': query({
    access: 'evaluation.read',
    input: nothing,
    output: z.object({ cycles: z.array(cycleRowSchema) }),
  }),
  'evaluation.readCycle': query({ access: 'evaluation.read', input: byId, output: cycleViewSchema }),
  /** The score sheets that wait for the caller, soonest end first. */
  'evaluation.waiting': query({
    access: 'evaluation.score',
    input: z.object({ limit: z.number().int().min(1).max(50).default(6) }),
    output: z.object({ total: z.number().int(), sheets: z.array(waitingSheetSchema) }),
  }),
  /** Everybody who can be a subject of this kind today. */
  'evaluation.candidates': query({
    access: 'evaluation.manage',
    input: z.object({ kind: subjectKindSchema }),
    output: z.object({ candidates: z.array(subjectSchema) }),
  }),
  /** Accounts that can be made raters who enter their own scores. */
  'evaluation.raterAccounts': query({
    access: 'evaluation.manage',
    input: nothing,
    output: z.object({
      accounts: z.array(z.object({ userId: idSchema, staffId: idSchema.nullable(), name: z.string() })),
    }),
  }),
  /** A draft with a plan that may still be incomplete; the kind is that of the version's system. */
  'evaluation.createCycle': command({
    access: 'evaluation.manage',
    input: z.object({ plan: cyclePlanSchema }),
    output: cycleViewSchema,
  }),
  /** In a draft everything; while scoring runs, name, days, explanation and raters. */
  'evaluation.savePlan': command({
    access: 'evaluation.manage',
    input: targetSchema.extend({ plan: cyclePlanSchema }),
    output: cycleViewSchema,
  }),
  'evaluation.setSubjects': command({
    access: 'evaluation.manage',
    input: targetSchema.extend({ subjects: subjectChoiceSchema }),
    output: cycleViewSchema,
  }),
  /** Freezes the version and opens the sheets; refuses with everything that is still missing. */
  'evaluation.start': command({ access: 'evaluation.manage', input: targetSchema, output: cycleViewSchema }),

  /** A rater's sheet; `raterId` null opens all rows of a `self` group. */
  'evaluation.scoreSheet': query({
    access: 'evaluation.read',
    input: z.object({ cycleId: idSchema, groupId: idSchema, raterId: idSchema.nullable() }),
    output: sheetViewSchema,
  }),
  /** Saves as typed. Sound cells are saved, the others come back with what is wrong; a row in conflict is left alone. */
  'evaluation.saveScores': command({
    access: 'evaluation.score',
    input: z.object({
      cycleId: idSchema,
      groupId: idSchema,
      rows: z.array(scoredRowSchema).min(1, '没有要保存的分数').max(2000, '一次最多保存 2000 行'),
    }),
    output: savedScoresSchema,
  }),

  /** Live while scoring runs, frozen once confirmed. */
  'evaluation.results': query({
    access: 'evaluation.read',
    input: z.object({ cycleId: idSchema }),
    output: resultsViewSchema,
  }),
  'evaluation.explain': query({
    access: 'evaluation.read',
    input: z.object({ cycleId: idSchema, subjectId: idSchema }),
    output: explainedResultSchema,
  }),
  /** Freezes the results. Whoever has no complete result has to be named with the reason for 不定等次. */
  'evaluation.confirm': command({
    access: 'evaluation.manage',
    input: targetSchema.extend({
      undetermined: z
        .array(z.object({ subjectId: idSchema, reason: textSchema('不定等次的理由', 200) }))
        .default([]),
      /** 审核文号 of the consent to more 优秀 than a fifth; blank without one. */
      quotaApproval: optionalTextSchema('审核文号', 40),
      /** 不重复扣分: what was found where a case and a deduction may be about the same matter. */
      notTwice: optionalTextSchema('核对结果', 200),
    }),
    output: cycleViewSchema,
  }),
  /** Back to the calibration or to the scoring; the confirmed results stay on record as withdrawn. */
  'evaluation.reopen': command({
    access: 'evaluation.manage',
    input: targetSchema.extend({
      reason: textSchema('重新打开的理由', 200),
      to: z.enum(['scoring', 'closed']).default('closed'),
    }),
    output: cycleViewSchema,
  }),

  /** The whole cycle as an Excel workbook that reckons by itself, with live formulas. */
  'evaluation.exportSheet': command({ access: 'evaluation.export', input: byId, output: fileContentSchema }),
  /** The list of results as it is seen: the subjects named, in that order. */
  'evaluation.exportResults': command({
    access: 'evaluation.export',
    input: byId.extend({ subjectIds: z.array(idSchema).min(1, '没有可导出的结果').max(5000) }),
    output: fileContentSchema,
  }),
};
