import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../../shared/channels.ts';
import type { CallError } from '../../api.ts';
import { callKey, useCommand } from '../../app/calls.ts';

type PublicityCommand = Extract<ChannelName, `publicity.${string}`>;

/**
 * A command on a publicity. When it was changed meanwhile, it is read anew behind the open form: what was typed stays,
 * the message says why, and sending again goes by the present state.
 */
export const usePublicityCommand = <C extends PublicityCommand>(
  channel: C,
): UseMutationResult<ChannelOutput<C>, CallError, ChannelInput<C>> => {
  const client = useQueryClient();
  return useCommand(channel, {
    onError: (error) => {
      if (error.code === 'conflict' || error.code === 'illegal-step')
        void client.invalidateQueries({ queryKey: callKey('publicity.read') });
    },
  });
};
