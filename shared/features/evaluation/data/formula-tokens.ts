/**
 * The words of a formula: numbers, names, signs. Written so that a person may type it with a Chinese keyboard or as in a
 * spreadsheet: full-width signs, × ÷ ≥ ≤ ≠, `<>` and a single `=` all mean what they look like.
 */

/** What is wrong with a formula, and at which character of it, counted from 1. */
export interface FormulaProblem {
  readonly at: number;
  /** A whole sentence that names the place. */
  readonly message: string;
}

export const signs = ['+', '-', '*', '/', '(', ')', ',', '?', ':', '<', '>', '<=', '>=', '==', '!='] as const;
export type Sign = (typeof signs)[number];

interface Placed {
  /** Counted from 1, in characters as a person counts them. */
  readonly at: number;
  /** As it was typed. */
  readonly text: string;
}
export interface NumberToken extends Placed {
  readonly kind: 'number';
  /** Digits with at most one point. */
  readonly digits: string;
  readonly percent: boolean;
}
export interface NameToken extends Placed {
  readonly kind: 'name';
  readonly name: string;
}
export interface SignToken extends Placed {
  readonly kind: 'sign';
  readonly sign: Sign;
}
export type FormulaToken = NumberToken | NameToken | SignToken;

/** 字 that a formula may have, and digits that a number in it may have on either side of the point. */
export const MOST_CHARACTERS = 300;
const MOST_DIGITS = 12;

const LOOKALIKE: Readonly<Record<string, string>> = {
  '×': '*',
  '✕': '*',
  '·': '*',
  '÷': '/',
  '∕': '/',
  '−': '-',
  '–': '-',
  '—': '-',
  '。': '.',
  '、': ',',
  '；': ',',
  ';': ',',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '≥': '>=',
  '≧': '>=',
  '≤': '<=',
  '≦': '<=',
  '≠': '!=',
  '〉': '>',
  '〈': '<',
};

/** One typed character as the plain one that it stands for. */
const plainOf = (character: string): string => {
  const own = LOOKALIKE[character];
  if (own !== undefined) return own;
  const folded = character.normalize('NFKC');
  return folded.length === 1 ? (LOOKALIKE[folded] ?? folded) : character;
};

const TWO_SIGNS: Readonly<Record<string, Sign>> = {
  '>=': '>=',
  '<=': '<=',
  '==': '==',
  '!=': '!=',
  '<>': '!=',
};
const isSign = (text: string): text is Sign => signs.some((sign) => sign === text);
const isDigit = (text: string | undefined): boolean => text !== undefined && /^[0-9]$/.test(text);
/** Names are Chinese words; letters and digits may follow, as in 合格率A or 三1班. */
const beginsName = (text: string): boolean => /^[\p{Script=Han}\p{L}]$/u.test(text);
const goesOnName = (text: string | undefined): boolean =>
  text !== undefined && /^[\p{Script=Han}\p{L}\p{N}_]$/u.test(text);

export const problemAt = (at: number, what: string): FormulaProblem => ({
  at,
  message: `第 ${String(at)} 个字：${what}`,
});

export type ReadTokens =
  | { readonly kind: 'tokens'; readonly tokens: readonly FormulaToken[] }
  | { readonly kind: 'wrong'; readonly problem: FormulaProblem };

const wrong = (at: number, what: string): ReadTokens => ({ kind: 'wrong', problem: problemAt(at, what) });

interface Taken {
  readonly token: FormulaToken;
  readonly next: number;
}

const takeNumber = (plain: readonly string[], typed: readonly string[], from: number): Taken | string => {
  let next = from;
  while (isDigit(plain[next]) || plain[next] === '.') next += 1;
  const digits = plain.slice(from, next).join('');
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(digits)) return `“${digits}”不是一个数`;
  if (digits.split('.').some((part) => part.length > MOST_DIGITS))
    return `数“${digits}”太长，小数点前后各不能超过 ${String(MOST_DIGITS)} 位`;
  while (plain[next] === ' ') next += 1;
  const percent = plain[next] === '%';
  if (percent) next += 1;
  else while (next > from && plain[next - 1] === ' ') next -= 1;
  const text = typed.slice(from, next).join('');
  return { token: { kind: 'number', at: from + 1, text, digits, percent }, next };
};

const takeSign = (plain: readonly string[], typed: readonly string[], from: number): Taken | undefined => {
  const first = plain[from] ?? '';
  const two = TWO_SIGNS[first + (plain[from + 1] ?? '')];
  const placed = (sign: Sign, length: number): Taken => ({
    token: { kind: 'sign', at: from + 1, text: typed.slice(from, from + length).join(''), sign },
    next: from + length,
  });
  if (two !== undefined) return placed(two, 2);
  if (first === '=') return placed('==', 1);
  return isSign(first) ? placed(first, 1) : undefined;
};

/** Splits a formula into its words. Never throws: whatever cannot belong to a formula is named with its place. */
export const readTokens = (text: string): ReadTokens => {
  const typed = Array.from(text);
  if (typed.length > MOST_CHARACTERS)
    return wrong(MOST_CHARACTERS + 1, `公式不能超过 ${String(MOST_CHARACTERS)} 个字`);
  const plain = typed.map((character) => (/^\s$/u.test(character) ? ' ' : plainOf(character)));
  const tokens: FormulaToken[] = [];
  let from = 0;
  while (from < plain.length) {
    const here = plain[from] ?? '';
    if (here === ' ') {
      from += 1;
      continue;
    }
    if (isDigit(here) || here === '.') {
      const taken = takeNumber(plain, typed, from);
      if (typeof taken === 'string') return wrong(from + 1, taken);
      tokens.push(taken.token);
      from = taken.next;
      continue;
    }
    if (beginsName(here)) {
      let next = from + 1;
      while (goesOnName(plain[next])) next += 1;
      const name = plain.slice(from, next).join('');
      tokens.push({ kind: 'name', at: from + 1, text: typed.slice(from, next).join(''), name });
      from = next;
      continue;
    }
    const taken = takeSign(plain, typed, from);
    if (!taken)
      return wrong(
        from + 1,
        here === '%' ? '“%”只能直接跟在数的后面，如 60%' : `公式里不能用“${typed[from] ?? ''}”`,
      );
    tokens.push(taken.token);
    from = taken.next;
  }
  return { kind: 'tokens', tokens };
};
