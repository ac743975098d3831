import { replaceNames } from '../../kernel/masking.ts';
import type { Lead } from './schema.ts';

/**
 * A lead with `change` applied to every text that somebody typed, names of files among them. People picked from the
 * roster, numbers and who did what stay as they are.
 */
export const mapTexts = (lead: Lead, change: (text: string) => string): Lead => ({
  ...lead,
  content: change(lead.content),
  occurredNote: change(lead.occurredNote),
  people: lead.people.map((person) =>
    person.kind === 'other' ? { ...person, name: change(person.name) } : person,
  ),
  attachments: lead.attachments.map((each) => ({
    ...each,
    file: { ...each.file, name: change(each.file.name) },
  })),
  triage: lead.triage && {
    ...lead.triage,
    reason: change(lead.triage.reason),
    transfer: lead.triage.transfer && {
      ...lead.triage.transfer,
      receiver: change(lead.triage.transfer.receiver),
      request: change(lead.triage.transfer.request),
    },
  },
  replies: lead.replies.map((reply) => ({ ...reply, text: change(reply.text) })),
  closing: lead.closing && {
    ...lead.closing,
    note: change(lead.closing.note),
    withoutReply: change(lead.closing.withoutReply),
  },
  merged: lead.merged && { ...lead.merged, reason: change(lead.merged.reason) },
  related: lead.related.map((each) => ({ ...each, reason: change(each.reason) })),
  redactions: lead.redactions.map((each) => ({ ...each, reason: change(each.reason) })),
  history: lead.history.map((event) => ({ ...event, note: change(event.note) })),
});

const SHORT = 48;
/** Far more than a summary has room for: the rest of a long report is not looked at. */
const LOOKED_AT = 400;

/** The first sentence of what was reported, cut to what a list has room for. */
export const summaryOf = (content: string): string => {
  const flat = content.slice(0, LOOKED_AT).replace(/\s+/gu, ' ').trim();
  const sentence = /^.+?[。！？!?]/u.exec(flat)?.[0] ?? flat;
  const characters = Array.from(sentence);
  return characters.length <= SHORT ? sentence : `${characters.slice(0, SHORT - 1).join('')}…`;
};

/** What stands for the source's name where somebody typed it into a text. */
export const SOURCE_WORD = '反映人';
/** What stands for a telephone number or address of the source. */
export const CONTACT_WORD = '（联系方式已另存）';

/** A text without the source's name and contact. A contact of fewer than five characters is no number to be reached by. */
export const withoutSource = (
  text: string,
  source: { readonly name: string; readonly contact: string },
): string => {
  const nameless = replaceNames(text, [source.name], () => SOURCE_WORD);
  return source.contact.length < 5 ? nameless : replaceNames(nameless, [source.contact], () => CONTACT_WORD);
};
