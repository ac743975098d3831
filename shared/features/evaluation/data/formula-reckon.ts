import Fraction from 'fraction.js';
import { formatDecimal } from '../decimal.ts';
import { decimalOf, fractionOf, roundHalfUp } from './decimal-text.ts';
import type { Sign } from './formula-tokens.ts';
import type { Comparison, Formula, FormulaNode, Operator } from './formula.ts';

/** A formula's outcome for one subject. */
export type Reckoned =
  /** `points` in hundredths, cut to 0 … full marks; `note` says what was done to the value, blank: nothing. */
  | { readonly kind: 'points'; readonly points: number; readonly value: Fraction; readonly note: string }
  | { readonly kind: 'missing'; readonly fields: readonly string[] }
  /** It cannot be reckoned with these data: a division by 0. */
  | { readonly kind: 'failed'; readonly reason: string };

class Failed extends Error {}

const ZERO = new Fraction(0n, 1n);

const reckon = (operator: Operator, left: Fraction, right: Fraction): Fraction => {
  switch (operator) {
    case '+':
      return left.add(right);
    case '-':
      return left.sub(right);
    case '*':
      return left.mul(right);
    case '/':
      if (right.equals(ZERO)) throw new Failed('除数是 0');
      return left.div(right);
  }
};

const holds = (operator: Comparison, left: Fraction, right: Fraction): boolean => {
  const order = left.compare(right);
  switch (operator) {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
  }
};

type Values = ReadonlyMap<string, Fraction>;

const least = (values: readonly Fraction[]): Fraction =>
  values.reduce((one, other) => (other.compare(one) < 0 ? other : one));
const greatest = (values: readonly Fraction[]): Fraction =>
  values.reduce((one, other) => (other.compare(one) > 0 ? other : one));

const conditionOf = (node: FormulaNode, values: Values): boolean => {
  if (node.kind === 'compare')
    return holds(node.operator, valueOf(node.left, values), valueOf(node.right, values));
  if (node.kind === 'call' && node.name === '且') return node.args.every((arg) => conditionOf(arg, values));
  if (node.kind === 'call' && node.name === '或') return node.args.some((arg) => conditionOf(arg, values));
  throw new RangeError(`a ${node.kind} is no condition`);
};

const callOf = (node: Extract<FormulaNode, { kind: 'call' }>, values: Values): Fraction => {
  const { name, args } = node;
  const at = (place: number): Fraction => {
    const arg = args[place];
    if (!arg) throw new RangeError(`${name} has no argument ${String(place)}`);
    return valueOf(arg, values);
  };
  const all = (): Fraction[] => args.map((arg) => valueOf(arg, values));
  switch (name) {
    case '最大':
      return greatest(all());
    case '最小':
      return least(all());
    case '平均':
      return all()
        .reduce((sum, each) => sum.add(each), ZERO)
        .div(new Fraction(BigInt(args.length), 1n));
    case '四舍五入':
      return roundHalfUp(at(0), args.length > 1 ? at(1).valueOf() : 0);
    case '限于': {
      const [value, lower, upper] = [at(0), at(1), at(2)];
      if (lower.compare(upper) > 0) throw new Failed('“限于”的下限大于上限');
      return least([greatest([value, lower]), upper]);
    }
    case '如果': {
      const [test] = args;
      return test && conditionOf(test, values) ? at(1) : at(2);
    }
    case '且':
    case '或':
      throw new RangeError(`${name} is no number`);
  }
};

const valueOf = (node: FormulaNode, values: Values): Fraction => {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'field': {
      const value = values.get(node.name);
      if (!value) throw new RangeError(`no value of ${node.name}`);
      return value;
    }
    case 'negate':
      return valueOf(node.of, values).neg();
    case 'reckon':
      return reckon(node.operator, valueOf(node.left, values), valueOf(node.right, values));
    case 'choose':
      return conditionOf(node.test, values) ? valueOf(node.then, values) : valueOf(node.otherwise, values);
    case 'call':
      return callOf(node, values);
    case 'compare':
      throw new RangeError('a comparison is no number');
  }
};

/** A value as it is shown: exactly where it has at most four decimals, else rounded to four. */
export const showValue = (value: Fraction): { readonly text: string; readonly exact: boolean } => {
  const rounded = roundHalfUp(value, 4);
  return { text: decimalOf(rounded), exact: rounded.equals(value) };
};

/**
 * Reckons a formula exactly and rounds once at the end, half up to hundredths, after cutting to 0 … full marks.
 * Everything that the formula names has to be there, whichever way its conditions go: the same table of data is then
 * complete or incomplete for everybody alike.
 *
 * @param values by field name, decimals
 * @param fullMarks in hundredths
 */
export const reckonFormula = (
  formula: Formula,
  values: ReadonlyMap<string, string>,
  fullMarks: number,
): Reckoned => {
  const missing = formula.fields.filter((name) => !values.has(name));
  if (missing.length > 0) return { kind: 'missing', fields: missing };
  const exact = new Map([...values].map(([name, text]) => [name, fractionOf(text)] as const));
  try {
    const value = valueOf(formula.root, exact);
    const rounded = roundHalfUp(value, 2).mul(new Fraction(100n, 1n)).valueOf();
    const points = Math.min(Math.max(rounded, 0), fullMarks);
    const shown = showValue(value).text;
    const note =
      value.compare(ZERO) < 0
        ? `算得 ${shown}，小于 0，按 0 分计`
        : value.compare(new Fraction(BigInt(fullMarks), 100n)) > 0
          ? `算得 ${shown}，超过满分 ${formatDecimal(fullMarks)}，按满分计`
          : '';
    return { kind: 'points', points: points === 0 ? 0 : points, value, note };
  } catch (error) {
    if (error instanceof Failed) return { kind: 'failed', reason: error.message };
    throw error;
  }
};

const SHOWN_SIGNS: Readonly<Partial<Record<Sign, string>>> = {
  '(': '(',
  ')': ')',
  ',': '，',
  '*': ' × ',
  '/': ' ÷ ',
  '==': ' = ',
  '!=': ' ≠ ',
  '>=': ' ≥ ',
  '<=': ' ≤ ',
};

/** The formula with the values in place of the names: `92.5 × 60% + 30 × 40%`. */
export const withValues = (formula: Formula, values: ReadonlyMap<string, string>): string =>
  formula.tokens
    .map((token) => {
      if (token.kind === 'number') return token.text;
      if (token.kind === 'sign') return SHOWN_SIGNS[token.sign] ?? ` ${token.sign} `;
      const value = values.get(token.name);
      if (value === undefined) return token.name;
      return value.startsWith('-') ? `(${value})` : value;
    })
    .join('')
    .trim();
