import { AppError, type FieldIssue } from '../../shared/kernel/result.ts';
import type { Entity } from '../../shared/kernel/entity.ts';
import type { CollectionSpec } from './types.ts';

/**
 * Freezes a record through and through, and makes sure that the disk will give back exactly what memory holds:
 * absent fields are absent (not `undefined`), and nothing is in it that JSON cannot carry.
 *
 * @throws Error naming the path: a schema that lets such a value through is a defect.
 */
const settle = (value: unknown, path: string): void => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${path} is not a finite number`);
  if (typeof value !== 'object' || value === null) {
    if (
      value === undefined ||
      typeof value === 'function' ||
      typeof value === 'symbol' ||
      typeof value === 'bigint'
    ) {
      throw new Error(`${path} is ${typeof value}, which a file cannot keep`);
    }
    return;
  }
  if (!Array.isArray(value)) {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw new Error(`${path} is not plain data`);
  }
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined && !Array.isArray(value) && Reflect.deleteProperty(value, key)) continue;
    settle(field, `${path}.${key}`);
  }
  Object.freeze(value);
};

const refuse = (issues: readonly FieldIssue[]): AppError => {
  const [first] = issues;
  const more = issues.length > 1 ? `(另有 ${String(issues.length - 1)} 处)` : '';
  return new AppError('invalid', `${first?.message ?? '填写的内容不符合要求,请检查后重试。'}${more}`, {
    fields: issues,
  });
};

/**
 * Checks a record that is about to be written and freezes it.
 *
 * @throws AppError `invalid` with the fields at fault.
 */
export const admitNew = <T extends Entity, K extends string>(
  spec: CollectionSpec<T, K>,
  candidate: unknown,
): T => {
  const parsed = spec.schema.safeParse(candidate);
  if (!parsed.success) {
    throw refuse(
      parsed.error.issues.map((issue) => ({
        path: issue.path.map(String).join('.'),
        message: issue.message,
      })),
    );
  }
  settle(parsed.data, spec.name);
  return parsed.data;
};

/**
 * Checks a record that was read from the disk and freezes it.
 *
 * @throws AppError `storage`: the bytes are as they were written, but this version of the program expects another form.
 */
export const admitStored = <T extends Entity, K extends string>(
  spec: CollectionSpec<T, K>,
  raw: unknown,
): T => {
  const parsed = spec.schema.safeParse(raw);
  if (!parsed.success) {
    throw new AppError(
      'storage',
      `data/${spec.name}.json 中有一条记录与本版程序的格式不符,无法读取。请改用写入它的程序版本,或联系维护人员。`,
      { cause: parsed.error },
    );
  }
  settle(parsed.data, spec.name);
  return parsed.data;
};

/** True when both would be the same JSON text, the order of fields included. Both are plain data. */
export const isSameText = (left: unknown, right: unknown): boolean => {
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) {
    return Object.is(left, right);
  }
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const ours = Object.entries(left);
  const theirs = Object.entries(right);
  return (
    ours.length === theirs.length &&
    ours.every(([key, value], place) => {
      const other = theirs[place];
      return other?.[0] === key && isSameText(value, other[1]);
    })
  );
};
