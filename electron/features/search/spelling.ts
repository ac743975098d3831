import { pinyin, polyphonic } from 'pinyin-pro';

/** One character of a name with the syllables by which it may be typed. */
export interface Unit {
  readonly char: string;
  readonly syllables: readonly string[];
}

/** Letter case, full width and composed letters make no difference to a search. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ü', 'v');

const SPOKEN = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
/** Names this short are of people: each of their characters may have any of its readings (单 shan, 乐 le or yue). */
const PERSON_NAME_LENGTH = 4;
const OPTIONS = { toneType: 'none', type: 'array', v: true } as const;

/** The keyboard has no ü: it is typed v by one school of input methods, u by the other. */
const typed = (syllable: string): readonly string[] =>
  syllable.includes('v') ? [syllable, syllable.replaceAll('v', 'u')] : [syllable];

const readings = new Map<string, readonly string[]>();

/** Every reading of a character. Names share a few hundred characters, and each costs time only once. */
const readingsOf = (char: string): readonly string[] => {
  const known = readings.get(char);
  if (known) return known;
  const syllables = polyphonic(char, OPTIONS)[0] ?? [];
  const all = [...new Set(syllables.filter((syllable) => syllable !== '').flatMap(typed))];
  readings.set(char, all);
  return all;
};

/** The characters of a name with their syllables. Dots and spaces within a name are left out. */
export const unitsOf = (name: string): Unit[] => {
  const chars = Array.from(plain(name)).filter((char) => SPOKEN.test(char));
  // In longer texts the words around a character tell how it is read.
  const read = chars.length > PERSON_NAME_LENGTH ? pinyin(chars.join(''), OPTIONS) : undefined;
  return chars.map((char, at) => {
    if (!HAN.test(char)) return { char, syllables: [] };
    return { char, syllables: read ? typed(read[at] ?? '').filter((one) => one !== '') : readingsOf(char) };
  });
};

/** The letters and characters with which one can begin to type a unit. */
const heads = ({ char, syllables }: Unit): string[] => [
  char.charAt(0),
  ...syllables.map((syllable) => syllable.charAt(0)),
];

/**
 * The first one and two letters of everything that spells the units from anywhere: whoever looks for those spelt by a
 * text has to look only among those that have its first two letters (or its only one) here.
 */
export const openings = (units: readonly Unit[]): Set<string> => {
  const found = new Set<string>();
  units.forEach((unit, at) => {
    const next = units[at + 1];
    const follow = next ? heads(next) : [];
    for (const whole of [unit.char, ...unit.syllables]) {
      found.add(whole.charAt(0));
      if (whole.length > 1) found.add(whole.slice(0, 2));
      if (whole.length === 1 || whole !== unit.char) {
        for (const head of follow) found.add(whole.charAt(0) + head);
      }
    }
  });
  return found;
};

/**
 * True when `text`, from `from` on, spells the units from `at` on: each by its character or by the beginning of a
 * syllable. So initials, full pinyin, a mix of them and an unfinished last syllable all fit.
 */
export const spells = (units: readonly Unit[], at: number, text: string, from = 0): boolean => {
  if (from === text.length) return true;
  const unit = units[at];
  if (!unit) return false;
  if (text.startsWith(unit.char, from) && spells(units, at + 1, text, from + unit.char.length)) return true;
  for (const syllable of unit.syllables) {
    // Every beginning of the syllable may be all of it that was typed.
    for (let length = 0; syllable.charCodeAt(length) === text.charCodeAt(from + length);) {
      length += 1;
      if (spells(units, at + 1, text, from + length)) return true;
      if (length === syllable.length) break;
    }
  }
  return false;
};
