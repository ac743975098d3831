import { z } from 'zod';
import { daySchema } from '../kernel/dates.ts';
import { textSchema } from '../kernel/entity.ts';

/**
 * The law pack: what the app knows of law is data, so that a school can have it corrected without a new program.
 * The rules' code (shared/law/rules) decides whether a rule is hit; all that a person reads about it stands here.
 */

/** Somebody who has compared an article's number and sense with the published text. */
export const articleCheckSchema = z.object({ by: textSchema('核对人', 40), on: daySchema });
export type ArticleCheck = z.infer<typeof articleCheckSchema>;

/**
 * One article, as it may be cited. Until `check` is set, papers print the law's name without the article.
 * A `practice` is a requirement of orderly handling that no article states; it is never printed as law.
 */
export const lawGroundSchema = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['law', 'practice']),
  /** The name without 《》. */
  law: textSchema('法律法规名称', 60),
  /** Which text: 2018年修订, 人社部发〔2023〕58号… */
  version: z.string().max(60),
  inForceFrom: daySchema.nullable(),
  /** 第三条, 第九条第二项; null where only the law as a whole is meant. */
  article: z.string().max(40).nullable(),
  /** The sense in our own words, never the wording of the law. */
  paraphrase: textSchema('要旨', 300),
  check: articleCheckSchema.nullable(),
});
export type LawGround = z.infer<typeof lawGroundSchema>;

export const lawRuleIds = [
  'measure-not-for-employment',
  'measure-not-for-pupils',
  'sanction-beyond-school',
  'sanction-on-light-route',
  'fine',
  'pay-cut',
  'too-few-checkers',
  'checker-conflict',
  'decider-conflict',
  'statement-missing',
  'statement-unanswered',
  'defence-window-open',
  'decided-twice',
  'same-day-decided',
  'body-not-competent',
  'decider-not-entitled',
  'no-collective-record',
  'rectification-incomplete',
  'ground-missing',
  'school-rule-unpublished',
  'article-unchecked',
  'person-left',
  'remedy-missing',
  'paper-undated',
  'number-form',
  'others-named',
  'service-unsigned',
  'too-few-servers',
  'left-without-witness',
  'electronic-without-consent',
  'sanction-wrong-track',
  'dismissal-beyond-school',
  'licence-beyond-school',
  'proposal-mixed',
  'several-sanctions',
  'period-too-long',
  'periods-merged',
  'qualification-too-short',
  'investigation-missing',
  'investigation-overdue',
  'investigation-too-long',
  'sanction-without-meeting',
  'staff-not-for-pupil-measure',
  'department-measure',
  'pupil-expulsion',
  'pupil-suspension-too-long',
  'pupil-grade',
  'pupil-for-marks',
  'pupil-collective',
  'guardian-untold',
  'pupil-checkers',
  'pupil-rule-missing',
  'too-few-investigators',
  'investigator-conflict',
  'notice-missing',
  'intention-untold',
  'hearing-not-offered',
  'hearing-not-held',
  'no-quorum',
  'meeting-off-roll',
  'investigator-votes',
  'out-of-band',
  'ground-mismatch',
  'decided-before-told',
  'appeal-handler-involved',
  'appeal-too-late',
  'pupil-appeal-too-late',
  'appeal-made-heavier',
  'pupil-appeal-made-heavier',
  'appeal-undecided-in-time',
  'redecided-heavier',
  'pupil-redecided-heavier',
  'excellent-over-quota',
  'excellent-while-sanctioned',
  'graded-while-sanctioned',
  'graded-while-filed',
  'graded-after-leave',
  'graded-while-new',
  'refusal-not-lowest',
  'minor-named',
  'pupil-result-shown',
  'private-data-shown',
  'shown-undecided',
  'shown-unserved',
  'sanction-to-parents',
  'sanction-named-widely',
  'assessment-shown-too-short',
  'shown-too-short',
  'contact-missing',
  'pay-plan-missing',
] as const;
export type LawRuleId = (typeof lawRuleIds)[number];
export const lawRuleIdSchema = z.enum(lawRuleIds);

export const lawRuleSchema = z.object({
  id: lawRuleIdSchema,
  title: textSchema('规则名称', 30),
  ground: z.string(),
  /** `refuse` stops the act; `warn` lets a person go on. */
  level: z.enum(['refuse', 'warn']),
  /** A warning that has to be answered in writing; the reason is kept and printed in the case file. */
  reasonRequired: z.boolean(),
  /** What a principal understands, with {slots} that the rule fills. */
  message: textSchema('提示', 200),
  /** What would be lawful instead. */
  instead: textSchema('合法做法', 200),
});
export type LawRule = z.infer<typeof lawRuleSchema>;

export const lawPackSchema = z
  .object({
    version: z.string().min(1),
    grounds: z.array(lawGroundSchema),
    rules: z.array(lawRuleSchema),
  })
  .superRefine((pack, context) => {
    const codes = pack.grounds.map(({ code }) => code);
    if (new Set(codes).size !== codes.length)
      context.addIssue({ code: 'custom', message: 'a ground is listed twice' });
    const ids = pack.rules.map(({ id }) => id);
    for (const id of lawRuleIds)
      if (ids.filter((other) => other === id).length !== 1)
        context.addIssue({ code: 'custom', message: `rule ${id} must be listed once` });
    for (const rule of pack.rules)
      if (!codes.includes(rule.ground))
        context.addIssue({ code: 'custom', message: `rule ${rule.id} names an unknown ground` });
  });
export type LawPack = z.infer<typeof lawPackSchema>;

const named = (ground: Pick<LawGround, 'law' | 'version' | 'kind'>): string =>
  ground.kind === 'practice' ? ground.law : `《${ground.law}》`;

/** As it may stand on an issued paper: the article only when somebody has checked it. */
export const citeOnPaper = (ground: LawGround): string =>
  `${named(ground)}${ground.check && ground.article !== null ? ground.article : ''}`;

/** As it stands on screen: with the article, and with a mark where nobody has checked it yet. */
export const citeOnScreen = (ground: LawGround): string => {
  const text = `${named(ground)}${ground.article ?? ''}`;
  if (ground.kind === 'practice') return text;
  return ground.check ? text : `${text}（未核对原文）`;
};
