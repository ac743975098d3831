import { lawRuleIds, type LawPack } from '../../../shared/law/pack.ts';
import {
  inForce,
  type Matter,
  type Measure,
  type SchoolRule,
  type StoredGround,
} from '../../../shared/features/standards/schema.ts';
import type { SeverityMatrixContent } from '../../../shared/features/standards/severity-matrix.ts';
import type { Reader } from '../../store/types.ts';
import {
  groundCollection,
  matterCollection,
  MATRIX_ID,
  measureCollection,
  paperTextCollection,
  ruleCollection,
  schoolRuleCollection,
  severityCollection,
} from './collections.ts';

/** The law pack as this school has it now: every ground and rule in its version in force. */
export const readLawPack = (reader: Reader): LawPack => {
  const grounds = reader.all(groundCollection);
  const rules = lawRuleIds.flatMap((id) => {
    const rule = reader.get(ruleCollection, id);
    return rule ? [rule] : [];
  });
  const changes = [...grounds, ...rules].reduce((sum, { versions }) => sum + versions.length - 1, 0);
  return {
    version: `本校第 ${String(changes + 1)} 版`,
    grounds: grounds.map((ground) => inForce(ground).content),
    rules: rules.map((rule) => inForce(rule).content),
  };
};

/** @throws AppError `not-found` when the school has no such measure. */
export const requireMeasure = (reader: Reader, code: string): Measure =>
  reader.require(measureCollection, code, '措施');

/** The measures that may be chosen now. */
export const enabledMeasures = (reader: Reader): Measure[] =>
  reader.all(measureCollection).filter(({ enabled }) => enabled);

/** @throws AppError `not-found` when the school has no such matter. */
export const requireMatter = (reader: Reader, code: string): Matter =>
  reader.require(matterCollection, code, '问责事项类别');

/** @throws AppError `not-found` for an unknown ground. */
export const requireGround = (reader: Reader, code: string): StoredGround =>
  reader.require(groundCollection, code, '法规依据');

/** @throws AppError `not-found` for an unknown rule of the school. */
export const requireSchoolRule = (reader: Reader, id: string): SchoolRule =>
  reader.require(schoolRuleCollection, id, '校内制度');

/** The school's matrix in force, with its version, for `proposeBand`. @throws AppError `not-found` before the founding. */
export const readSeverityMatrix = (
  reader: Reader,
): { readonly version: number; readonly matrix: SeverityMatrixContent } => {
  const { version, content } = inForce(reader.require(severityCollection, MATRIX_ID, '裁量档次'));
  return { version, matrix: content };
};

/** The school's texts for papers by dotted key; `nestTexts` gives them the form of `resources/papers/texts.json`. */
export const readPaperTexts = (reader: Reader): ReadonlyMap<string, string> =>
  new Map(reader.all(paperTextCollection).map((text) => [text.id, inForce(text).content.text]));
