import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { gradeIn } from '../../../../shared/features/evaluation/results/published.ts';
import type { GradeEffect } from '../../../../shared/features/evaluation/results/settle.ts';
import { subjectSourceOf, type Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { yearOf } from '../../../../shared/kernel/dates.ts';
import { findingsOf, type LawFinding } from '../../../../shared/law/findings.ts';
import type { LawRuleId } from '../../../../shared/law/pack.ts';
import {
  assessmentChecks,
  type AssessedPerson,
  type AssessmentProposal,
} from '../../../../shared/law/rules/assessment.ts';
import type { Reader } from '../../../store/types.ts';
import { caseCollection, standingSanctions } from '../../cases/index.ts';
import { readLawPack } from '../../standards/index.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import { factsCollection } from './collections.ts';

/** True for the yearly assessment of staff, to which 《事业单位工作人员考核规定》 applies. */
export const isAnnual = (cycle: Pick<Cycle, 'annual' | 'kind'>): boolean =>
  cycle.annual !== null && subjectSourceOf(cycle.kind) === 'staff';

/** The year that a yearly assessment is about. */
export const assessedYearOf = (cycle: Pick<Cycle, 'assessedYear' | 'endsOn'>): number =>
  cycle.assessedYear ?? yearOf(cycle.endsOn);

type Recorded = Omit<AssessedPerson, 'id' | 'name' | 'grade'>;

/** What is on record of somebody's year: measures, a case that is still open, and what the office entered. */
const recordOf = (reader: Reader, cycle: Cycle, staffId: string): Recorded => {
  const year = assessedYearOf(cycle);
  const sanctions = standingSanctions(reader, staffId).filter(
    ({ effectiveOn }) => yearOf(effectiveOn) <= year,
  );
  const [facts] = reader.by(factsCollection, 'place', `${cycle.id}/${staffId}`);
  const barred = sanctions
    .filter(({ effect, effectiveOn }) => effect.barsExcellent && yearOf(effectiveOn) === year)
    .map(({ measureName }) => measureName);
  return {
    barred: facts && facts.barredBy !== '' ? [...barred, facts.barredBy] : barred,
    ungraded: sanctions
      .filter(({ effect, effectiveOn }) => year - yearOf(effectiveOn) < effect.ungradedYears)
      .map(({ measureName }) => measureName),
    filed:
      reader
        .by(caseCollection, 'person', staffId)
        .find(({ filing, decision, state }) => filing !== null && decision === null && state !== 'withdrawn')
        ?.number ?? null,
    leaveDays: facts?.leaveDays ?? 0,
    newlyEmployed: facts?.newlyEmployed ?? false,
    refused: facts?.refused ?? false,
  };
};

const proposalOf = (
  reader: Reader,
  cycle: Cycle,
  { bands }: IndicatorContent,
  grade: (subjectId: string) => string | null,
  approval: string,
): AssessmentProposal => ({
  excellent: bands[0]?.label ?? '',
  lowest: bands.at(-1)?.label ?? '',
  condition: cycle.annual ?? 'usual',
  approval,
  persons: cycle.subjects.map(({ id, name }) => ({
    id,
    name,
    grade: grade(id),
    ...recordOf(reader, cycle, id),
  })),
});

/** What a rule asks for when it is hit, the heaviest first: of several only the first takes effect (第四十三条). */
const effectKinds: readonly (readonly [LawRuleId, GradeEffect['kind']])[] = [
  ['graded-while-filed', 'ungraded'],
  ['graded-after-leave', 'ungraded'],
  ['graded-while-new', 'ungraded'],
  ['refusal-not-lowest', 'lowest'],
  ['graded-while-sanctioned', 'ungraded'],
  ['excellent-while-sanctioned', 'notHighest'],
];

/**
 * What the law pack makes of each person's year: the rules are asked as if everybody were 优秀. A rule that the school
 * has set to a warning has no effect of its own; it speaks up when the results are confirmed.
 */
export const gradeEffects = (
  reader: Reader,
  cycle: Cycle,
  content: IndicatorContent,
): ReadonlyMap<string, GradeEffect> => {
  const effects = new Map<string, GradeEffect>();
  if (!isAnnual(cycle)) return effects;
  const excellent = content.bands[0]?.label ?? '';
  const found = findingsOf(
    readLawPack(reader),
    assessmentChecks,
    proposalOf(reader, cycle, content, () => excellent, ''),
  );
  for (const [ruleId, kind] of effectKinds)
    for (const { field, level, message, article } of found.filter((finding) => finding.ruleId === ruleId)) {
      const subjectId = field?.slice('subjects.'.length) ?? '';
      if (level === 'refuse' && !effects.has(subjectId))
        effects.set(subjectId, { kind, note: `${message}（${article}）` });
    }
  return effects;
};

/** What 《事业单位工作人员考核规定》 says of the grades of a yearly assessment; nothing of the school's own evaluations. */
export const gradeFindings = (
  reader: Reader,
  cycle: Cycle,
  content: IndicatorContent,
  rows: readonly ResultRow[],
  approval: string,
): LawFinding[] => {
  if (!isAnnual(cycle)) return [];
  const graded = new Map(rows.map((row) => [row.subject.id, gradeIn(row)]));
  return findingsOf(
    readLawPack(reader),
    assessmentChecks,
    proposalOf(reader, cycle, content, (id) => graded.get(id) ?? null, approval),
  );
};
