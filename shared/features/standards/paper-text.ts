import { z } from 'zod';
import { textSchema } from '../../kernel/entity.ts';

/** 文书用语: the sentences that papers put between what a case says, one per key, e.g. `remedy.general`. */

export const paperTextKeySchema = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z0-9-]+)*$/)
  .max(64);

export const paperTextContentSchema = z.object({
  /** Which paper it stands in, and what it is there, for the list. */
  group: textSchema('文书', 30),
  label: textSchema('名称', 40),
  text: textSchema('用语', 1000),
});
export type PaperTextContent = z.infer<typeof paperTextContentSchema>;

/** Texts nested as papers ask for them: `texts.remedy.general`. */
export interface PaperTextTree {
  readonly [part: string]: string | PaperTextTree;
}
const treeSchema: z.ZodType<PaperTextTree> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), treeSchema])),
);
export const paperTextTreeSchema = treeSchema;

/** Nested texts as one flat map from dotted key to text. */
export const flattenTexts = (tree: PaperTextTree, above = ''): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([part, value]): (readonly [string, string])[] => {
      const key = above === '' ? part : `${above}.${part}`;
      return typeof value === 'string' ? [[key, value]] : [...flattenTexts(value, key)];
    }),
  );

type Branch = { [part: string]: string | Branch };

/** The nested form of a flat map. @throws RangeError where one key is the beginning of another. */
export const nestTexts = (texts: ReadonlyMap<string, string>): PaperTextTree => {
  const tree: Branch = {};
  for (const [key, text] of texts) {
    const parts = key.split('.');
    const last = parts.pop() ?? '';
    let at: Branch = tree;
    for (const part of parts) {
      const next = Object.hasOwn(at, part) ? at[part] : (at[part] = {});
      if (typeof next !== 'object') throw new RangeError(`${key} lies below a text`);
      at = next;
    }
    if (Object.hasOwn(at, last)) throw new RangeError(`${key} lies above a text`);
    at[last] = text;
  }
  return tree;
};
