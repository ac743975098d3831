import { AppError, type FieldIssue } from '../../kernel/result.ts';
import { contentProblems } from './indicator-rules.ts';
import { isRated, type IndicatorContent } from './indicators.ts';
import { coverageOf } from './planning/coverage.ts';
import { dimensionsOf } from './rating.ts';
import type { Cycle, RaterGroup, Subject } from './schema.ts';
import { describeGap, weightGap } from './weights.ts';

const repeated = (values: readonly string[]): ReadonlySet<string> =>
  new Set(values.filter((value, place) => values.indexOf(value) !== place));

/** Fewer anonymous raters of somebody could be guessed. */
const LEAST_ANONYMOUS = 3;

const hasRaters = ({ kind }: RaterGroup): boolean => kind !== 'self' && kind !== 'data';

/** A group that people fill in has to have something to rate; one of data has to have nothing. */
const ratedProblems = (group: RaterGroup, content: IndicatorContent, path: string): FieldIssue[] => {
  const rated = dimensionsOf(content, group).flatMap(({ indicators }) => indicators.filter(isRated));
  const [first] = rated;
  if (group.kind === 'data')
    return first
      ? [
          {
            path: `${path}.dimensionIds`,
            message: `“${group.name}”没有评分人，而“${first.name}”要由人评，请只选全由数据计算的维度`,
          },
        ]
      : [];
  return first
    ? []
    : [
        {
          path: `${path}.dimensionIds`,
          message: `“${group.name}”要评的维度都由数据计算，请改选维度，或把它改为“数据指标”`,
        },
      ];
};

const named = (subjects: readonly Subject[]): string =>
  `${subjects
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、')}${subjects.length > 3 ? `等 ${String(subjects.length)} 个` : ''}`;

/** Whether everybody is rated by enough raters, and every rater has somebody to rate. */
const coverageProblems = (group: RaterGroup, subjects: readonly Subject[], path: string): FieldIssue[] => {
  if (!hasRaters(group) || group.raters.length === 0 || subjects.length === 0) return [];
  const issues: FieldIssue[] = [];
  const add = (message: string): void => {
    issues.push({ path: `${path}.raters`, message: `“${group.name}”${message}` });
  };
  const { perSubject, idle } = coverageOf(group, subjects);
  const few = (least: number, most: number): Subject[] =>
    perSubject.filter(({ raters }) => raters >= least && raters < most).map(({ subject }) => subject);
  const nobody = few(0, 1);
  if (nobody.length > 0) add(`没有人评${named(nobody)}`);
  const short = few(1, group.minRaters);
  if (short.length > 0) add(`评${named(short)}的不足最少评分人数 ${String(group.minRaters)} 人`);
  const known = group.anonymous ? few(Math.max(1, group.minRaters), LEAST_ANONYMOUS) : [];
  if (known.length > 0)
    add(`是匿名组，评${named(known)}的不足 ${String(LEAST_ANONYMOUS)} 人，容易看出是谁评的`);
  const [first] = idle;
  if (first)
    add(`的${first.name}${idle.length > 1 ? `等 ${String(idle.length)} 名评分人` : ''}没有要评的对象`);
  return issues;
};

const groupProblems = (group: RaterGroup, content: IndicatorContent, path: string): FieldIssue[] => {
  const issues: FieldIssue[] = [];
  const add = (field: string, message: string): void => {
    issues.push({ path: `${path}.${field}`, message: `“${group.name}”${message}` });
  };
  if (group.weight === 0) add('weight', '还没有权重');
  const counts = hasRaters(group);
  if (counts && group.raters.length === 0) add('raters', '还没有评分人');
  if (!counts && group.raters.length > 0) add('raters', '不列评分人，请把评分人删去');
  if (!counts && group.anonymous)
    add('anonymous', group.kind === 'self' ? '是自评，不能匿名' : '没有评分人，不用匿名');
  issues.push(...ratedProblems(group, content, path));
  if (repeated(group.raters.map(({ id }) => id)).size > 0) add('raters', '有评分人重复');
  const accounts = group.raters.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  if (repeated(accounts).size > 0) add('raters', '有两名评分人用同一个账号');
  for (const name of repeated(group.raters.map((rater) => rater.name)))
    add('raters', `有两名评分人都叫“${name}”，请加以区分`);
  const known = new Set(content.dimensions.map(({ id }) => id));
  if (group.dimensionIds?.some((id) => !known.has(id)) === true)
    add('dimensionIds', '要评的维度不在这一版指标里，请重新选择');
  return issues;
};

