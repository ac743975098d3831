import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../../shared/channels.ts';
import type { CallError } from '../../api.ts';
import { callKey, useCommand } from '../../app/calls.ts';

type AppealCommand = Extract<ChannelName, `appeals.${string}`>;

/**
 * A command on an appeal. When somebody else changed it meanwhile, it is read anew behind the open form: what was typed
 * stays, the message says why, and sending again goes by the present state.
 */
export const useAppealCommand = <C extends AppealCommand>(
  channel: C,
): UseMutationResult<ChannelOutput<C>, CallError, ChannelInput<C>> => {
  const client = useQueryClient();
  return useCommand(channel, {
    onError: (error) => {
      if (error.code === 'conflict' || error.code === 'illegal-step')
        void client.invalidateQueries({ queryKey: callKey('appeals.read') });
    },
  });
};
