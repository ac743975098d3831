import type { bookChannels } from '../../../../shared/features/evaluation/files/channels.ts';
import type { Handlers } from '../../../../shared/kernel/channel.ts';
import type { CallContext } from '../../context.ts';
import { bookOffers, oneBook, startBooks } from './hand-out.ts';
import { applyBookImport, bookImport, startBookImport } from './take-back.ts';

export const bookHandlers = {
  'evaluation.bookOffers': bookOffers,
  'evaluation.startBooks': startBooks,
  'evaluation.raterBook': oneBook,
  'evaluation.startBookImport': startBookImport,
  'evaluation.bookImport': bookImport,
  'evaluation.applyBookImport': applyBookImport,
} satisfies Handlers<typeof bookChannels, CallContext>;
