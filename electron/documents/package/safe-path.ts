/** Characters that a part of a path may have: Windows takes 255, but refuses long paths as a whole. */
const MOST_CHARACTERS = 80;

/** Names that Windows keeps for its devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Control and invisible characters, direction marks that make a name read otherwise, and what no file name may have. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\\/:*?"<>|]/gu;

const partsOf = (name: string): { stem: string; ending: string } => {
  const at = name.lastIndexOf('.');
  // A point at the beginning hides a file, it begins no ending; a long tail is text after a full stop.
  return at > 0 && name.length - at <= 10
    ? { stem: name.slice(0, at), ending: name.slice(at) }
    : { stem: name, ending: '' };
};

/** A name that Windows, WPS and zip programs take as it is: never empty, no folder marks, bounded, its ending kept. */
export const safeName = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const { stem, ending } = partsOf(plain);
  const cut = Array.from(stem)
    .slice(0, MOST_CHARACTERS - ending.length)
    .join('')
    .replace(/[ .]+$/, '');
  const whole = cut + ending;
  if (whole === '') return '未命名';
  return RESERVED.test(whole) ? `_${whole}` : whole;
};

/**
 * Safe paths for files in the order given, each once: those that would meet, also where a disk does not tell small
 * letters from capitals, are numbered. `taken` holds paths that are given away already.
 */
export const uniquePaths = (
  paths: readonly (readonly string[])[],
  taken: readonly string[] = [],
): string[] => {
  const given = new Set(taken.map((path) => path.toLowerCase()));
  return paths.map((path) => {
    const parts = path.map(safeName);
    const folders = parts.slice(0, -1);
    const { stem, ending } = partsOf(parts.at(-1) ?? safeName(''));
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? stem + ending : `${stem}（${String(count)}）${ending}`;
      const whole = [...folders, name].join('/');
      if (given.has(whole.toLowerCase())) continue;
      given.add(whole.toLowerCase());
      return whole;
    }
  });
};
