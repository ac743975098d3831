import { boundariesOf } from '../../../../shared/features/evaluation/results/boundary.ts';
import { shownRows } from '../../../../shared/features/evaluation/results/kept-back.ts';
import { gradeIn } from '../../../../shared/features/evaluation/results/published.ts';
import { openGrades } from '../../../../shared/features/evaluation/results/settle.ts';
import type { Facts } from '../../../../shared/features/evaluation/results/schema.ts';
import type {
  CalibrationRow,
  CalibrationView,
} from '../../../../shared/features/evaluation/results/views.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../../shared/features/evaluation/views.ts';
import type { Reader } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { currentResults } from '../results.ts';
import { adjustmentCollection, factsCollection, meetingCollection } from './collections.ts';
import { standingAdjustments } from './standing.ts';
import { gradeEffects, gradeFindings, isAnnual } from './grade-law.ts';
import { countedTwice } from './twice.ts';

const noFacts = { leaveDays: 0, newlyEmployed: false, refused: false, barredBy: '', note: '', rev: 0 };

const factsOf = (facts: Facts | undefined): CalibrationRow['facts'] =>
  facts
    ? {
        leaveDays: facts.leaveDays,
        newlyEmployed: facts.newlyEmployed,
        refused: facts.refused,
        barredBy: facts.barredBy,
        note: facts.note,
        rev: facts.rev,
      }
    : noFacts;

const groupTotals = (cycle: Cycle, { outcome }: ResultRow): CalibrationRow['groups'] =>
  cycle.groups.map(({ id }) => {
    const figures = outcome.kind === 'graded' ? outcome.figures.groups : [];
    return { groupId: id, total: figures.find(({ groupId }) => groupId === id)?.total ?? null };
  });

const apart = (groups: CalibrationRow['groups']): number | null => {
  const totals = groups.flatMap(({ total }) => (total === null ? [] : [total]));
  return totals.length < 2 ? null : Math.max(...totals) - Math.min(...totals);
};

/** The results as they were before the meeting settled anything; once confirmed, as they were frozen. */
const proposedRows = (reader: Reader, cycle: Cycle, rows: readonly ResultRow[]): readonly ResultRow[] =>
  cycle.state === 'confirmed' || standingAdjustments(reader, cycle.id).size === 0
    ? rows
    : currentResults(reader, cycle, new Map(), new Map()).rows;

/** What the calibration meeting looks at. */
export const viewCalibration = (
  reader: Reader,
  cycle: Cycle,
  { can }: Pick<CallContext, 'can'>,
): CalibrationView => {
  const { content, rows, quota, settled } = currentResults(reader, cycle);
  const manages = can('evaluation.manage');
  const approval = cycle.quota?.approval ?? '';
  const before = new Map(proposedRows(reader, cycle, rows).map((row) => [row.subject.id, gradeIn(row)]));
  const shownOnes = shownRows(cycle, rows, manages);
  const concealed = new Set(
    shownOnes.flatMap(({ subject, outcome }) => (outcome.kind === 'concealed' ? [subject.id] : [])),
  );
  // How far a total lies from a line would tell it.
  const boundaries = boundariesOf(
    content,
    settled.filter(({ subjectId }) => !concealed.has(subjectId)),
    quota,
  );
  const effects = gradeEffects(reader, cycle, content);
  const twice = countedTwice(reader, cycle, content, rows);
  const facts = new Map(
    reader.by(factsCollection, 'cycle', cycle.id).map((one) => [one.subjectId, one] as const),
  );
  const adjustments = [...reader.by(adjustmentCollection, 'cycle', cycle.id)].sort((a, b) =>
    b.made.at.localeCompare(a.made.at),
  );
  return {
    cycleId: cycle.id,
    state: cycle.state,
    rev: cycle.rev,
    annual: isAnnual(cycle),
    bands: content.bands,
    groups: cycle.groups.map(({ id, name }) => ({ id, name })),
    minSample: cycle.minSample,
    rows: rows.map((row, place) => {
      const shown = shownOnes[place] ?? row;
      const groups = groupTotals(cycle, shown);
      const { id } = row.subject;
      return {
        ...shown,
        groups,
        apart: apart(groups),
        boundaries: [
          ...(boundaries.get(id) ?? []),
          ...(twice.has(id) ? [{ kind: 'twice' as const, text: twice.get(id) ?? '' }] : []),
        ],
        proposed: before.get(id) ?? null,
        effect: effects.get(id)?.note ?? '',
        open:
          row.outcome.kind === 'graded'
            ? openGrades(content.bands, row.outcome.vetoed, effects.get(id)?.kind)
            : [],
        facts: factsOf(facts.get(id)),
        adjusted: adjustments.filter(({ subjectId, undone }) => subjectId === id && undone === null),
      };
    }),
    quota,
    meetings: [...reader.by(meetingCollection, 'cycle', cycle.id)].sort((a, b) =>
      b.heldOn.localeCompare(a.heldOn),
    ),
    adjustments,
    findings: cycle.state === 'confirmed' ? [] : gradeFindings(reader, cycle, content, rows, approval),
    approval,
    mayAdjust: manages && cycle.state === 'closed',
    mayEnterFacts: manages && (cycle.state === 'scoring' || cycle.state === 'closed'),
  };
};
