import Fraction from 'fraction.js';
import jsep from 'jsep';
import { formulaFunctions, isFormulaFunction, type FormulaFunction } from './formula-functions.ts';
import { orderProblem } from './formula-order.ts';
import { problemAt, readTokens, type FormulaProblem, type FormulaToken } from './formula-tokens.ts';

export type Operator = '+' | '-' | '*' | '/';
export type Comparison = '<' | '>' | '<=' | '>=' | '==' | '!=';

/** A formula taken apart. `at`: the character at which it begins, from 1. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly at: number; readonly value: Fraction; readonly percent: boolean }
  | { readonly kind: 'field'; readonly at: number; readonly name: string }
  | { readonly kind: 'negate'; readonly at: number; readonly of: FormulaNode }
  | {
      readonly kind: 'reckon';
      readonly at: number;
      readonly operator: Operator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | {
      readonly kind: 'compare';
      readonly at: number;
      readonly operator: Comparison;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | {
      readonly kind: 'choose';
      readonly at: number;
      readonly test: FormulaNode;
      readonly then: FormulaNode;
      readonly otherwise: FormulaNode;
    }
  | {
      readonly kind: 'call';
      readonly at: number;
      readonly name: FormulaFunction;
      readonly args: readonly FormulaNode[];
    };

export interface Formula {
  readonly text: string;
  readonly tokens: readonly FormulaToken[];
  readonly root: FormulaNode;
  /** The data that it needs, each once, in the order in which they are named. */
  readonly fields: readonly string[];
}

export type ParsedFormula =
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'wrong'; readonly problem: FormulaProblem };

/** A refusal on the way down the tree; never leaves this file. */
class Refused extends Error {
  readonly problem: FormulaProblem;
  constructor(at: number, what: string) {
    super(what);
    this.problem = problemAt(at, what);
  }
}

const operators: readonly Operator[] = ['+', '-', '*', '/'];
const comparisons: readonly Comparison[] = ['<', '>', '<=', '>=', '==', '!='];

const isIdentifier = (node: jsep.Expression): node is jsep.Identifier => node.type === 'Identifier';
const isBinary = (node: jsep.Expression): node is jsep.BinaryExpression => node.type === 'BinaryExpression';
const isUnary = (node: jsep.Expression): node is jsep.UnaryExpression => node.type === 'UnaryExpression';
const isConditional = (node: jsep.Expression): node is jsep.ConditionalExpression =>
  node.type === 'ConditionalExpression';
const isCall = (node: jsep.Expression): node is jsep.CallExpression => node.type === 'CallExpression';

type ValueKind = 'number' | 'condition';
const kindWords = { number: '一个数', condition: '一个条件，如 及格率 >= 60' } as const;

const kindOf = (node: FormulaNode): ValueKind =>
  node.kind === 'compare' || (node.kind === 'call' && (node.name === '且' || node.name === '或'))
    ? 'condition'
    : 'number';

/** @throws Refused where a condition stands for a number, or a number for a condition. */
const demand = (node: FormulaNode, kind: ValueKind): FormulaNode => {
  if (kindOf(node) !== kind) throw new Refused(node.at, `这里应当是${kindWords[kind]}`);
  return node;
};

const exact = (digits: string, percent: boolean): Fraction => {
  const [whole = '', decimals = ''] = digits.split('.');
  const scale = 10n ** BigInt(decimals.length + (percent ? 2 : 0));
  return new Fraction(BigInt(`${whole}${decimals}`), scale);
};

const call = (at: number, name: FormulaFunction, args: readonly FormulaNode[]): FormulaNode => {
  const { least, most, usage } = formulaFunctions[name];
  if (args.length < least || args.length > most)
    throw new Refused(at, `“${name}”括号里的个数不对，应写成 ${usage}`);
  const [first, second] = args;
  if (name === '且' || name === '或') args.forEach((arg) => demand(arg, 'condition'));
  else args.forEach((arg, place) => demand(arg, name === '如果' && place === 0 ? 'condition' : 'number'));
  if (name === '四舍五入' && first && second) {
    const places = second.kind === 'number' && !second.percent ? second.value.valueOf() : -1;
    if (!Number.isInteger(places) || places < 0 || places > 4)
      throw new Refused(second.at, '“四舍五入”的位数只能是 0 到 4 的整数');
  }
  return { kind: 'call', at, name, args };
};

/**
 * The library sees only signs and the names `t0`, `t1` … of the words in between: whatever a person types, there is
 * no member, string or other thing of the language behind it to reach.
 */
const treeOf = (tokens: readonly FormulaToken[]): FormulaNode => {
  const told = tokens
    .map((token, place) => (token.kind === 'sign' ? token.sign : `t${String(place)}`))
    .join(' ');
  const tokenOf = (node: jsep.Expression): FormulaToken | undefined =>
    isIdentifier(node) ? tokens[Number(node.name.slice(1))] : undefined;
  const begin = tokens[0]?.at ?? 1;
  const take = (node: jsep.Expression): FormulaNode => {
    const token = tokenOf(node);
    if (token?.kind === 'number') {
      const { at, digits, percent } = token;
      return { kind: 'number', at, value: exact(digits, percent), percent };
    }
    if (token?.kind === 'name') return { kind: 'field', at: token.at, name: token.name };
    if (isUnary(node)) {
      const of = demand(take(node.argument), 'number');
      return node.operator === '-' ? { kind: 'negate', at: of.at, of } : of;
    }
    if (isBinary(node)) {
      const [left, right] = [demand(take(node.left), 'number'), demand(take(node.right), 'number')];
      const operator = operators.find((one) => one === node.operator);
      if (operator) return { kind: 'reckon', at: left.at, operator, left, right };
      const comparison = comparisons.find((one) => one === node.operator);
      if (comparison) return { kind: 'compare', at: left.at, operator: comparison, left, right };
    }
    if (isConditional(node)) {
      const test = demand(take(node.test), 'condition');
      const then = demand(take(node.consequent), 'number');
      return { kind: 'choose', at: test.at, test, then, otherwise: demand(take(node.alternate), 'number') };
    }
    if (isCall(node)) {
      const callee = tokenOf(node.callee);
      if (callee?.kind === 'name' && isFormulaFunction(callee.name))
        return call(callee.at, callee.name, node.arguments.map(take));
    }
    throw new Refused(begin, '公式写得不完整，请检查括号和运算符');
  };
  let parsed: jsep.Expression;
  try {
    parsed = jsep(told);
  } catch {
    throw new Refused(begin, '公式写得不完整，请检查括号和运算符');
  }
  return demand(take(parsed), 'number');
};

/** Reads a formula. Never throws: what is wrong comes back with its place. Data names are not looked up here. */
export const parseFormula = (text: string): ParsedFormula => {
  const read = readTokens(text);
  if (read.kind === 'wrong') return read;
  const { tokens } = read;
  const disordered = orderProblem(tokens);
  if (disordered) return { kind: 'wrong', problem: disordered };
  try {
    const root = treeOf(tokens);
    const fields = tokens.flatMap((token) =>
      token.kind === 'name' && !isFormulaFunction(token.name) ? [token.name] : [],
    );
    return { kind: 'formula', formula: { text, tokens, root, fields: [...new Set(fields)] } };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'wrong', problem: error.problem };
    throw error;
  }
};
