import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import { changeLabels, type Adjustment } from '../../../../shared/features/evaluation/results/schema.ts';

/** What an adjustment did, in words: `调整等次：合格 → 优秀`. */
export const changeWords = ({ change, before }: Pick<Adjustment, 'change' | 'before'>): string => {
  switch (change.kind) {
    case 'grade':
      return `${changeLabels.grade}：${before} → ${change.to}`;
    case 'total':
      return `${changeLabels.total}：${before} → ${formatResult(change.to)}`;
    case 'outsideQuota':
      return changeLabels.outsideQuota;
  }
};
