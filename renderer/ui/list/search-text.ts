import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;
const LETTER = /[a-z]/;
const known = new Map<string, string>();
/** Beyond this many different texts the memory is begun anew; a school has fewer. */
const REMEMBERED = 50_000;

const join = (text: string, pattern: 'pinyin' | 'first'): string =>
  pinyin(text, { toneType: 'none', pattern, type: 'array', nonZh: 'consecutive' }).join('').toLowerCase();

/** A text in full pinyin and by initials, with everything that is no character left as it is. */
const spelled = (text: string): string => {
  const found = known.get(text);
  if (found !== undefined) return found;
  const made = `${join(text, 'pinyin')}\n${join(text, 'first')}`;
  if (known.size >= REMEMBERED) known.clear();
  known.set(text, made);
  return made;
};

/** True when a word, in lower case, is found in a text: as written, in full pinyin, or by initials. */
const fits = (text: string, word: string): boolean =>
  text.toLowerCase().includes(word) || (LETTER.test(word) && HAN.test(text) && spelled(text).includes(word));

/** True when every word typed is found in one of the texts. */
export const fitsSearch = (texts: readonly string[], typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => texts.some((text) => fits(text, word)));
