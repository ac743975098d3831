import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { slotsOf } from '../../../shared/kernel/fill.ts';

const remedySchema = z
  .string()
  .min(1)
  .refine((text) => slotsOf(text).every((slot) => ['paper', 'school', 'authority'].includes(slot)));

const paperTextsSchema = z.object({
  circular: z.object({ addressee: z.string().min(1), demand: z.string().min(1) }),
  order: z.object({ lead: z.string().min(1), demand: z.string().min(1) }),
  letter: z.object({ demand: z.string().min(1) }),
  remedy: z.object({ general: remedySchema, ethics: remedySchema }),
});

/** Standing texts of the papers of cases: what does not follow from the case itself. */
export type PaperTexts = z.infer<typeof paperTextsSchema>;

/** @throws Error for a damaged installation. */
export const loadPaperTexts = async (resourcesDir: string): Promise<PaperTexts> => {
  const raw: unknown = JSON.parse(await readFile(join(resourcesDir, 'papers', 'texts.json'), 'utf8'));
  return paperTextsSchema.parse(raw);
};
