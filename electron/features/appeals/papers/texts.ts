import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  flattenTexts,
  nestTexts,
  paperTextTreeSchema,
} from '../../../../shared/features/standards/paper-text.ts';
import { slotsOf } from '../../../../shared/kernel/fill.ts';

/** A text that may hold the blanks named, and no others. */
const text = (...slots: readonly string[]): z.ZodString =>
  z
    .string()
    .min(1)
    .refine((value) => slotsOf(value).every((slot) => slots.includes(slot)), 'a blank that nobody fills');

const appealTextsSchema = z.object({
  running: text('kind', 'application'),
  rights: text('kind', 'application'),
  completion: text(),
  refusalGeneral: text('authority'),
  refusalOther: text('authority'),
  refusalPupil: text('authority'),
  remedyGeneral: text('authority'),
  remedyContract: text('authority'),
  remedyDepartment: text('authority'),
  remedyPupil: text('authority'),
  correctionAnnul: text(),
  correctionChange: text(),
  correctionPupil: text(),
  serviceNote: text(),
});

const serviceTextsSchema = z.object({ note: text() });
const treeSchema = z.record(z.string(), z.string());

/** Standing texts of the papers of appeals. */
export type AppealTexts = z.infer<typeof appealTextsSchema>;

/**
 * The shipped texts with the school's own wording over them, by dotted key.
 *
 * @throws Error for a damaged installation.
 */
export const loadAppealTexts = async (
  resourcesDir: string,
  own: ReadonlyMap<string, string>,
): Promise<AppealTexts> => {
  const raw: unknown = JSON.parse(await readFile(join(resourcesDir, 'papers', 'texts.json'), 'utf8'));
  const shipped = flattenTexts(paperTextTreeSchema.parse(raw));
  const all = nestTexts(new Map([...shipped, ...own]));
  // What stands at the foot of a 送达回证 is the same for every paper.
  const { note } = serviceTextsSchema.parse(all['service']);
  return appealTextsSchema.parse({ ...treeSchema.parse(all['appeal']), serviceNote: note });
};
