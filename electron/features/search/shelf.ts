import type { SearchItem } from '../search-source.ts';
import { entryOf, score, type Entry, type Query } from './rank.ts';

/** Found items by how well they fit: most searches need the best few of thousands. */
export type Ranked = Map<number, string[]>;

const PAIR = 2;

/** Every two neighbouring characters of a text. */
const pairsOf = (text: string): Set<string> => {
  const pairs = new Set<string>();
  for (let at = 0; at + PAIR <= text.length; at += 1) pairs.add(text.slice(at, at + PAIR));
  return pairs;
};

type Groups = Map<string, Set<Entry>>;

const enter = (groups: Groups, keys: Iterable<string>, entry: Entry): void => {
  for (const key of keys) {
    const group = groups.get(key);
    if (group) group.add(entry);
    else groups.set(key, new Set([entry]));
  }
};

const leave = (groups: Groups, keys: Iterable<string>, entry: Entry): void => {
  for (const key of keys) {
    const group = groups.get(key);
    group?.delete(entry);
    if (group?.size === 0) groups.delete(key);
  }
};

/** The items of one source, arranged by the letters with which they can be typed. */
export class Shelf {
  readonly #entries = new Map<string, Entry>();
  readonly #byOpening: Groups = new Map();
  /** By two neighbouring characters of what is looked through as it stands. */
  readonly #byPair: Groups = new Map();

  put(item: SearchItem): void {
    this.remove(item.id);
    const entry = entryOf(item);
    this.#entries.set(entry.id, entry);
    enter(this.#byOpening, entry.openings, entry);
    enter(this.#byPair, pairsOf(entry.literal), entry);
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    leave(this.#byOpening, entry.openings, entry);
    leave(this.#byPair, pairsOf(entry.literal), entry);
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
    const literal = first.length < PAIR ? this.#entries.values() : this.#byPair.get(first.slice(0, PAIR));
    for (const entry of literal ?? []) {
      if (entry.literal.includes(first) && !spelt?.has(entry)) consider(entry);
    }
    return ranked;
  }
}
