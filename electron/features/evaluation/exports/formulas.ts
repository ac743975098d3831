/**
 * Statistics as live formulas over columns of figures with two decimals. They do what `statistics.ts` does: a figure is
 * brought to whole hundredths before it is rounded, so that ROUND, half away from zero, meets a tie where there is one.
 */

/** A quartile: 0 the least, 2 the median, 4 the greatest. Lies on a quarter of a hundredth, which the inner ROUND hits. */
export const quartileFormula = (cells: string, quarter: 0 | 1 | 2 | 3 | 4): string =>
  `ROUND(ROUND(QUARTILE(${cells},${String(quarter)})*100,4),0)/100`;

/** Population σ. */
export const spreadFormula = (cells: string): string => `ROUND(ROUND(STDEVP(${cells})*100,8),0)/100`;

export const countFormula = (cells: string): string => `COUNT(${cells})`;

/** How many cells hold this text. */
export const countTextFormula = (cells: string, text: string): string =>
  `COUNTIF(${cells},"${text.replaceAll('"', '""')}")`;

/** What a figure differs by from an earlier one; nothing where one of them is blank. */
export const changeFormula = (before: string, after: string): string =>
  `IF(OR(${before}="",${after}=""),"",ROUND(${after}-${before},2))`;

/** A share of a sum, to hundredths of a percent. */
export const shareFormula = (part: string, all: string): string => `ROUND(${part}/SUM(${all}),4)`;
