import { formatDecimal, formatResult, formatWeight, HUNDRED } from './decimal.ts';
import type { Explanation } from './explanation.ts';
import type { Dimension, Indicator, IndicatorContent } from './indicators.ts';
import type { SheetScores } from './rating.ts';
import { isVetoed } from './rules.ts';
import { pointsOf, showScore } from './scores.ts';
import type { Figures, GroupFigure, RaterGroup } from './schema.ts';

/** What the explanation of one subject's result stands on: the figures are shown as they are, never reckoned anew. */
export interface ToExplain {
  readonly content: IndicatorContent;
  readonly groups: readonly RaterGroup[];
  readonly figures: Figures;
  /** How many take part in the ranking. */
  readonly ranked: number;
  /** The subject's sheets, whose scores stand at the bottom of the explanation. */
  readonly sheets: readonly SheetScores[];
  /** What a rater is called here: by name, or by number where names are not for the reader. */
  readonly raterName: (group: RaterGroup, raterId: string, place: number) => string;
}

type GroupOf = Explanation['groups'][number];
type DimensionOf = GroupOf['dimensions'][number];
type IndicatorOf = DimensionOf['indicators'][number];

/** `=` where the sum comes out even, `≈` where it was rounded: nobody who checks by hand is left in doubt. */
const equation = (left: string, exact: boolean, result: number): string =>
  `${left} ${exact ? '=' : '≈'} ${formatDecimal(result)}`;

const weightedSum = (
  parts: readonly { readonly value: number; readonly weight: number }[],
  result: number,
): string => {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const products = parts
    .map(({ value, weight }) => `${formatDecimal(value)} × ${formatWeight(weight)}`)
    .join(' + ');
  const exact = parts.reduce((sum, { value, weight }) => sum + value * weight, 0) === result * whole;
  return whole === HUNDRED
    ? equation(products, exact, result)
    : equation(`(${products}) ÷ ${formatWeight(whole)}`, exact, result);
};

const explainIndicator = (
  indicator: Indicator,
  points: number,
  group: RaterGroup,
  sheets: readonly SheetScores[],
  raterName: ToExplain['raterName'],
): IndicatorOf => {
  const given = sheets.flatMap((sheet, place) => {
    const score = sheet.scores[indicator.id];
    return score
      ? [
          {
            rater: raterName(group, sheet.raterId, place),
            typed: showScore(indicator, score),
            worth: pointsOf(indicator, score),
          },
        ]
      : [];
  });
  const sum = given.reduce((total, { worth }) => total + worth, 0);
  const listed = given.map(({ worth }) => formatDecimal(worth)).join(' + ');
  return {
    title: indicator.name,
    indicatorId: indicator.id,
    sum:
      given.length === 1
        ? `${listed} 分`
        : equation(`(${listed}) ÷ ${String(given.length)}`, sum === points * given.length, points),
    result: formatDecimal(points),
    weight: formatWeight(indicator.weight),
    fullMarks: formatDecimal(indicator.fullMarks),
    scores: given.map(({ rater, typed, worth }) => ({ rater, typed, points: formatDecimal(worth) })),
  };
};

const dimensionSum = (
  dimension: Dimension,
  pointsAt: ReadonlyMap<string, number>,
  result: number,
): string => {
  const parts = dimension.indicators.filter(({ weight }) => weight > 0);
  const text = parts
    .map(
      ({ id, fullMarks, weight }) =>
        `${formatDecimal(pointsAt.get(id) ?? 0)} ÷ ${formatDecimal(fullMarks)} × ${formatDecimal(weight)}`,
    )
    .join(' + ');
  const common = parts.reduce((product, { fullMarks }) => product * BigInt(fullMarks), 1n);
  const exact = parts.reduce(
    (sum, { id, fullMarks, weight }) =>
      sum + BigInt(pointsAt.get(id) ?? 0) * BigInt(weight) * (common / BigInt(fullMarks)),
    0n,
  );
  return equation(text, exact === BigInt(result) * common, result);
};

