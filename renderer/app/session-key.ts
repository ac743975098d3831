import type { ChannelName } from '../../shared/channels.ts';

/** Who is logged in, as the query cache keeps it. */
export const sessionKey = ['accounts.session' satisfies ChannelName, {}] as const;
