import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';

/** Whose drafts these are: two people at one PC do not see each other's. Provided once, behind the login. */
export const DraftScope = createContext('nobody');

export interface Draft<T> {
  /** What was found when the form opened; undefined when there was nothing usable. */
  readonly found: T | undefined;
  /** Keeps the present state; cheap enough to be called on every keystroke. */
  readonly keep: (value: unknown) => void;
  /** Forgets it: after saving, or when the person throws it away. */
  readonly discard: () => void;
}

const read = <S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined => {
  const text = localStorage.getItem(name);
  if (text === null) return undefined;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Keeps what is being typed on this PC until it is saved, so that closing the window or a power cut loses nothing.
 * `key` names the form and the record (`cases.new`, `cases.decide:<id>`), null keeps nothing; `schema` describes the
 * draft, which is usually looser than the finished input. A draft of an older shape is ignored.
 */
export const useDraft = <S extends z.ZodType>(key: string | null, schema: S): Draft<z.output<S>> => {
  const scope = useContext(DraftScope);
  const name = key === null ? null : `mingze.draft.${scope}.${key}`;
  const [found] = useState(() => (name === null ? undefined : read(name, schema)));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(
    (value: unknown) => {
      if (name === null) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => localStorage.setItem(name, JSON.stringify(value)), 250);
    },
    [name],
  );
  const discard = useCallback(() => {
    if (name === null) return;
    clearTimeout(timer.current);
    localStorage.removeItem(name);
  }, [name]);
  return useMemo(() => ({ found, keep, discard }), [found, keep, discard]);
};
