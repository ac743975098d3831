import type { Lead } from '../../../shared/features/leads/schema.ts';
import type { CallContext } from '../context.ts';
import { stampOf } from '../record-acts.ts';
import { concealerOf, requireLead } from './change.ts';
import { leadNoteCollection } from './collections.ts';

/** 内部备注: kept beside the lead, so that nothing made of the lead can carry it. */
export const addNote = ({ id, text }: { id: string; text: string }, context: CallContext): Promise<Lead> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const lead = requireLead(tx, id, context);
    tx.insert(leadNoteCollection, {
      id: context.newId(),
      leadId: id,
      text: concealerOf(tx, id)(text),
      made: stampOf(tx),
    });
    return lead;
  });
