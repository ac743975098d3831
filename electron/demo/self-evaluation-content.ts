import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const text = z.string();
const after = z.number().int().min(0);

const actionSchema = z.object({
  kind: z.enum(['rectify', 'improve']),
  item: text,
  dimension: text,
  responsible: text,
  /** From the day on which it was put on the list, like the days below. */
  days: after,
  progress: z.array(z.object({ days: after, text })),
  /** `proof`: the name of the paper filed with it; null where none is asked for. */
  closed: z.object({ days: after, note: text, proof: text.nullable() }).nullable(),
});
export type ToldAction = z.infer<typeof actionSchema>;

const yearSchema = z.object({
  opening: text,
  conclusion: text,
  texts: z.record(text, z.object({ done: text, strengths: text, problems: text, next: text })),
  actions: z.array(actionSchema),
});
export type ToldYear = z.infer<typeof yearSchema>;

const ratersSchema = z.object({ panel: z.array(text).min(3), outside: z.array(text).min(3) });
export type ToldRaters = z.infer<typeof ratersSchema>;

const contentSchema = z.object({
  school: z.object({
    raters: ratersSchema,
    last: yearSchema,
    present: yearSchema,
    report: z.object({
      organ: text,
      title: text,
      summary: text,
      sections: z.array(z.tuple([text, text])),
    }),
  }),
  departments: z.object({
    names: z.array(text),
    raters: ratersSchema,
    /** `subject`: the department that writes about itself. */
    last: yearSchema.extend({ subject: text }),
    present: yearSchema.extend({ subject: text }),
  }),
});
export type SelfEvaluationContent = z.infer<typeof contentSchema>;

/** What the invented school and its departments say of themselves, and what others found. */
export const readSelfEvaluationContent = async (resourcesDir: string): Promise<SelfEvaluationContent> =>
  contentSchema.parse(JSON.parse(await readFile(join(resourcesDir, 'demo', 'self-evaluation.json'), 'utf8')));
