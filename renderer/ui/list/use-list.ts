import { useMemo, useState } from 'react';
import { z } from 'zod';
import {
  initialListState,
  listRows,
  type ListColumn,
  type ListFilter,
  type ListState,
} from './list-model.ts';

export interface ListOptions<T> {
  /** Names the list; under it the state is kept while the window is open, so that going back finds it as it was. */
  readonly name: string;
  readonly rows: readonly T[];
  readonly columns: readonly ListColumn<T>[];
  readonly filters?: readonly ListFilter<T>[];
  /** The sort before anybody has chosen one. */
  readonly sort?: { readonly key: string; readonly descending: boolean };
}

/** A list with what the person has set on it: hand it to `ListPage`. */
export interface ListHandle<T> {
  readonly name: string;
  readonly all: readonly T[];
  /** What is left after search and filters, in order. */
  readonly shown: readonly T[];
  readonly columns: readonly ListColumn<T>[];
  readonly visibleColumns: readonly ListColumn<T>[];
  readonly filters: readonly ListFilter<T>[];
  readonly state: ListState;
  /** Changes a part of the state; anything but turning the page goes back to the first one. */
  readonly set: (change: Partial<ListState>) => void;
  readonly clear: () => void;
  /** True when search or filters leave something out. */
  readonly narrowed: boolean;
}

const stateSchema = z.object({
  text: z.string(),
  filters: z.record(z.string(), z.array(z.string())),
  sort: z.object({ key: z.string(), descending: z.boolean() }).nullable(),
  columns: z.array(z.string()),
  page: z.number().int().min(1),
});

const storageName = (name: string): string => `mingze.list.${name}`;

const stored = (name: string): ListState | undefined => {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(sessionStorage.getItem(storageName(name)) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

export const useList = <T>({ name, rows, columns, filters = [], sort }: ListOptions<T>): ListHandle<T> => {
  const [state, setState] = useState<ListState>(
    () => stored(name) ?? { ...initialListState(columns), sort: sort ?? null },
  );
  const shown = useMemo(() => listRows(rows, columns, filters, state), [rows, columns, filters, state]);

  const replace = (next: ListState): void => {
    setState(next);
    sessionStorage.setItem(storageName(name), JSON.stringify(next));
  };
  return {
    name,
    all: rows,
    shown,
    columns,
    visibleColumns: columns.filter((column) => state.columns.includes(column.key)),
    filters,
    state,
    set: (change) => replace({ ...state, page: 1, ...change }),
    clear: () => replace({ ...state, text: '', filters: {}, page: 1 }),
    narrowed: state.text.trim() !== '' || Object.values(state.filters).some((chosen) => chosen.length > 0),
  };
};
