import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { schoolProfileSchema } from '../../shared/features/organisation/school.ts';
import { postKindSchema } from '../../shared/features/organisation/schema.ts';

const caseSchema = z.object({
  matter: z.string(),
  measure: z.string(),
  summary: z.string(),
  facts: z.string(),
  statement: z.string(),
  reason: z.string(),
  requirements: z.array(z.string()),
});
export type DemoCase = z.infer<typeof caseSchema>;

const contentSchema = z.object({
  school: schoolProfileSchema,
  departments: z.array(z.string()),
  posts: z.array(z.object({ name: z.string(), kind: postKindSchema, managerial: z.boolean() })),
  staffing: z.array(
    z.object({
      post: z.string(),
      department: z.string(),
      count: z.number().int(),
      grade: z.string(),
      title: z.string(),
    }),
  ),
  classesPerGrade: z.number().int(),
  pupilsPerClass: z.number().int(),
  surnames: z.string(),
  givenFirst: z.string(),
  givenSecond: z.string(),
  relations: z.array(z.string()),
  cases: z.array(caseSchema),
});
export type DemoContent = z.infer<typeof contentSchema>;

/** The invented school as it lies in the resources. */
export const readDemoContent = async (resourcesDir: string): Promise<DemoContent> =>
  contentSchema.parse(JSON.parse(await readFile(join(resourcesDir, 'demo', 'school.json'), 'utf8')));
