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
