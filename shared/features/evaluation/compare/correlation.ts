/** Below so many subjects a correlation is chance, and none is given. */
export const LEAST_PAIRS = 5;

/** A correlation in thousandths, -1000 … 1000; rounded half away from zero. */
const thousandths = (value: number): number => {
  const size = Math.min(1000, Math.floor(Math.abs(value) * 1000 + 0.5));
  return value < 0 && size > 0 ? -size : size;
};

/** Ranks doubled, so that they stay whole: equal figures share the mean of their places. Lowest first. */
const doubledRanks = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b);
  const ranks = new Map<number, number>();
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from] ?? 0;
    let to = from;
    while (sorted[to + 1] === value) to += 1;
    ranks.set(value, from + to + 2);
    from = to + 1;
  }
  return values.map((value) => ranks.get(value) ?? 0);
};

/**
 * Spearman's ρ of two judgements of the same subjects, in thousandths: 1000 where both bring them into the same order.
 * Ties share their places. Null from fewer than `LEAST_PAIRS`, and where one of the two tells nobody apart.
 */
export const rankCorrelation = (pairs: readonly (readonly [number, number])[]): number | null => {
  const n = pairs.length;
  if (n < LEAST_PAIRS) return null;
  const [left, right] = [doubledRanks(pairs.map(([a]) => a)), doubledRanks(pairs.map(([, b]) => b))];
  // The mean of doubled ranks is always n + 1.
  let [together, ofLeft, ofRight] = [0, 0, 0];
  for (let at = 0; at < n; at += 1) {
    const [a, b] = [(left[at] ?? 0) - n - 1, (right[at] ?? 0) - n - 1];
    together += a * b;
    ofLeft += a * a;
    ofRight += b * b;
  }
  return ofLeft === 0 || ofRight === 0 ? null : thousandths(together / Math.sqrt(ofLeft * ofRight));
};

/**
 * Kendall's W (和谐系数) with its correction for ties, in thousandths: 1000 where all judges bring the subjects into the
 * same order, 0 where they cancel each other out.
 *
 * @param judgements one row a judge, one column a subject, complete
 * @returns null with fewer than two judges or `LEAST_PAIRS` subjects, and where nobody tells anybody apart
 */
export const concordance = (judgements: readonly (readonly number[])[]): number | null => {
  const judges = judgements.length;
  const subjects = judgements[0]?.length ?? 0;
  if (judges < 2 || subjects < LEAST_PAIRS) return null;
  const ranks = judgements.map(doubledRanks);
  let squares = 0;
  for (let at = 0; at < subjects; at += 1) {
    const off = ranks.reduce((sum, row) => sum + (row[at] ?? 0) - subjects - 1, 0);
    squares += off * off;
  }
  const most = ranks.reduce(
    (sum, row) => sum + row.reduce((own, rank) => own + (rank - subjects - 1) ** 2, 0),
    0,
  );
  return most === 0 ? null : thousandths(squares / (judges * most));
};
