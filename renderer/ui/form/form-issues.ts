import type { z } from 'zod';
import type { FieldIssue } from '../../../shared/kernel/result.ts';
import { valueAt } from './field-path.ts';

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * What a schema finds wrong, one issue per field, worded for the person: a field left empty is asked for by its label
 * instead of by the schema's remark on types.
 */
export const formIssues = (
  schema: z.ZodType,
  values: unknown,
  labels: ReadonlyMap<string, string>,
): FieldIssue[] => {
  const parsed = schema.safeParse(values);
  if (parsed.success) return [];
  const issues = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String).join('.');
    if (issues.has(path)) continue;
    const label = labels.get(path);
    const typeComplaint = issue.code === 'invalid_type' || issue.code === 'invalid_value';
    const missing = typeComplaint && isBlank(valueAt(values, path));
    issues.set(path, missing ? `请填写${label ?? '这一项'}` : issue.message);
  }
  return [...issues].map(([path, message]) => ({ path, message }));
};

const textAt = (values: unknown, path: string): string => JSON.stringify(valueAt(values, path) ?? null);

/** What stands at the places that were complained of, to be compared later. */
export const standingAt = (issues: readonly FieldIssue[], values: unknown): ReadonlyMap<string, string> =>
  new Map(issues.map(({ path }) => [path, textAt(values, path)]));

/** Of the complaints, those whose place has not been touched since: one about what was mended is stale. */
export const untouched = (
  issues: readonly FieldIssue[],
  before: ReadonlyMap<string, string>,
  values: unknown,
): FieldIssue[] => issues.filter(({ path }) => before.get(path) === textAt(values, path));
