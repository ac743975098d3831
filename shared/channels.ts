import type { InputOf, OutputOf } from './kernel/channel.ts';
import { accountsChannels } from './features/accounts/channels.ts';
import { appealsChannels } from './features/appeals/channels.ts';
import { archiveChannels } from './features/archive/channels.ts';
import { calendarChannels } from './features/calendar/channels.ts';
import { casesChannels } from './features/cases/channels.ts';
import { deadlinesChannels } from './features/deadlines/channels.ts';
import { dutiesChannels } from './features/duties/channels.ts';
import { evaluationChannels } from './features/evaluation/channels.ts';
import { evaluationCompareChannels } from './features/evaluation/compare/channels.ts';
import { schoolChannels } from './features/evaluation/school/channels.ts';
import { ownChannels } from './features/evaluation/own/channels.ts';
import { feedbackChannels } from './features/evaluation/feedback/channels.ts';
import { evaluationExportsChannels } from './features/evaluation/exports/channels.ts';
import { evaluationResultsChannels } from './features/evaluation/results/channels.ts';
import { planningChannels } from './features/evaluation/planning/channels.ts';
import { scoringChannels } from './features/evaluation/scoring/channels.ts';
import { systemsChannels } from './features/evaluation/systems/channels.ts';
import { dataChannels } from './features/evaluation/data/channels.ts';
import { bookChannels } from './features/evaluation/files/channels.ts';
import { leadsChannels } from './features/leads/channels.ts';
import { bodyChannels } from './features/organisation/bodies/channels.ts';
import { organisationChannels } from './features/organisation/channels.ts';
import { teachingChannels } from './features/organisation/teaching/channels.ts';
import { papersChannels } from './features/papers/channels.ts';
import { publicityChannels } from './features/publicity/channels.ts';
import { searchChannels } from './features/search/channels.ts';
import { foundingChannels, setupChannels } from './features/setup/channels.ts';
import { standardsChannels } from './features/standards/channels.ts';
import { systemChannels } from './features/system/channels.ts';

/** Named part by part: spelled out as one type it is longer than a compiler writes down. */
export type Channels = typeof setupChannels &
  typeof foundingChannels &
  typeof accountsChannels &
  typeof systemChannels &
  typeof organisationChannels &
  typeof bodyChannels &
  typeof teachingChannels &
  typeof evaluationChannels &
  typeof evaluationResultsChannels &
  typeof evaluationCompareChannels &
  typeof evaluationExportsChannels &
  typeof feedbackChannels &
  typeof ownChannels &
  typeof schoolChannels &
  typeof bookChannels &
  typeof dataChannels &
  typeof planningChannels &
  typeof scoringChannels &
  typeof systemsChannels &
  typeof dutiesChannels &
  typeof standardsChannels &
  typeof calendarChannels &
  typeof deadlinesChannels &
  typeof leadsChannels &
  typeof casesChannels &
  typeof appealsChannels &
  typeof papersChannels &
  typeof publicityChannels &
  typeof archiveChannels &
  typeof searchChannels;

/** Every channel there is. A name declared twice would silently win here, so a test counts them. */
export const channels: Channels = {
  ...setupChannels,
  ...foundingChannels,
  ...accountsChannels,
  ...systemChannels,
  ...organisationChannels,
  ...bodyChannels,
  ...teachingChannels,
  ...evaluationChannels,
  ...evaluationResultsChannels,
  ...evaluationCompareChannels,
  ...feedbackChannels,
  ...ownChannels,
  ...evaluationExportsChannels,
  ...schoolChannels,
  ...bookChannels,
  ...dataChannels,
  ...planningChannels,
  ...scoringChannels,
  ...systemsChannels,
  ...dutiesChannels,
  ...standardsChannels,
  ...calendarChannels,
  ...deadlinesChannels,
  ...leadsChannels,
  ...casesChannels,
  ...appealsChannels,
  ...papersChannels,
  ...publicityChannels,
  ...archiveChannels,
  ...searchChannels,
};
export type ChannelName = keyof Channels;
export type ChannelInput<C extends ChannelName> = InputOf<Channels[C]>;
export type ChannelOutput<C extends ChannelName> = OutputOf<Channels[C]>;

/** True for the name of a declared channel; never for what an object merely inherits. */
export const isChannelName = (name: string): name is ChannelName => Object.hasOwn(channels, name);
