import { formatDecimal, formatWeight } from '../decimal.ts';
import {
  methodLabels,
  type Band,
  type Dimension,
  type Indicator,
  type IndicatorContent,
  type Method,
} from '../indicators.ts';
import { markedBy, pairUp, reordered, type Paired } from './pairing.ts';

/** One thing in which two versions differ, with both sides in words that can be read beside each other. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** `指标“课堂教学”`, `维度“师德”`, `等次“优秀”`, `指标体系` */
  readonly subject: string;
  /** What of it: `权重`, `评分标准`; blank where it came or went as a whole. */
  readonly what: string;
  /** Blank: nothing stood there. */
  readonly before: string;
  readonly after: string;
}

/** A way of scoring with all its figures: `等级（优 10、良 8.5）`. */
export const methodInWords = (method: Method): string => {
  const label = methodLabels[method.kind];
  switch (method.kind) {
    case 'points':
      return label;
    case 'levels':
      return `${label}（${method.levels.map((level) => `${level.label} ${formatDecimal(level.points)}`).join('、')}）`;
    case 'deduct':
      return `${label}（起评 ${formatDecimal(method.start)}，最多扣 ${formatDecimal(method.maxDeduct)}，最多加 ${formatDecimal(method.maxAdd)}）`;
    case 'formula':
      return `${label}（${method.expression}）`;
  }
};

const vetoInWords = (line: number | null): string =>
  line === null ? '不是一票否决项' : `低于 ${formatDecimal(line)} 分一票否决`;

const marks = (hundredths: number): string => `${formatDecimal(hundredths)} 分`;

const changed = (subject: string, what: string, before: string, after: string): Change[] =>
  before === after ? [] : [{ kind: 'changed', subject, what, before, after }];

const orderChange = <T extends object>(
  paired: Paired<T>,
  before: readonly T[],
  after: readonly T[],
  subject: string,
  nameOf: (item: T) => string,
): Change[] => {
  const order = reordered(paired, before, after);
  if (!order) return [];
  const names = (items: readonly T[]): string => items.map(nameOf).join('、');
  return [{ kind: 'moved', subject, what: '顺序', before: names(order.was), after: names(order.is) }];
};

const bandChanges = (before: readonly Band[], after: readonly Band[]): Change[] => {
  const called = ({ label }: Band): string => `等次“${label}”`;
  const line = ({ from }: Band): string => `${marks(from)}起`;
  const paired = pairUp(before, after, [markedBy(({ label }) => label)]);
  return [
    ...paired.added.map((band): Change => ({
      kind: 'added',
      subject: called(band),
      what: '',
      before: '',
      after: line(band),
    })),
    ...paired.removed.map((band): Change => ({
      kind: 'removed',
      subject: called(band),
      what: '',
      before: line(band),
      after: '',
    })),
    ...paired.pairs.flatMap(([was, is]) => changed(called(is), '分数线', line(was), line(is))),
    ...orderChange(paired, before, after, '等次', ({ label }) => label),
  ];
};

const dimensionCalled = ({ name }: Dimension): string => `维度“${name}”`;

const dimensionInWords = ({ weight, indicators }: Dimension): string => {
  const names = indicators.map(({ name }) => `“${name}”`).join('、');
  return `权重 ${formatWeight(weight)}，${indicators.length === 0 ? '没有指标' : `含指标${names}`}`;
};

/** An indicator with the dimension that it stands in. */
interface Placed {
  readonly dimension: Dimension;
  readonly indicator: Indicator;
}

const placedIn = ({ dimensions }: IndicatorContent): Placed[] =>
  dimensions.flatMap((dimension) => dimension.indicators.map((indicator) => ({ dimension, indicator })));

const indicatorCalled = ({ indicator }: Placed): string => `指标“${indicator.name}”`;

const indicatorInWords = ({ dimension, indicator }: Placed): string =>
  `在“${dimension.name}”下，权重 ${formatWeight(indicator.weight)}，满分 ${marks(indicator.fullMarks)}，${methodInWords(indicator.method)}`;

