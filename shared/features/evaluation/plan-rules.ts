import { AppError, type FieldIssue } from '../../kernel/result.ts';
import { contentProblems } from './indicator-rules.ts';
import type { IndicatorContent } from './indicators.ts';
import type { Cycle, RaterGroup } from './schema.ts';
import { describeGap, weightGap } from './weights.ts';

const repeated = (values: readonly string[]): ReadonlySet<string> =>
  new Set(values.filter((value, place) => values.indexOf(value) !== place));

const groupProblems = (group: RaterGroup, content: IndicatorContent, path: string): FieldIssue[] => {
  const issues: FieldIssue[] = [];
  const add = (field: string, message: string): void => {
    issues.push({ path: `${path}.${field}`, message: `“${group.name}”${message}` });
  };
  if (group.weight === 0) add('weight', '还没有权重');
  if (group.kind !== 'self' && group.raters.length === 0) add('raters', '还没有评分人');
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
    groups.forEach((group, place) =>
      issues.push(...groupProblems(group, content, `groups.${String(place)}`)),
    );
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

type Plan = Pick<Cycle, 'versionId' | 'schoolYearId' | 'term' | 'whenAbsent' | 'groups'>;

const frozenPart = (plan: Plan): string =>
  JSON.stringify([
    plan.versionId,
    plan.schoolYearId,
    plan.term,
    plan.whenAbsent,
    plan.groups.map(({ id, kind, weight, dimensionIds }) => [id, kind, weight, dimensionIds]),
  ]);

/**
 * While scoring runs, what decides the reckoning stays as it was started, and nobody leaves who already gave scores.
 *
 * @throws AppError `illegal-step` or `invalid`.
 */
export const demandPlanChangeable = (
  before: Plan,
  after: Plan,
  hasScored: (groupId: string, raterId: string) => boolean,
): void => {
  if (frozenPart(before) !== frozenPart(after))
    throw new AppError(
      'illegal-step',
      '评分已经开始，指标、评分组、权重和计分规则不能再改；可以修改名称、日期、说明和评分人。',
    );
  for (const [place, group] of before.groups.entries()) {
    const kept = new Set(after.groups[place]?.raters.map(({ id }) => id));
    const gone = group.raters.find(({ id }) => !kept.has(id) && hasScored(group.id, id));
    if (gone)
      throw new AppError('invalid', `“${gone.name}”已经评过分，不能从“${group.name}”中删去。`, {
        fields: [{ path: `groups.${String(place)}.raters`, message: `“${gone.name}”已经评过分` }],
      });
  }
};
