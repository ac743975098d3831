import { placesOf } from '../../../law/rules/assessment.ts';
import type { Quota, RankWithin } from '../schema.ts';
import { comparisonGroups, type Compared } from './comparison.ts';

/** 优秀名额: who gets one of the places, and who reached the line but not a place. */

export type QuotaRule = Pick<Quota, 'share' | 'by' | 'poolBelow' | 'floor'>;

/** Subjects that share one number of places. */
interface Pool {
  readonly name: string;
  /** The small groups that were put together; empty for a group of its own. */
  readonly pooled: readonly string[];
  readonly places: readonly number[];
}

const ALL = '全体';

const poolsOf = (rule: QuotaRule, rankWithin: RankWithin, subjects: readonly Compared[]): Pool[] => {
  if (rule.by === 'all') return [{ name: ALL, pooled: [], places: [...subjects.keys()] }];
  const groups = [...comparisonGroups(rankWithin, subjects)]
    .map(([name, places]) => ({ name: name === '' ? ALL : name, pooled: [], places }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const small = groups.filter(({ places }) => places.length < rule.poolBelow);
  const own = groups.filter(({ places }) => places.length >= rule.poolBelow);
  if (small.length === 0) return own;
  const pool = {
    name: '小组合并',
    pooled: small.map(({ name }) => name),
    places: small.flatMap(({ places }) => places).sort((a, b) => a - b),
  };
  return [...own, pool];
};

interface Allotted {
  readonly pool: Pool;
  /** What the share alone gives, rounded down. */
  readonly byShare: number;
  readonly cap: number;
}

/**
 * How many places each pool has. A group of its own that comes away with less than the floor is raised to it while the
 * whole allows it; those closest to the next place of their own come first.
 */
const allot = (rule: QuotaRule, pools: readonly Pool[], people: number): Allotted[] => {
  const shares = pools.map((pool) => ({ pool, byShare: placesOf(pool.places.length, rule.share) }));
  let left = placesOf(people, rule.share) - shares.reduce((sum, { byShare }) => sum + byShare, 0);
  const raised = new Map<Pool, number>();
  const rest = ({ pool }: { readonly pool: Pool }): number => (pool.places.length * rule.share) % 10_000;
  for (const one of [...shares].sort((a, b) => rest(b) - rest(a) || (a.pool.name < b.pool.name ? -1 : 1))) {
    if (one.pool.pooled.length > 0) continue;
    const wanted = Math.min(rule.floor, one.pool.places.length) - one.byShare;
    const given = Math.max(Math.min(wanted, left), 0);
    raised.set(one.pool, given);
    left -= given;
  }
  return shares.map(({ pool, byShare }) => ({ pool, byShare, cap: byShare + (raised.get(pool) ?? 0) }));
};

/** A pool as it is shown: how many places it has, who took them, and where the line lies. */
export interface QuotaPool {
  readonly name: string;
  readonly pooled: readonly string[];
  readonly size: number;
  readonly byShare: number;
  readonly cap: number;
  /** How many took a place, and how many have the grade outside of the places. */
  readonly given: number;
  readonly outside: number;
  /** Who has the grade within the places after all that the meeting settled; more than `cap` where it went too far. */
  readonly taken: readonly string[];
  /** Who reached the line of the grade and got no place. */
  readonly over: readonly string[];
  /** Subjects with the same total at the line, of whom only some would fit: none of them has a place. */
  readonly tied: readonly string[];
  /** The last who got a place, the first who did not. */
  readonly lastIn: readonly string[];
  readonly firstOut: readonly string[];
}

export interface QuotaOutcome {
  readonly share: number;
  readonly people: number;
  /** The most places there are in the whole. */
  readonly cap: number;
  readonly pools: readonly QuotaPool[];
}

/** Somebody who reached the highest grade, by place among the subjects. */
export interface Candidate {
  readonly place: number;
  readonly total: number;
  readonly outside: boolean;
}

/**
 * Gives out the places, best totals first. Never more than there are: subjects with the same total at the line, who do
 * not all fit, all stay out until the meeting chooses among them. Does not depend on the order of the subjects.
 */
export const giveOut = (
  rule: QuotaRule,
  rankWithin: RankWithin,
  subjects: readonly Compared[],
  candidates: readonly Candidate[],
): QuotaOutcome => {
  const byPlace = new Map(candidates.map((candidate) => [candidate.place, candidate]));
  const idsOf = (list: readonly Candidate[]): string[] =>
    list.flatMap(({ place }) => subjects[place]?.id ?? []);
  const pools = allot(rule, poolsOf(rule, rankWithin, subjects), subjects.length).map(
    ({ pool, byShare, cap }): QuotaPool => {
      const inPool = pool.places.flatMap((place) => byPlace.get(place) ?? []);
      const rivals = inPool.filter(({ outside }) => !outside).sort((a, b) => b.total - a.total);
      const firstOver = rivals[cap];
      const given = firstOver ? rivals.filter(({ total }) => total > firstOver.total) : rivals;
      const over = rivals.slice(given.length);
      const tied =
        firstOver && given.length < cap ? over.filter(({ total }) => total === firstOver.total) : [];
      const [last, first] = [given.at(-1), over[0]];
      return {
        name: pool.name,
        pooled: pool.pooled,
        size: pool.places.length,
        byShare,
        cap,
        given: given.length,
        taken: idsOf(given),
        outside: inPool.length - rivals.length,
        over: idsOf(over),
        tied: idsOf(tied),
        lastIn: first && last ? idsOf(given.filter(({ total }) => total === last.total)) : [],
        firstOut: first ? idsOf(over.filter(({ total }) => total === first.total)) : [],
      };
    },
  );
  return { share: rule.share, people: subjects.length, cap: placesOf(subjects.length, rule.share), pools };
};

/** Places of a pool, and who takes one. */
export interface TakenPlaces {
  readonly name: string;
  readonly pooled: readonly string[];
  readonly cap: number;
  readonly taken: readonly string[];
}

/**
 * Who takes the places of each pool, whatever brought him the grade: the totals, the law, or the meeting.
 *
 * @param holders the ids of all who have the highest grade and take a place
 */
export const takenPlaces = (
  rule: QuotaRule,
  rankWithin: RankWithin,
  subjects: readonly Compared[],
  holders: ReadonlySet<string>,
): TakenPlaces[] =>
  allot(rule, poolsOf(rule, rankWithin, subjects), subjects.length).map(({ pool, cap }) => ({
    name: pool.name,
    pooled: pool.pooled,
    cap,
    taken: pool.places.flatMap((place) => {
      const id = subjects[place]?.id;
      return id !== undefined && holders.has(id) ? [id] : [];
    }),
  }));

/** Most people of a pool that a message names. */
const MOST_NAMED = 12;

/** What is wrong with a pool in which more have the grade than there are places: its name, places and people. */
export const overfullWords = (
  { name, pooled, cap, taken }: TakenPlaces,
  best: string,
  nameOf: (id: string) => string,
): string => {
  const group = pooled.length > 0 ? `${name}（${pooled.join('、')}）` : name;
  const named = taken.slice(0, MOST_NAMED).map(nameOf).join('、');
  const more = taken.length > MOST_NAMED ? '等' : '';
  const where = name === ALL ? '' : group;
  return `${where}${best} ${String(taken.length)} 人，超过名额 ${String(cap)} 个：${named}${more}`;
};
