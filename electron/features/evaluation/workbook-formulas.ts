/**
 * The formulas of a score workbook. They do what the rules do, on whole hundredths: a figure of at most two decimals is
 * turned into a whole number first, so that floating point has nothing to get wrong and ROUND, half away from zero,
 * meets a tie exactly where there is one. Dividing by 100 comes last.
 */

const hundredths = (cells: string): string => `ROUND(${cells}*100,0)`;

/** Step 1: the mean of a column of marks. */
export const meanFormula = (cells: string): string =>
  `ROUND(ROUND(SUM(${cells})*100,0)/COUNT(${cells}),0)/100`;

/** The same without the highest and lowest marks. */
export const trimmedMeanFormula = (
  cells: string,
  { highest, lowest }: { readonly highest: number; readonly lowest: number },
): string => {
  const dropped = [
    ...Array.from({ length: highest }, (_, at) => `LARGE(${cells},${String(at + 1)})`),
    ...Array.from({ length: lowest }, (_, at) => `SMALL(${cells},${String(at + 1)})`),
  ].map((mark) => `-${hundredths(mark)}`);
  return `ROUND((${hundredths(`SUM(${cells})`)}${dropped.join('')})/(COUNT(${cells})-${String(highest + lowest)}),0)/100`;
};

/**
 * Step 3 where the cycle standardises: mean + spread × (x − μ) ÷ σ over those who have a total and share the comparison
 * group, half rounded up, kept within 0 and 100; σ = 0 leaves it as it is. Sums are of whole hundredths, hence exact.
 */
export const standardisedFormula = (
  {
    own,
    all,
    group,
  }: {
    readonly own: string;
    readonly all: string;
    readonly group: { readonly own: string; readonly all: string } | null;
  },
  { mean, spread }: { readonly mean: number; readonly spread: number },
): string => {
  const among = group === null ? '' : `1*(${group.all}=${group.own}),`;
  const count = `SUMPRODUCT(${among}1*(${all}<>""))`;
  const sum = `SUMPRODUCT(${among}${hundredths(all)})`;
  const squares = `SUMPRODUCT(${among}${hundredths(all)},${hundredths(all)})`;
  const variance = `(${count}*${squares}-${sum}*${sum})`;
  const moved = `INT(ROUND(${String(spread)}*(${count}*${hundredths(own)}-${sum})/SQRT(${variance}),8)+0.5)`;
  return `IF(${variance}=0,${own},MIN(100,MAX(0,(${String(mean)}+${moved})/100)))`;
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The least number that all full marks (whole marks) divide. */
export const commonFullMarks = (fullMarks: readonly number[]): number =>
  fullMarks.reduce((all, each) => (all / gcd(all, each)) * each, 1);

/**
 * Step 2: a dimension out of 100. `common` is a multiple of all full marks; it keeps the sum a whole number and cancels
 * out, so that the formula stays right when somebody changes the full marks in the sheet.
 */
export const dimensionFormula = (
  points: string,
  weights: string,
  fullMarks: string,
  common: number,
): string =>
  `ROUND(SUMPRODUCT(${hundredths(points)},${hundredths(weights)},${String(common)}/${fullMarks})/${String(100 * common)},0)/100`;

/** Step 3: a weighted mean of cells that are all there. */
export const groupFormula = (scores: string, weights: string): string =>
  `ROUND(SUMPRODUCT(${hundredths(scores)},${hundredths(weights)})/ROUND(SUM(${weights})*100,0),0)/100`;

/** Step 4: a weighted mean of those cells that hold a figure; the weight of a blank one is shared by the others. */
export const totalFormula = (scores: string, weights: string): string =>
  `ROUND(SUMPRODUCT(${hundredths(scores)},${hundredths(weights)})/SUMPRODUCT(${hundredths(weights)},1*(${scores}<>"")),0)/100`;

/** The mean of one indicator over groups, by their weights. */
export const overallFormula = (
  parts: readonly { readonly points: string; readonly weight: string }[],
): string => {
  const sum = parts.map(({ points, weight }) => `${hundredths(points)}*${hundredths(weight)}`).join('+');
  const whole = parts.map(({ weight }) => hundredths(weight)).join('+');
  return `ROUND((${sum})/(${whole}),0)/100`;
};

/** 是 when one of the veto items lies below its line; a blank item was rated by nobody. */
export const vetoFormula = (items: readonly { readonly points: string; readonly line: string }[]): string => {
  const struck = items.map(({ points, line }) => `AND(${points}<>"",${points}<${line})`);
  return `IF(OR(${struck.join(',')}),"是","否")`;
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The first grade whose line the total reaches; the last one for a veto (`veto` undefined: there is no such item). */
export const gradeFormula = (
  total: string,
  veto: string | undefined,
  bands: readonly { readonly label: string; readonly from: number }[],
): string => {
  const lowest = quoted(bands.at(-1)?.label ?? '');
  const graded = bands
    .slice(0, -1)
    .reduceRight(
      (otherwise, { label, from }) =>
        `IF(${hundredths(total)}>=${String(from)},${quoted(label)},${otherwise})`,
      lowest,
    );
  return veto === undefined ? graded : `IF(${veto}="是",${lowest},${graded})`;
};

/** The total of whoever takes part in the ranking, blank for a vetoed subject. */
export const rankedTotalFormula = (total: string, veto: string): string => `IF(${veto}="是","",${total})`;

/** The same among those alone who share the comparison group. */
export const rankWithinFormula = (
  rankedTotal: string,
  all: string,
  group: { readonly own: string; readonly all: string },
): string =>
  `IF(${rankedTotal}="","",1+SUMPRODUCT(1*(${group.all}=${group.own}),1*(${all}<>""),1*(${all}>${rankedTotal})))`;

/** Ties share a rank, as RANK gives it; nothing where there is no ranked total. */
export const rankFormula = (rankedTotal: string, all: string): string =>
  `IF(${rankedTotal}="","",RANK(${rankedTotal},${all},0))`;
