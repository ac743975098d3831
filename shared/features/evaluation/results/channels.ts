import { z } from 'zod';
import { command, query } from '../../../kernel/channel.ts';
import { daySchema } from '../../../kernel/dates.ts';
import {
  fileContentSchema,
  idSchema,
  optionalTextSchema,
  targetSchema,
  textSchema,
} from '../../../kernel/entity.ts';
import { annualConditionSchema } from '../schema.ts';
import { cycleViewSchema } from '../views.ts';
import { adjustmentReasonSchema, changeSchema, factsInputSchema, meetingInputSchema } from './schema.ts';
import {
  calibrationViewSchema,
  consequenceRowSchema,
  consequenceViewSchema,
  excellentShownSchema,
  publishedViewSchema,
} from './views.ts';

const ofCycle = z.object({ cycleId: idSchema });

/** 年度考核 as a preset: what the person still chooses. */
export const annualPlanSchema = z
  .object({
    versionId: idSchema,
    year: z.number().int().min(2000).max(2100),
    startsOn: daySchema,
    endsOn: daySchema,
    condition: annualConditionSchema,
    approval: optionalTextSchema('审核文号', 40),
    /** Whom it is about; none named: everybody of the kind of the indicators. */
    departmentIds: z.array(idSchema).default([]),
  })
  .refine(({ condition, approval }) => condition !== 'honoured' || approval !== '', {
    error: '优秀比例提高到 25% 的，须填写主管部门的审核文号',
    path: ['approval'],
  });

export const evaluationResultsChannels = {
  /** What the meeting looks at; before the sheets are in it can be read, not changed. */
  'evaluation.calibration': query({
    access: 'evaluation.manage',
    input: ofCycle,
    output: calibrationViewSchema,
  }),
  /** `rev` 0: nothing was entered yet. */
  'evaluation.saveFacts': command({
    access: 'evaluation.manage',
    input: ofCycle.extend({ subjectId: idSchema, rev: z.number().int().min(0), facts: factsInputSchema }),
    output: calibrationViewSchema,
  }),
  'evaluation.saveMeeting': command({
    access: 'evaluation.manage',
    input: ofCycle.extend({
      /** Null: a new one. */
      meeting: targetSchema.nullable(),
      minutes: meetingInputSchema,
    }),
    output: calibrationViewSchema,
  }),
  /** `rev` is the cycle's. */
  'evaluation.adjust': command({
    access: 'evaluation.manage',
    input: ofCycle.extend({
      rev: z.number().int().min(1),
      subjectId: idSchema,
      meetingId: idSchema,
      change: changeSchema,
      reason: adjustmentReasonSchema,
    }),
    output: calibrationViewSchema,
  }),
  'evaluation.undoAdjustment': command({
    access: 'evaluation.manage',
    input: targetSchema.extend({ reason: textSchema('撤销理由', 300) }),
    output: calibrationViewSchema,
  }),

  /** 校准会议记录 as a Word file. */
  'evaluation.exportMinutes': command({
    access: 'evaluation.manage',
    input: ofCycle.extend({ meetingId: idSchema }),
    output: fileContentSchema,
  }),

  /** Makes confirmed results known to those concerned. `id` and `rev` are the cycle's. */
  'evaluation.publish': command({
    access: 'evaluation.manage',
    input: targetSchema.extend({ note: optionalTextSchema('公布范围与方式', 200) }),
    output: cycleViewSchema,
  }),
  'evaluation.published': query({ access: 'standards.read', input: ofCycle, output: publishedViewSchema }),
  /** Cycles whose results were made known, latest first, for the reader's own look. */
  'evaluation.publishedCycles': query({
    access: 'standards.read',
    input: z.object({}),
    output: z.object({ cycles: z.array(z.object({ id: idSchema, name: z.string(), at: z.string() })) }),
  }),
  'evaluation.exportPublished': command({
    access: 'evaluation.export',
    input: ofCycle,
    output: fileContentSchema,
  }),
  'evaluation.excellentShown': query({
    access: 'evaluation.read',
    input: ofCycle,
    output: excellentShownSchema,
  }),
  /** What a grade of a confirmed yearly assessment brings with it. */
  'evaluation.consequences': query({
    access: 'evaluation.read',
    input: ofCycle.extend({ subjectId: idSchema }),
    output: consequenceViewSchema,
  }),
  'evaluation.consequenceList': query({
    access: 'evaluation.read',
    input: ofCycle,
    output: z.object({ rows: z.array(consequenceRowSchema) }),
  }),
  /** The list as it is seen: the subjects named, in that order. */
  'evaluation.exportConsequences': command({
    access: 'evaluation.export',
    input: ofCycle.extend({ subjectIds: z.array(idSchema).min(1, '没有可导出的人员').max(5000) }),
    output: fileContentSchema,
  }),

  /** A draft of the yearly assessment by 人社部发〔2023〕6号, with people, groups, grades and share of 优秀 laid out. */
  'evaluation.createAnnual': command({
    access: 'evaluation.manage',
    input: z.object({ annual: annualPlanSchema }),
    output: cycleViewSchema,
  }),
};
