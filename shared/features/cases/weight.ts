import { sanctionKindSchema } from '../../law/vocabulary.ts';
import type { DecisionItem } from './decision.ts';
import { effectLabels } from '../standards/measure.ts';

/**
 * 不得加重 (《事业单位工作人员申诉规定》第五条): whether one outcome comes down harder on a person than another. What cannot be
 * compared counts as harder: who complained must not be the one to find out.
 */
export type Weighed = Pick<DecisionItem, 'days'> & {
  readonly measure: Pick<
    DecisionItem['measure'],
    'code' | 'kind' | 'sanction' | 'pupilLevel' | 'pupilForm' | 'periodMonths' | 'effect'
  >;
};

const SANCTION = 10;

/** How grave a kind of measure is; within one rank the length decides. */
const rankOf = ({ measure }: Weighed): number => {
  switch (measure.kind) {
    case 'remedial':
      return 0;
    case 'talk':
      return 1;
    case 'order':
      return 2;
    case 'circular':
      return 3;
    case 'qualification':
    case 'pay':
      return 4;
    case 'post':
      return 5;
    case 'sanction': {
      const at = measure.sanction === null ? 0 : sanctionKindSchema.options.indexOf(measure.sanction);
      // 降级 for 从事管理的人员 is what 降低岗位等级 is for the others.
      return SANCTION + (measure.sanction === 'lower-post' ? at - 1 : at);
    }
    case 'contract':
      return 8;
    case 'referral':
      return 30;
    case 'discipline':
      return measure.pupilLevel === 'grave' ? 3 : measure.pupilLevel === 'serious' ? 2 : 1;
    case 'pupil-sanction':
      return measure.pupilForm === 'expulsion' ? SANCTION + 1 : SANCTION;
  }
};

const DAYS_OF_MONTH = 30;
const lengthOf = ({ days, measure }: Weighed): number => days ?? (measure.periodMonths ?? 0) * DAYS_OF_MONTH;

const UNORDERED: readonly Weighed['measure']['kind'][] = ['post', 'contract', 'referral'];

/** Negative when `a` is lighter than `b`, 0 when it is no heavier nor lighter, positive when it is, or may be, heavier. */
const compare = (a: Weighed, b: Weighed): number => {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (UNORDERED.includes(a.measure.kind) && a.measure.code !== b.measure.code) return 1;
  return lengthOf(a) - lengthOf(b);
};

const heaviestFirst = (items: readonly Weighed[]): Weighed[] => [...items].sort((a, b) => compare(b, a));

const burdensOf = (items: readonly Weighed[]): Set<string> =>
  new Set(
    items.flatMap(({ measure }) => [
      ...Object.keys(effectLabels).filter((key) =>
        Object.entries(measure.effect).some(([name, value]) => name === key && value === true),
      ),
      ...(measure.effect.ungradedYears > 0 ? [`ungraded ${String(measure.effect.ungradedYears)}`] : []),
      ...(measure.effect.ungradedYears > 1 ? ['ungraded 1'] : []),
    ]),
  );

/**
 * True when what would stand is heavier than what stood, of one person: a graver measure, a longer one, one more of the
 * same gravity, or an effect that the former did not have.
 */
export const isHeavier = (before: readonly Weighed[], after: readonly Weighed[]): boolean => {
  const had = burdensOf(before);
  if ([...burdensOf(after)].some((burden) => !had.has(burden))) return true;
  const old = heaviestFirst(before);
  for (const [at, next] of heaviestFirst(after).entries()) {
    const former = old[at];
    if (!former) return true;
    const order = compare(next, former);
    if (order !== 0) return order > 0;
  }
  return false;
};
