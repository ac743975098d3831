/** Why an entry of the catalogue cannot stand as it is. */
export interface Flaw {
  /** Dotted path within the content. */
  readonly path: string;
  readonly message: string;
  /** Code of the ground that it breaks; null where it only does not fit together. */
  readonly ground: string | null;
}

export type FlawCheck<C> = (content: C) => readonly Flaw[];

/** One flaw when the condition holds, none otherwise. */
export const flawIf = (
  wrong: boolean,
  path: string,
  ground: string | null,
  message: string,
): readonly Flaw[] => (wrong ? [{ path, message, ground }] : []);
