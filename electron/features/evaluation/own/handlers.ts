import type { ownChannels } from '../../../../shared/features/evaluation/own/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { ownResult, ownResults } from './view.ts';
import { objectOwn, ownFile, ownPaper, signOwn, withdrawOwn } from './write.ts';

export const ownHandlers = {
  'evaluation.ownResults': ownResults,
  'evaluation.ownResult': ownResult,
  'evaluation.signOwn': signOwn,
  'evaluation.objectOwn': objectOwn,
  'evaluation.withdrawOwn': withdrawOwn,
  'evaluation.ownPaper': ownPaper,
  'evaluation.ownFile': ownFile,
} satisfies Handlers<typeof ownChannels, CallContext>;
