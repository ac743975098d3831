import { z } from 'zod';
import { contentProblems } from '../../../../shared/features/evaluation/indicator-rules.ts';
import {
  dimensionSchema,
  indicatorContentSchema,
  indicatorSchema,
  levelSchema,
  methodSchema,
  type IndicatorContent,
} from '../../../../shared/features/evaluation/indicators.ts';
import type { FieldIssue } from '../../../../shared/kernel/result.ts';

const looseMethod = z.union([
  z.object({ kind: z.literal('levels'), levels: z.array(levelSchema.extend({ label: z.string() })) }),
  methodSchema,
]);

const looseIndicator = indicatorSchema.extend({
  name: z.string(),
  standard: z.string(),
  evidence: z.string(),
  fullMarks: z.number().int(),
  method: looseMethod,
});

/** An indicator system in the middle of being typed: names may still be blank. */
export const draftSchema = z.object({
  /** The revision it was begun from. */
  rev: z.number().int(),
  content: indicatorContentSchema.extend({
    name: z.string(),
    about: z.string(),
    dimensions: z.array(dimensionSchema.extend({ name: z.string(), indicators: z.array(looseIndicator) })),
    bands: z.array(z.object({ label: z.string(), from: z.number().int() })),
  }),
});

const PLACE = /^dimensions\.(?<dimension>\d+)(?:\.indicators\.(?<indicator>\d+))?/;

/** In words where a path of the content lies, for a part that has no name yet. */
const placeInWords = (path: string): string => {
  const groups = PLACE.exec(path)?.groups;
  if (!groups) return '';
  const dimension = `第 ${String(Number(groups['dimension']) + 1)} 个维度`;
  const indicator = groups['indicator'];
  return indicator === undefined ? `${dimension}：` : `${dimension}第 ${String(Number(indicator) + 1)} 项：`;
};

/** What keeps the content from being saved at all: blank names, figures out of range. */
export const savingProblems = (content: IndicatorContent): FieldIssue[] => {
  const parsed = indicatorContentSchema.safeParse(content);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    return { path, message: `${placeInWords(path)}${issue.message}` };
  });
};

const named = (name: string): string => (name.trim() === '' ? '（未命名）' : name);

/** What keeps it from being used, unnamed parts called so. */
export const usingProblems = (content: IndicatorContent): FieldIssue[] => {
  const dimensions = content.dimensions.map((dimension, at) => ({
    ...dimension,
    name: dimension.name.trim() === '' ? `第 ${String(at + 1)} 个维度` : dimension.name,
    indicators: dimension.indicators.map((indicator) => ({ ...indicator, name: named(indicator.name) })),
  }));
  return contentProblems({ ...content, dimensions }).filter(
    ({ message }) => !message.includes('两项都叫“（未命名）”'),
  );
};
