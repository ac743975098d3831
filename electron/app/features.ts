import { accountsChannels } from '../../shared/features/accounts/channels.ts';
import { appealsChannels } from '../../shared/features/appeals/channels.ts';
import { archiveChannels } from '../../shared/features/archive/channels.ts';
import { calendarChannels } from '../../shared/features/calendar/channels.ts';
import { casesChannels } from '../../shared/features/cases/channels.ts';
import { deadlinesChannels } from '../../shared/features/deadlines/channels.ts';
import { dutiesChannels } from '../../shared/features/duties/channels.ts';
import { evaluationChannels } from '../../shared/features/evaluation/channels.ts';
import { evaluationCompareChannels } from '../../shared/features/evaluation/compare/channels.ts';
import { schoolChannels } from '../../shared/features/evaluation/school/channels.ts';
import { ownChannels } from '../../shared/features/evaluation/own/channels.ts';
import { feedbackChannels } from '../../shared/features/evaluation/feedback/channels.ts';
import { evaluationExportsChannels } from '../../shared/features/evaluation/exports/channels.ts';
import { evaluationResultsChannels } from '../../shared/features/evaluation/results/channels.ts';
import { dataChannels } from '../../shared/features/evaluation/data/channels.ts';
import { bookChannels } from '../../shared/features/evaluation/files/channels.ts';
import { planningChannels } from '../../shared/features/evaluation/planning/channels.ts';
import { scoringChannels } from '../../shared/features/evaluation/scoring/channels.ts';
import { systemsChannels } from '../../shared/features/evaluation/systems/channels.ts';
import { leadsChannels } from '../../shared/features/leads/channels.ts';
import { bodyChannels } from '../../shared/features/organisation/bodies/channels.ts';
import { organisationChannels } from '../../shared/features/organisation/channels.ts';
import { teachingChannels } from '../../shared/features/organisation/teaching/channels.ts';
import { papersChannels } from '../../shared/features/papers/channels.ts';
import { publicityChannels } from '../../shared/features/publicity/channels.ts';
import { searchChannels } from '../../shared/features/search/channels.ts';
import { foundingChannels } from '../../shared/features/setup/channels.ts';
import { standardsChannels } from '../../shared/features/standards/channels.ts';
import { systemChannels } from '../../shared/features/system/channels.ts';
import { accountsCollections, createAccountsHandlers } from '../features/accounts/index.ts';
import {
  appealCaseFile,
  appealDeadlineSource,
  appealsCollections,
  appealSearchSource,
  appealsHandlers,
} from '../features/appeals/index.ts';
import { archiveCollections, archiveHandlers } from '../features/archive/index.ts';
import { calendarCollections, calendarHandlers } from '../features/calendar/index.ts';
import { caseSearchSource, casesCollections, createCasesHandlers } from '../features/cases/index.ts';
import type { Services } from '../features/context.ts';
import { dutiesCollections, dutiesHandlers } from '../features/duties/index.ts';
import type { DeadlineSource } from '../features/deadline-source.ts';
import { caseDeadlineSource, createDeadlinesHandlers } from '../features/deadlines/index.ts';
import {
  bookHandlers,
  dataHandlers,
  bookKeyCollection,
  planningHandlers,
  scoringHandlers,
  cycleDeadlineSource,
  cycleSearchSource,
  evaluationCollections,
  evaluationCompareHandlers,
  evaluationExportsHandlers,
  evaluationHandlers,
  evaluationResultsHandlers,
  feedbackHandlers,
  ownHandlers,
  schoolHandlers,
  systemsHandlers,
} from '../features/evaluation/index.ts';
import {
  createLeadsHandlers,
  leadDeadlineSource,
  leadsCollections,
  leadSearchSource,
} from '../features/leads/index.ts';
import {
  bodyHandlers,
  bodySearchSource,
  organisationCollections,
  organisationHandlers,
  pupilSearchSource,
  staffSearchSource,
  teachingHandlers,
} from '../features/organisation/index.ts';
import {
  createPaperSearchSource,
  createPapersHandlers,
  papersCollections,
} from '../features/papers/index.ts';
import {
  publicityCollections,
  publicityDeadlineSource,
  publicityHandlers,
  publicitySearchSource,
} from '../features/publicity/index.ts';
import { createSearchHandlers, createSearchIndex } from '../features/search/index.ts';
import type { SearchSource } from '../features/search-source.ts';
import { foundingHandlers } from '../features/setup/index.ts';
import { standardsCollections, standardsHandlers } from '../features/standards/index.ts';
import { createSystemHandlers } from '../features/system/index.ts';
import type { AnyCollection } from '../store/types.ts';
import { hiddenPapers } from './hidden-papers.ts';
import { caseDesk } from './lead-cases.ts';
import { register, type Bound, type Registry } from './registry.ts';

