import { createDraw } from '../../../electron/demo/people.ts';
import { freshGroup, freshRater } from '../../../shared/features/evaluation/fresh.ts';
import type { IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import type { CycleRules, SheetScores } from '../../../shared/features/evaluation/rating.ts';
import { computeResults } from '../../../shared/features/evaluation/rules.ts';
import { median, row, timed, type BenchRow } from '../row.ts';

const SUBJECTS = 300;
const DIMENSIONS = 8;
const INDICATORS = 5;
const COLUMNS = DIMENSIONS * INDICATORS;
/** Raters of each group: 20 together. */
const GROUPS = [5, 5, 10] as const;
const RATERS = 20;
const ROUNDS = 61;
const COLD_ROUNDS = 11;

const content: IndicatorContent = {
  name: '教师考核指标',
  about: '',
  bands: [
    { label: '优秀', from: 9000 },
    { label: '合格', from: 7000 },
    { label: '不合格', from: 0 },
  ],
  dimensions: Array.from({ length: DIMENSIONS }, (_, d) => ({
    id: `d${String(d)}`,
    name: `维度${String(d)}`,
    weight: 10_000 / DIMENSIONS,
    indicators: Array.from({ length: INDICATORS }, (_each, i) => ({
      id: `d${String(d)}-i${String(i)}`,
      name: `指标${String(i)}`,
      standard: '',
      evidence: '',
      weight: 10_000 / INDICATORS,
      fullMarks: i % 2 === 0 ? 1000 : 2000,
      method: { kind: 'points' as const },
      vetoBelow: null,
    })),
  })),
};
const indicators = content.dimensions.flatMap((dimension) => dimension.indicators);

const weights = [3000, 3000, 4000] as const;
const groups = GROUPS.map((raters, g) => ({
  ...freshGroup(`g${String(g)}`, 'panel', weights[g] ?? 0),
  raters: Array.from({ length: raters }, (_, n) =>
    freshRater({ id: `g${String(g)}-r${String(n)}`, name: `评${String(n)}`, userId: null }),
  ),
}));
const rules: CycleRules = {
  groups,
  whenAbsent: 'block',
  standardise: null,
  rankWithin: 'all',
  sealed: null,
};
const subjects = Array.from({ length: SUBJECTS }, (_, n) => ({
  id: `s${String(n)}`,
  department: `部门${String(n % 12)}`,
  post: '',
}));

/** The sheets as records are: objects with one entry per indicator. */
const sheetsOf = (): SheetScores[] => {
  const draw = createDraw(4);
  return groups.flatMap((group) =>
    group.raters.flatMap((rater) =>
      subjects.map((subject): SheetScores => ({
        groupId: group.id,
        raterId: rater.id,
        subjectId: subject.id,
        scores: Object.fromEntries(
          indicators.map(({ id, fullMarks }) => [
            id,
            { kind: 'points' as const, points: draw.below(fullMarks + 1) },
          ]),
        ),
      })),
    ),
  );
};

/** The marks without anything around them: subject by subject, rater by rater, indicator by indicator. */
const bareMarks = (sheets: readonly SheetScores[]): Int32Array => {
  const marks = new Int32Array(SUBJECTS * RATERS * COLUMNS);
  for (const [place, { scores }] of sheets.entries()) {
    const [rater, subject] = [Math.floor(place / SUBJECTS), place % SUBJECTS];
    for (const [column, { id }] of indicators.entries()) {
      const score = scores[id];
      marks[(subject * RATERS + rater) * COLUMNS + column] = score?.kind === 'points' ? score.points : 0;
    }
  }
  return marks;
};

/** The same sums with a bare loop over numbers: means, dimensions, groups, totals, each rounded. */
const bareTotals = (marks: Int32Array): Float64Array => {
  const totals = new Float64Array(SUBJECTS);
  const sums = new Float64Array(COLUMNS);
  for (let subject = 0; subject < SUBJECTS; subject += 1) {
    let first = 0;
    let total = 0;
    for (let group = 0; group < GROUPS.length; group += 1) {
      const raters = GROUPS[group] ?? 0;
      sums.fill(0);
      for (let rater = first; rater < first + raters; rater += 1) {
        const from = (subject * RATERS + rater) * COLUMNS;
        for (let column = 0; column < COLUMNS; column += 1)
          sums[column] = (sums[column] ?? 0) + (marks[from + column] ?? 0);
      }
      first += raters;
      let ofGroup = 0;
      for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
        let score = 0;
        for (let i = 0; i < INDICATORS; i += 1) {
          const mean = Math.round((sums[dimension * INDICATORS + i] ?? 0) / raters);
          score += (mean / (i % 2 === 0 ? 1000 : 2000)) * (10_000 / INDICATORS);
        }
        ofGroup += Math.round(score) / DIMENSIONS;
      }
      total += Math.round(ofGroup) * ((weights[group] ?? 0) / 10_000);
    }
    totals[subject] = Math.round(total);
  }
  return totals;
};

/** Both must give the same totals, or the peer does other sums: a rounding apart is all that floating point may do. */
const demandSame = (results: ReturnType<typeof computeResults>, totals: Float64Array): void => {
  for (const [place, result] of results.entries()) {
    const total = totals[place] ?? Number.NaN;
    if (result.kind !== 'complete' || Math.abs(result.figures.total - total) > 2)
      throw new Error(`subject ${String(place)}: the bare loop reckons ${String(total)}`);
  }
};

/**
 * 300 subjects, 40 indicators, 20 raters: 240 000 marks to results. `score-240k` is what a person waits for after a
 * keystroke, when one row has changed; `score-240k-cold` reads every row for the first time.
 */
export const measureScore = async (): Promise<BenchRow[]> => {
  const marks = bareMarks(sheetsOf());
  let held = sheetsOf();
  demandSame(computeResults(content, rules, subjects, held), bareTotals(marks));
  const [bare, warm, cold]: [number[], number[], number[]] = [[], [], []];
  // One after the other, so that none pays for the garbage of another.
  for (let round = 0; round < ROUNDS; round += 1) bare.push(await timed(() => bareTotals(marks)));
  for (let round = 0; round < ROUNDS; round += 1) {
    const changed = round % held.length;
    held = held.map((sheet, place) => (place === changed ? { ...sheet } : sheet));
    warm.push(await timed(() => computeResults(content, rules, subjects, held)));
  }
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    const fresh = sheetsOf();
    cold.push(await timed(() => computeResults(content, rules, subjects, fresh)));
  }
  const peer = 'bare typed-array loop';
  const least = median(bare);
  return [
    row('score-240k', 'ms', median(warm), peer, least),
    row('score-240k-cold', 'ms', median(cold), peer, least),
  ];
};
