import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  dataFieldLibrarySchema,
  dataFieldSchema,
  type DataField,
  type SchoolField,
} from '../../../../shared/features/evaluation/data/fields.ts';
import { parseFormula } from '../../../../shared/features/evaluation/data/formula.ts';
import type { OfferedField } from '../../../../shared/features/evaluation/data/views.ts';
import { indicatorsOf, type SubjectKind } from '../../../../shared/features/evaluation/indicators.ts';
import type { Target } from '../../../../shared/kernel/entity.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import { AppError, invalidField } from '../../../../shared/kernel/result.ts';
import type { Reader } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { cycleCollection, indicatorVersionCollection } from '../collections.ts';
import { dataRowCollection, schoolFieldCollection } from './collections.ts';

const shipped = new Map<string, readonly DataField[]>();

/**
 * The shipped fields, in their order. Read once and at once: whoever looks at a cycle has to know them, also in the
 * midst of a transaction.
 *
 * @throws Error for a damaged file: a defect of the installation.
 */
const shippedFields = (resourcesDir: string): readonly DataField[] => {
  const held = shipped.get(resourcesDir);
  if (held) return held;
  const raw: unknown = JSON.parse(readFileSync(join(resourcesDir, 'data-fields', 'library.json'), 'utf8'));
  const { fields } = dataFieldLibrarySchema.parse(raw);
  shipped.set(resourcesDir, fields);
  return fields;
};

const plainField = (field: SchoolField): DataField => dataFieldSchema.parse(field);

/** All fields, the shipped ones first. */
export const allFields = (reader: Reader, resourcesDir: string): DataField[] => [
  ...shippedFields(resourcesDir),
  ...reader.all(schoolFieldCollection).map(plainField),
];

/** The formulas and cycles that use a field, in words. */
const usesOf = (reader: Reader, name: string): string[] => {
  const formulas = reader.all(indicatorVersionCollection).flatMap(({ content }) =>
    indicatorsOf(content)
      .filter(({ method }) => {
        if (method.kind !== 'formula') return false;
        const parsed = parseFormula(method.expression);
        return parsed.kind === 'formula' && parsed.formula.fields.includes(name);
      })
      .map((indicator) => `“${content.name}”的指标“${indicator.name}”`),
  );
  const cycles = new Set(
    reader
      .all(dataRowCollection)
      .filter(({ values }) => Object.hasOwn(values, name))
      .map(({ cycleId }) => cycleId),
  );
  const filled = [...cycles].flatMap((id) => {
    const cycle = reader.get(cycleCollection, id);
    return cycle ? [`“${cycle.name}”已有数据`] : [];
  });
  return [...new Set([...formulas, ...filled])];
};

/** The fields that are offered for a kind of subject. */
export const offeredFields = (
  { kind }: { kind: SubjectKind | null },
  { store, resourcesDir }: CallContext,
): { fields: OfferedField[] } => {
  const fits = ({ kinds }: DataField): boolean => kind === null || kinds.includes(kind);
  const library = shippedFields(resourcesDir).map((field): OfferedField => ({
    field,
    own: null,
    usedIn: [],
  }));
  const own = store.all(schoolFieldCollection).map((record): OfferedField => ({
    field: plainField(record),
    own: { id: record.id, rev: record.rev },
    usedIn: usesOf(store, record.name),
  }));
  return { fields: [...library, ...own].filter(({ field }) => fits(field)) };
};

/** @throws AppError `invalid` for a name that a shipped field has, or when a field in use is to be renamed. */
export const saveDataField = async (
  { target, field }: { target: Target | null; field: DataField },
  context: CallContext,
): Promise<{ id: string }> => {
  if (shippedFields(context.resourcesDir).some(({ name }) => name === field.name))
    throw invalidField('field.name', `系统里已有“${field.name}”，请直接使用，或者换一个名称`);
  return context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const saved = { at: instantOfMs(tx.now), by: tx.actor };
    if (target === null)
      return { id: tx.insert(schoolFieldCollection, { id: context.newId(), ...field, saved }).id };
    const before = tx.require(schoolFieldCollection, target.id, '数据字段');
    const [use] = before.name === field.name ? [] : usesOf(tx, before.name);
    if (use !== undefined) throw invalidField('field.name', `名称不能改：${use}。可以另加一个数据，再改公式`);
    return { id: tx.replace(schoolFieldCollection, { id: before.id, rev: target.rev, ...field, saved }).id };
  });
};

/** @throws AppError `invalid` while something uses the field. */
export const removeDataField = ({ id, rev }: Target, context: CallContext): Promise<Record<string, never>> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const { name } = tx.require(schoolFieldCollection, id, '数据字段');
    const [use] = usesOf(tx, name);
    if (use !== undefined) throw new AppError('invalid', `“${name}”不能删除：${use}。`);
    tx.remove(schoolFieldCollection, id, rev);
    return {};
  });
