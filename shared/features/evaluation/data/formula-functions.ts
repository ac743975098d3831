/** The functions of formulas by their Chinese names, each with how it is written and what it gives. */
export const formulaFunctions = {
  最大: { least: 1, most: 20, usage: '最大(甲, 乙, …)', about: '几个数里最大的' },
  最小: { least: 1, most: 20, usage: '最小(甲, 乙, …)', about: '几个数里最小的' },
  平均: { least: 1, most: 20, usage: '平均(甲, 乙, …)', about: '几个数的平均数' },
  四舍五入: { least: 1, most: 2, usage: '四舍五入(数, 位数)', about: '保留几位小数，不写位数时取整数' },
  限于: { least: 3, most: 3, usage: '限于(数, 下限, 上限)', about: '小于下限的按下限，大于上限的按上限' },
  如果: { least: 3, most: 3, usage: '如果(条件, 是, 否)', about: '条件成立取前一个，不成立取后一个' },
  且: { least: 2, most: 20, usage: '且(条件, 条件, …)', about: '条件都成立' },
  或: { least: 2, most: 20, usage: '或(条件, 条件, …)', about: '至少有一个条件成立' },
} as const;
export type FormulaFunction = keyof typeof formulaFunctions;

export const isFormulaFunction = (name: string): name is FormulaFunction =>
  Object.hasOwn(formulaFunctions, name);

/** In the order in which they are offered. */
export const functionNames: readonly FormulaFunction[] =
  Object.keys(formulaFunctions).filter(isFormulaFunction);
