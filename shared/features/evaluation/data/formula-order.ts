import { isFormulaFunction } from './formula-functions.ts';
import { problemAt, type FormulaProblem, type FormulaToken, type Sign } from './formula-tokens.ts';

/**
 * Looks whether words follow each other as they can in a formula, so that what is wrong is said in plain words and at
 * its place; what remains to be found afterwards is only the grouping.
 */

const MOST_DEPTH = 20;

const shown = ({ text }: FormulaToken): string => `“${text}”`;
const isSign = (token: FormulaToken | undefined, ...of: readonly Sign[]): boolean =>
  token?.kind === 'sign' && of.includes(token.sign);

/** A comma belongs to the nearest bracket; outside of a function there is nothing to part. */
interface Bracket {
  readonly at: number;
  readonly ofFunction: boolean;
  /** `?` that still wait for their `:`, as places. */
  readonly asking: number[];
}

const operandProblem = (token: FormulaToken, before: FormulaToken | undefined): FormulaProblem => {
  const after = before === undefined ? '开头' : `${shown(before)}后面`;
  return problemAt(token.at, `${after}应当是一个数、数据名称或者括号，而不是${shown(token)}`);
};

const nameProblem = (token: FormulaToken, next: FormulaToken | undefined): FormulaProblem | undefined => {
  if (token.kind !== 'name') return undefined;
  const called = isSign(next, '(');
  if (isFormulaFunction(token.name) && !called)
    return problemAt(token.at, `“${token.name}”后面要写括号，如 ${token.name}(…)`);
  if (!isFormulaFunction(token.name) && called)
    return problemAt(token.at, `没有叫“${token.name}”的函数；如果是数据，和括号之间要写运算符，如 *`);
  return undefined;
};

const closeProblem = (brackets: Bracket[], token: FormulaToken): FormulaProblem | undefined => {
  const open = brackets.at(-1);
  const asked = open?.asking.at(-1);
  if (asked !== undefined) return problemAt(asked, '“?”后面缺少“:”和条件不成立时的数');
  if (isSign(token, ','))
    return open?.ofFunction === true ? undefined : problemAt(token.at, '逗号只能用在函数的括号里');
  if (brackets.length < 2) return problemAt(token.at, '多了一个右括号，没有与它配对的左括号');
  brackets.pop();
  return undefined;
};

/** The first word that cannot stand where it stands; undefined: none. */
export const orderProblem = (tokens: readonly FormulaToken[]): FormulaProblem | undefined => {
  const [first] = tokens;
  if (!first) return problemAt(1, '还没有公式');
  const brackets: Bracket[] = [{ at: 0, ofFunction: false, asking: [] }];
  let wantsOperand = true;
  for (const [place, token] of tokens.entries()) {
    const before = tokens[place - 1];
    const open = brackets.at(-1);
    if (wantsOperand) {
      if (token.kind !== 'sign') {
        const named = nameProblem(token, tokens[place + 1]);
        if (named) return named;
        wantsOperand = token.kind === 'name' && isFormulaFunction(token.name);
        continue;
      }
      if (token.sign === '(') {
        if (brackets.length > MOST_DEPTH) return problemAt(token.at, `括号不能超过 ${String(MOST_DEPTH)} 层`);
        const ofFunction = before?.kind === 'name' && isFormulaFunction(before.name);
        brackets.push({ at: token.at, ofFunction, asking: [] });
        continue;
      }
      // A sign in front of a number, but not one behind another: `1 - -2` is more often a slip than meant.
      const leads = isSign(token, '-', '+') && !isSign(before, '+', '-', '*', '/');
      if (!leads) return operandProblem(token, before);
      continue;
    }
    if (token.kind !== 'sign' || token.sign === '(')
      return problemAt(token.at, `${before ? shown(before) : ''}和${shown(token)}之间缺少运算符`);
    if (token.sign === ')' || token.sign === ',') {
      const closing = closeProblem(brackets, token);
      if (closing) return closing;
      wantsOperand = token.sign === ',';
      continue;
    }
    if (token.sign === '?') open?.asking.push(token.at);
    if (token.sign === ':' && open?.asking.pop() === undefined)
      return problemAt(token.at, '“:”前面没有与它配对的“?”');
    wantsOperand = true;
  }
  const last = tokens.at(-1) ?? first;
  if (wantsOperand) return problemAt(last.at, `${shown(last)}后面还缺一个数或者数据名称`);
  const asked = brackets.at(-1)?.asking.at(-1);
  if (asked !== undefined) return problemAt(asked, '“?”后面缺少“:”和条件不成立时的数');
  const open = brackets.at(-1);
  return brackets.length > 1 && open ? problemAt(open.at, '左括号没有与它配对的右括号') : undefined;
};
