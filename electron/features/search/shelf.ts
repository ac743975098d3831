import type { SearchItem } from '../search-source.ts';
import { entryOf, score, type Entry, type Query } from './rank.ts';

/** Found items by how well they fit: most searches need the best few of thousands. */
export type Ranked = Map<number, string[]>;

/** The items of one source, arranged by the letters with which they can be typed. */
export class Shelf {
  readonly #entries = new Map<string, Entry>();
  readonly #byOpening = new Map<string, Set<Entry>>();

  put(item: SearchItem): void {
    this.remove(item.id);
    const entry = entryOf(item);
    this.#entries.set(entry.id, entry);
    for (const opening of entry.openings) {
      const group = this.#byOpening.get(opening);
      if (group) group.add(entry);
      else this.#byOpening.set(opening, new Set([entry]));
    }
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    for (const opening of entry.openings) {
      const group = this.#byOpening.get(opening);
      group?.delete(entry);
      if (group?.size === 0) this.#byOpening.delete(opening);
    }
  }

  /** Ids of all that fit, by score; within one score in the order of the shelf's opening or record. */
  find(query: Query): Ranked {
    const ranked: Ranked = new Map();
    const consider = (entry: Entry): void => {
      const fit = score(entry, query);
      if (fit === 0) return;
      const group = ranked.get(fit);
      if (group) group.push(entry.id);
      else ranked.set(fit, [entry.id]);
    };
    const first = query.terms[0].text;
    const spelt = this.#byOpening.get(first.slice(0, 2));
    for (const entry of spelt ?? []) consider(entry);
    for (const entry of this.#entries.values()) {
      if (entry.literal.includes(first) && !spelt?.has(entry)) consider(entry);
    }
    return ranked;
  }
}
