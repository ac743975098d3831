import type { evaluationCompareChannels } from '../../../../shared/features/evaluation/compare/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { compare } from './compare-view.ts';

export const evaluationCompareHandlers = {
  'evaluation.compare': compare,
} satisfies Handlers<typeof evaluationCompareChannels, CallContext>;
