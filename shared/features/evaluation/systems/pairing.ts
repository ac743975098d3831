/** What two lists have in common, and what only one of them has. */
export interface Paired<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** How an item is recognised: the same text on both sides says that it is the same. */
export interface Mark<T> {
  readonly before: (item: T) => string;
  readonly after: (item: T) => string;
}

/** Recognised by the same mark on both sides. */
export const markedBy = <T>(mark: (item: T) => string): Mark<T> => ({ before: mark, after: mark });

/** Pairs items by the first of the marks that finds a partner; of several with the same mark, in their order. */
export const pairUp = <T>(
  before: readonly T[],
  after: readonly T[],
  marks: readonly Mark<T>[],
): Paired<T> => {
  const pairs: (readonly [T, T])[] = [];
  let removed = [...before];
  let added = [...after];
  for (const mark of marks) {
    const waiting = [...added];
    removed = removed.filter((item) => {
      const at = waiting.findIndex((one) => mark.after(one) === mark.before(item));
      const [found] = at < 0 ? [] : waiting.splice(at, 1);
      if (found === undefined) return true;
      pairs.push([item, found]);
      return false;
    });
    added = waiting;
  }
  return { pairs, removed, added };
};

/**
 * What both lists have, in the order of each of them; undefined where the order is the same. Both sides are given as
 * the later list has them.
 */
export const reordered = <T extends object>(
  { pairs }: Paired<T>,
  before: readonly T[],
  after: readonly T[],
): { readonly was: readonly T[]; readonly is: readonly T[] } | undefined => {
  const later = new Map(pairs);
  const was = before.flatMap((item) => later.get(item) ?? []);
  const kept = new Set(was);
  const is = after.filter((item) => kept.has(item));
  return was.every((item, place) => item === is[place]) ? undefined : { was, is };
};
