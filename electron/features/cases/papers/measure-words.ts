import { formatDay } from '../../../../shared/kernel/dates.ts';
import type { DecisionItem } from '../../../../shared/features/cases/decision.ts';
import { payText } from '../../../../shared/features/cases/pay.ts';
import { sentence } from '../../../../shared/kernel/sentence.ts';

/** 期间为12个月，自2026年11月20日起至2027年11月19日止; blank for a measure that is done once. */
export const periodOf = ({ measure, days, effectiveOn, endsOn }: DecisionItem): string => {
  if (endsOn === null) return '';
  const length =
    days !== null
      ? `${String(days)}天`
      : measure.periodMonths === null
        ? ''
        : `${String(measure.periodMonths)}个月`;
  const span = `自${formatDay(effectiveOn)}起至${formatDay(endsOn)}止`;
  return length === '' ? span : `期间为${length}，${span}`;
};

/** 记过，期间为12个月，自…起至…止; 通报批评. */
export const measureWithPeriod = (item: DecisionItem): string => {
  if (item.pay !== null) return `${item.measure.name}（${payText(item.pay)}）`;
  const period = periodOf(item);
  return period === '' ? item.measure.name : `${item.measure.name}，${period}`;
};

/** 主要影响 of the measures, each once, as one text; blank where none has any. */
export const effectsOf = (items: readonly DecisionItem[]): string =>
  [...new Set(items.map(({ measure }) => measure.effects))]
    .filter((text) => text !== '')
    .map(sentence)
    .join('');
