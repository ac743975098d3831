import type { scoringChannels } from '../../../../shared/features/evaluation/scoring/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { addSheetFile, removeSheetFile, saveRemarks, sheetFile } from './remarks.ts';

export const scoringHandlers = {
  'evaluation.saveRemarks': saveRemarks,
  'evaluation.addSheetFile': addSheetFile,
  'evaluation.removeSheetFile': removeSheetFile,
  'evaluation.sheetFile': sheetFile,
} satisfies Handlers<typeof scoringChannels, CallContext>;
