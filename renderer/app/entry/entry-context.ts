import { createContext, useContext } from 'react';

export interface Entry {
  /** True while the lock screen covers everything. */
  readonly locked: boolean;
  readonly lock: () => void;
  readonly logout: () => void;
}

export const EntryContext = createContext<Entry>({
  locked: false,
  lock: () => undefined,
  logout: () => undefined,
});

/** Locking and leaving, for menus and shortcuts behind the login. */
export const useEntry = (): Entry => useContext(EntryContext);
