import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { routeSchema } from '../../shared/features/cases/states.ts';

const storySchema = z.object({
  key: z.string(),
  route: routeSchema,
  /** Code of the kind of matter. */
  matter: z.string(),
  /** Posts of those it is about, one person each; 学生 for a pupil. */
  posts: z.array(z.string()).min(1),
  /** Codes of the measures of each person, in the same order. */
  measures: z.array(z.array(z.string())),
  /** Days before today on which it happened. */
  ago: z.number().int(),
  reached: z.enum(['investigating', 'notified', 'submitted', 'served', 'closed', 'lifted']),
  summary: z.string(),
  facts: z.string(),
  answer: z.string(),
  statement: z.string(),
  reason: z.string(),
});
export type Story = z.infer<typeof storySchema>;

const storiesSchema = z.object({
  rule: z.object({
    title: z.string(),
    clauses: z.array(z.object({ no: z.string(), text: z.string() })),
  }),
  stories: z.array(storySchema),
});
export type Stories = z.infer<typeof storiesSchema>;

/** Cases of every route, as they lie in the resources. */
export const readStories = async (resourcesDir: string): Promise<Stories> =>
  storiesSchema.parse(JSON.parse(await readFile(join(resourcesDir, 'demo', 'routes.json'), 'utf8')));
