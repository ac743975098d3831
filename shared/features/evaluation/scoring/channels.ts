import { z } from 'zod';
import { command, query } from '../../../kernel/channel.ts';
import { fileContentSchema, idSchema } from '../../../kernel/entity.ts';
import { sheetRowSchema } from '../views.ts';

/** One row of a rater's sheet, with the revision that the screen saw; 0: nothing was saved yet. */
const rowTarget = z.object({
  cycleId: idSchema,
  groupId: idSchema,
  raterId: idSchema,
  subjectId: idSchema,
  rev: z.number().int().min(0),
});

export const scoringChannels = {
  /** 评语: of single indicators (blank takes one back), and of the whole; null leaves that as it is. */
  'evaluation.saveRemarks': command({
    access: 'evaluation.score',
    input: rowTarget.extend({
      notes: z
        .array(
          z.object({
            indicatorId: idSchema,
            text: z.string().trim().max(300, '一项的评语不能超过 300 个字'),
          }),
        )
        .max(600),
      remark: z.string().trim().max(500, '总评语不能超过 500 个字').nullable(),
    }),
    output: sheetRowSchema,
  }),
  /** 佐证: keeps a file with the row, for one indicator or for the whole. Not in anonymous groups. */
  'evaluation.addSheetFile': command({
    access: 'evaluation.score',
    input: rowTarget.extend({ indicatorId: idSchema.nullable(), file: fileContentSchema }),
    output: sheetRowSchema,
  }),
  'evaluation.removeSheetFile': command({
    access: 'evaluation.score',
    input: rowTarget.extend({ hash: z.string().length(64) }),
    output: sheetRowSchema,
  }),
  'evaluation.sheetFile': query({
    access: 'evaluation.read',
    input: rowTarget.omit({ rev: true }).extend({ hash: z.string().length(64) }),
    output: fileContentSchema,
  }),
};
