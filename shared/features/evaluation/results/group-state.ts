import type { CycleRules, DataPoints, Missing } from '../rating.ts';
import type { GroupFigure, IndicatorFigure, RaterGroup, Trim } from '../schema.ts';
import { quotient, weightedMean } from './arithmetic.ts';
import type { GroupPlan } from './group-plan.ts';
import type { ScoreIndex, Seat } from './score-index.ts';

/** What one rater group says of one subject. Without a figure and with nothing missing it is left out by the rule. */
export interface GroupState {
  readonly figure: GroupFigure | undefined;
  readonly missing: readonly Missing[];
  /** How many finished sheets there are. */
  readonly finished: number;
}

interface Gathered {
  readonly counted: readonly Seat[];
  readonly missing: readonly Missing[];
}

const openIndicators = (plan: GroupPlan, seat: Seat | undefined): string[] =>
  plan.rated.flatMap((place, column) => {
    const indicator = plan.indicators[place];
    return indicator && (seat?.points[column] ?? -1) < 0 ? [indicator.id] : [];
  });

/** The finished sheets of raters known by name, and who of them still owes something. */
const gatherNamed = (
  plan: GroupPlan,
  due: Int32Array,
  cell: readonly Seat[],
  subjectId: string,
  rules: CycleRules,
): Gathered => {
  const { group } = plan;
  const bySlot: Seat[] = [];
  for (const seat of cell) if (seat.rater >= 0) bySlot[seat.rater] = seat;
  const counted: Seat[] = [];
  const missing: Missing[] = [];
  for (const slot of due) {
    const seat = bySlot[slot];
    const withdrawn = group.raters[slot]?.withdrawn ?? null;
    if (seat?.open === 0) {
      if (withdrawn?.counted !== false) counted.push(seat);
      continue;
    }
    if (withdrawn !== null) continue;
    const all = !seat || seat.open === plan.rated.length;
    if (all && rules.whenAbsent === 'reweight') continue;
    const raterId = group.kind === 'self' ? subjectId : (group.raters[slot]?.id ?? '');
    missing.push({
      kind: 'scores',
      groupId: group.id,
      raterId,
      all,
      indicatorIds: openIndicators(plan, seat),
    });
  }
  return { counted, missing };
};

/**
 * The finished sheets of an anonymous group. They carry no names, so that what is owed is counted: as many sheets as
 * there are raters. Once sealed nobody can come back to a sheet that was only begun.
 */
const gatherAnonymous = (
  plan: GroupPlan,
  due: Int32Array,
  cell: readonly Seat[],
  rules: CycleRules,
): Gathered => {
  const counted = cell.filter(({ open }) => open === 0);
  const begun = cell.filter(({ open }) => open > 0 && open < plan.rated.length).length;
  const raters = due.filter((slot) => plan.group.raters[slot]?.withdrawn === null).length;
  const left = Math.max(raters - counted.length, 0);
  const owed = rules.whenAbsent === 'block' ? left : rules.sealed === null ? Math.min(begun, left) : 0;
  return {
    counted,
    missing: owed === 0 ? [] : [{ kind: 'ballots', groupId: plan.group.id, owed }],
  };
};

const NONE: readonly number[] = [];

/** The means of all rated columns, and what was taken out of each: `dropped` only where the group trims. */
interface Means {
  readonly means: Float64Array;
  readonly kept: number;
  readonly dropped: readonly (readonly number[])[];
}

const trimmedMeans = (counted: readonly Seat[], width: number, { highest, lowest }: Trim): Means => {
  const kept = counted.length - highest - lowest;
  const means = new Float64Array(width);
  const dropped: (readonly number[])[] = [];
  for (let column = 0; column < width; column += 1) {
    const marks = counted.map(({ points }) => points[column] ?? 0).sort((a, b) => b - a);
    let sum = 0;
    for (let place = highest; place < highest + kept; place += 1) sum += marks[place] ?? 0;
    means[column] = quotient(sum, kept);
    dropped.push([...marks.slice(0, highest), ...marks.slice(highest + kept)]);
  }
  return { means, kept, dropped };
};

