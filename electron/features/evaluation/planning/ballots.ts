import { createHmac } from 'node:crypto';
import type { Cycle, RaterGroup } from '../../../../shared/features/evaluation/schema.ts';
import type { CallContext } from '../../context.ts';

/** The id under which a rater's scores are kept; in an anonymous group a token that names nobody. */
export const sheetRaterId = (
  _context: Pick<CallContext, 'store'>,
  cycle: Pick<Cycle, 'id'>,
  group: Pick<RaterGroup, 'id' | 'anonymous'>,
  raterId: string,
): string =>
  group.anonymous ? createHmac('sha256', cycle.id).update(`${group.id}/${raterId}`).digest('hex') : raterId;
