/**
 * A small spreadsheet of its own, for tests: it reckons the formulas of an .xlsx file anew, knowing nothing of the rules
 * that wrote them. Knows what our workbooks use: numbers, texts, cells, ranges, + - * /, comparisons and a few functions.
 */
export type Scalar = number | string | boolean | null;
type Value = Scalar | readonly Scalar[];

/** What stands in a cell: a value, or a formula without `=`. */
export type CellSource = { readonly formula: string } | { readonly value: Scalar };
export type ReadCell = (sheet: string, address: string) => CellSource;

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|"(?<text>(?:[^"]|"")*)"|(?:'(?<sheet>(?:[^']|'')+)'!)?(?<ref>\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![A-Z(])|(?<name>[A-Z]+)(?=\()|(?<sign><>|<=|>=|[-+*/(),<>=]))/y;

interface Token {
  readonly kind: 'number' | 'text' | 'ref' | 'name' | 'sign';
  readonly text: string;
  readonly sheet: string | undefined;
}

const tokensOf = (formula: string): Token[] => {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN.source, 'y');
  while (pattern.lastIndex < formula.length) {
    const from = pattern.lastIndex;
    const groups = pattern.exec(formula)?.groups;
    if (!groups) throw new Error(`cannot read ${formula} at ${formula.slice(from)}`);
    for (const kind of ['number', 'text', 'ref', 'name', 'sign'] as const) {
      const text = groups[kind];
      if (text !== undefined) tokens.push({ kind, text, sheet: groups['sheet']?.replaceAll("''", "'") });
    }
  }
  return tokens;
};

const asNumber = (value: Scalar): number => {
  if (typeof value === 'string') throw new Error(`not a number: “${value}”`);
  return value === null ? 0 : Number(value);
};

const listOf = (value: Value): readonly Scalar[] =>
  typeof value === 'object' && value !== null ? value : [value];
const single = (value: Value): Scalar => {
  const [first] = listOf(value);
  return first ?? null;
};

/** Element by element, a single value meeting each element of a list. */
const each = (a: Value, b: Value, apply: (a: Scalar, b: Scalar) => Scalar): Value => {
  const [left, right] = [listOf(a), listOf(b)];
  if (!Array.isArray(a) && !Array.isArray(b)) return apply(single(a), single(b));
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, place) =>
    apply(left[left.length === 1 ? 0 : place] ?? null, right[right.length === 1 ? 0 : place] ?? null),
  );
};

const halfAwayFromZero = (value: number, decimals: number): number => {
  const scaled = Math.abs(value) * 10 ** decimals;
  const whole = Math.floor(scaled);
  return (Math.sign(value) * (scaled - whole >= 0.5 ? whole + 1 : whole)) / 10 ** decimals;
};

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

const compare = (sign: string, a: Scalar, b: Scalar): boolean => {
  // A blank equals "" and 0; a text is greater than every number.
  const left = a ?? (typeof b === 'string' ? '' : 0);
  const right = b ?? (typeof a === 'string' ? '' : 0);
  const order =
    typeof left === typeof right
      ? left < right
        ? -1
        : left > right
          ? 1
          : 0
      : typeof left === 'string'
        ? 1
        : -1;
  if (sign === '=') return order === 0;
  if (sign === '<>') return order !== 0;
  if (sign === '<') return order < 0;
  if (sign === '>') return order > 0;
  return sign === '<=' ? order <= 0 : order >= 0;
};

const numbersIn = (values: readonly Value[]): number[] =>
  values.flatMap(listOf).filter((value): value is number => typeof value === 'number');

