/** An even generator of numbers from a seed (mulberry32): the same seed gives the same numbers on every machine. */
export const drawFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The items in an order drawn with `draw`; the given list stays as it is. */
export const shuffled = <T>(items: readonly T[], draw: () => number): T[] => {
  const order = items.map((item) => ({ item, key: draw() }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
};
