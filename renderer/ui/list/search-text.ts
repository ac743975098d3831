import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;
const known = new Map<string, string>();
/** Beyond this many different texts the memory is begun anew; a school has fewer. */
const REMEMBERED = 50_000;

const join = (text: string, pattern: 'pinyin' | 'first'): string =>
  pinyin(text, { toneType: 'none', pattern, type: 'array', nonZh: 'consecutive' }).join('').toLowerCase();

/** A text in all the ways in which it is looked for: as written, in full pinyin, by initials. */
export const searchText = (text: string): string => {
  const found = known.get(text);
  if (found !== undefined) return found;
  const lower = text.toLowerCase();
  const made = HAN.test(text) ? `${lower}\n${join(text, 'pinyin')}\n${join(text, 'first')}` : lower;
  if (known.size >= REMEMBERED) known.clear();
  known.set(text, made);
  return made;
};

/** True when every word typed is found in one of the texts. */
export const fitsSearch = (texts: readonly string[], typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => texts.some((text) => searchText(text).includes(word)));
