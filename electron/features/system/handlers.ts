import type { systemChannels } from '../../../shared/features/system/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { JobView } from '../../../shared/features/system/channels.ts';
import type { AnyCollection } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import type { JobView as RunningJob } from '../jobs.ts';
import { keptFile, readKeptFile } from '../kept-files.ts';
import { countRecords } from './counts.ts';

const jobView = (job: RunningJob): JobView => ({
  id: job.id,
  title: job.title,
  state: job.state,
  progress: job.progress,
  note: job.note,
  ...(job.error ? { error: job.error } : {}),
});

/** The handlers of an app that holds these collections. */
export const createSystemHandlers = (collections: readonly AnyCollection[]) =>
  ({
    'jobs.view': ({ id }, { jobs, session }) => jobView(jobs.view(id, session.id)),
    'jobs.cancel': ({ id }, { jobs, session }) => jobView(jobs.cancel(id, session.id)),
    'jobs.file': keptFile,
    'jobs.readFile': readKeptFile,
    'system.health': (_input, { store }) => {
      const health = store.health();
      return {
        writable: health.writable,
        problems: [...health.problems],
        commits: health.seq,
        headHash: health.headHash,
        schemaVersion: health.schemaVersion,
        counts: countRecords(store, collections),
      };
    },
  }) satisfies Handlers<typeof systemChannels, CallContext>;
