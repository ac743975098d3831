/**
 * What is shown instead of a name or a number when a paper, a list or a notice leaves the circle that may know it.
 * Everything here is pure and works on what is given: whom to mask is decided by whoever calls.
 */

const STAR = '*';

/** The characters of a text; one outside the basic plane (𠮷) is one. */
const charactersOf = (text: string): string[] => Array.from(text);

/** 复姓 in use today; such a surname is kept whole, so that 欧阳* is not taken for a 欧. */
const COMPOUND_SURNAMES = new Set([
  ...['欧阳', '太史', '上官', '端木', '司马', '司徒', '司空', '独孤', '南宫', '夏侯', '诸葛', '尉迟', '皇甫'],
  ...['公孙', '慕容', '宇文', '长孙', '濮阳', '淳于', '单于', '申屠', '公羊', '澹台', '公冶', '宗政', '轩辕'],
  ...['令狐', '钟离', '闾丘', '鲜于', '亓官', '司寇', '仉督', '子车', '颛孙', '巫马', '公西', '漆雕', '乐正'],
  ...['壤驷', '公良', '拓跋', '夹谷', '宰父', '谷梁', '段干', '百里', '东郭', '南门', '呼延', '羊舌', '微生'],
  ...['梁丘', '左丘', '东门', '西门', '南荣', '第五', '赫连', '完颜', '纳兰', '那拉', '爱新'],
]);

const SEPARATOR = /[·•‧・．.\s-]/u;

/** How many of a name's characters stay: the surname, or nothing where nothing would be left to hide. */
const keptOf = (name: readonly string[]): number => {
  if (name.length <= 1) return 0;
  const compound = name.length >= 3 && COMPOUND_SURNAMES.has(`${name[0] ?? ''}${name[1] ?? ''}`);
  return compound ? 2 : 1;
};

/**
 * A name with all but its surname hidden: 张三 → 张*, 张小三 → 张**, 欧阳修 → 欧阳*, 买买提·艾力 → 买**·**, 张 → *.
 * Blanks and dots between the parts stay where they are; as many stars as characters are hidden.
 */
export const maskName = (name: string): string => {
  const characters = charactersOf(name.trim());
  const kept = keptOf(characters.filter((each) => !SEPARATOR.test(each)));
  let seen = 0;
  return characters
    .map((each) => {
      if (SEPARATOR.test(each)) return each;
      seen += 1;
      return seen <= kept ? each : STAR;
    })
    .join('');
};

/**
 * Keeps the first three and the last four of the characters that `counted` knows, and hides those between. Where fewer
 * than `shortest` are there, keeping seven would tell nearly all: then all are hidden.
 */
const maskMiddle = (text: string, counted: RegExp, shortest: number): string => {
  const characters = charactersOf(text.trim());
  const total = characters.filter((each) => counted.test(each)).length;
  let seen = 0;
  return characters
    .map((each) => {
      if (!counted.test(each)) return each;
      seen += 1;
      const shown = total >= shortest && (seen <= 3 || seen > total - 4);
      return shown ? each : STAR;
    })
    .join('');
};

/** A telephone number: 13812345678 → 138****5678. Fewer than eleven digits are hidden whole. */
export const maskPhone = (phone: string): string => maskMiddle(phone, /\d/, 11);

/** An identity number: 110101201001011234 → 110***********1234. Fewer than fourteen characters are hidden whole. */
export const maskIdNumber = (number: string): string => maskMiddle(number, /[\da-z]/i, 14);

/** What may stand between the characters of a name or a number: 张　三, 138-1234-5678. */
const BETWEEN = /[\s-]/u;

/** A character of a pattern that means something to a regular expression, made to mean itself. */
const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');

const solid = (name: string): string[] => charactersOf(name).filter((each) => !BETWEEN.test(each));

/** Names that can be told from ordinary words, each once, the longest first. */
const searchable = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => solid(name).join('')))]
    .filter((name) => charactersOf(name).length >= 2)
    .sort((a, b) => charactersOf(b).length - charactersOf(a).length);

const patternOf = (names: readonly string[]): RegExp =>
  new RegExp(names.map((name) => charactersOf(name).map(literal).join('[\\s-]*')).join('|'), 'gu');

/**
 * A text with every occurrence of the names replaced, the characters of a name also when set apart by blanks or dashes.
 * Where one name holds another, the longer one is looked for first. A name of a single character is left alone: it
 * cannot be told from an ordinary word.
 */
export const replaceNames = (
  text: string,
  names: readonly string[],
  replace: (found: string) => string,
): string => {
  const wanted = searchable(names);
  return wanted.length === 0 ? text : text.replace(patternOf(wanted), replace);
};

/** Every occurrence of the names in a text, masked as `maskName` does; found as `replaceNames` finds them. */
export const maskNamesIn = (text: string, names: readonly string[]): string => {
  const whole = new Set(searchable(names));
  return replaceNames(text, names, (found) => {
    const masked = maskName(found);
    // A surname that is somebody's whole name as well would name that person.
    return whole.has(masked.replaceAll(STAR, '').trim()) ? STAR.repeat(charactersOf(found).length) : masked;
  });
};

/** The block that stands for what was blacked out in a paper. */
export const BLOCK = '■';

/** Every occurrence of names or phrases in a text blacked out, one block for each character: 张三 → ■■. */
export const blackOut = (text: string, phrases: readonly string[]): string =>
  replaceNames(text, phrases, (found) => BLOCK.repeat(charactersOf(found).length));

/** How a pupil is spoken of where no name may stand: 七年级一名学生, or 某年级一名学生 where the grade is not told. */
export const pupilPhrase = (grade?: string): string => `${grade ?? '某年级'}一名学生`;
