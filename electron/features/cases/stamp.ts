import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { Stamp } from '../../../shared/kernel/entity.ts';
import type { Tx } from '../../store/types.ts';

/** Who and when: the same for everything that one transaction writes. */
export const stampOf = (tx: Tx): Stamp => ({ at: instantOfMs(tx.now), by: tx.actor });
