import type { systemsChannels } from '../../../../shared/features/evaluation/systems/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { exportSystems } from './export-list.ts';
import { exportSystemBook, previewSystemBook, takeSystemBook } from './take-book.ts';

export const systemsHandlers = {
  'evaluation.systemBook': exportSystemBook,
  'evaluation.previewSystemBook': previewSystemBook,
  'evaluation.takeSystemBook': takeSystemBook,
  'evaluation.exportSystems': exportSystems,
} satisfies Handlers<typeof systemsChannels, CallContext>;
