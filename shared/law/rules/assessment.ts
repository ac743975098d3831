import type { LawChecks } from '../findings.ts';

/** One person of an annual assessment of staff, and what else the record says of the year. */
export interface AssessedPerson {
  readonly id: string;
  readonly name: string;
  /** Null for one who gets a comment and no grade. */
  readonly grade: string | null;
  /** Measures in force in the year that bar 优秀, by name. */
  readonly barred: readonly string[];
  /** Measures for which the year gets a comment and no grade, by name. */
  readonly ungraded: readonly string[];
  /** 案号 of a case in which he or she is under investigation. */
  readonly filed: string | null;
  /** 病假、事假 of the year in calendar days, without maternity leave. */
  readonly leaveDays: number;
  /** 初次就业: began the first work of his or her life too late in the year. */
  readonly newlyEmployed: boolean;
  /** 拒不参加: without good reason, and after having been spoken to. */
  readonly refused: boolean;
}

/** Why the share of 优秀 is not the usual one (人社部发〔2023〕6号第十五条). */
export type AssessmentCondition = 'usual' | 'honoured' | 'troubled';

/** 年度考核 of staff as far as the law looks at it. */
export interface AssessmentProposal {
  readonly excellent: string;
  /** 不合格 */
  readonly lowest: string;
  readonly condition: AssessmentCondition;
  readonly persons: readonly AssessedPerson[];
  /** 审核文号 of the authority's consent to more than a fifth; blank without one. */
  readonly approval: string;
}

/** Hundredths of a percent. */
const shares = { usual: 2000, honoured: 2500, troubled: 1500 } as const;
const shareWords = { 2000: '百分之二十', 2500: '百分之二十五', 1500: '百分之十五' } as const;

/** The share of 优秀 that a condition allows, in hundredths of a percent; without consent never more than a fifth. */
export const excellentShare = (
  condition: AssessmentCondition,
  approval: string,
): (typeof shares)[AssessmentCondition] =>
  condition === 'honoured' && approval.trim() === '' ? shares.usual : shares[condition];

/** How many of `people` a share in hundredths of a percent is, rounded down as is usual. */
export const placesOf = (people: number, share: number): number => Math.floor((people * share) / 10_000);

/** 半年 in calendar days: more of them than this is over half a year, whatever the year. */
const HALF_YEAR = 183;

/** The rules on confirming an annual assessment (《事业单位工作人员考核规定》). */
export const assessmentChecks: LawChecks<AssessmentProposal> = {
  'excellent-over-quota': ({ persons, excellent, approval, condition }) => {
    const count = persons.filter(({ grade }) => grade === excellent).length;
    const share = excellentShare(condition, approval);
    const quota = placesOf(persons.length, share);
    return count > quota
      ? [
          {
            field: 'quotaApproval',
            words: {
              count: String(count),
              total: String(persons.length),
              quota: String(quota),
              share: shareWords[share],
            },
          },
        ]
      : [];
  },

  'excellent-while-sanctioned': ({ persons, excellent }) =>
    persons
      .filter(({ grade, barred }) => grade === excellent && barred.length > 0)
      .map(({ id, name, barred }) => ({
        field: `subjects.${id}`,
        words: { name, measure: barred.join('、') },
      })),

  'graded-while-sanctioned': ({ persons }) =>
    persons
      .filter(({ grade, ungraded }) => grade !== null && ungraded.length > 0)
      .map(({ id, name, ungraded }) => ({
        field: `subjects.${id}`,
        words: { name, measure: ungraded.join('、') },
      })),

  'graded-while-filed': ({ persons }) =>
    persons.flatMap(({ id, name, grade, filed }) =>
      grade !== null && filed !== null ? [{ field: `subjects.${id}`, words: { name, number: filed } }] : [],
    ),

  'graded-after-leave': ({ persons }) =>
    persons
      .filter(({ grade, leaveDays }) => grade !== null && leaveDays > HALF_YEAR)
      .map(({ id, name, leaveDays }) => ({
        field: `subjects.${id}`,
        words: { name, days: String(leaveDays) },
      })),

  'graded-while-new': ({ persons }) =>
    persons
      .filter(({ grade, newlyEmployed }) => grade !== null && newlyEmployed)
      .map(({ id, name }) => ({ field: `subjects.${id}`, words: { name } })),

  'refusal-not-lowest': ({ persons, lowest }) =>
    persons
      .filter(({ grade, refused }) => refused && grade !== null && grade !== lowest)
      .map(({ id, name }) => ({ field: `subjects.${id}`, words: { name, lowest } })),
};
