import { z } from 'zod';
import { command } from '../../../kernel/channel.ts';
import { fileContentSchema, idSchema } from '../../../kernel/entity.ts';
import { systemViewSchema } from '../views.ts';
import { seenVersionSchema, systemBookInput, systemBookPreviewSchema } from './book-preview.ts';

export const systemsChannels = {
  /** One version as a workbook that can be changed and taken in again. `id` is the version's. */
  'evaluation.systemBook': command({
    access: 'standards.read',
    input: z.object({ id: idSchema }),
    output: fileContentSchema,
  }),
  /** Reads a workbook and says what it would change. Saves nothing. */
  'evaluation.previewSystemBook': command({
    access: 'standards.write',
    input: systemBookInput,
    output: systemBookPreviewSchema,
  }),
  /** Takes the same workbook in: as the draft's content, as a new version of a used one, or as a new system. */
  'evaluation.takeSystemBook': command({
    access: 'standards.write',
    input: systemBookInput.extend({ seen: seenVersionSchema.nullable() }),
    output: systemViewSchema,
  }),
  /** The list of systems as it is seen: those named, in that order. */
  'evaluation.exportSystems': command({
    access: 'standards.read',
    input: z.object({ ids: z.array(idSchema).min(1, '没有可导出的指标体系').max(1000) }),
    output: fileContentSchema,
  }),
};
