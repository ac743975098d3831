import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  flattenTexts,
  nestTexts,
  paperTextTreeSchema,
} from '../../../shared/features/standards/paper-text.ts';
import { slotsOf } from '../../../shared/kernel/fill.ts';

/** A text that may hold the blanks named, and no others. */
const text = (...slots: readonly string[]): z.ZodString =>
  z
    .string()
    .min(1)
    .refine((value) => slotsOf(value).every((slot) => slots.includes(slot)), 'a blank that nobody fills');

const remedy = text('paper', 'school', 'authority');

const paperTextsSchema = z.object({
  circular: z.object({ addressee: text(), demand: text() }),
  order: z.object({ lead: text(), demand: text() }),
  letter: z.object({ demand: text() }),
  notice: z.object({
    suspension: text(),
    qualification: text(),
    pay: text(),
    post: text(),
    contract: text(),
    talk: text(),
    other: text(),
  }),
  decision: z.object({ demand: text() }),
  proposal: z.object({ ethics: text(), general: text(), other: text(), close: text() }),
  referral: z.object({ close: text(), sealed: text() }),
  advance: z.object({ rights: text('deadline'), hearing: text(), facts: text() }),
  guardian: z.object({ lead: text(), rights: text('deadline'), hearing: text(), cooperate: text() }),
  interview: z.object({
    rights: text('school'),
    minor: text(),
    understood: text(),
    checked: text(),
    correction: text(),
  }),
  statement: z.object({ waived: text(), lapsed: text() }),
  pupil: z.object({ help: text(), lifting: text(), secrecy: text() }),
  lifting: z.object({ sanction: text(), demoted: text(), pupil: text(), other: text() }),
  service: z.object({ note: text() }),
  remedy: z.object({
    general: remedy,
    ethics: remedy,
    contract: remedy,
    department: remedy,
    pupil: remedy,
  }),
});

/** Standing texts of the papers of cases: what does not follow from the case itself. */
export type PaperTexts = z.infer<typeof paperTextsSchema>;

/**
 * The shipped texts with the school's own wording over them, by dotted key.
 *
 * @throws Error for a damaged installation.
 */
export const loadPaperTexts = async (
  resourcesDir: string,
  own: ReadonlyMap<string, string> = new Map(),
): Promise<PaperTexts> => {
  const raw: unknown = JSON.parse(await readFile(join(resourcesDir, 'papers', 'texts.json'), 'utf8'));
  const shipped = flattenTexts(paperTextTreeSchema.parse(raw));
  // A folder that an older program founded and nobody may write to lacks the newer texts.
  return paperTextsSchema.parse(nestTexts(new Map([...shipped, ...own])));
};