/** Every collection of every feature: what a data folder holds. */
export const collections: readonly AnyCollection[] = [
  ...organisationCollections,
  ...dutiesCollections,
  ...leadsCollections,
  ...casesCollections,
  ...appealsCollections,
  ...papersCollections,
  ...publicityCollections,
  ...evaluationCollections,
  bookKeyCollection,
  ...standardsCollections,
  ...calendarCollections,
  ...archiveCollections,
  ...accountsCollections,
];

/** What the search looks through. */
const searchSources: readonly SearchSource[] = [
  staffSearchSource,
  pupilSearchSource,
  leadSearchSource,
  caseSearchSource,
  appealSearchSource,
  createPaperSearchSource(hiddenPapers),
  publicitySearchSource,
  cycleSearchSource,
  bodySearchSource,
];

/** Whose terms stand in the calendar of deadlines. */
const deadlineSources: readonly DeadlineSource[] = [
  leadDeadlineSource,
  caseDeadlineSource,
  appealDeadlineSource,
  publicityDeadlineSource,
  cycleDeadlineSource,
];

/** Joins every feature's channels to its handlers. A channel without a handler does not compile. */
export const registerFeatures = (services: Services): Registry => {
  const registry = new Map<string, Bound>();
  register(registry, foundingChannels, foundingHandlers);
  register(registry, accountsChannels, createAccountsHandlers());
  register(registry, systemChannels, createSystemHandlers(collections));
  register(registry, searchChannels, createSearchHandlers(createSearchIndex(services.store, searchSources)));
  register(registry, organisationChannels, organisationHandlers);
  register(registry, bodyChannels, bodyHandlers);
  register(registry, teachingChannels, teachingHandlers);
  register(registry, dutiesChannels, dutiesHandlers);
  register(registry, standardsChannels, standardsHandlers);
  register(registry, calendarChannels, calendarHandlers);
  register(registry, deadlinesChannels, createDeadlinesHandlers(deadlineSources));
  register(registry, leadsChannels, createLeadsHandlers(caseDesk));
  register(registry, casesChannels, createCasesHandlers([appealCaseFile]));
  register(registry, appealsChannels, appealsHandlers);
  register(registry, papersChannels, createPapersHandlers(hiddenPapers));
  register(registry, publicityChannels, publicityHandlers);
  register(registry, evaluationChannels, evaluationHandlers);
  register(registry, evaluationResultsChannels, evaluationResultsHandlers);
  register(registry, evaluationCompareChannels, evaluationCompareHandlers);
  register(registry, feedbackChannels, feedbackHandlers);
  register(registry, ownChannels, ownHandlers);
  register(registry, evaluationExportsChannels, evaluationExportsHandlers);
  register(registry, schoolChannels, schoolHandlers);
  register(registry, bookChannels, bookHandlers);
  register(registry, dataChannels, dataHandlers);
  register(registry, planningChannels, planningHandlers);
  register(registry, scoringChannels, scoringHandlers);
  register(registry, systemsChannels, systemsHandlers);
  register(registry, archiveChannels, archiveHandlers);
  return registry;
};
