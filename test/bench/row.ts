/** One measured figure beside its peer's, taken in the same run. Lower is better; `ratio` is value / peerValue. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string;
  readonly peerValue: number;
  readonly ratio: number;
}

export const row = (
  name: string,
  unit: string,
  value: number,
  peer: string,
  peerValue: number,
): BenchRow => ({
  name,
  value,
  unit,
  peer,
  peerValue,
  ratio: value / peerValue,
});

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** Milliseconds that `work` takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
