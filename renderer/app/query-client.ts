import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { CallError } from '../api.ts';
import { sessionKey } from './session-key.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallError;
  }
}

/**
 * The data lies on the same machine: a failed call does not get better by itself, so nothing is retried, and
 * answers are cheap, so they are asked again whenever a screen opens.
 */
export const createQueryClient = (): QueryClient => {
  // A refusal for want of a session means that the lock or login screen is due: ask who is there.
  const onError = (error: Error): void => {
    if (error instanceof CallError && (error.code === 'locked' || error.code === 'forbidden')) {
      void client.invalidateQueries({ queryKey: sessionKey });
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== sessionKey[0]) onError(error);
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: 2_000,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
};
