import { AppError, type FieldIssue } from '../../shared/kernel/result.ts';
import type { Entity } from '../../shared/kernel/entity.ts';
import type { CollectionSpec } from './types.ts';

type Composite = Readonly<Record<string, unknown>> | readonly unknown[];

const isPlain = (value: object): value is Composite => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
};

/**
 * Freezes a value through and through, and makes sure that the disk will give back exactly what memory holds:
 * absent fields are absent (not `undefined`), and nothing is in it that JSON cannot carry. Returns what is wrong,
 * led by the path to it.
 */
const settle = (value: unknown): string | undefined => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : ' is not a finite number';
  if (typeof value !== 'object') return ` is ${typeof value}, which a file cannot keep`;
  if (!isPlain(value)) return ' is not plain data';
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined && !Array.isArray(value) && Reflect.deleteProperty(value, key)) continue;
    const flaw = settle(field);
    if (flaw !== undefined) return `.${key}${flaw}`;
  }
  Object.freeze(value);
  return undefined;
};

/** @throws Error when a schema lets through what cannot be stored: a defect. */
const settleRecord = (name: string, record: object): void => {
  const flaw = settle(record);
  if (flaw !== undefined) throw new Error(`${name}${flaw}`);
};

const refuse = (issues: readonly FieldIssue[]): AppError => {
  const [first] = issues;
  const more = issues.length > 1 ? `（另有 ${String(issues.length - 1)} 处）` : '';
  return new AppError('invalid', `${first?.message ?? '填写的内容不符合要求，请检查后重试。'}${more}`, {
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
  settleRecord(spec.name, parsed.data);
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
      `data/${spec.name}.json 中有一条记录与本版程序的格式不符，无法读取。请改用写入它的程序版本，或联系维护人员。`,
      { cause: parsed.error },
    );
  }
  settleRecord(spec.name, parsed.data);
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
