import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/channels.ts';
import type { CallError } from '../api.ts';
import { callKey, useCommand } from './calls.ts';

/**
 * A command on a record that is open. When somebody else changed the record meanwhile, it is read anew (through the
 * channel `reads`) behind the open form: what was typed stays, the message says why, and sending again goes by the
 * present state.
 */
export const useRecordCommand = <C extends ChannelName>(
  channel: C,
  reads: ChannelName,
): UseMutationResult<ChannelOutput<C>, CallError, ChannelInput<C>> => {
  const client = useQueryClient();
  return useCommand(channel, {
    onError: (error) => {
      if (error.code === 'conflict' || error.code === 'illegal-step')
        void client.invalidateQueries({ queryKey: callKey(reads) });
    },
  });
};
