import type { IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import { subjectSourceOf, type Cycle } from '../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../shared/features/evaluation/views.ts';
import { yearOf } from '../../../shared/kernel/dates.ts';
import { demandLawful, findingsOf } from '../../../shared/law/findings.ts';
import { assessmentChecks, type AssessedPerson } from '../../../shared/law/rules/assessment.ts';
import type { Reader } from '../../store/types.ts';
import { caseCollection, standingSanctions } from '../cases/index.ts';
import { readLawPack } from '../standards/index.ts';

const EXCELLENT = '优秀';

/** 年度考核: of staff, over a whole school year, with grades that begin with 优秀. Other evaluations are the school's own. */
const isAnnualAssessment = (cycle: Cycle, { bands }: IndicatorContent): boolean =>
  subjectSourceOf(cycle.kind) === 'staff' &&
  cycle.schoolYearId !== null &&
  cycle.term === null &&
  bands[0]?.label === EXCELLENT;

/** What the record says of somebody's year: measures that bar a grade, and a case that is still open. */
const recordOf = (
  reader: Reader,
  cycle: Cycle,
  staffId: string,
): Pick<AssessedPerson, 'barred' | 'ungraded' | 'filed'> => {
  const year = yearOf(cycle.endsOn);
  const sanctions = standingSanctions(reader, staffId).filter(
    ({ effectiveOn }) => effectiveOn <= cycle.endsOn,
  );
  const inYear = sanctions.filter(({ effectiveOn }) => yearOf(effectiveOn) === year);
  return {
    barred: inYear.filter(({ effect }) => effect.barsExcellent).map(({ measureName }) => measureName),
    ungraded: sanctions
      .filter(({ effect, effectiveOn }) => year - yearOf(effectiveOn) < effect.ungradedYears)
      .map(({ measureName }) => measureName),
    filed:
      reader
        .by(caseCollection, 'person', staffId)
        .find(({ filing, decision, state }) => filing !== null && decision === null && state !== 'withdrawn')
        ?.number ?? null,
  };
};

/** @throws AppError `unlawful` where grades of an annual assessment go against 《事业单位工作人员考核规定》. */
export const demandLawfulGrades = (
  reader: Reader,
  cycle: Cycle,
  content: IndicatorContent,
  rows: readonly ResultRow[],
  approval: string,
): void => {
  if (!isAnnualAssessment(cycle, content)) return;
  const graded = new Map(
    rows.flatMap(({ subject, outcome }) =>
      outcome.kind === 'graded' ? [[subject.id, outcome.figures.grade] as const] : [],
    ),
  );
  demandLawful(
    findingsOf(readLawPack(reader), assessmentChecks, {
      excellent: EXCELLENT,
      approval,
      persons: cycle.subjects.map(({ id, name }) => ({
        id,
        name,
        grade: graded.get(id) ?? null,
        ...recordOf(reader, cycle, id),
      })),
    }),
  );
};
