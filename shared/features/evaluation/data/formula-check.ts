import { formulaFunctions } from './formula-functions.ts';
import { parseFormula, type FormulaNode, type ParsedFormula } from './formula.ts';
import { problemAt, type FormulaProblem } from './formula-tokens.ts';

/** A kind of data as formulas know it. */
export interface KnownField {
  readonly name: string;
  /** `%`: the value of 92.5 % is 92.5. */
  readonly unit: string;
}

const fieldsIn = (node: FormulaNode): readonly string[] => {
  switch (node.kind) {
    case 'number':
      return [];
    case 'field':
      return [node.name];
    case 'negate':
      return fieldsIn(node.of);
    case 'reckon':
    case 'compare':
      return [...fieldsIn(node.left), ...fieldsIn(node.right)];
    case 'choose':
      return [...fieldsIn(node.test), ...fieldsIn(node.then), ...fieldsIn(node.otherwise)];
    case 'call':
      return node.args.flatMap(fieldsIn);
  }
};

const childrenOf = (node: FormulaNode): readonly FormulaNode[] => {
  switch (node.kind) {
    case 'number':
    case 'field':
      return [];
    case 'negate':
      return [node.of];
    case 'reckon':
    case 'compare':
      return [node.left, node.right];
    case 'choose':
      return [node.test, node.then, node.otherwise];
    case 'call':
      return node.args;
  }
};

const lookalikeOf = (name: string, fields: readonly KnownField[]): string | undefined =>
  fields.find((field) => field.name.includes(name) || name.includes(field.name))?.name;

const unknownProblem = (at: number, name: string, fields: readonly KnownField[]): FormulaProblem => {
  const close = lookalikeOf(name, fields);
  const listed = fields.slice(0, 12).map((field) => field.name);
  const available = `可用的数据有：${listed.join('、')}${fields.length > listed.length ? '等' : ''}`;
  return problemAt(
    at,
    `不认识“${name}”，${close === undefined ? available : `是不是“${close}”？${available}`}`,
  );
};

/** `及格率 >= 90%` compares 92.5 with 0.9: a slip that no result would ever betray. */
const percentProblem = (node: FormulaNode, percents: ReadonlySet<string>): FormulaProblem | undefined => {
  const side = node.kind === 'compare' || (node.kind === 'call' && formulaFunctions[node.name].least !== 2);
  if (!side) return undefined;
  const parts = childrenOf(node);
  const rate = parts.flatMap(fieldsIn).find((name) => percents.has(name));
  const literal = parts.find((part) => part.kind === 'number' && part.percent);
  return rate !== undefined && literal
    ? problemAt(literal.at, `“${rate}”按百分数的数值计算（92.5% 就是 92.5），这里请直接写数值，不写“%”`)
    : undefined;
};

const firstProblem = (
  node: FormulaNode,
  fields: readonly KnownField[],
  percents: ReadonlySet<string>,
): FormulaProblem | undefined => {
  if (node.kind === 'field' && !fields.some(({ name }) => name === node.name))
    return unknownProblem(node.at, node.name, fields);
  for (const child of childrenOf(node)) {
    const inside = firstProblem(child, fields, percents);
    if (inside) return inside;
  }
  return percentProblem(node, percents);
};

/** Reads a formula and looks whether the data that it names are known. Never throws. */
export const checkFormula = (text: string, fields: readonly KnownField[]): ParsedFormula => {
  const parsed = parseFormula(text);
  if (parsed.kind === 'wrong') return parsed;
  const percents = new Set(fields.filter(({ unit }) => unit === '%').map(({ name }) => name));
  const problem = firstProblem(parsed.formula.root, fields, percents);
  return problem ? { kind: 'wrong', problem } : parsed;
};
