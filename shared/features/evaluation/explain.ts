import { formatDecimal, formatResult, formatWeight, HUNDRED } from './decimal.ts';
import type { Explanation, FormulaTrace } from './explanation.ts';
import type { Dimension, Indicator, IndicatorContent } from './indicators.ts';
import type { SheetScores } from './rating.ts';
import { groupKeptBackWords, shownFigures, type KeptBack } from './results/kept-back.ts';
import { gradeOf, isVetoed } from './rules.ts';
import { pointsOf, showScore } from './scores.ts';
import {
  gradeCauseLabels,
  type Cycle,
  type Figures,
  type GroupFigure,
  type IndicatorFigure,
  type RaterGroup,
} from './schema.ts';

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
  /** What the reader may not see. */
  readonly kept: KeptBack;
  readonly minSample: number;
  readonly standardise: Cycle['standardise'];
  /** What the formulas were fed with, by indicator. */
  readonly traces: ReadonlyMap<string, FormulaTrace>;
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

interface Given {
  readonly rater: string;
  readonly typed: string;
  readonly worth: number;
}

/** Which of the given scores were taken out: of equal ones it does not matter which. */
const droppedOf = (given: readonly Given[], trimmed: readonly number[]): ReadonlySet<Given> => {
  const left = [...given];
  return new Set(
    trimmed.flatMap((points) => {
      const at = left.findIndex(({ worth }) => worth === points);
      return at === -1 ? [] : left.splice(at, 1);
    }),
  );
};

const meanSum = (kept: readonly Given[], points: number): string => {
  const listed = kept.map(({ worth }) => formatDecimal(worth)).join(' + ');
  const sum = kept.reduce((total, { worth }) => total + worth, 0);
  return kept.length === 1
    ? `${listed} 分`
    : equation(`(${listed}) ÷ ${String(kept.length)}`, sum === points * kept.length, points);
};

