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
import { feedbackStateSchema, feedbackViewSchema, paperPreviewSchema } from '../feedback/views.ts';
import { stanceSchema } from '../feedback/schema.ts';
import { explainedResultSchema } from '../views.ts';

/**
 * 我的考核: what the person evaluated sees of his own results and may write himself. He never names whom it is about:
 * that follows from the member of staff to whom his account belongs.
 */

/**
 * `running`: no result yet. `waiting`: confirmed, but he has not been told; the term to object begins with the telling, so
 * nothing is shown before. `shown`: told or made known. `withdrawn`: told, then taken back, and decided upon anew.
 */
export const ownStandSchema = z.enum(['running', 'waiting', 'shown', 'withdrawn']);
export const ownStandLabels: Readonly<Record<z.infer<typeof ownStandSchema>, string>> = {
  running: '正在考核',
  waiting: '等待告知',
  shown: '已告知',
  withdrawn: '结果已撤回，正在重新考核',
};

export const ownRowSchema = z.object({
  cycleId: idSchema,
  cycleName: z.string(),
  startsOn: daySchema,
  endsOn: daySchema,
  stand: ownStandSchema,
  /** Blank unless shown. */
  grade: z.string(),
  state: feedbackStateSchema,
  /** Waits for his opinion. */
  toSign: z.boolean(),
  /** The last day to object, while he still can; null otherwise. */
  objectBy: daySchema.nullable(),
});
export type OwnRow = z.infer<typeof ownRowSchema>;

export const ownResultSchema = z.object({
  /** Without what others make of the result: proposals and the office's own record of its acts. */
  view: feedbackViewSchema,
  /** Without single scores of others. */
  explained: explainedResultSchema,
  /** True once he was told; a result that was only made known cannot be signed or objected to yet. */
  told: z.boolean(),
  objectBy: daySchema.nullable(),
});
export type OwnResult = z.infer<typeof ownResultSchema>;

const ofCycle = z.object({ cycleId: idSchema });
const target = ofCycle.extend({ rev: z.number().int().min(1) });

export const ownOpinionFields = z
  .object({ stance: stanceSchema, text: optionalTextSchema('本人意见', 2000) })
  .refine(({ stance, text }) => stance === 'agree' || text !== '', {
    error: '保留意见或者有异议的，请写明本人意见',
    path: ['text'],
  });
export const ownObjectionFields = z.object({
  requests: textSchema('请求', 500),
  reasons: textSchema('理由', 3000),
  files: z.array(incomingFileSchema).max(10, '一次最多添加 10 个文件').default([]),
});
export const ownWithdrawalFields = z.object({ reason: textSchema('撤回的原因', 300) });

const own = { access: 'evaluation.own', output: ownResultSchema } as const;

export const ownChannels = {
  /** `linked` false: the account belongs to nobody on the roster. Latest first. */
  'evaluation.ownResults': query({
    access: 'evaluation.own',
    input: z.object({}),
    output: z.object({ linked: z.boolean(), rows: z.array(ownRowSchema) }),
  }),
  'evaluation.ownResult': query({ ...own, input: ofCycle }),
  'evaluation.signOwn': command({ ...own, input: target.and(ownOpinionFields) }),
  'evaluation.objectOwn': command({ ...own, input: target.and(ownObjectionFields) }),
  'evaluation.withdrawOwn': command({ ...own, input: target.and(ownWithdrawalFields) }),
  'evaluation.ownPaper': query({
    access: 'evaluation.own',
    input: ofCycle.extend({
      paper: z.enum(['sheet', 'talk', 'reply', 'plan']),
      itemId: idSchema.nullable().default(null),
    }),
    output: paperPreviewSchema,
  }),
  'evaluation.ownFile': query({
    access: 'evaluation.own',
    input: ofCycle.extend({ hash: fileRefSchema.shape.hash }),
    output: fileContentSchema,
  }),
};
