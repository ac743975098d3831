import type { z } from 'zod';
import type { LinkedLead, SimilarLead } from '../../../shared/features/leads/channels.ts';
import { restartClocks, stopClocks } from '../../../shared/features/leads/deadlines.ts';
import {
  isSuggested,
  reasonsOf,
  similarity,
  type Likeness,
} from '../../../shared/features/leads/duplicates.ts';
import type { linkInput, similarInput, undoTriageInput } from '../../../shared/features/leads/inputs.ts';
import type { Lead, LeadPerson } from '../../../shared/features/leads/schema.ts';
import { summaryOf } from '../../../shared/features/leads/texts.ts';
import { maskName } from '../../../shared/kernel/masking.ts';
import { AppError, invalidField } from '../../../shared/kernel/result.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { stampOf } from '../record-acts.ts';
import { changeLead, requireLead } from './change.ts';
import { leadCollection } from './collections.ts';
import { leadMask, type LeadMask } from './masks.ts';
import { visibleTo } from './recusal.ts';
import { peopleOf } from './register.ts';

/** How many possible duplicates are shown: more would not be read. */
const SHOWN = 5;

const keyOf = (person: LeadPerson): string =>
  person.kind === 'other' ? `name:${person.name.replace(/\s+/gu, '')}` : `${person.kind}:${person.id}`;

const likenessOf = (lead: Lead): Likeness => ({
  content: lead.content,
  people: lead.people.map(keyOf),
  day: lead.occurredOn ?? lead.receivedOn,
});

/** The leads that may tell of the same, the most alike first, each with the reasons for it. */
export const similarLeads = (
  input: z.output<typeof similarInput>,
  context: Pick<CallContext, 'store' | 'session'>,
): SimilarLead[] => {
  const { store } = context;
  const people = peopleOf(store, input);
  const typed: Likeness = { content: input.content, people: people.map(keyOf), day: input.day };
  const mask = leadMask(store);
  return visibleTo(store, store.all(leadCollection), context)
    .filter(({ id, state }) => id !== input.id && state !== 'merged')
    .map((lead) => ({ lead, found: similarity(typed, likenessOf(lead)) }))
    .filter(({ found }) => isSuggested(found))
    .sort((a, b) => b.found.score - a.found.score)
    .slice(0, SHOWN)
    .map(({ lead, found }) => {
      const names = new Map(
        lead.people.map((person) => [
          keyOf(person),
          person.kind === 'pupil' || (person.kind === 'other' && person.minor)
            ? maskName(person.name)
            : person.name,
        ]),
      );
      return {
        id: lead.id,
        number: lead.number,
        state: lead.state,
        receivedOn: lead.receivedOn,
        summary: mask.text(lead, summaryOf(lead.content)),
        score: found.score,
        reasons: reasonsOf(found, (key) => names.get(key) ?? ''),
      };
    });
};

const otherOf = (reader: Reader, lead: Lead, otherId: string, context: CallContext): Lead => {
  if (otherId === lead.id) throw invalidField('otherId', '请选择另一条线索。');
  return requireLead(reader, otherId, context);
};

/** 关联: says on one lead that another belongs to it; both show it. */
export const relate = (input: z.output<typeof linkInput>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'relate', input, (lead, tx) => {
    const other = otherOf(tx, lead, input.otherId, context);
    const linked = [...lead.related, ...other.related].some(
      ({ leadId }) => leadId === other.id || leadId === lead.id,
    );
    if (linked) throw new AppError('conflict', `已经与${other.number}关联。`);
    return {
      lead: {
        ...lead,
        related: [...lead.related, { leadId: other.id, reason: input.reason, made: stampOf(tx) }],
      },
      note: `${other.number}：${input.reason}`,
    };
  });

/**
 * 并案: puts a duplicate into another lead. Whoever asks with the duplicate's code is told how the other one stands.
 *
 * @throws AppError `illegal-step` when the other one went into a lead itself, or is done.
 */
export const merge = (input: z.output<typeof linkInput>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'merge', input, (lead, tx) => {
    const other = otherOf(tx, lead, input.otherId, context);
    if (other.merged)
      throw new AppError('illegal-step', `${other.number}已并入${other.merged.number}，请直接并入后者。`);
    if (other.state === 'closed')
      throw new AppError('illegal-step', `${other.number}已经办结，请先重新办理，或者改为关联。`);
    const [into] = tx.by(leadCollection, 'mergedInto', lead.id);
    if (into) throw new AppError('illegal-step', `${into.number}已并入本线索，本线索不能再并入别的线索。`);
    return {
      lead: {
        ...lead,
        merged: { leadId: other.id, number: other.number, reason: input.reason, made: stampOf(tx) },
        clocks: stopClocks(lead.clocks, context.today),
      },
      note: `${other.number}：${input.reason}`,
    };
  });

/** Takes a merging back; the lead goes on by itself, with its terms running as before. */
export const unmerge = (input: z.output<typeof undoTriageInput>, context: CallContext): Promise<Lead> =>
  changeLead(context, 'unmerge', input, (lead) => ({
    lead: {
      ...lead,
      merged: null,
      clocks: restartClocks(lead.clocks, [
        ...(lead.acknowledgement ? [] : (['acknowledge'] as const)),
        ...(lead.replies.length > 0 ? [] : (['reply'] as const)),
      ]),
    },
    note: input.reason,
  }));

type Caller = Pick<CallContext, 'session'>;

const linked = (lead: Lead, reason: string, mask: LeadMask): LinkedLead => ({
  id: lead.id,
  number: lead.number,
  state: lead.state,
  receivedOn: lead.receivedOn,
  summary: mask.text(lead, summaryOf(lead.content)),
  reason,
});

/** The leads that went into this one. */
export const duplicatesOf = (reader: Reader, lead: Lead, mask: LeadMask, context: Caller): LinkedLead[] =>
  visibleTo(reader, reader.by(leadCollection, 'mergedInto', lead.id), context).map((each) =>
    linked(each, each.merged?.reason ?? '', mask),
  );

/** The leads that were said to belong to this one, from either side. */
export const relatedTo = (reader: Reader, lead: Lead, mask: LeadMask, context: Caller): LinkedLead[] => {
  const named = lead.related.flatMap(({ leadId }) => reader.get(leadCollection, leadId) ?? []);
  const naming = reader.by(leadCollection, 'related', lead.id);
  return visibleTo(reader, [...named, ...naming], context).map((other) => {
    const link =
      lead.related.find(({ leadId }) => leadId === other.id) ??
      other.related.find(({ leadId }) => leadId === lead.id);
    return linked(other, link?.reason ?? '', mask);
  });
};
