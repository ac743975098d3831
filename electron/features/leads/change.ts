import { mapTexts, withoutSource } from '../../../shared/features/leads/texts.ts';
import type { Lead } from '../../../shared/features/leads/schema.ts';
import { actLabels, stateLabels, type LeadAct } from '../../../shared/features/leads/acts.ts';
import { isOpenTo, outcomeOf, permissionOf } from '../../../shared/features/leads/workflow.ts';
import type { Target } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { Reader, Tx } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { demandSeen, stampOf, stateAfter, wrongState } from '../record-acts.ts';
import { leadCollection, leadSourceCollection } from './collections.ts';
import { leadMask } from './masks.ts';
import { demandUninvolved } from './recusal.ts';

/** @throws AppError `not-found` for an unknown lead, `forbidden` when it is about the caller. */
export const requireLead = (reader: Reader, id: string, context: Pick<CallContext, 'session'>): Lead => {
  const lead = reader.require(leadCollection, id, '线索');
  demandUninvolved(reader, lead, context);
  return lead;
};

/**
 * A text without the source's name and contact, whoever typed them into it: what is kept outside `lead-sources` must not
 * tell who it was.
 */
export const concealerOf = (reader: Reader, leadId: string): ((text: string) => string) => {
  const [source] = reader.by(leadSourceCollection, 'lead', leadId);
  return source ? (text) => withoutSource(text, source) : (text) => text;
};

/** A lead as it may be kept: its texts without the source, its files' names without the names of children. */
export const conceal = (reader: Reader, lead: Lead): Lead => {
  const nameless = mapTexts(lead, concealerOf(reader, lead.id));
  if (nameless.attachments.length === 0) return nameless;
  const mask = leadMask(reader);
  return {
    ...nameless,
    attachments: nameless.attachments.map((each) => ({
      ...each,
      file: { ...each.file, name: mask.fileName(nameless, each.file.name) },
    })),
  };
};

/** @throws AppError `conflict`, `illegal-step` or `forbidden`: what stands in the way before anything is done. */
export const demandOpen = (
  lead: Lead,
  act: LeadAct,
  rev: number,
  { can }: Pick<CallContext, 'can'>,
): void => {
  demandSeen(lead, rev, '这条线索');
  if (!isOpenTo(lead.state, act))
    throw wrongState({ number: lead.number, state: stateLabels[lead.state], act: actLabels[act] });
  if (!can(permissionOf(act)))
    throw new AppError('forbidden', `您的角色不能${actLabels[act]}，请联系系统管理员。`);
};

/** A lead after an act, before the workflow has said where it leads, and a line for its history. */
export interface Edit {
  readonly lead: Lead;
  readonly note: string;
}

/**
 * One act on one lead in one transaction: the state must know the act, `edit` makes what the act writes, and the
 * workflow decides on the result whether it may stand and where it leads.
 *
 * @throws AppError `conflict`, `forbidden`, `illegal-step` with what is missing, and whatever `edit` refuses.
 */
export const changeLead = (
  context: CallContext,
  act: LeadAct,
  target: Target,
  edit: (lead: Lead, tx: Tx) => Edit,
): Promise<Lead> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const before = requireLead(tx, target.id, context);
    demandOpen(before, act, target.rev, context);
    const { lead, note } = edit(before, tx);
    const state = stateAfter(outcomeOf(act, before.state, lead), {
      number: before.number,
      state: stateLabels[before.state],
      act: actLabels[act],
    });
    return tx.replace(
      leadCollection,
      conceal(tx, {
        ...lead,
        state,
        history: [...lead.history, { made: stampOf(tx), act: actLabels[act], state, note }],
      }),
    );
  });
