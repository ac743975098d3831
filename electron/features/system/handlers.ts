import { channels } from '../../../shared/channels.ts';
import type { systemChannels } from '../../../shared/features/system/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { LargeFileCommand } from '../../../shared/kernel/large-file.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { JobView } from '../../../shared/features/system/channels.ts';
import type { AnyCollection } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import type { JobView as RunningJob } from '../jobs.ts';
import { keptFile, openKeptFile, readKeptFile } from '../kept-files.ts';
import { beginUpload, dropUpload, finishUpload, sendPiece } from '../uploads.ts';
import { countRecords } from './counts.ts';

const jobView = (job: RunningJob): JobView => ({
  id: job.id,
  title: job.title,
  state: job.state,
  progress: job.progress,
  note: job.note,
  ...(job.error ? { error: job.error } : {}),
});

/** @throws AppError `forbidden` for whoever may not give the command that the file is for. */
const demandCommand = (purpose: LargeFileCommand, context: CallContext): void => {
  const { access } = channels[purpose];
  if (access !== 'public' && access !== 'signed-in' && !context.can(access))
    throw new AppError('forbidden', '您的角色没有这项权限，请联系系统管理员。');
};

/** The handlers of an app that holds these collections. */
export const createSystemHandlers = (collections: readonly AnyCollection[]) =>
  ({
    'jobs.view': ({ id }, { jobs, session }) => jobView(jobs.view(id, session.id)),
    'jobs.cancel': ({ id }, { jobs, session }) => jobView(jobs.cancel(id, session.id)),
    'jobs.file': keptFile,
    'jobs.readFile': readKeptFile,
    'jobs.openFile': openKeptFile,
    'files.begin': async ({ for: purpose, name, mime, size }, context) => {
      demandCommand(purpose, context);
      return { upload: await beginUpload(context, { purpose, name, mime, size }) };
    },
    'files.send': async ({ upload, from, base64 }, context) => ({
      received: await sendPiece(context, { upload, from, bytes: Buffer.from(base64, 'base64') }),
    }),
    'files.finish': ({ upload }, context) => finishUpload(context, upload),
    'files.drop': async ({ upload }, context) => {
      await dropUpload(context, upload);
      return {};
    },
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
