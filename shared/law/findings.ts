import { z } from 'zod';
import { fillText } from '../kernel/fill.ts';
import { AppError } from '../kernel/result.ts';
import { citeOnScreen, lawRuleIdSchema, type LawPack, type LawRuleId } from './pack.ts';

/** One time that a rule applies: which field it is about, and the words for the slots of its texts. */
export interface Hit {
  readonly field?: string;
  readonly words?: Readonly<Record<string, string>>;
}

/** A rule as code: looks at a proposal and says where it is hit. No clock, no store. */
export type LawCheck<P> = (proposal: P) => readonly Hit[];

/** The rules that speak about one kind of proposal. */
export type LawChecks<P> = Readonly<Partial<Record<LawRuleId, LawCheck<P>>>>;

export const lawFindingSchema = z.object({
  ruleId: lawRuleIdSchema,
  title: z.string(),
  level: z.enum(['refuse', 'warn']),
  reasonRequired: z.boolean(),
  message: z.string(),
  instead: z.string(),
  /** Law and article as shown on screen, with its mark where it was not checked. */
  article: z.string(),
  paraphrase: z.string(),
  /** The field of the form that it is about. */
  field: z.string().nullable(),
});
export type LawFinding = z.infer<typeof lawFindingSchema>;

/** A warning that a person went past, and why. Kept with the case and printed in its file. */
export const lawOverrideSchema = z.object({
  ruleId: lawRuleIdSchema,
  reason: z.string().trim().min(4, '请写明理由，至少 4 个字').max(300, '理由不能超过 300 字'),
});
export type LawOverride = z.infer<typeof lawOverrideSchema>;

/** Runs the checks over a proposal, in the order of the pack: refusals first. */
export const findingsOf = <P>(pack: LawPack, checks: LawChecks<P>, proposal: P): LawFinding[] => {
  const found = pack.rules.flatMap((rule): LawFinding[] => {
    const check = checks[rule.id];
    const ground = pack.grounds.find(({ code }) => code === rule.ground);
    if (!check || !ground) return [];
    return check(proposal).map((hit) => ({
      ruleId: rule.id,
      title: rule.title,
      level: rule.level,
      reasonRequired: rule.reasonRequired,
      message: fillText(rule.message, hit.words ?? {}),
      instead: fillText(rule.instead, hit.words ?? {}),
      article: citeOnScreen(ground),
      paraphrase: ground.paraphrase,
      field: hit.field ?? null,
    }));
  });
  return [
    ...found.filter(({ level }) => level === 'refuse'),
    ...found.filter(({ level }) => level === 'warn'),
  ];
};

/** What still stands in the way: refusals, and warnings that have to be answered and were not. */
export const blockingFindings = (
  findings: readonly LawFinding[],
  overrides: readonly LawOverride[],
): LawFinding[] =>
  findings.filter(
    ({ level, ruleId, reasonRequired }) =>
      level === 'refuse' || (reasonRequired && !overrides.some((override) => override.ruleId === ruleId)),
  );

/**
 * Stops an act that the law pack does not let through.
 *
 * @throws AppError `unlawful` with the first finding's message and article, and every field concerned.
 */
export const demandLawful = (
  findings: readonly LawFinding[],
  overrides: readonly LawOverride[] = [],
): void => {
  const blocking = blockingFindings(findings, overrides);
  const [first] = blocking;
  if (!first) return;
  const more = blocking.length > 1 ? `（另有 ${String(blocking.length - 1)} 处）` : '';
  const how = first.level === 'refuse' ? first.instead : `${first.instead}如确需如此，请写明理由后再提交。`;
  throw new AppError('unlawful', `${first.message}${how}${more}`, {
    article: first.article,
    fields: blocking.map(({ field, message, ruleId, level }) => ({
      path: field ?? (level === 'warn' ? `overrides.${ruleId}` : ''),
      message,
    })),
  });
};