const call = (name: string, args: readonly Value[]): Value => {
  const [first = null, second = null] = args;
  switch (name) {
    case 'ROUND':
      return each(first, second, (value, decimals) => halfAwayFromZero(asNumber(value), asNumber(decimals)));
    case 'SUM':
      return numbersIn(args).reduce((sum, value) => sum + value, 0);
    case 'COUNT':
      return numbersIn(args).length;
    case 'INT':
      return each(first, null, (value) => Math.floor(asNumber(value)));
    case 'SQRT':
      return each(first, null, (value) => Math.sqrt(asNumber(value)));
    case 'MIN':
      return Math.min(...numbersIn(args));
    case 'MAX':
      return Math.max(...numbersIn(args));
    case 'COUNTIF':
      return listOf(first).filter((value) => value === single(second)).length;
    case 'QUARTILE': {
      const sorted = numbersIn([first]).sort((a, b) => a - b);
      const place = ((sorted.length - 1) * asNumber(single(second))) / 4;
      const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
      return low + (place - Math.floor(place)) * (high - low);
    }
    case 'STDEVP': {
      const values = numbersIn([first]);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    }
    case 'LARGE':
    case 'SMALL': {
      const sorted = numbersIn([first]).sort((a, b) => (name === 'LARGE' ? b - a : a - b));
      return sorted[asNumber(single(second)) - 1] ?? null;
    }
    case 'SUMPRODUCT': {
      const lists = args.map(listOf);
      return (lists[0] ?? []).reduce<number>(
        (sum, _, place) => sum + lists.reduce((product, list) => product * asNumber(list[place] ?? null), 1),
        0,
      );
    }
    case 'IF':
      return single(first) === true ? second : (args[2] ?? null);
    case 'AND':
      return args.every((value) => single(value) === true);
    case 'OR':
      return args.some((value) => single(value) === true);
    case 'RANK':
      return (
        numbersIn([second]).filter((value) => value > asNumber(single(first) === '' ? 0 : single(first)))
          .length + 1
      );
    default:
      throw new Error(`unknown function ${name}`);
  }
};

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const columnName = (column: number): string =>
  column === 0
    ? ''
    : columnName(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

const cellsOf = (ref: string): string[] => {
  const [from = '', to = from] = ref.replaceAll('$', '').split(':');
  const place = (cell: string): { column: number; row: number } => ({
    column: columnNumber(cell.replace(/\d/g, '')),
    row: Number(cell.replace(/\D/g, '')),
  });
  const [first, last] = [place(from), place(to)];
  const cells: string[] = [];
  for (let { row } = first; row <= last.row; row += 1)
    for (let { column } = first; column <= last.column; column += 1)
      cells.push(`${columnName(column)}${String(row)}`);
  return cells;
};

/** Gives the value of any cell, reckoned from the formulas alone; stored results are never looked at. */
export const createReckoner = (read: ReadCell): ((sheet: string, address: string) => Scalar) => {
  const known = new Map<string, Scalar>();
  const valueAt = (sheet: string, address: string): Scalar => {
    const key = `${sheet}!${address}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const source = read(sheet, address);
    const value = 'formula' in source ? single(reckon(source.formula, sheet)) : source.value;
    known.set(key, value);
    return value;
  };

  const reckon = (formula: string, sheet: string): Value => {
    const tokens = tokensOf(formula);
    let at = 0;
    const isSign = (...signs: string[]): boolean => {
      const token = tokens[at];
      return token?.kind === 'sign' && signs.includes(token.text);
    };
    const take = (): Token => {
      const token = tokens[at];
      if (!token) throw new Error(`${formula} ends too early`);
      at += 1;
      return token;
    };
    const operand = (): Value => {
      const token = take();
      if (token.kind === 'number') return Number(token.text);
      if (token.kind === 'text') return token.text.replaceAll('""', '"');
      if (token.kind === 'ref') {
        const values = cellsOf(token.text).map((cell) => valueAt(token.sheet ?? sheet, cell));
        return token.text.includes(':') ? values : (values[0] ?? null);
      }
      if (token.kind === 'name') {
        take();
        const args: Value[] = [];
        while (!isSign(')')) {
          args.push(comparison());
          if (isSign(',')) take();
        }
        take();
        return call(token.text, args);
      }
      if (token.text === '-') return each(0, operand(), (a, b) => asNumber(a) - asNumber(b));
      if (token.text !== '(') throw new Error(`unexpected ${token.text} in ${formula}`);
      const inner = comparison();
      take();
      return inner;
    };
    const chain = (signs: readonly string[], next: () => Value): Value => {
      let value = next();
      while (isSign(...signs)) {
        const apply = arithmetic[take().text];
        if (!apply) throw new Error(`no such sign in ${formula}`);
        value = each(value, next(), (a, b) => apply(asNumber(a), asNumber(b)));
      }
      return value;
    };
    const sum = (): Value => chain(['+', '-'], () => chain(['*', '/'], operand));
    const comparison = (): Value => {
      const left = sum();
      if (!isSign('=', '<>', '<', '>', '<=', '>=')) return left;
      const sign = take().text;
      return each(left, sum(), (a, b) => compare(sign, a, b));
    };
    const value = comparison();
    if (at !== tokens.length) throw new Error(`${formula} was not read to its end`);
    return value;
  };
  return valueAt;
};
