import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import type { SessionView } from '../../shared/features/accounts/schema.ts';
import type { Permission } from '../../shared/features/accounts/permissions.ts';
import type { Access } from '../../shared/kernel/channel.ts';
import { sessionKey } from './session-key.ts';

export type SignedInUser = NonNullable<SessionView['user']>;

/** Who is at the screen; provided by the gate to everything behind it. */
export const UserContext = createContext<SignedInUser | null>(null);

/** The logged-in person. Only for screens behind the gate. */
export const useUser = (): SignedInUser => {
  const user = useContext(UserContext);
  if (!user) throw new Error('useUser needs a signed-in session around it');
  return user;
};

/** Asks whether the person may: for hiding acts that the data side would refuse. */
export const useCan = (): ((permission: Permission) => boolean) => {
  const user = useContext(UserContext);
  return useCallback((permission) => user?.permissions.includes(permission) ?? false, [user]);
};

export const mayEnter = (user: SignedInUser, access: Access): boolean =>
  access === 'public' || access === 'signed-in' || user.permissions.includes(access);

/**
 * Takes over the session that a command of the accounts feature answered. When another person is there than before,
 * everything that the screens remembered of the former one is forgotten.
 */
export const useAdoptSession = (): ((next: SessionView) => void) => {
  const client = useQueryClient();
  return useCallback(
    (next) => {
      const before = client.getQueryData<SessionView>(sessionKey);
      const samePerson = before?.user !== undefined && before.user?.userId === next.user?.userId;
      if (!samePerson) {
        client.removeQueries({
          predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] && queryKey[0] !== 'setup.status',
        });
      }
      client.setQueryData(sessionKey, next);
      if (samePerson)
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    },
    [client],
  );
};
