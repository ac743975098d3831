import type { Indicator, IndicatorContent } from '../indicators.ts';
import type { Figures } from '../schema.ts';

/** A matter for which somebody was already held to account in the time that is evaluated. */
export interface Accounted {
  readonly caseNumber: string;
  readonly matterName: string;
  readonly measureName: string;
}

const tookOff = (indicator: Indicator, points: number): boolean =>
  indicator.method.kind === 'deduct' && points < indicator.method.start;

/** The items in which marks were taken off by hand, or whose veto struck, each once, in the order of the system. */
export const takenOffIn = (content: IndicatorContent, { groups, vetoes }: Figures): string[] => {
  const struck = new Set(vetoes.filter((veto) => veto.struck).map(({ indicatorId }) => indicatorId));
  const means = groups.flatMap(({ dimensions }) => dimensions.flatMap(({ indicators }) => indicators));
  return content.dimensions
    .flatMap(({ indicators }) => indicators)
    .filter(
      (indicator) =>
        struck.has(indicator.id) ||
        means.some(({ indicatorId, points }) => indicatorId === indicator.id && tookOff(indicator, points)),
    )
    .map(({ name }) => name);
};

/**
 * 不重复扣分: one matter must not come down on somebody twice. Whether what was taken off is the matter of the case only
 * people can tell, so that this asks; blank where there is nothing to ask.
 */
export const takenTwice = (cases: readonly Accounted[], takenOff: readonly string[]): string => {
  if (cases.length === 0 || takenOff.length === 0) return '';
  const matters = cases
    .map(({ caseNumber, matterName, measureName }) => `${matterName}（${caseNumber}，${measureName}）`)
    .join('、');
  return `已因${matters}受到处理，“${takenOff.join('”“')}”又扣了分或被否决：请核对是否为同一事项，同一事项不重复扣分`;
};
