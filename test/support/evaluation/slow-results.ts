import type { Indicator, IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import type { CycleRules, DataPoints, SheetScores } from '../../../shared/features/evaluation/rating.ts';
import type { Quota, RaterGroup, Subject } from '../../../shared/features/evaluation/schema.ts';

/**
 * The rules of evaluation reckoned slowly and simply, with fractions of whole numbers and by definition rather than by
 * method: the twin that the real rules are held against. Shares no line with them.
 */

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}
const whole = (n: number): Fraction => ({ top: BigInt(n), bottom: 1n });
const add = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const over = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.bottom, bottom: a.bottom * b.top });
const sum = (parts: readonly Fraction[]): Fraction => parts.reduce(add, whole(0));

/** The greatest whole number that is not above it. */
const floor = ({ top, bottom }: Fraction): bigint => {
  const cut = top / bottom;
  return top % bottom < 0n ? cut - 1n : cut;
};
const halfUp = (value: Fraction): number => Number(floor(add(value, { top: 1n, bottom: 2n })));

/** The whole square root, by Newton. */
const root = (n: bigint): bigint => {
  if (n < 2n) return n;
  let guess = n;
  for (;;) {
    const next = (guess + n / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
};

const worth = (indicator: Indicator, sheet: SheetScores): number | undefined => {
  const score = sheet.scores[indicator.id];
  if (!score) return undefined;
  if (score.kind === 'points') return score.points;
  if (score.kind === 'change')
    return indicator.method.kind === 'deduct' ? indicator.method.start + score.change : undefined;
  return indicator.method.kind === 'levels'
    ? indicator.method.levels.find(({ id }) => id === score.levelId)?.points
    : undefined;
};

const trimmedMean = (marks: readonly number[], { trim }: RaterGroup): number => {
  const kept = [...marks];
  if (trim && marks.length >= trim.from) {
    for (let n = 0; n < trim.highest; n += 1) kept.splice(kept.indexOf(Math.max(...kept)), 1);
    for (let n = 0; n < trim.lowest; n += 1) kept.splice(kept.indexOf(Math.min(...kept)), 1);
  }
  return halfUp(over(sum(kept.map(whole)), whole(kept.length)));
};

export interface SlowCycle {
  readonly content: IndicatorContent;
  readonly rules: CycleRules;
  readonly subjects: readonly Subject[];
  readonly sheets: readonly SheetScores[];
  readonly data: DataPoints;
}

/** What one group says: points by indicator, or why there are none. */
type Said = ReadonlyMap<string, number> | 'owed' | 'absent';

const saysOf = ({ content, rules, sheets, data }: SlowCycle, group: RaterGroup, subject: Subject): Said => {
  const indicators = content.dimensions
    .filter(({ id }) => group.dimensionIds?.includes(id) ?? true)
    .flatMap((dimension) => dimension.indicators);
  const rated = indicators.filter(({ method }) => method.kind !== 'formula');
  const own = sheets.filter(({ groupId, subjectId }) => groupId === group.id && subjectId === subject.id);
  const finished = (sheet: SheetScores | undefined): boolean =>
    sheet !== undefined && rated.every((indicator) => worth(indicator, sheet) !== undefined);
  const begun = (sheet: SheetScores | undefined): boolean =>
    sheet !== undefined && rated.some((indicator) => worth(indicator, sheet) !== undefined);
  const counted: SheetScores[] = [];
  let owed = false;
  if (rated.length > 0) {
    const raters =
      group.kind === 'self'
        ? [{ id: subject.id, withdrawn: null }]
        : group.raters.filter(({ subjectIds, staffId }) =>
            subjectIds === null ? staffId !== subject.id : subjectIds.includes(subject.id),
          );
    if (group.anonymous) {
      const complete = own.filter(finished);
      const open = Math.max(raters.filter(({ withdrawn }) => withdrawn === null).length - complete.length, 0);
      counted.push(...complete);
      const half = own.filter((sheet) => begun(sheet) && !finished(sheet)).length;
      owed = rules.whenAbsent === 'block' ? open > 0 : rules.sealed === null && Math.min(half, open) > 0;
    } else
      for (const { id, withdrawn } of raters) {
        const sheet = own.find(({ raterId }) => raterId === id);
        if (sheet && finished(sheet)) {
          if (withdrawn === null || withdrawn.counted) counted.push(sheet);
        } else if (withdrawn === null && (rules.whenAbsent === 'block' || begun(sheet))) owed = true;
      }
    if (owed) return 'owed';
    if (counted.length < group.minRaters) return rules.whenAbsent === 'block' ? 'owed' : 'absent';
  }
  const known = indicators.filter(
    (one) => one.method.kind === 'formula' && data.get(subject.id)?.has(one.id) === true,
  );
  const formulas = indicators.length - rated.length;
  if (known.length < formulas)
    return rated.length === 0 && known.length === 0 && rules.whenAbsent === 'reweight' ? 'absent' : 'owed';
  return new Map(
    indicators.map((one) => [
      one.id,
      one.method.kind === 'formula'
        ? (data.get(subject.id)?.get(one.id) ?? -1)
        : trimmedMean(
            counted.map((sheet) => worth(one, sheet) ?? -1),
            group,
          ),
    ]),
  );
};

const groupTotal = (
  content: IndicatorContent,
  group: RaterGroup,
  said: ReadonlyMap<string, number>,
): number => {
  const parts = content.dimensions
    .filter(({ id }) => group.dimensionIds?.includes(id) ?? true)
    .map(({ weight, indicators }) => ({
      weight,
      score: halfUp(
        sum(
          indicators.map((one) =>
            times(over(whole(said.get(one.id) ?? -1), whole(one.fullMarks)), whole(one.weight)),
          ),
        ),
      ),
    }));
  return halfUp(
    over(
      sum(parts.map(({ score, weight }) => times(whole(score), whole(weight)))),
      sum(parts.map(({ weight }) => whole(weight))),
    ),
  );
};

const withinOf = ({ rules }: SlowCycle, subject: Subject): string =>
  rules.rankWithin === 'all'
    ? ''
    : rules.rankWithin === 'post'
      ? subject.post || '未定岗位'
      : subject.department || '未分部门';

const DIGITS = 10n ** 40n;

const standardised = (
  own: number,
  peers: readonly number[],
  measure: NonNullable<CycleRules['standardise']>,
): number => {
  const n = peers.length;
  const total = peers.reduce((all, each) => all + each, 0);
  const variance = BigInt(peers.reduce((all, each) => all + (n * each - total) ** 2, 0)) / BigInt(n);
  if (variance === 0n) return own;
  const deviation: Fraction = { top: root(variance * DIGITS * DIGITS), bottom: DIGITS };
  const moved = add(
    whole(measure.mean),
    over(times(whole(measure.spread), whole(n * own - total)), deviation),
  );
  return Math.min(Math.max(halfUp(moved), 0), 10_000);
};

/** A subject's result in the few words that matter; undefined while anything is owed. */
export interface SlowResult {
  readonly total: number;
  readonly vetoed: boolean;
  readonly grade: string;
  readonly rank: number | null;
  readonly within: string;
}

export const slowResults = (cycle: SlowCycle): (SlowResult | undefined)[] => {
  const { content, rules, subjects } = cycle;
  const said = subjects.map((subject) => rules.groups.map((group) => saysOf(cycle, group, subject)));
  const raw = said.map((row) =>
    row.map((one, at) => {
      const group = rules.groups[at];
      return typeof one === 'string' || !group ? undefined : groupTotal(content, group, one);
    }),
  );
  const { standardise: measure } = rules;
  const totals = raw.map((row, place) =>
    row.map((own, at) => {
      if (own === undefined || measure === null) return own;
      const peers = raw.flatMap((other, otherPlace) => {
        const [a, b, total] = [subjects[place], subjects[otherPlace], other[at]];
        return a && b && withinOf(cycle, a) === withinOf(cycle, b) && total !== undefined ? [total] : [];
      });
      return standardised(own, peers, measure);
    }),
  );
  const finished = totals.map((row, place) => {
    if (said[place]?.includes('owed') === true || row.every((one) => one === undefined)) return undefined;
    const parts = row.flatMap((value, at) =>
      value === undefined ? [] : [{ value, weight: rules.groups[at]?.weight ?? 0 }],
    );
    const total = halfUp(
      over(
        sum(parts.map(({ value, weight }) => times(whole(value), whole(weight)))),
        sum(parts.map(({ weight }) => whole(weight))),
      ),
    );
    const vetoed = content.dimensions
      .flatMap(({ indicators }) => indicators)
      .some(({ id, vetoBelow }) => {
        const seen = (said[place] ?? []).flatMap((one, at) => {
          const points = typeof one === 'string' ? undefined : one.get(id);
          return points === undefined ? [] : [{ points, weight: rules.groups[at]?.weight ?? 0 }];
        });
        if (vetoBelow === null || seen.length === 0) return false;
        const mean = halfUp(
          over(
            sum(seen.map(({ points, weight }) => times(whole(points), whole(weight)))),
            sum(seen.map(({ weight }) => whole(weight))),
          ),
        );
        return mean < vetoBelow;
      });
    return { total, vetoed };
  });
  return finished.map((own, place) => {
    const subject = subjects[place];
    if (!own || !subject) return undefined;
    const within = withinOf(cycle, subject);
    const better = finished.filter((other, at) => {
      const rival = subjects[at];
      return other && rival && !other.vetoed && withinOf(cycle, rival) === within && other.total > own.total;
    });
    const { bands } = content;
    const grade = own.vetoed ? bands.at(-1) : bands.find(({ from }) => from <= own.total);
    return { ...own, within, grade: grade?.label ?? '', rank: own.vetoed ? null : better.length + 1 };
  });
};

/**
 * Who gets one of the places: whoever has at most as many at or above his own total as there are places in his pool.
 * Pools: everybody, or each comparison group, those below the least size together.
 */
export const slowPlaces = (
  rule: Pick<Quota, 'share' | 'by' | 'poolBelow' | 'floor'>,
  groupOf: readonly string[],
  totals: readonly (number | undefined)[],
): boolean[] => {
  const sizeOf = (name: string): number => groupOf.filter((other) => other === name).length;
  const poolName = (name: string): string =>
    rule.by === 'all' ? '*' : sizeOf(name) < rule.poolBelow ? '+' : `=${name}`;
  const pools = [...new Set(groupOf.map(poolName))];
  const members = (pool: string): number[] =>
    groupOf.flatMap((name, place) => (poolName(name) === pool ? [place] : []));
  const caps = new Map(pools.map((pool) => [pool, Math.floor((members(pool).length * rule.share) / 10_000)]));
  let spare =
    Math.floor((groupOf.length * rule.share) / 10_000) - [...caps.values()].reduce((a, b) => a + b, 0);
  const part = (pool: string): number => (members(pool).length * rule.share) % 10_000;
  for (const pool of pools.filter((one) => one !== '+').sort((a, b) => part(b) - part(a) || (a < b ? -1 : 1)))
    while (spare > 0 && (caps.get(pool) ?? 0) < Math.min(rule.floor, members(pool).length)) {
      caps.set(pool, (caps.get(pool) ?? 0) + 1);
      spare -= 1;
    }
  return groupOf.map((name, place) => {
    const own = totals[place];
    if (own === undefined) return false;
    const pool = poolName(name);
    const atOrAbove = members(pool).filter((other) => (totals[other] ?? -1) >= own).length;
    return atOrAbove <= (caps.get(pool) ?? 0);
  });
};