const fieldsChanged = (before: Placed, after: Placed): Change[] => {
  const subject = indicatorCalled(after);
  const { indicator: was } = before;
  const { indicator: is } = after;
  return [
    ...changed(subject, '名称', was.name, is.name),
    ...changed(subject, '权重', formatWeight(was.weight), formatWeight(is.weight)),
    ...changed(subject, '满分', marks(was.fullMarks), marks(is.fullMarks)),
    ...changed(subject, '评分方法', methodInWords(was.method), methodInWords(is.method)),
    ...changed(subject, '一票否决', vetoInWords(was.vetoBelow), vetoInWords(is.vetoBelow)),
    ...changed(subject, '评分标准', was.standard, is.standard),
    ...changed(subject, '佐证材料', was.evidence, is.evidence),
  ];
};

/**
 * Everything in which `after` differs from `before`, in the order of reading. Parts are recognised by their ids, and
 * where an id is unknown by their names; ids themselves are nothing that a reader sees. Equal contents give nothing.
 */
export const contentDifference = (before: IndicatorContent, after: IndicatorContent): Change[] => {
  const dimensions = pairUp(before.dimensions, after.dimensions, [
    markedBy(({ id }) => id),
    markedBy(({ name }) => name),
  ]);
  const laterOf = new Map(dimensions.pairs);
  const placedBefore = placedIn(before);
  const placedAfter = placedIn(after);
  const indicators = pairUp(placedBefore, placedAfter, [
    markedBy(({ indicator }) => indicator.id),
    {
      before: ({ dimension, indicator }) => `${laterOf.get(dimension)?.id ?? ''} ${indicator.name}`,
      after: ({ dimension, indicator }) => `${dimension.id} ${indicator.name}`,
    },
    markedBy(({ indicator }) => indicator.name),
  ]);
  // What came or went with its dimension is named there.
  const cameAlone = indicators.added.filter(({ dimension }) => !dimensions.added.includes(dimension));
  const wentAlone = indicators.removed.filter(({ dimension }) => !dimensions.removed.includes(dimension));
  const stayed = indicators.pairs.filter(([was, is]) => laterOf.get(was.dimension) === is.dimension);
  const moved = indicators.pairs.filter(([was, is]) => laterOf.get(was.dimension) !== is.dimension);
  return [
    ...changed('指标体系', '名称', before.name, after.name),
    ...changed('指标体系', '说明', before.about, after.about),
    ...dimensions.added.map((dimension): Change => ({
      kind: 'added',
      subject: dimensionCalled(dimension),
      what: '',
      before: '',
      after: dimensionInWords(dimension),
    })),
    ...cameAlone.map((placed): Change => ({
      kind: 'added',
      subject: indicatorCalled(placed),
      what: '',
      before: '',
      after: indicatorInWords(placed),
    })),
    ...dimensions.removed.map((dimension): Change => ({
      kind: 'removed',
      subject: dimensionCalled(dimension),
      what: '',
      before: dimensionInWords(dimension),
      after: '',
    })),
    ...wentAlone.map((placed): Change => ({
      kind: 'removed',
      subject: indicatorCalled(placed),
      what: '',
      before: indicatorInWords(placed),
      after: '',
    })),
    ...moved.map(([was, is]): Change => ({
      kind: 'moved',
      subject: indicatorCalled(is),
      what: '所属维度',
      before: was.dimension.name,
      after: is.dimension.name,
    })),
    ...dimensions.pairs.flatMap(([was, is]) => [
      ...changed(dimensionCalled(is), '名称', was.name, is.name),
      ...changed(dimensionCalled(is), '权重', formatWeight(was.weight), formatWeight(is.weight)),
    ]),
    ...indicators.pairs.flatMap(([was, is]) => fieldsChanged(was, is)),
    ...orderChange(dimensions, before.dimensions, after.dimensions, '各维度', ({ name }) => name),
    ...dimensions.pairs.flatMap(([was, is]) =>
      orderChange(
        { ...indicators, pairs: stayed },
        placedBefore.filter(({ dimension }) => dimension === was),
        placedAfter.filter(({ dimension }) => dimension === is),
        `“${is.name}”各指标`,
        ({ indicator }) => indicator.name,
      ),
    ),
    ...bandChanges(before.bands, after.bands),
  ];
};