const meansOf = ({ trim }: RaterGroup, counted: readonly Seat[], width: number): Means => {
  const kept = counted.length;
  if (trim && kept >= trim.from) return trimmedMeans(counted, width, trim);
  const means = new Float64Array(width);
  for (const { points } of counted)
    for (let column = 0; column < width; column += 1)
      means[column] = (means[column] ?? 0) + (points[column] ?? 0);
  for (let column = 0; column < width; column += 1) means[column] = quotient(means[column] ?? 0, kept);
  return { means, kept, dropped: [] };
};

const figureOf = (plan: GroupPlan, counted: readonly Seat[], data: readonly number[]): GroupFigure => {
  const { group, indicators, columnAt } = plan;
  const { means, kept, dropped } = meansOf(group, counted, plan.rated.length);
  const points = new Float64Array(indicators.length);
  let formula = 0;
  for (let place = 0; place < points.length; place += 1) {
    const column = columnAt[place] ?? -1;
    if (column < 0) {
      points[place] = data[formula] ?? 0;
      formula += 1;
    } else points[place] = means[column] ?? 0;
  }
  const parts: { value: number; weight: number }[] = [];
  const dimensions = plan.dimensions.map(({ dimension, first, score }) => {
    const reached = score(points, first);
    parts.push({ value: reached, weight: dimension.weight });
    return {
      dimensionId: dimension.id,
      score: reached,
      indicators: dimension.indicators.map(({ id }, at): IndicatorFigure => {
        const column = columnAt[first + at] ?? -1;
        return {
          indicatorId: id,
          points: points[first + at] ?? 0,
          raters: column < 0 ? 0 : kept,
          trimmed: dropped[column] ?? NONE,
        };
      }),
    };
  });
  return {
    groupId: group.id,
    total: weightedMean(parts),
    raters: counted.length,
    dimensions,
    standardised: null,
  };
};

/**
 * What a rater group says of a subject, or what it still owes.
 *
 * A group in which nobody rated, or fewer than it has to have, blocks or is left out as the cycle says; so does a group
 * that consists of formulas alone and has no data at all. A datum that is missing beside others is always stated.
 */
export const groupState = (
  index: ScoreIndex,
  rules: CycleRules,
  place: { readonly subject: number; readonly group: number },
  cell: readonly Seat[],
  data: DataPoints,
): GroupState => {
  const plan = index.plans[place.group];
  const subjectId = index.subjects[place.subject]?.id;
  if (!plan || subjectId === undefined) return { figure: undefined, missing: [], finished: 0 };
  const { group } = plan;
  const due = index.due[place.group]?.[place.subject] ?? new Int32Array(0);
  const rated = plan.rated.length > 0;
  const { counted, missing } = !rated
    ? { counted: [], missing: [] }
    : group.anonymous && group.kind !== 'self'
      ? gatherAnonymous(plan, due, cell, rules)
      : gatherNamed(plan, due, cell, subjectId, rules);
  const finished = counted.length;
  if (missing.length > 0) return { figure: undefined, missing, finished };
  const blocks = rules.whenAbsent === 'block';
  if (rated && finished < group.minRaters)
    return {
      figure: undefined,
      missing: blocks ? [{ kind: 'raters', groupId: group.id, finished, needed: group.minRaters }] : [],
      finished,
    };
  const points = data.get(subjectId);
  const known: number[] = [];
  const unknown: string[] = [];
  for (const at of plan.formulas) {
    const id = plan.indicators[at]?.id ?? '';
    const reached = points?.get(id);
    if (reached === undefined) unknown.push(id);
    else known.push(reached);
  }
  if (unknown.length > 0) {
    const nothing = !rated && known.length === 0;
    return {
      figure: undefined,
      missing: nothing && !blocks ? [] : [{ kind: 'data', groupId: group.id, indicatorIds: unknown }],
      finished,
    };
  }
  return { figure: figureOf(plan, counted, known), missing: [], finished };
};
