import { z } from 'zod';
import { command } from '../../../kernel/channel.ts';
import { daySchema } from '../../../kernel/dates.ts';
import { fileContentSchema, idSchema, targetSchema, textSchema } from '../../../kernel/entity.ts';
import { assignmentSchema } from '../schema.ts';
import { cycleViewSchema } from '../views.ts';

const ofRater = targetSchema.extend({ groupId: idSchema, raterId: idSchema });
const byId = z.object({ id: idSchema });

/** Planning and running a cycle. `id` and `rev` are the cycle's. */
export const planningChannels = {
  /** 收卷: nobody enters scores any more; anonymous scores are sealed. */
  'evaluation.close': command({ access: 'evaluation.manage', input: targetSchema, output: cycleViewSchema }),
  /** 延期 of the whole cycle, or of single raters of one group. */
  'evaluation.extend': command({
    access: 'evaluation.manage',
    input: targetSchema.extend({
      to: daySchema,
      reason: textSchema('延期理由', 200),
      raters: z.object({ groupId: idSchema, raterIds: z.array(idSchema).min(1, '请选择评分人') }).nullable(),
    }),
    output: cycleViewSchema,
  }),
  /** 退出: `counted` says whether the sheets that he had finished still count. */
  'evaluation.withdrawRater': command({
    access: 'evaluation.manage',
    input: ofRater.extend({ reason: textSchema('退出原因', 200), counted: z.boolean() }),
    output: cycleViewSchema,
  }),
  'evaluation.restoreRater': command({
    access: 'evaluation.manage',
    input: ofRater,
    output: cycleViewSchema,
  }),
  /** Lays down by a rule who rates whom in a group. */
  'evaluation.assign': command({
    access: 'evaluation.manage',
    input: targetSchema.extend({ groupId: idSchema, assignment: assignmentSchema }),
    output: cycleViewSchema,
  }),
  /** Who rates whom, by hand: of each named rater the whole list of those whom he rates. */
  'evaluation.setAssignments': command({
    access: 'evaluation.manage',
    input: targetSchema.extend({
      groupId: idSchema,
      raters: z
        .array(z.object({ raterId: idSchema, subjectIds: z.array(idSchema).max(5000) }))
        .min(1, '没有要改的评分人'),
    }),
    output: cycleViewSchema,
  }),
  /** A new draft with the plan of another cycle. */
  'evaluation.copyCycle': command({
    access: 'evaluation.manage',
    input: byId.extend({ name: textSchema('考核名称', 60), startsOn: daySchema, endsOn: daySchema }),
    output: cycleViewSchema,
  }),
  /** 催评单: who still owes sheets and until when, to be printed or worked off. */
  'evaluation.exportReminders': command({
    access: 'evaluation.manage',
    input: byId.extend({ format: z.enum(['word', 'excel']) }),
    output: fileContentSchema,
  }),
};
