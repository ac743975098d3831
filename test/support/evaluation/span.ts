/** A prime below 2^31. Sums are looked at modulo it: exact, where floating point would have to guess what is 0. */
const PRIME = 2_147_483_647n;

const inField = (value: number | bigint): bigint => ((BigInt(value) % PRIME) + PRIME) % PRIME;

const power = (base: bigint, exponent: bigint): bigint => {
  let [result, factor] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % PRIME;
    factor = (factor * factor) % PRIME;
  }
  return result;
};

/** What stands for 1 ÷ value among coefficients; value is whole and no multiple of the prime. */
export const inverseOf = (value: number): bigint => power(inField(value), PRIME - 2n);

type Row = readonly (number | bigint)[];

/** True when the row is a sum of multiples of the others: whoever knows their values knows its value. */
export const isInSpan = (rows: readonly Row[], row: Row): boolean => {
  const reduced: { readonly at: number; readonly values: readonly bigint[] }[] = [];
  const reduce = (values: bigint[]): bigint[] => {
    let left = values;
    for (const { at, values: known } of reduced) {
      const factor = left[at] ?? 0n;
      if (factor !== 0n) left = left.map((value, place) => inField(value - factor * (known[place] ?? 0n)));
    }
    return left;
  };
  for (const one of rows) {
    const left = reduce(one.map(inField));
    const at = left.findIndex((value) => value !== 0n);
    if (at === -1) continue;
    const scale = power(left[at] ?? 1n, PRIME - 2n);
    reduced.push({ at, values: left.map((value) => (value * scale) % PRIME) });
  }
  return reduce(row.map(inField)).every((value) => value === 0n);
};
