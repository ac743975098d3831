import { z } from 'zod';
import { lawOverrideSchema, type LawOverride } from '../../../shared/law/findings.ts';

/** Reasons for warnings that are gone past, by rule, as a form holds them under `reasons`; blank ones count for nothing. */
export const reasonsSchema = z
  .record(z.string(), z.string().nullish())
  .default({})
  .superRefine((reasons, context) => {
    for (const [rule, reason] of Object.entries(reasons)) {
      if ((reason ?? '').trim() === '') continue;
      for (const { message } of lawOverrideSchema.shape.reason.safeParse(reason).error?.issues ?? [])
        context.addIssue({ code: 'custom', path: [rule], message });
    }
  });
export type Reasons = z.output<typeof reasonsSchema>;

/** What is sent of the reasons: those that were written, of rules that there are. */
export const overridesFrom = (reasons: Reasons): LawOverride[] =>
  Object.entries(reasons).flatMap(([ruleId, reason]) => {
    const override = lawOverrideSchema.safeParse({ ruleId, reason });
    return override.success ? [override.data] : [];
  });

/** The reasons that were written before, for the form that changes them. */
export const reasonsFrom = (overrides: readonly { ruleId: string; reason: string }[]): Reasons =>
  Object.fromEntries(overrides.map(({ ruleId, reason }) => [ruleId, reason]));

/** The field of the form that an answer means with `overrides.<rule>`. */
export const reasonPath = (path: string): string => path.replace(/^overrides\./, 'reasons.');
