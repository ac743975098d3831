import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { clauseSchema, ruleScopeSchema } from '../../shared/features/standards/school-rule.ts';
import { logIn, type World } from './world.ts';

/** Month and day in the calendar year in which the demo's first school year begins, before it does. */
const monthDay = z.string().regex(/^\d\d-\d\d$/);
const step = z.object({ on: monthDay, note: z.string() }).nullable();
const rulesFile = z.object({
  rules: z.array(
    z.object({
      title: z.string(),
      scope: ruleScopeSchema,
      consulted: step,
      discussed: step,
      adoptedBy: z.string(),
      adoptedOn: monthDay.nullable(),
      filed: step,
      publishedOn: monthDay.nullable(),
      clauses: z.array(clauseSchema),
    }),
  ),
});
export type DemoRules = z.infer<typeof rulesFile>['rules'];

/** @throws Error for a damaged installation. */
export const readDemoRules = async (path: string): Promise<DemoRules> =>
  rulesFile.parse(JSON.parse(await readFile(path, 'utf8'))).rules;

/** The office enters the rules that the school adopted before the story begins, and one that is still talked over. */
export const enterRules = async (world: World, rules: DemoRules): Promise<void> => {
  const office = await logIn(world, 'bangongshi');
  const on = (day: string | null): string | null => day && `${String(world.year - 1)}-${day}`;
  const stepOf = (held: z.infer<typeof step>): { on: string | null; note: string } => ({
    on: on(held?.on ?? null),
    note: held?.note ?? '',
  });
  for (const rule of rules)
    await office.call('standards.addSchoolRule', {
      ...rule,
      consulted: stepOf(rule.consulted),
      discussed: stepOf(rule.discussed),
      adoptedOn: on(rule.adoptedOn),
      filed: stepOf(rule.filed),
      publishedOn: on(rule.publishedOn),
    });
};
