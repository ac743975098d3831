import type { ReactNode } from 'react';
import { fitsSearch } from './search-text.ts';

/** One column of a list. */
export interface ListColumn<T> {
  readonly key: string;
  readonly title: string;
  /** The cell in words: what is searched, sorted, and shown when `cell` is left out. */
  readonly text: (row: T) => string;
  readonly cell?: (row: T) => ReactNode;
  /** How rows are ordered by this column; by `text` in Chinese order if left out. */
  readonly compare?: (a: T, b: T) => number;
  /** CSS pixels. */
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Not shown until the person asks for it in 列. */
  readonly optional?: boolean;
  /** False: searching does not look here. */
  readonly searched?: boolean;
}

/** A question that narrows the list; its chosen answers become chips. */
export interface ListFilter<T> {
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The row's own answer or answers. */
  readonly of: (row: T) => string | readonly string[];
  /** Too many answers to be ticked one by one: they are found by typing, in Chinese, pinyin or initials. */
  readonly many?: boolean;
}

export interface ListSort {
  readonly key: string;
  readonly descending: boolean;
}

/** What a person has set on a list; plain data, kept while the window is open. */
export interface ListState {
  readonly text: string;
  /** Per filter the chosen values; a filter without any does not narrow. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: ListSort | null;
  /** Columns in view, by key, in the order of the list's declaration. */
  readonly columns: readonly string[];
  /** From 1. */
  readonly page: number;
}

const order = new Intl.Collator('zh-CN', { numeric: true });

export const initialListState = <T>(columns: readonly ListColumn<T>[]): ListState => ({
  text: '',
  filters: {},
  sort: null,
  columns: columns.filter((column) => !column.optional).map((column) => column.key),
  page: 1,
});

const answers = (given: string | readonly string[]): readonly string[] =>
  typeof given === 'string' ? [given] : given;

/** The rows to be shown, in order: every filter with a choice, then every word typed, then the sort. */
export const listRows = <T>(
  rows: readonly T[],
  columns: readonly ListColumn<T>[],
  filters: readonly ListFilter<T>[],
  state: ListState,
): readonly T[] => {
  const active = filters.flatMap((filter) => {
    const chosen = state.filters[filter.key] ?? [];
    return chosen.length > 0 ? [{ filter, chosen: new Set(chosen) }] : [];
  });
  const searched = columns.filter((column) => column.searched !== false);
  const shown = rows.filter(
    (row) =>
      active.every(({ filter, chosen }) => answers(filter.of(row)).some((answer) => chosen.has(answer))) &&
      (state.text.trim() === '' ||
        fitsSearch(
          searched.map((column) => column.text(row)),
          state.text,
        )),
  );
  const { sort } = state;
  const by = sort && columns.find((column) => column.key === sort.key);
  if (!sort || !by) return shown;
  const compare = by.compare ?? ((a: T, b: T) => order.compare(by.text(a), by.text(b)));
  return shown.toSorted((a, b) => (sort.descending ? compare(b, a) : compare(a, b)));
};
