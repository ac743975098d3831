import { z } from 'zod';
import { entityShape, stampSchema } from '../../../shared/kernel/entity.ts';
import { defineCollection } from '../../store/types.ts';

/** Who took which papers out of the archive, and when: kept for ever, shown to the administrator. */
const archiveExportSchema = z.object({
  ...entityShape,
  ...stampSchema.shape,
  what: z.enum(['dossier', 'list']),
  staffIds: z.array(z.string()),
  fileName: z.string(),
});
export type ArchiveExport = z.infer<typeof archiveExportSchema>;

export const archiveExportCollection = defineCollection({
  name: 'archiveExports',
  schema: archiveExportSchema,
  indexes: {},
  unique: [],
  duplicateMessage: () => '这条导出记录已经存在。',
});

export const archiveCollections = [archiveExportCollection] as const;
