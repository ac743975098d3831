import type { SearchItem } from '../search-source.ts';
import { openings, plain, spells, unitsOf, type Unit } from './spelling.ts';

interface Word {
  readonly text: string;
  /** Empty for long texts, which are found by their characters alone. */
  readonly units: readonly Unit[];
}

/** An item as it is searched: everything about spelling is worked out once. */
export interface Entry {
  readonly id: string;
  readonly words: readonly Word[];
  readonly codes: readonly string[];
  /** Where a spelling of one of the words can begin. */
  readonly openings: ReadonlySet<string>;
  /** What is looked through as it stands: codes, long texts, and words with signs in them. */
  readonly literal: string;
}

const LONGEST_SPELT = 40;
const LATIN = /[a-z]/;
const ONLY_SPOKEN = /^[\p{L}\p{N}·\s]*$/u;

const wordOf = (name: string): Word => ({
  text: plain(name),
  units: name.length > LONGEST_SPELT ? [] : unitsOf(name),
});

export const entryOf = (item: SearchItem): Entry => {
  const words = item.names.map(wordOf);
  const codes = item.codes.map(plain).filter((code) => code !== '');
  const unspelt = words.filter(({ text, units }) => units.length === 0 || !ONLY_SPOKEN.test(text));
  return {
    id: item.id,
    words,
    codes,
    openings: new Set(words.flatMap(({ units }) => [...openings(units)])),
    literal: [...codes, ...unspelt.map(({ text }) => text)].join('\n'),
  };
};

/** From best to worst: what a person most likely means. Zero is no match. */
const SCORE = {
  wholeCode: 100,
  wholeName: 90,
  codeHead: 80,
  nameHead: 75,
  spelling: 70,
  inName: 50,
  inCode: 40,
  spellingInside: 30,
} as const;

const scoreCode = (code: string, term: string): number => {
  if (code === term) return SCORE.wholeCode;
  const at = code.indexOf(term);
  if (at < 0) return 0;
  return at === 0 ? SCORE.codeHead : SCORE.inCode;
};

const scoreSpelling = ({ units }: Word, term: string): number => {
  for (let at = 0; at < units.length; at += 1) {
    if (spells(units, at, term)) return at === 0 ? SCORE.spelling : SCORE.spellingInside;
  }
  return 0;
};

const scoreWord = (word: Word, term: string, latin: boolean): number => {
  if (word.text === term) return SCORE.wholeName;
  const at = word.text.indexOf(term);
  if (at === 0) return SCORE.nameHead;
  return Math.max(at < 0 ? 0 : SCORE.inName, latin ? scoreSpelling(word, term) : 0);
};

const scoreTerm = (entry: Entry, term: string, latin: boolean): number => {
  let best = 0;
  for (const code of entry.codes) best = Math.max(best, scoreCode(code, term));
  for (const word of entry.words) {
    if (best >= SCORE.wholeName) break;
    best = Math.max(best, scoreWord(word, term, latin));
  }
  return best;
};

interface Term {
  readonly text: string;
  readonly latin: boolean;
}

/** What was typed, split at blanks. */
export interface Query {
  readonly terms: readonly [Term, ...Term[]];
  /** The same without blanks: `zhang san` is one name. */
  readonly joined: Term | undefined;
}

const termOf = (text: string): Term => ({ text, latin: LATIN.test(text) });

/** Undefined when nothing was typed. */
export const queryOf = (text: string): Query | undefined => {
  const words = plain(text)
    .split(/[\s·]+/u)
    .filter((word) => word !== '');
  const [first, ...others] = words.map(termOf);
  if (!first) return undefined;
  return { terms: [first, ...others], joined: others.length > 0 ? termOf(words.join('')) : undefined };
};

/** How well an item fits, 0 for not at all: every term has to fit somewhere. */
export const score = (entry: Entry, { terms, joined }: Query): number => {
  let weakest = Infinity;
  for (const term of terms) {
    weakest = Math.min(weakest, scoreTerm(entry, term.text, term.latin));
    if (weakest === 0) break;
  }
  return joined ? Math.max(weakest, scoreTerm(entry, joined.text, joined.latin)) : weakest;
};
