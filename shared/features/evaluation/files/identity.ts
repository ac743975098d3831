import { z } from 'zod';
import { instantSchema } from '../../../kernel/dates.ts';
import { idSchema } from '../../../kernel/entity.ts';

/**
 * What the hidden sheet of an 电子评分表 says of it: where its cells belong. It is signed, so that a file which was made
 * elsewhere, for another cycle, or whose rows were swapped is told from one that only had scores typed in.
 */

/** One visible sheet: the scores of one rater; `raterId` null: of a `self` group, where each row has its own rater. */
export const bookSheetSchema = z.object({
  name: z.string().min(1).max(31),
  /** The id under which the scores are kept; in an anonymous group a token that names nobody. */
  raterId: idSchema.nullable(),
  /** Who stands in which row, from the first on. */
  subjectIds: z.array(idSchema).min(1),
});
export type BookSheet = z.infer<typeof bookSheetSchema>;

export const bookIdentitySchema = z.object({
  format: z.literal(1),
  schoolId: idSchema,
  cycleId: idSchema,
  groupId: idSchema,
  versionId: idSchema,
  /** Which indicator stands in which column, from the first on. */
  indicatorIds: z.array(idSchema).min(1),
  sheets: z.array(bookSheetSchema).min(1),
  /** When it was made: what was changed on screen later may be in conflict with the file. */
  madeAt: instantSchema,
});
export type BookIdentity = z.infer<typeof bookIdentitySchema>;

/** The hidden sheet's name. */
export const IDENTITY_SHEET = '身份信息';

const HEAD = ['明责电子评分表', '1'] as const;

/**
 * The identity as rows of two cells, a label and a value, as the hidden sheet holds them. The last row is the signature.
 *
 * @param sign the signature of a text, in hexadecimal
 */
export const identityRows = (
  identity: BookIdentity,
  sign: (text: string) => string,
): (readonly [string, string])[] => {
  const rows: (readonly [string, string])[] = [
    HEAD,
    ['school', identity.schoolId],
    ['cycle', identity.cycleId],
    ['group', identity.groupId],
    ['version', identity.versionId],
    ['made', identity.madeAt],
    ...identity.indicatorIds.map((id) => ['indicator', id] as const),
    ...identity.sheets.flatMap(({ name, raterId, subjectIds }) => [
      ['sheet', name] as const,
      ['rater', raterId ?? ''] as const,
      ...subjectIds.map((id) => ['subject', id] as const),
    ]),
  ];
  return [...rows, ['signature', sign(JSON.stringify(rows))]];
};

export type ReadIdentity =
  | { readonly kind: 'sound'; readonly identity: BookIdentity }
  /** No book of this program, or one of another version of it. */
  | { readonly kind: 'foreign' }
  /** It was one once: the signature does not fit what stands there. */
  | { readonly kind: 'altered' };

/** Reads what `identityRows` wrote; `fits` tells whether a signature is that of a text. */
export const readIdentity = (
  rows: readonly (readonly [string, string])[],
  fits: (text: string, signature: string) => boolean,
): ReadIdentity => {
  if (rows[0]?.[0] !== HEAD[0] || rows[0][1] !== HEAD[1]) return { kind: 'foreign' };
  const signature = rows.at(-1);
  if (signature?.[0] !== 'signature' || !fits(JSON.stringify(rows.slice(0, -1)), signature[1]))
    return { kind: 'altered' };
  const one = (label: string): string => rows.find(([of]) => of === label)?.[1] ?? '';
  const sheets: { name: string; raterId: string | null; subjectIds: string[] }[] = [];
  for (const [label, value] of rows) {
    if (label === 'sheet') sheets.push({ name: value, raterId: null, subjectIds: [] });
    const last = sheets.at(-1);
    if (label === 'rater' && last) last.raterId = value === '' ? null : value;
    if (label === 'subject') last?.subjectIds.push(value);
  }
  const parsed = bookIdentitySchema.safeParse({
    format: 1,
    schoolId: one('school'),
    cycleId: one('cycle'),
    groupId: one('group'),
    versionId: one('version'),
    madeAt: one('made'),
    indicatorIds: rows.flatMap(([label, value]) => (label === 'indicator' ? [value] : [])),
    sheets,
  });
  return parsed.success ? { kind: 'sound', identity: parsed.data } : { kind: 'altered' };
};
