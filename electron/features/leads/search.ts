import { channelLabels, type Lead } from '../../../shared/features/leads/schema.ts';
import { summaryOf } from '../../../shared/features/leads/texts.ts';
import { stateLabels } from '../../../shared/features/leads/acts.ts';
import type { Reader } from '../../store/types.ts';
import type { SearchItem, SearchSource } from '../search-source.ts';
import { leadCollection } from './collections.ts';
import { leadMask, type LeadMask } from './masks.ts';
import { isAbout } from './recusal.ts';

const item = (lead: Lead, mask: LeadMask): SearchItem => {
  const summary = mask.text(lead, summaryOf(lead.content));
  return {
    id: lead.id,
    title: `${lead.number} ${summary}`,
    about: `${channelLabels[lead.channel]} · ${stateLabels[lead.state]}`,
    names: [
      summary,
      ...lead.people.flatMap((person) => (person.kind === 'staff' ? [person.name] : [])),
      ...(lead.matter ? [lead.matter.name] : []),
    ],
    codes: [lead.number],
  };
};

/** Leads, by number, summary, matter and the staff they are about. Never by source or pupil, nor for whom it is about. */
export const leadSearchSource: SearchSource = {
  kind: 'lead',
  permission: 'leads.read',
  collection: leadCollection.name,
  all: (reader: Reader) => {
    const mask = leadMask(reader);
    return reader.all(leadCollection).map((lead) => item(lead, mask));
  },
  one: (reader: Reader, id: string) => {
    const lead = reader.get(leadCollection, id);
    return lead && item(lead, leadMask(reader));
  },
  hides: (reader: Reader, id: string, userId: string) => {
    const lead = reader.get(leadCollection, id);
    return lead !== undefined && isAbout(reader, lead, userId);
  },
};
