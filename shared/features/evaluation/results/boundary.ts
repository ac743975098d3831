import { formatDecimal } from '../decimal.ts';
import type { IndicatorContent } from '../indicators.ts';
import type { QuotaOutcome, QuotaPool } from './quota.ts';
import type { SettledResult } from './settle.ts';

/** 边界情况: results that a small difference, or a tie, decides. They are what a meeting looks at first. */
export interface Boundary {
  readonly kind: 'tied' | 'lastIn' | 'firstOut' | 'nearLine';
  readonly text: string;
}

/** Half a mark on either side of the line of a grade. */
const NEAR = 50;

const ofPool = (
  { name, cap, given, tied, lastIn, firstOut }: QuotaPool,
  subjectId: string,
  gap: number | undefined,
): Boundary[] => {
  const where = name === '全体' ? '' : `（${name}）`;
  if (tied.includes(subjectId))
    return [
      {
        kind: 'tied',
        text: `优秀名额${where}还剩 ${String(cap - given)} 个，${String(tied.length)} 人末位同分`,
      },
    ];
  const apart = gap === undefined ? '' : `，相差 ${formatDecimal(gap)} 分`;
  if (lastIn.includes(subjectId)) return [{ kind: 'lastIn', text: `优秀名额${where}最后一个${apart}` }];
  if (firstOut.includes(subjectId))
    return [{ kind: 'firstOut', text: `达到优秀线，名额${where}之外第一个${apart}` }];
  return [];
};

/** The boundary cases of each subject; subjects without any have no entry. */
export const boundariesOf = (
  { bands }: Pick<IndicatorContent, 'bands'>,
  results: readonly SettledResult[],
  quota: QuotaOutcome | null,
): ReadonlyMap<string, readonly Boundary[]> => {
  const totals = new Map(
    results.flatMap((result) =>
      result.kind === 'complete' ? [[result.subjectId, result.figures.total] as const] : [],
    ),
  );
  const found = new Map<string, readonly Boundary[]>();
  for (const [subjectId, total] of totals) {
    const lines = bands
      .filter(({ from }) => from > 0 && Math.abs(total - from) <= NEAR)
      .map(({ label, from }): Boundary => {
        const apart = formatDecimal(Math.abs(total - from));
        return {
          kind: 'nearLine',
          text:
            total >= from
              ? `高出“${label}”的 ${formatDecimal(from)} 分线 ${apart} 分`
              : `距“${label}”的 ${formatDecimal(from)} 分线 ${apart} 分`,
        };
      });
    const places = (quota?.pools ?? []).flatMap((pool) => {
      const [last, first] = [totals.get(pool.lastIn[0] ?? ''), totals.get(pool.firstOut[0] ?? '')];
      return ofPool(pool, subjectId, last === undefined || first === undefined ? undefined : last - first);
    });
    if (lines.length + places.length > 0) found.set(subjectId, [...places, ...lines]);
  }
  return found;
};
