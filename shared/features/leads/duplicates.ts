import { daysBetween } from '../../kernel/dates.ts';

/** What two leads are compared by. */
export interface Likeness {
  readonly content: string;
  /** Keys of the people it is about: the same person has the same key. */
  readonly people: readonly string[];
  /** The day it happened, or else the day it was received: `YYYY-MM-DD`. */
  readonly day: string;
}

export interface Similarity {
  /** 0 … 100. */
  readonly score: number;
  /** People in both, by key. */
  readonly samePeople: readonly string[];
  /** Calendar days between the two. */
  readonly daysApart: number;
  /** How alike the texts are, 0 … 100. */
  readonly text: number;
}

/** Shares of the whole. People are left out of account where one of the two names none. */
const WEIGHTS = { people: 45, text: 40, day: 15 } as const;
/** Days after which being near says nothing any more. */
const FAR_DAYS = 30;
/** From here on a lead is suggested as a possible duplicate. */
export const SUGGESTED_FROM = 45;

const WORD = /[\p{L}\p{N}]/u;

/** Pairs of neighbouring characters, with how often each occurs; signs and blanks do not count. */
const bigramsOf = (text: string): Map<string, number> => {
  const characters = Array.from(text.toLowerCase()).filter((each) => WORD.test(each));
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const pair = `${characters[at] ?? ''}${characters[at + 1] ?? ''}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
};

const total = (bigrams: ReadonlyMap<string, number>): number =>
  [...bigrams.values()].reduce((sum, count) => sum + count, 0);

/**
 * How alike two texts are, 0 … 1: twice the pairs of characters they share over all pairs of both (Dice). Texts of one
 * character and less share nothing.
 */
export const textLikeness = (a: string, b: string): number => {
  const [first, second] = [bigramsOf(a), bigramsOf(b)];
  const all = total(first) + total(second);
  if (all === 0) return 0;
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  return (2 * shared) / all;
};

/** How likely two leads tell of the same: people named in both, like texts, days near each other. */
export const similarity = (a: Likeness, b: Likeness): Similarity => {
  const other = new Set(b.people);
  const samePeople = [...new Set(a.people)].filter((key) => other.has(key));
  const fewer = Math.min(new Set(a.people).size, other.size);
  const daysApart = Math.abs(daysBetween(a.day, b.day));
  const text = textLikeness(a.content, b.content);
  const near = Math.max(0, 1 - daysApart / FAR_DAYS);
  const parts = [
    { weight: WEIGHTS.text, value: text },
    { weight: WEIGHTS.day, value: near },
    ...(fewer > 0 ? [{ weight: WEIGHTS.people, value: samePeople.length / fewer }] : []),
  ];
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const value = parts.reduce((sum, part) => sum + part.weight * part.value, 0);
  return {
    score: Math.round((100 * value) / weight),
    samePeople,
    daysApart,
    text: Math.round(100 * text),
  };
};

/** True when one should be shown beside the other: alike enough, and not by the day alone. */
export const isSuggested = ({ score, samePeople, text }: Similarity): boolean =>
  score >= SUGGESTED_FROM && (samePeople.length > 0 || text >= 25);

/** Why two leads are taken for alike, in words. `nameOf` gives the name that may be shown for a key. */
export const reasonsOf = (
  { samePeople, daysApart, text }: Similarity,
  nameOf: (key: string) => string,
): string[] => [
  ...(samePeople.length > 0 ? [`都涉及${samePeople.map(nameOf).join('、')}`] : []),
  ...(text >= 25 ? [`内容相似 ${String(text)}%`] : []),
  ...(daysApart <= FAR_DAYS ? [daysApart === 0 ? '同一天' : `相隔 ${String(daysApart)} 天`] : []),
];