/** Everything that still stands between a draft and its start, each with its place; empty: it may start. */
export const planProblems = (
  cycle: Pick<Cycle, 'startsOn' | 'endsOn' | 'groups' | 'subjects'>,
  content: IndicatorContent,
): FieldIssue[] => {
  const { groups, subjects } = cycle;
  const issues: FieldIssue[] = [];
  if (cycle.endsOn < cycle.startsOn) issues.push({ path: 'endsOn', message: '结束日期不能早于开始日期' });
  if (subjects.length === 0) issues.push({ path: 'subjects', message: '还没有考核对象' });
  if (groups.length === 0) issues.push({ path: 'groups', message: '还没有评分组' });
  else {
    const weights = groups.map(({ weight }) => weight);
    if (weightGap(weights) !== 0)
      issues.push({ path: 'groups', message: `各评分组权重合计须为 100%，${describeGap(weights)}` });
    for (const name of repeated(groups.map((group) => group.name)))
      issues.push({ path: 'groups', message: `有两个评分组都叫“${name}”` });
    if (repeated(groups.map(({ id }) => id)).size > 0)
      issues.push({ path: 'groups', message: '有评分组重复，请删去后重新添加' });
    groups.forEach((group, place) => {
      const path = `groups.${String(place)}`;
      issues.push(...groupProblems(group, content, path), ...coverageProblems(group, subjects, path));
    });
    // A dimension that nobody rates would silently not count.
    for (const { id, name } of content.dimensions)
      if (!groups.some(({ dimensionIds }) => dimensionIds === null || dimensionIds.includes(id)))
        issues.push({ path: 'groups', message: `维度“${name}”没有评分组来评` });
  }
  return [
    ...issues,
    ...contentProblems(content).map(({ path, message }) => ({ path: `content.${path}`, message })),
  ];
};

type Plan = Pick<
  Cycle,
  | 'versionId'
  | 'schoolYearId'
  | 'term'
  | 'whenAbsent'
  | 'standardise'
  | 'rankWithin'
  | 'minSample'
  | 'quota'
  | 'annual'
  | 'assessedYear'
  | 'groups'
>;

const frozenPart = (plan: Plan): string =>
  JSON.stringify([
    plan.versionId,
    plan.schoolYearId,
    plan.term,
    plan.whenAbsent,
    plan.standardise,
    plan.rankWithin,
    plan.minSample,
    plan.quota,
    plan.annual,
    plan.assessedYear,
    plan.groups.map(({ id, kind, weight, dimensionIds, anonymous, minRaters, trim }) => [
      id,
      kind,
      weight,
      dimensionIds,
      anonymous,
      minRaters,
      trim,
    ]),
  ]);

/**
 * While scoring runs, what decides the reckoning stays as it was started, and nobody leaves who already gave scores.
 *
 * @throws AppError `illegal-step` or `invalid`.
 */
export const demandPlanChangeable = (
  before: Plan,
  after: Plan,
  hasScored: (group: RaterGroup, raterId: string) => boolean,
): void => {
  if (frozenPart(before) !== frozenPart(after))
    throw new AppError(
      'illegal-step',
      '评分已经开始，指标、评分组、权重、匿名和计分规则不能再改；可以修改名称、日期、说明和评分人。',
    );
  for (const [place, group] of before.groups.entries()) {
    const kept = new Set(after.groups[place]?.raters.map(({ id }) => id));
    const gone = group.raters.find(({ id }) => !kept.has(id) && hasScored(group, id));
    if (gone)
      throw new AppError('invalid', `“${gone.name}”已经评过分，不能从“${group.name}”中删去。`, {
        fields: [{ path: `groups.${String(place)}.raters`, message: `“${gone.name}”已经评过分` }],
      });
  }
};
