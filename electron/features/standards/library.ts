import { measureContentSchema, type MeasureContent } from '../../../shared/features/standards/measure.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { lawGroundSchema, lawPackSchema, lawRuleSchema, type LawPack } from '../../../shared/law/pack.ts';
import { matterContentSchema, type MatterContent } from '../../../shared/features/standards/schema.ts';

/** In the order in which the catalogue is shown. */
const measureFiles = ['staff', 'leaders', 'employment', 'departments', 'pupils', 'remedial'] as const;

const codeSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);
const groundsFile = z.object({ grounds: z.array(lawGroundSchema) });
const rulesFile = z.object({ version: z.string().min(1), rules: z.array(lawRuleSchema) });
const measuresFile = z.object({
  measures: z.array(z.object({ code: codeSchema, content: measureContentSchema })),
});
const mattersFile = z.object({
  matters: z.array(z.object({ code: codeSchema, content: matterContentSchema })),
});

/** What is shipped, checked: copied into a data folder once, when the school is founded. */
export interface StandardsLibrary {
  readonly law: LawPack;
  readonly measures: readonly { readonly code: string; readonly content: MeasureContent }[];
  readonly matters: readonly { readonly code: string; readonly content: MatterContent }[];
}

const demandKnown = (what: string, names: readonly string[], known: ReadonlySet<string>): void => {
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`${what} names ${unknown}, which the library does not hold`);
};

const demandUnique = (what: string, codes: readonly string[]): void => {
  if (new Set(codes).size !== codes.length) throw new Error(`the library holds a ${what} twice`);
};

/**
 * Reads law pack, measures and matters from the resources folder and checks them against each other.
 *
 * @throws Error for a library that is damaged or refers to what it does not hold: a defect of the installation.
 */
export const loadStandards = async (resourcesDir: string): Promise<StandardsLibrary> => {
  const read = async <T extends z.ZodType>(schema: T, ...path: string[]): Promise<z.output<T>> => {
    const text = await readFile(join(resourcesDir, ...path), 'utf8');
    const raw: unknown = JSON.parse(text);
    return z.parse<T>(schema, raw);
  };
  const [grounds, rules, matters, ...measureLists] = await Promise.all([
    read(groundsFile, 'law', 'grounds.json'),
    read(rulesFile, 'law', 'rules.json'),
    read(mattersFile, 'matters', 'library.json'),
    ...measureFiles.map((name) => read(measuresFile, 'measures', `${name}.json`)),
  ]);
  const measures = measureLists.flatMap((list) => list.measures);
  const law = lawPackSchema.parse({ ...grounds, ...rules });
  const groundCodes = new Set(law.grounds.map(({ code }) => code));
  const measureCodes = new Set(measures.map(({ code }) => code));
  demandUnique(
    'measure',
    measures.map(({ code }) => code),
  );
  demandUnique(
    'matter',
    matters.matters.map(({ code }) => code),
  );
  for (const { code, content } of measures) demandKnown(`measure ${code}`, content.grounds, groundCodes);
  for (const { code, content } of matters.matters) {
    demandKnown(`matter ${code}`, content.grounds, groundCodes);
    demandKnown(`matter ${code}`, content.usualMeasures, measureCodes);
  }
  return { law, measures, matters: matters.matters };
};
