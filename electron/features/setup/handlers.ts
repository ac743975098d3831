import type { foundingChannels } from '../../../shared/features/setup/channels.ts';
import type { Handlers } from '../../../shared/kernel/channel.ts';
import { openSession, sessionView } from '../accounts/index.ts';
import type { CallContext } from '../context.ts';
import { foundSchool } from './founding.ts';

export const foundingHandlers = {
  'setup.createSchool': async (input, context) => {
    const administrator = await foundSchool(context, input);
    openSession(context.session, administrator, context.clock.now());
    return sessionView(context.session, context.store);
  },
} satisfies Handlers<typeof foundingChannels, CallContext>;
