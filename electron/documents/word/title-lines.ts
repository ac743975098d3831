import { widthInChars } from './geometry.ts';

/** No line may start with these (避头) … */
const NEVER_FIRST = new Set('的了和与及、，。；：！？）》〉〕」』”’％…—·）');
/** … and none may end with these (避尾). */
const NEVER_LAST = new Set('（《〈〔「『“‘');

const PARTNERS = new Map(
  ['（）', '《》', '〈〉', '〔〕', '「」', '『』', '“”', '‘’'].map((pair) => [pair[0], pair[1]]),
);

/** Costs of a layout: the lowest total wins. */
const COST = { tornWord: 1000, insideQuote: 60, hourglass: 40, weakLineStart: 8, unevenness: 1 };

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Positions (in code units) where a break tears a word; all others may be broken at no cost. */
const insideWords = (title: string, words: readonly string[]): Set<number> => {
  const inside = new Set<number>();
  const forbid = (start: number, length: number): void => {
    for (let at = start + 1; at < start + length; at += 1) inside.add(at);
  };
  for (const { segment, index } of segmenter.segment(title)) forbid(index, segment.length);
  for (const word of words) {
    if (word === '') continue;
    for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) forbid(at, word.length);
  }
  return inside;
};

/** Positions between an opening bracket and its partner: better not broken, as in 《中小学…办法》. */
const insideBrackets = (title: string): Set<number> => {
  const inside = new Set<number>();
  for (let at = 0; at < title.length; at += 1) {
    const partner = PARTNERS.get(title[at]);
    const end = partner === undefined ? -1 : title.indexOf(partner, at);
    for (let between = at + 1; between <= end; between += 1) inside.add(between);
  }
  return inside;
};

/** A title of three or more lines should widen or narrow steadily, or be widest in the middle: never narrow-waisted. */
const isHourglass = (widths: readonly number[]): boolean =>
  widths.some((width, at) => {
    const before = widths.slice(0, at);
    const after = widths.slice(at + 1);
    return before.some((other) => other > width) && after.some((other) => other > width);
  });

const shapeCost = (widths: readonly number[]): number => {
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const unevenness = widths.reduce((sum, width) => sum + (width - mean) ** 2, 0) / widths.length;
  return unevenness * COST.unevenness + (isHourglass(widths) ? COST.hourglass : 0);
};

/** Beyond this a text is no title any more, and weighing all layouts would take long: its lines are simply filled. */
const MOST_BALANCED_LINES = 4;

const fill = (chars: readonly string[], maxChars: number): string[] => {
  const lines: string[] = [''];
  for (const char of chars) {
    const line = lines.at(-1) ?? '';
    if (widthInChars(line + char) <= maxChars) lines[lines.length - 1] = line + char;
    else lines.push(char);
  }
  return lines;
};

interface Layout {
  readonly breaks: readonly number[];
  readonly cost: number;
}

/**
 * Breaks one title into the fewest lines of at most `maxChars` full-width characters, so that words stay whole and the
 * lines form a trapezoid or a diamond (GB/T 9704-2012 7.3.1: 回行时做到词意完整、排列对称、长短适宜).
 * `words` are kept whole where they fit, names of people above all. A line break inside the title is kept.
 * The lines joined give the title back.
 */
export const breakTitle = (title: string, maxChars: number, words: readonly string[] = []): string[] =>
  title
    .split('\n')
    .filter((part) => part !== '')
    .flatMap((part) => breakPart(part, maxChars, words));

const breakPart = (title: string, maxChars: number, words: readonly string[]): string[] => {
  const chars = Array.from(title);
  if (widthInChars(title) <= maxChars) return [title];

  const offsets: number[] = [];
  const widthUpTo: number[] = [0];
  let offset = 0;
  for (const char of chars) {
    offsets.push(offset);
    offset += char.length;
    widthUpTo.push((widthUpTo.at(-1) ?? 0) + widthInChars(char));
  }
  const tearing = insideWords(title, words);
  const quoted = insideBrackets(title);

  /** What it costs to break before the character at `at`; Infinity where it is never done. */
  const breakCost = (at: number): number => {
    const position = offsets[at] ?? 0;
    let cost = 0;
    if (tearing.has(position)) cost += COST.tornWord;
    if (NEVER_FIRST.has(chars[at] ?? '') || NEVER_LAST.has(chars[at - 1] ?? '')) cost += COST.tornWord;
    if (quoted.has(position)) cost += COST.insideQuote;
    if (chars[at - 1] === '的') cost += COST.weakLineStart / 2;
    return cost;
  };

  const width = (from: number, to: number): number => (widthUpTo[to] ?? 0) - (widthUpTo[from] ?? 0);

  const bestWith = (lineCount: number): Layout | undefined => {
    let best: Layout | undefined;
    const walk = (start: number, breaks: readonly number[], cost: number): void => {
      const left = lineCount - breaks.length;
      if (best !== undefined && cost >= best.cost) return;
      if (left === 1) {
        if (width(start, chars.length) > maxChars) return;
        const edges = [0, ...breaks, chars.length];
        const widths = edges.slice(1).map((edge, index) => width(edges[index] ?? 0, edge));
        const total = cost + shapeCost(widths);
        if (best === undefined || total < best.cost) best = { breaks, cost: total };
        return;
      }
      for (let at = start + 1; at < chars.length && width(start, at) <= maxChars; at += 1) {
        if (width(at, chars.length) > maxChars * (left - 1)) continue;
        walk(at, [...breaks, at], cost + breakCost(at));
      }
    };
    walk(0, [], 0);
    return best;
  };

  const fewest = Math.ceil(widthInChars(title) / maxChars);
  if (fewest > MOST_BALANCED_LINES) return fill(chars, maxChars);
  const candidates = [bestWith(fewest), bestWith(fewest + 1)].filter((layout) => layout !== undefined);
  const [first, second] = candidates;
  // One more line is worth it only to keep a word whole.
  const chosen =
    first !== undefined &&
    (second === undefined || first.cost < COST.tornWord || second.cost >= COST.tornWord)
      ? first
      : second;
  const edges = [0, ...(chosen?.breaks ?? []), chars.length];
  return edges.slice(1).map((edge, index) => chars.slice(edges[index], edge).join(''));
};
