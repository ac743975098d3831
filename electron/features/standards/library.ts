import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { measureContentSchema, type MeasureContent } from '../../../shared/features/standards/measure.ts';
import {
  flattenTexts,
  paperTextContentSchema,
  paperTextTreeSchema,
  type PaperTextContent,
} from '../../../shared/features/standards/paper-text.ts';
import { matterContentSchema, type MatterContent } from '../../../shared/features/standards/schema.ts';
import {
  severityMatrixContentSchema,
  type SeverityMatrixContent,
} from '../../../shared/features/standards/severity-matrix.ts';
import { lawGroundSchema, lawPackSchema, lawRuleSchema, type LawPack } from '../../../shared/law/pack.ts';

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
const labelsFile = z.object({
  groups: z.record(z.string(), z.string()),
  labels: z.record(z.string(), z.string()),
});

/** What is shipped, checked: copied into a data folder when the school is founded, and topped up when it is opened. */
export interface StandardsLibrary {
  readonly law: LawPack;
  readonly measures: readonly { readonly code: string; readonly content: MeasureContent }[];
  readonly matters: readonly { readonly code: string; readonly content: MatterContent }[];
  readonly severity: SeverityMatrixContent;
  readonly paperTexts: readonly { readonly code: string; readonly content: PaperTextContent }[];
}

const demandKnown = (what: string, names: readonly string[], known: ReadonlySet<string>): void => {
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`${what} names ${unknown}, which the library does not hold`);
};

const demandUnique = (what: string, entries: readonly { readonly code: string }[]): void => {
  if (new Set(entries.map(({ code }) => code)).size !== entries.length)
    throw new Error(`the library holds a ${what} twice`);
};

/** The texts of papers with what they are called; one without a label of its own is called by how it begins. */
const labelledTexts = (
  texts: ReadonlyMap<string, string>,
  { groups, labels }: z.output<typeof labelsFile>,
): StandardsLibrary['paperTexts'] =>
  [...texts].map(([code, text]) => ({
    code,
    content: paperTextContentSchema.parse({
      group: groups[code.split('.')[0] ?? ''] ?? '其他文书',
      label: labels[code] ?? `${text.slice(0, 12)}…`,
      text,
    }),
  }));

/**
 * Reads law pack, measures, matters, matrix and texts from the resources folder and checks them against each other.
 *
 * @throws Error for a library that is damaged or refers to what it does not hold: a defect of the installation.
 */
export const loadStandards = async (resourcesDir: string): Promise<StandardsLibrary> => {
  const read = async <T extends z.ZodType>(schema: T, ...path: string[]): Promise<z.output<T>> => {
    const text = await readFile(join(resourcesDir, ...path), 'utf8');
    const raw: unknown = JSON.parse(text);
    return z.parse<T>(schema, raw);
  };
  const [grounds, rules, { matters }, severity, texts, labels, ...measureLists] = await Promise.all([
    read(groundsFile, 'law', 'grounds.json'),
    read(rulesFile, 'law', 'rules.json'),
    read(mattersFile, 'matters', 'library.json'),
    read(severityMatrixContentSchema, 'severity', 'matrix.json'),
    read(paperTextTreeSchema, 'papers', 'texts.json'),
    read(labelsFile, 'papers', 'labels.json'),
    ...measureFiles.map((name) => read(measuresFile, 'measures', `${name}.json`)),
  ]);
  const measures = measureLists.flatMap((list) => list.measures);
  const law = lawPackSchema.parse({ ...grounds, ...rules });
  const groundCodes = new Set(law.grounds.map(({ code }) => code));
  const measureCodes = new Set(measures.map(({ code }) => code));
  demandUnique('measure', measures);
  demandUnique('matter', matters);
  for (const { code, content } of measures) demandKnown(`measure ${code}`, content.grounds, groundCodes);
  for (const { code, content } of matters) {
    demandKnown(`matter ${code}`, content.grounds, groundCodes);
    demandKnown(`matter ${code}`, content.usualMeasures, measureCodes);
  }
  for (const { code, grounds: cited } of severity.circumstances)
    demandKnown(`circumstance ${code}`, cited, groundCodes);
  return { law, measures, matters, severity, paperTexts: labelledTexts(flattenTexts(texts), labels) };
};
