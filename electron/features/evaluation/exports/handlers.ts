import type { evaluationExportsChannels } from '../../../../shared/features/evaluation/exports/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { exportOffers, startExport } from './exports.ts';

export const evaluationExportsHandlers = {
  'evaluation.exportOffers': exportOffers,
  'evaluation.startExport': startExport,
} satisfies Handlers<typeof evaluationExportsChannels, CallContext>;
