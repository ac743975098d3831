import type { Settled } from '../../../../shared/features/evaluation/results/settle.ts';
import type { Reader } from '../../../store/types.ts';
import { adjustmentCollection } from './collections.ts';

/** The adjustments of a cycle that stand, by subject. */
export const standingAdjustments = (reader: Reader, cycleId: string): ReadonlyMap<string, Settled> => {
  const settled = new Map<string, Settled>();
  for (const { subjectId, change, reason, undone } of reader.by(adjustmentCollection, 'cycle', cycleId)) {
    if (undone !== null) continue;
    const before = settled.get(subjectId) ?? {};
    switch (change.kind) {
      case 'grade':
        settled.set(subjectId, { ...before, grade: { to: change.to, reason } });
        break;
      case 'total':
        settled.set(subjectId, { ...before, total: { to: change.to, reason } });
        break;
      case 'outsideQuota':
        settled.set(subjectId, { ...before, outsideQuota: reason });
    }
  }
  return settled;
};
