/**
 * Invented people, the same ones each time: names are drawn from pools of characters by a seeded generator, so that
 * two demo schools can be compared and no real roster is needed.
 */
export interface Draw {
  /** A whole number from 0 up to, not including, `below`. */
  below(limit: number): number;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
}

/** mulberry32: small, well spread, and the same on every machine. */
export const createDraw = (seed: number): Draw => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to draw from');
      return item;
    },
  };
};

export interface NamePools {
  readonly surnames: string;
  readonly givenFirst: string;
  readonly givenSecond: string;
}

/** Names that do not repeat within one maker: two people of one name belong into tests, not into a demonstration. */
export const createNames = (draw: Draw, pools: NamePools): (() => string) => {
  const surnames = Array.from(pools.surnames);
  const first = Array.from(pools.givenFirst);
  const second = Array.from(pools.givenSecond);
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const given = draw.below(5) === 0 ? draw.pick(second) : draw.pick(first) + draw.pick(second);
      const name = draw.pick(surnames) + given;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
};
