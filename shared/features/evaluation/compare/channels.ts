import { z } from 'zod';
import { query } from '../../../kernel/channel.ts';
import { idSchema } from '../../../kernel/entity.ts';
import { compareViewSchema } from './views.ts';

export const evaluationCompareChannels = {
  /** A cycle's results set beside each other. Without departments all of them are in view. */
  'evaluation.compare': query({
    access: 'evaluation.read',
    input: z.object({ cycleId: idSchema, departments: z.array(z.string()).max(500).default([]) }),
    output: compareViewSchema,
  }),
};