const explainIndicator = (
  to: ToExplain,
  indicator: Indicator,
  figure: IndicatorFigure,
  group: RaterGroup,
  sheets: readonly SheetScores[],
): IndicatorOf => {
  const rated = sheets.flatMap((sheet, place): Given[] => {
    const score = sheet.scores[indicator.id];
    const rater = group.anonymous ? '' : to.raterName(group, sheet.raterId, place);
    return score ? [{ rater, typed: showScore(indicator, score), worth: pointsOf(indicator, score) }] : [];
  });
  // In an anonymous group by what was given: neither the order of arrival nor a row across indicators tells who it was.
  const given = group.anonymous ? rated.sort((a, b) => b.worth - a.worth) : rated;
  const dropped = droppedOf(given, figure.trimmed);
  const formula = to.traces.get(indicator.id) ?? null;
  const words =
    indicator.method.kind === 'formula'
      ? `${indicator.method.expression} = ${formatDecimal(figure.points)} 分`
      : meanSum(
          given.filter((one) => !dropped.has(one)),
          figure.points,
        );
  return {
    title: indicator.name,
    indicatorId: indicator.id,
    sum:
      figure.trimmed.length === 0 ? words : `去掉 ${figure.trimmed.map(formatDecimal).join('、')}：${words}`,
    result: formatDecimal(figure.points),
    weight: formatWeight(indicator.weight),
    fullMarks: formatDecimal(indicator.fullMarks),
    scores: given.map((one) => ({
      rater: one.rater,
      typed: one.typed,
      points: formatDecimal(one.worth),
      dropped: dropped.has(one),
    })),
    formula,
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

/** The finished sheets of a group that count: those of raters who withdrew may not. */
const countedSheets = (to: ToExplain, group: RaterGroup, figure: GroupFigure): SheetScores[] => {
  const rated = figure.dimensions.flatMap(({ indicators }) => indicators).filter(({ raters }) => raters > 0);
  const uncounted = new Set(
    group.raters.filter(({ withdrawn }) => withdrawn?.counted === false).map(({ id }) => id),
  );
  return to.sheets.filter(
    ({ groupId, raterId, scores }) =>
      groupId === group.id &&
      !uncounted.has(raterId) &&
      rated.every(({ indicatorId }) => Object.hasOwn(scores, indicatorId)),
  );
};

const standardisedWords = (figure: GroupFigure, measure: Cycle['standardise']): string => {
  const { standardised, total } = figure;
  if (!standardised || !measure) return '';
  const [raw, mean, spread] = [standardised.raw, standardised.mean, standardised.spread].map(formatDecimal);
  const among = `同组 ${String(standardised.peers)} 个对象的均值 ${String(mean)}、标准差 ${String(spread)}`;
  if (standardised.peers === 1 || standardised.spread === 0)
    return `组内标准化：${among}，没有差别，分数不变`;
  return `组内标准化：${among}，${formatDecimal(measure.mean)} + ${formatDecimal(measure.spread)} × (${String(raw)} − ${String(mean)}) ÷ ${String(spread)} ≈ ${formatDecimal(total)}（按未舍入的均值和标准差计算，限在 0—100 分）`;
};

const explainGroup = (to: ToExplain, group: RaterGroup, figure: GroupFigure): GroupOf => {
  const head = { title: group.name, groupId: group.id, weight: formatWeight(group.weight) };
  const kept = to.kept.groups.get(group.id);
  if (kept)
    return {
      ...head,
      sum: '',
      result: '—',
      hidden: groupKeptBackWords(to, kept),
      standardised: '',
      dimensions: [],
    };
  const sheets = countedSheets(to, group, figure);
  const dimensions = figure.dimensions.flatMap(({ dimensionId, score, indicators }): DimensionOf[] => {
    const dimension = to.content.dimensions.find(({ id }) => id === dimensionId);
    if (!dimension) return [];
    const figureAt = new Map(indicators.map((indicator) => [indicator.indicatorId, indicator]));
    return [
      {
        title: dimension.name,
        dimensionId,
        sum: dimensionSum(
          dimension,
          new Map(indicators.map(({ indicatorId, points }) => [indicatorId, points])),
          score,
        ),
        result: formatResult(score),
        weight: formatWeight(dimension.weight),
        indicators: dimension.indicators.flatMap((indicator) => {
          const found = figureAt.get(indicator.id);
          return found ? [explainIndicator(to, indicator, found, group, sheets)] : [];
        }),
      },
    ];
  });
  const parts = figure.dimensions.map(({ dimensionId, score }) => ({
    value: score,
    weight: to.content.dimensions.find(({ id }) => id === dimensionId)?.weight ?? 0,
  }));
  return {
    ...head,
    sum: weightedSum(parts, figure.standardised?.raw ?? figure.total),
    result: formatResult(figure.total),
    hidden: '',
    standardised: standardisedWords(figure, to.standardise),
    dimensions,
  };
};

const explainGrade = ({ content, figures }: ToExplain): Explanation['grade'] => {
  const reached = gradeOf(content.bands, figures.reckonedTotal ?? figures.total);
  const place = content.bands.findIndex(({ label }) => label === reached?.label);
  const above = content.bands[place - 1];
  const from = reached ? `达到“${reached.label}”的 ${formatDecimal(reached.from)} 分` : '';
  const below = above ? `，未达到“${above.label}”的 ${formatDecimal(above.from)} 分` : '';
  return {
    label: figures.grade,
    why: `总分 ${formatResult(figures.reckonedTotal ?? figures.total)} ${from}${below}`,
    steps: figures.gradeSteps.map(({ cause, from: before, to, note }) => ({
      cause: gradeCauseLabels[cause],
      from: before,
      to,
      note,
    })),
    outsideQuota: figures.outsideQuota,
  };
};

const explainVeto = (content: IndicatorContent, veto: Figures['vetoes'][number]): string => {
  const { points, below, struck } = veto;
  const indicator = content.dimensions
    .flatMap(({ indicators }) => indicators)
    .find(({ id }) => id === veto.indicatorId);
  const name = indicator?.name ?? '否决项';
  const line = formatDecimal(below);
  if (points === null)
    return struck
      ? `“${name}”低于否决线 ${line} 分：一票否决（由不显示得分的评分组评定，不列分数）`
      : `“${name}”不低于否决线 ${line} 分：没有触发一票否决（由不显示得分的评分组评定，不列分数）`;
  const got = formatDecimal(points);
  return struck
    ? `“${name}”得 ${got} 分，低于否决线 ${line} 分：一票否决`
    : `“${name}”得 ${got} 分，不低于否决线 ${line} 分：没有触发一票否决`;
};

const explainLeftOut = ({ groups, figures }: ToExplain): string[] =>
  groups
    .filter(({ id }) => figures.leftOut.includes(id))
    .map(({ id, name }) => {
      const few = figures.tooFew.find(({ groupId }) => groupId === id);
      const why = few
        ? `评完的只有 ${String(few.finished)} 人，少于最少评分人数 ${String(few.needed)} 人`
        : '没有评分或者数据';
      return `“${name}”${why}，不计入，权重由其余评分组按比例分担`;
    });

const explainRank = ({ figures, ranked }: ToExplain): string => {
  if (figures.rank === null) return isVetoed(figures) ? '一票否决，不参加排名' : '不参加排名';
  const among = figures.within === '' ? '' : `在“${figures.within}”中`;
  return `${among}第 ${String(figures.rank)} 名，共 ${String(ranked)} 名参加排名，同分同名次`;
};

/** A result from its total down to the single scores, each step with its sum written out. */
export const explainResult = (given: ToExplain): Explanation => {
  const { figures, groups } = given;
  const counted = figures.groups.flatMap((figure) => {
    const group = groups.find(({ id }) => id === figure.groupId);
    return group ? [{ group, figure }] : [];
  });
  const reckoned = figures.reckonedTotal ?? figures.total;
  const shown = counted.every(({ group }) => !given.kept.groups.has(group.id));
  return {
    total: {
      sum: shown
        ? weightedSum(
            counted.map(({ group, figure }) => ({ value: figure.total, weight: group.weight })),
            reckoned,
          )
        : '有评分组不显示得分，这里不列出算式',
      result: formatResult(figures.total),
      adjusted:
        figures.reckonedTotal === null
          ? ''
          : `校准会议将总分由 ${formatResult(reckoned)} 调整为 ${formatResult(figures.total)}`,
    },
    groups: counted.map(({ group, figure }) => explainGroup(given, group, figure)),
    leftOut: explainLeftOut(given),
    vetoes: shownFigures(figures, given.kept).vetoes.map((veto) => ({
      text: explainVeto(given.content, veto),
      struck: veto.struck,
    })),
    grade: explainGrade(given),
    rank: explainRank(given),
    rounding: '每一步都四舍五入到两位小数，下一步用已经舍入的数继续计算；“=”表示正好相等，“≈”表示经过舍入。',
  };
};
