import { severities, sheetWorth } from '../../../../shared/features/evaluation/compare/severity.ts';
import type { ComparedRater } from '../../../../shared/features/evaluation/compare/views.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import { raterIdsFor } from '../../../../shared/features/evaluation/rating.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { indicatorsFor, sheetStateOf } from '../../../../shared/features/evaluation/sheet-state.ts';
import type { Reader } from '../../../store/types.ts';
import { scoreSheetCollection } from '../collections.ts';

/**
 * How mild or strict the raters of the open groups are. Nothing is said of anonymous raters, whoever asks, nor of those
 * who rate themselves: they have nobody to be held against. Only sheets that count are looked at.
 */
export const raterSeverities = (
  reader: Reader,
  cycle: Cycle,
  content: IndicatorContent,
  subjectIds: readonly string[],
): ComparedRater[] => {
  const inView = new Set(subjectIds);
  const sheets = reader.by(scoreSheetCollection, 'cycle', cycle.id);
  return cycle.groups
    .filter(({ anonymous, kind }) => !anonymous && kind !== 'self' && kind !== 'data')
    .flatMap((group) => {
      const rated = indicatorsFor(content, group);
      const judgements = sheets.flatMap(({ groupId, raterId, subjectId, scores }) => {
        if (groupId !== group.id || !inView.has(subjectId)) return [];
        if (sheetStateOf(rated, scores) !== 'done' || !raterIdsFor(group, subjectId).includes(raterId))
          return [];
        if (group.raters.find(({ id }) => id === raterId)?.withdrawn?.counted === false) return [];
        return [{ raterId, subjectId, worth: sheetWorth(content, group, scores) }];
      });
      const found = new Map(severities(judgements).map((one) => [one.raterId, one] as const));
      return group.raters.flatMap(({ id, name }) => {
        const one = found.get(id);
        if (!one) return [];
        const { subjects, severity, agreement } = one;
        return [{ groupId: group.id, groupName: group.name, name, subjects, severity, agreement }];
      });
    });
};
