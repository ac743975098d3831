import type { FieldIssue } from '../../kernel/result.ts';
import { parseFormula } from './data/formula.ts';
import { formatDecimal, HUNDRED } from './decimal.ts';
import type { Band, Dimension, Indicator, IndicatorContent, LibraryFile, Method } from './indicators.ts';
import { describeGap, scaleToWhole, spreadEvenly, weightGap } from './weights.ts';

const repeated = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.filter((name, place) => names.indexOf(name) !== place));

const methodProblems = (indicator: Indicator): string[] => {
  const { method, fullMarks } = indicator;
  const full = formatDecimal(fullMarks);
  switch (method.kind) {
    case 'points':
      return [];
    case 'levels': {
      const problems: string[] = [];
      if (method.levels.length < 2) problems.push('至少要有两个等级');
      const twice = repeated(method.levels.map(({ label }) => label));
      if (twice.size > 0) problems.push(`等级“${[...twice].join('”“')}”重复`);
      for (const { label, points } of method.levels)
        if (points > fullMarks) problems.push(`等级“${label}”的分数超过满分 ${full}`);
      return problems;
    }
    case 'deduct': {
      const problems: string[] = [];
      if (method.maxDeduct === 0 && method.maxAdd === 0) problems.push('最多扣分和最多加分不能都是 0');
      if (method.maxDeduct > method.start) problems.push('最多扣分不能超过起评分，否则会扣成负分');
      if (method.start + method.maxAdd > fullMarks) problems.push(`起评分加最多加分超过满分 ${full}`);
      return problems;
    }
    case 'formula': {
      const parsed = parseFormula(method.expression);
      if (method.expression === '') return ['还没有公式'];
      return parsed.kind === 'wrong' ? [`的公式${parsed.problem.message}`] : [];
    }
  }
};

const indicatorProblems = (indicator: Indicator, path: string): FieldIssue[] => {
  const of = (field: string, message: string): FieldIssue => ({
    path: `${path}.${field}`,
    message: `“${indicator.name}”${message}`,
  });
  const issues = methodProblems(indicator).map((message) => of('method', message));
  // An item that only vetoes may weigh nothing; any other with 0 was forgotten.
  if (indicator.weight === 0 && indicator.vetoBelow === null) issues.push(of('weight', '还没有权重'));
  if (indicator.vetoBelow !== null && indicator.vetoBelow > indicator.fullMarks)
    issues.push(of('vetoBelow', '的否决线超过满分'));
  return issues;
};

const dimensionProblems = (dimension: Dimension, path: string): FieldIssue[] => {
  const issues: FieldIssue[] = [];
  if (dimension.weight === 0)
    issues.push({ path: `${path}.weight`, message: `“${dimension.name}”还没有权重` });
  if (dimension.indicators.length === 0)
    return [...issues, { path: `${path}.indicators`, message: `“${dimension.name}”还没有指标` }];
  const weights = dimension.indicators.map(({ weight }) => weight);
  if (weightGap(weights) !== 0)
    issues.push({
      path: `${path}.indicators`,
      message: `“${dimension.name}”各指标权重合计须为 100%，${describeGap(weights)}`,
    });
  for (const name of repeated(dimension.indicators.map((indicator) => indicator.name)))
    issues.push({ path: `${path}.indicators`, message: `“${dimension.name}”里有两项都叫“${name}”` });
  dimension.indicators.forEach((indicator, place) =>
    issues.push(...indicatorProblems(indicator, `${path}.indicators.${String(place)}`)),
  );
  return issues;
};

const bandProblems = (bands: readonly Band[]): FieldIssue[] => {
  const issues: FieldIssue[] = [];
  bands.forEach((band, place) => {
    const above = bands[place - 1];
    if (above && band.from >= above.from)
      issues.push({
        path: `bands.${String(place)}.from`,
        message: `等次“${band.label}”的分数线须低于“${above.label}”的 ${formatDecimal(above.from)} 分`,
      });
  });
  const last = bands.at(-1);
  if (last && last.from !== 0)
    issues.push({
      path: `bands.${String(bands.length - 1)}.from`,
      message: `最低等次“${last.label}”须从 0 分起，否则有人没有等次`,
    });
  for (const label of repeated(bands.map((band) => band.label)))
    issues.push({ path: 'bands', message: `等次“${label}”重复` });
  return issues;
};