const explainGroup = (given: ToExplain, group: RaterGroup, figure: GroupFigure): GroupOf => {
  const sheets = given.sheets.filter(({ groupId, scores }) => {
    const rated = figure.dimensions.flatMap(({ indicators }) => indicators);
    return groupId === group.id && rated.every(({ indicatorId }) => Object.hasOwn(scores, indicatorId));
  });
  const dimensions = figure.dimensions.flatMap(({ dimensionId, score, indicators }): DimensionOf[] => {
    const dimension = given.content.dimensions.find(({ id }) => id === dimensionId);
    if (!dimension) return [];
    const pointsAt = new Map(indicators.map(({ indicatorId, points }) => [indicatorId, points]));
    return [
      {
        title: dimension.name,
        dimensionId,
        sum: dimensionSum(dimension, pointsAt, score),
        result: formatResult(score),
        weight: formatWeight(dimension.weight),
        indicators: dimension.indicators.map((indicator) =>
          explainIndicator(indicator, pointsAt.get(indicator.id) ?? 0, group, sheets, given.raterName),
        ),
      },
    ];
  });
  const parts = figure.dimensions.map(({ dimensionId, score }) => ({
    value: score,
    weight: given.content.dimensions.find(({ id }) => id === dimensionId)?.weight ?? 0,
  }));
  return {
    title: group.name,
    groupId: group.id,
    sum: weightedSum(parts, figure.total),
    result: formatResult(figure.total),
    weight: formatWeight(group.weight),
    dimensions,
  };
};

const explainGrade = ({ content, figures }: ToExplain): Explanation['grade'] => {
  if (isVetoed(figures)) return { label: figures.grade, why: '一票否决，定为最低等次' };
  const place = content.bands.findIndex(({ label }) => label === figures.grade);
  const band = content.bands[place];
  const above = content.bands[place - 1];
  const from = band ? `达到“${band.label}”的 ${formatDecimal(band.from)} 分` : '';
  const below = above ? `，未达到“${above.label}”的 ${formatDecimal(above.from)} 分` : '';
  return { label: figures.grade, why: `总分 ${formatResult(figures.total)} ${from}${below}` };
};

const explainVeto = (content: IndicatorContent, veto: Figures['vetoes'][number]): string => {
  const indicator = content.dimensions
    .flatMap(({ indicators }) => indicators)
    .find(({ id }) => id === veto.indicatorId);
  const name = indicator?.name ?? '否决项';
  const [got, line] = [formatDecimal(veto.points), formatDecimal(veto.below)];
  return veto.struck
    ? `“${name}”得 ${got} 分，低于否决线 ${line} 分：一票否决`
    : `“${name}”得 ${got} 分，不低于否决线 ${line} 分：没有触发一票否决`;
};

/** A result from its total down to the single scores, each step with its sum written out. */
export const explainResult = (given: ToExplain): Explanation => {
  const { figures, groups } = given;
  const counted = figures.groups.flatMap((figure) => {
    const group = groups.find(({ id }) => id === figure.groupId);
    return group ? [{ group, figure }] : [];
  });
  return {
    total: {
      sum: weightedSum(
        counted.map(({ group, figure }) => ({ value: figure.total, weight: group.weight })),
        figures.total,
      ),
      result: formatResult(figures.total),
    },
    groups: counted.map(({ group, figure }) => explainGroup(given, group, figure)),
    leftOut: groups
      .filter(({ id }) => figures.leftOut.includes(id))
      .map(({ name }) => `“${name}”没有人评分，不计入，权重由其余评分组按比例分担`),
    vetoes: figures.vetoes.map((veto) => ({ text: explainVeto(given.content, veto), struck: veto.struck })),
    grade: explainGrade(given),
    rank:
      figures.rank === null
        ? '一票否决，不参加排名'
        : `第 ${String(figures.rank)} 名，共 ${String(given.ranked)} 名参加排名，同分同名次`,
    rounding: '每一步都四舍五入到两位小数，下一步用已经舍入的数继续计算；“=”表示正好相等，“≈”表示经过舍入。',
  };
};
