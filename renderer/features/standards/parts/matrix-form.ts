import { z } from 'zod';
import { whySchema } from '../../../../shared/features/standards/channels.ts';
import {
  circumstanceSchema,
  lighterThanNeighbours,
  matrixCellsSchema,
} from '../../../../shared/features/standards/severity-matrix.ts';
import { severitySchema } from '../../../../shared/features/standards/severity.ts';

const circumstances = z.array(circumstanceSchema);

/** A list that is one field: its first fault is told at the list, with the place that it lies in. */
const circumstancesField = z.unknown().transform((value, context): z.output<typeof circumstances> => {
  const parsed = circumstances.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path[0];
  context.addIssue({
    code: 'custom',
    message: `${typeof place === 'number' ? `第 ${String(place + 1)} 项：` : ''}${issue?.message ?? '请补充完整'}`,
  });
  return z.NEVER;
});

/** The matrix as its form takes it: the cells are one field, the circumstances another. */
export const matrixFormSchema = z.object({
  content: z.object({
    cells: matrixCellsSchema.refine((cells) => lighterThanNeighbours(cells).length === 0, {
      error: '红框的格子比情节更轻的格子档次还低，请调整',
    }),
    circumstances: circumstancesField,
    maxShift: z.number().int().min(1).max(2),
    exemptUpTo: severitySchema,
  }),
  why: whySchema,
});

/** Where the call finds fault within one of the two lists, it is told at the list. */
export const matrixField = (path: string): string =>
  path.replace(/^content\.(cells|circumstances)\..*$/, 'content.$1');
