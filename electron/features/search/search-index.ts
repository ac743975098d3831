import { searchKinds, type SearchHit } from '../../../shared/features/search/channels.ts';
import type { Store } from '../../store/types.ts';
import type { SearchSource } from '../search-source.ts';
import { queryOf } from './rank.ts';
import { Shelf } from './shelf.ts';

export interface SearchRequest {
  readonly text: string;
  readonly limit: number;
  /** Who asks. */
  readonly userId: string;
  /** Which of the sources the caller may see and wants. */
  readonly wants: (source: SearchSource) => boolean;
}

export interface SearchIndex {
  find(request: SearchRequest): SearchHit[];
}

interface Stock {
  readonly source: SearchSource;
  /** Undefined before the first search. */
  shelf: Shelf | undefined;
  /** Records changed since the last search. */
  readonly changed: Set<string>;
}

const inKindOrder = (sources: readonly SearchSource[]): SearchSource[] =>
  searchKinds.flatMap((kind) => sources.filter((source) => source.kind === kind));

/**
 * Everything that can be found, in memory. Each source is read when it is first searched; afterwards commits mark
 * what has changed, and the next search makes just that anew.
 */
export const createSearchIndex = (store: Store, sources: readonly SearchSource[]): SearchIndex => {
  const stocks = inKindOrder(sources).map((source): Stock => ({
    source,
    shelf: undefined,
    changed: new Set(),
  }));

  store.onCommit((changes) => {
    for (const { collection, id } of changes) {
      for (const stock of stocks) {
        if (stock.shelf && stock.source.collection === collection) stock.changed.add(id);
      }
    }
  });

  const shelfOf = (stock: Stock): Shelf => {
    const { source, changed } = stock;
    const shelf = stock.shelf ?? new Shelf();
    if (!stock.shelf) for (const item of source.all(store)) shelf.put(item);
    for (const id of changed) {
      const item = source.one(store, id);
      if (item) shelf.put(item);
      else shelf.remove(id);
    }
    changed.clear();
    stock.shelf = shelf;
    return shelf;
  };

  return {
    find({ text, limit, userId, wants }) {
      const query = queryOf(text);
      if (!query) return [];
      const found = stocks
        .filter(({ source }) => wants(source))
        .map((stock) => ({ source: stock.source, ranked: shelfOf(stock).find(query) }));
      const scores = new Set(found.flatMap(({ ranked }) => [...ranked.keys()]));
      const hits: SearchHit[] = [];
      for (const score of [...scores].sort((a, b) => b - a)) {
        for (const { source, ranked } of found) {
          for (const id of ranked.get(score) ?? []) {
            if (hits.length === limit) return hits;
            if (source.hides?.(store, id, userId) === true) continue;
            // Read now: a second line may name a department that was renamed since.
            const item = source.one(store, id);
            if (item) hits.push({ kind: source.kind, id, title: item.title, about: item.about });
          }
        }
      }
      return hits;
    },
  };
};
