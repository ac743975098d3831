import type { UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../../shared/channels.ts';
import type { CallError } from '../../api.ts';
import { useCommand } from '../../app/calls.ts';
import { useAdoptSession } from '../../app/session.ts';

type SessionCommand = Extract<
  ChannelName,
  'accounts.login' | 'accounts.unlock' | 'accounts.changePassword' | 'setup.createSchool'
>;

/** A command that answers the session as it stands afterwards; the screens follow it at once. */
export const useSessionCommand = <C extends SessionCommand>(
  channel: C,
): UseMutationResult<ChannelOutput<C>, CallError, ChannelInput<C>> => {
  const adopt = useAdoptSession();
  return useCommand(channel, { invalidates: ['setup.status'], onSuccess: adopt });
};
