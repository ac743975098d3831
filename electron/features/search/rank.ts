import type { SearchItem } from '../search-source.ts';
import { plain, spells, unitsOf, type Unit } from './spelling.ts';

interface Word {
  readonly text: string;
  /** Empty for long texts, which are found by their characters alone. */
  readonly units: readonly Unit[];
  /** First letters of all syllables and the characters themselves: what a match can begin with. */
  readonly heads: string;
}

/** An item as it is searched: everything about spelling is worked out once. */
export interface Entry {
  readonly id: string;
  readonly words: readonly Word[];
  readonly codes: readonly string[];
}

const LONGEST_SPELT = 40;
const LATIN = /[a-z]/;

const wordOf = (name: string): Word => {
  const units = name.length > LONGEST_SPELT ? [] : unitsOf(name);
  const heads = new Set(
    units.flatMap(({ char, syllables }) => [char, ...syllables.map((syllable) => syllable.charAt(0))]),
  );
  return { text: plain(name), units, heads: [...heads].join('') };
};

export const entryOf = (item: SearchItem): Entry => ({
  id: item.id,
  words: item.names.map(wordOf),
  codes: item.codes.map(plain).filter((code) => code !== ''),
});

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

const scoreSpelling = ({ units, heads }: Word, term: string): number => {
  if (!heads.includes(term.charAt(0))) return 0;
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

/** What was typed, split at blanks. */
export interface Query {
  readonly terms: readonly { readonly text: string; readonly latin: boolean }[];
  /** The same without blanks: `zhang san` is one name. */
  readonly joined: { readonly text: string; readonly latin: boolean } | undefined;
}

/** Undefined when nothing was typed. */
export const queryOf = (text: string): Query | undefined => {
  const terms = plain(text)
    .split(/[\s·]+/u)
    .filter((term) => term !== '')
    .map((term) => ({ text: term, latin: LATIN.test(term) }));
  if (terms.length === 0) return undefined;
  const joined = terms.map((term) => term.text).join('');
  return { terms, joined: terms.length > 1 ? { text: joined, latin: LATIN.test(joined) } : undefined };
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
