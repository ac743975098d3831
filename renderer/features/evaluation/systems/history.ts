/** What was, is, and was undone, oldest first and next first. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** The single place that the last step changed: typing on there belongs to the same step. Null: a step of its own. */
  readonly typing: string | null;
}

const MOST_STEPS = 200;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], typing: null });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

interface Differing {
  readonly path: string;
  /** True where a text stands against a text or a number against a number; false where the shape is another one. */
  readonly leaf: boolean;
}

const differingPlaces = (a: unknown, b: unknown, path: string): Differing[] => {
  if (Object.is(a, b)) return [];
  if (!isRecord(a) || !isRecord(b))
    return [{ path, leaf: typeof a === typeof b && (typeof a === 'string' || typeof a === 'number') }];
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || keys.some((key) => !(key in b)))
    return [{ path, leaf: false }];
  return keys.flatMap((key) => differingPlaces(a[key], b[key], path === '' ? key : `${path}.${key}`));
};

/**
 * The path of the one text or number in which two values differ, `dimensions.0.name`; null where they differ in more
 * than that or in their shape.
 */
export const onlyPlace = (before: unknown, after: unknown): string | null => {
  const [place, ...others] = differingPlaces(before, after, '');
  return others.length === 0 && place?.leaf === true ? place.path : null;
};

/** One step further. Typing in one place is one step until it is sealed. */
export const recorded = <T>(history: History<T>, next: T): History<T> => {
  const place = onlyPlace(history.present, next);
  const goesOn = place !== null && place === history.typing;
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS),
    present: next,
    future: [],
    typing: place,
  };
};

/** The next change will be a step of its own, wherever it is. */
export const sealed = <T>(history: History<T>): History<T> =>
  history.typing === null ? history : { ...history, typing: null };

/** One step back; the same history where there is none. */
export const undone = <T>(history: History<T>): History<T> => {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: last,
    future: [history.present, ...history.future],
    typing: null,
  };
};

/** One step forward again; the same history where nothing was undone. */
export const redone = <T>(history: History<T>): History<T> => {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, typing: null };
};
