import type { archiveChannels } from '../../../shared/features/archive/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import type { CallContext } from '../context.ts';
import { requireStaff, staffCollection } from '../organisation/index.ts';
import { exportDossier, exportList } from './exports.ts';
import { personArchive, summaryOf } from './views.ts';

export const archiveHandlers = {
  'archive.list': (_input, { store, today }) => ({
    people: [...store.all(staffCollection)]
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .map((staff) => summaryOf(store, staff, today)),
  }),
  'archive.person': ({ staffId }, { store, today }) =>
    personArchive(store, requireStaff(store, staffId), today),
  'archive.exportDossier': ({ staffId }, context) => exportDossier(context, staffId),
  'archive.exportList': ({ staffIds }, context) => exportList(context, staffIds),
} satisfies Handlers<typeof archiveChannels, CallContext>;
