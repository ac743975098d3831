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
}

/** 年度考核 of staff as far as the law looks at it. */
export interface AssessmentProposal {
  readonly excellent: string;
  readonly persons: readonly AssessedPerson[];
  /** 审核文号 of the authority's consent to more than a fifth; blank without one. */
  readonly approval: string;
}

const USUAL = 0.2;
const WITH_CONSENT = 0.25;

/** How many may be 优秀: rounded down, as is usual. */
export const excellentQuota = (people: number, consented: boolean): number =>
  Math.floor(people * (consented ? WITH_CONSENT : USUAL) + 1e-9);

/** The rules on confirming an annual assessment (《事业单位工作人员考核规定》). */
export const assessmentChecks: LawChecks<AssessmentProposal> = {
  'excellent-over-quota': ({ persons, excellent, approval }) => {
    const count = persons.filter(({ grade }) => grade === excellent).length;
    const consented = approval.trim() !== '';
    const quota = excellentQuota(persons.length, consented);
    return count > quota
      ? [
          {
            field: 'quotaApproval',
            words: {
              count: String(count),
              total: String(persons.length),
              quota: String(quota),
              share: consented ? '百分之二十五' : '百分之二十',
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
};