/** Everything that still stands between a system and its use, each with its place; empty: ready. */
export const contentProblems = (content: IndicatorContent): FieldIssue[] => {
  if (content.dimensions.length === 0) return [{ path: 'dimensions', message: '还没有维度和指标' }];
  const issues: FieldIssue[] = [];
  const weights = content.dimensions.map(({ weight }) => weight);
  if (weightGap(weights) !== 0)
    issues.push({ path: 'dimensions', message: `各维度权重合计须为 100%，${describeGap(weights)}` });
  for (const name of repeated(content.dimensions.map((dimension) => dimension.name)))
    issues.push({ path: 'dimensions', message: `有两个维度都叫“${name}”` });
  content.dimensions.forEach((dimension, place) =>
    issues.push(...dimensionProblems(dimension, `dimensions.${String(place)}`)),
  );
  return [...issues, ...bandProblems(content.bands)];
};

/** An indicator's share of the total in hundredths of a percent, to be shown beside it; rounded down to hundredths. */
export const shareOfTotal = (dimension: Dimension, indicator: Indicator): number =>
  Math.floor((dimension.weight * indicator.weight) / HUNDRED);

/** How weights are made to total 100 %: what is missing in equal parts, or all in proportion. */
export type Balancing = 'even' | 'scaled';

const balance = (weights: readonly number[], blank: readonly boolean[], how: Balancing): number[] =>
  how === 'even' ? spreadEvenly(weights, blank) : scaleToWhole(weights);

/** Which dimensions have no weight yet. */
export const blankDimensions = ({ dimensions }: IndicatorContent): boolean[] =>
  dimensions.map(({ weight }) => weight === 0);

/** Which indicators have no weight yet; those that only veto mean their 0. */
export const blankIndicators = ({ indicators }: Dimension): boolean[] =>
  indicators.map(({ weight, vetoBelow }) => weight === 0 && vetoBelow === null);

/** The same system with the weights of its dimensions made to total 100 %. */
export const balanceDimensions = (content: IndicatorContent, how: Balancing): IndicatorContent => {
  const weights = content.dimensions.map(({ weight }) => weight);
  const balanced = balance(weights, blankDimensions(content), how);
  return {
    ...content,
    dimensions: content.dimensions.map((dimension, place) => ({
      ...dimension,
      weight: balanced[place] ?? dimension.weight,
    })),
  };
};

/** The same dimension with the weights of its indicators made to total 100 %. Pure veto items keep their 0. */
export const balanceIndicators = (dimension: Dimension, how: Balancing): Dimension => {
  const weights = dimension.indicators.map(({ weight }) => weight);
  const balanced = balance(weights, blankIndicators(dimension), how);
  return {
    ...dimension,
    indicators: dimension.indicators.map((indicator, place) => ({
      ...indicator,
      weight: balanced[place] ?? indicator.weight,
    })),
  };
};

/** 优秀 90、合格 75、基本合格 60: the four grades of the yearly assessment (人社部发〔2023〕6号第十条). */
export const usualBands: readonly Band[] = [
  { label: '优秀', from: 9000 },
  { label: '合格', from: 7500 },
  { label: '基本合格', from: 6000 },
  { label: '不合格', from: 0 },
];

const hundredths = (marks: number): number => Math.round(marks * 100);

/** A shipped system as a school's own: figures in hundredths, and an id for each part from `newId`. */
export const contentOfLibrary = (file: LibraryFile, newId: () => string): IndicatorContent => {
  const method = (given: LibraryFile['dimensions'][number]['indicators'][number]['method']): Method => {
    switch (given.kind) {
      case 'points':
        return given;
      case 'levels':
        return {
          kind: 'levels',
          levels: given.levels.map(({ label, points }) => ({
            id: newId(),
            label,
            points: hundredths(points),
          })),
        };
      case 'deduct':
        return {
          kind: 'deduct',
          start: hundredths(given.start),
          maxDeduct: hundredths(given.maxDeduct),
          maxAdd: hundredths(given.maxAdd),
        };
      case 'formula':
        return given;
    }
  };
  return {
    name: file.name,
    about: file.about,
    bands: file.bands.map(({ label, from }) => ({ label, from: hundredths(from) })),
    dimensions: file.dimensions.map((dimension) => ({
      id: newId(),
      name: dimension.name,
      weight: hundredths(dimension.weight),
      indicators: dimension.indicators.map((indicator) => ({
        id: newId(),
        name: indicator.name,
        standard: indicator.standard,
        evidence: indicator.evidence,
        weight: hundredths(indicator.weight),
        fullMarks: hundredths(indicator.fullMarks),
        method: method(indicator.method),
        vetoBelow: indicator.vetoBelow === null ? null : hundredths(indicator.vetoBelow),
      })),
    })),
  };
};
