import { useContext, useState } from 'react';
import { z } from 'zod';
import { DraftScope } from '../form/use-draft.ts';

const savedSchema = z.array(
  z.object({ label: z.string(), text: z.string(), filters: z.record(z.string(), z.array(z.string())) }),
);
export type SavedFilter = z.infer<typeof savedSchema>[number];

const read = (name: string): SavedFilter[] => {
  try {
    const parsed = savedSchema.safeParse(JSON.parse(localStorage.getItem(name) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
};

/** Searches that a person has given a name, kept on this PC for this person. */
export const useSavedFilters = (
  list: string,
): { saved: readonly SavedFilter[]; save: (one: SavedFilter) => void; remove: (label: string) => void } => {
  const name = `mingze.filters.${useContext(DraftScope)}.${list}`;
  const [saved, setSaved] = useState(() => read(name));
  const replace = (next: SavedFilter[]): void => {
    setSaved(next);
    localStorage.setItem(name, JSON.stringify(next));
  };
  return {
    saved,
    save: (one) => replace([...saved.filter(({ label }) => label !== one.label), one]),
    remove: (label) => replace(saved.filter((one) => one.label !== label)),
  };
};
