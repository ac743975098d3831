import { searchKinds, type SearchHit } from '../../../shared/features/search/channels.ts';
import type { Store } from '../../store/types.ts';
import type { SearchSource } from '../search-source.ts';
import { entryOf, queryOf, score, type Entry } from './rank.ts';

export interface SearchRequest {
  readonly text: string;
  readonly limit: number;
  /** Which of the sources the caller may see and wants. */
  readonly wants: (source: SearchSource) => boolean;
}

export interface SearchIndex {
  find(request: SearchRequest): SearchHit[];
  /** Stops listening to the store. */
  close(): void;
}

interface Shelf {
  readonly source: SearchSource;
  readonly entries: Map<string, Entry>;
  /** Records changed since the last search. */
  readonly changed: Set<string>;
  built: boolean;
}

interface Found {
  readonly shelf: Shelf;
  readonly id: string;
  readonly score: number;
}

const kindOrder = new Map(searchKinds.map((kind, order) => [kind, order]));

const better = (a: Found, b: Found): number =>
  b.score - a.score || (kindOrder.get(a.shelf.source.kind) ?? 0) - (kindOrder.get(b.shelf.source.kind) ?? 0);

/**
 * Everything that can be found, in memory. Each source is read when it is first searched; afterwards commits mark
 * what has changed, and the next search makes just that anew.
 */
export const createSearchIndex = (store: Store, sources: readonly SearchSource[]): SearchIndex => {
  const shelves = sources.map((source): Shelf => ({
    source,
    entries: new Map(),
    changed: new Set(),
    built: false,
  }));

  const stop = store.onCommit((changes) => {
    for (const { collection, id } of changes) {
      for (const shelf of shelves) {
        if (shelf.built && shelf.source.collection === collection) shelf.changed.add(id);
      }
    }
  });

  const bringUpToDate = (shelf: Shelf): void => {
    const { source, entries, changed } = shelf;
    if (!shelf.built) {
      for (const item of source.all(store)) entries.set(item.id, entryOf(item));
      shelf.built = true;
    }
    for (const id of changed) {
      const item = source.one(store, id);
      if (item) entries.set(id, entryOf(item));
      else entries.delete(id);
    }
    changed.clear();
  };

  return {
    find({ text, limit, wants }) {
      const query = queryOf(text);
      if (!query) return [];
      const found: Found[] = [];
      for (const shelf of shelves) {
        if (!wants(shelf.source)) continue;
        bringUpToDate(shelf);
        for (const entry of shelf.entries.values()) {
          const fit = score(entry, query);
          if (fit > 0) found.push({ shelf, id: entry.id, score: fit });
        }
      }
      const hits: SearchHit[] = [];
      for (const { shelf, id } of found.sort(better)) {
        // Read now: a second line may name a department that was renamed since.
        const item = shelf.source.one(store, id);
        if (item) hits.push({ kind: shelf.source.kind, id, title: item.title, about: item.about });
        if (hits.length === limit) break;
      }
      return hits;
    },
    close: stop,
  };
};
