import type { z } from 'zod';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import { stopClocks } from '../../../shared/features/cases/clocks.ts';
import type { closeInput, withdrawInput } from '../../../shared/features/cases/inputs.ts';
import type { CallContext } from '../context.ts';
import { supersedePaper, voidNumber } from '../papers/index.ts';
import { changeCase, stampOf } from './change.ts';
import { sanctionCollection } from './collections.ts';

export const closeCase = (input: z.output<typeof closeInput>, context: CallContext): Promise<CaseView> =>
  changeCase(context, 'close', input, (record, tx) => ({
    // A term to object goes on after the file is closed.
    record: {
      ...record,
      closing: { ...stampOf(tx), note: input.note },
      clocks: stopClocks(record.clocks, context.today, ({ kind }) => kind !== 'review'),
    },
    note: input.note,
  }));

/** Takes a matter back. A decision already made counts nowhere from then on, and its number is void. */
export const withdrawCase = (
  input: z.output<typeof withdrawInput>,
  context: CallContext,
): Promise<CaseView> =>
  changeCase(context, 'withdraw', input, (record, tx) => {
    const withdrawal = { ...stampOf(tx), reason: input.reason };
    for (const sanction of tx.by(sanctionCollection, 'case', record.id))
      if (sanction.annulled === null) tx.replace(sanctionCollection, { ...sanction, annulled: withdrawal });
    if (record.paper) {
      if (record.paper.issuedPaperId !== null)
        supersedePaper(tx, record.paper.issuedPaperId, `事项撤销：${input.reason}`);
      voidNumber(tx, record.paper.numberId, `事项撤销：${input.reason}`);
    }
    return {
      record: {
        ...record,
        withdrawal,
        clocks: stopClocks(record.clocks, context.today, () => true),
      },
      note: input.reason,
    };
  });
