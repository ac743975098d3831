import {
  useMutation,
  useQuery,
  useQueryClient,
  keepPreviousData,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/channels.ts';
import { call, type CallError } from '../api.ts';

export interface CallOptions {
  /** False: not asked yet, e.g. until something is chosen. */
  readonly enabled?: boolean;
  /** Milliseconds between two looks; for work in progress. */
  readonly refetchInterval?: number | false;
  /** True: the last answer stays in view while the next one, with another input, is under way. */
  readonly keepPrevious?: boolean;
  /** Milliseconds during which an answer counts as fresh. */
  readonly staleTime?: number;
}

/** The cache key of a query channel; without input it stands for every input. */
export const callKey = <C extends ChannelName>(channel: C, input?: ChannelInput<C>): readonly unknown[] =>
  input === undefined ? [channel] : [channel, input];

/** Asks a query channel and keeps the answer: screens of one feature and of another share it. */
export const useCall = <C extends ChannelName>(
  channel: C,
  input: ChannelInput<C>,
  options: CallOptions = {},
): UseQueryResult<ChannelOutput<C>> =>
  useQuery<ChannelOutput<C>, CallError, ChannelOutput<C>>({
    queryKey: callKey(channel, input),
    queryFn: () => call(channel, input),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.refetchInterval === undefined ? {} : { refetchInterval: options.refetchInterval }),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });

export interface CommandOptions<C extends ChannelName> {
  /**
   * The query channels whose answers this command may change. Left out, everything in view is asked again:
   * right for every command, and cheap enough for all but the busiest screens.
   */
  readonly invalidates?: readonly ChannelName[];
  readonly onSuccess?: (value: ChannelOutput<C>, input: ChannelInput<C>) => void;
  readonly onError?: (error: CallError, input: ChannelInput<C>) => void;
}

const refresh = (client: QueryClient, names: readonly ChannelName[] | undefined): Promise<unknown> =>
  names
    ? Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })))
    : client.invalidateQueries();

/**
 * Sends a command channel. `mutateAsync` rejects with CallError; `onSuccess` runs after the answer, and what the
 * command may have changed is asked again.
 */
export const useCommand = <C extends ChannelName>(
  channel: C,
  options: CommandOptions<C> = {},
): UseMutationResult<ChannelOutput<C>, CallError, ChannelInput<C>> => {
  const client = useQueryClient();
  return useMutation<ChannelOutput<C>, CallError, ChannelInput<C>>({
    mutationKey: [channel],
    mutationFn: (input) => call(channel, input),
    onSuccess: (value, input) => {
      options.onSuccess?.(value, input);
      void refresh(client, options.invalidates);
    },
    onError: (error, input) => options.onError?.(error, input),
  });
};
