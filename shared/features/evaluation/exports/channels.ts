import { z } from 'zod';
import { command, query } from '../../../kernel/channel.ts';
import { idSchema } from '../../../kernel/entity.ts';

export const exportKinds = [
  'whole',
  'blankWord',
  'blankExcel',
  'people',
  'departments',
  'ranking',
  'maskedRanking',
  'years',
] as const;
export type ExportKind = (typeof exportKinds)[number];
export const exportKindSchema = z.enum(exportKinds);

/** A file that can be had of a cycle, in words that are ready to be read. */
export const exportOfferSchema = z.object({
  kind: exportKindSchema,
  title: z.string(),
  format: z.enum(['word', 'excel', 'zip']),
  /** 里面有什么, a line for each part. */
  contains: z.array(z.string()),
  /** Why it cannot be had; blank: it can. */
  refused: z.string(),
});
export type ExportOffer = z.infer<typeof exportOfferSchema>;

export const evaluationExportsChannels = {
  /** What can be had of a cycle, and why the rest cannot. */
  'evaluation.exportOffers': query({
    access: 'evaluation.export',
    input: z.object({ cycleId: idSchema }),
    output: z.object({ offers: z.array(exportOfferSchema) }),
  }),
  /** Makes one of them in the background; bytes by `jobs.readFile`. */
  'evaluation.startExport': command({
    access: 'evaluation.export',
    input: z.object({
      cycleId: idSchema,
      kind: exportKindSchema,
      /** 个人考核表: a file for each person instead of one for each department. */
      perPerson: z.boolean().default(false),
    }),
    output: z.object({ jobId: idSchema }),
  }),
};
