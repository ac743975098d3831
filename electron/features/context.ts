import type { Actor } from '../../shared/kernel/entity.ts';
import type { RoleId, Permission } from '../../shared/features/accounts/permissions.ts';
import type { Store } from '../store/types.ts';
import type { Jobs } from './jobs.ts';

/** The clock that the app was given: the only way to learn the time. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** New record ids: unique, opaque, never shown. */
export type NewId = () => string;

/** Who is behind a call. `locked` means logged in, but the screen was left: only unlocking and logging out work. */
export type SessionUser = {
  readonly userId: string;
  readonly accountName: string;
  readonly name: string;
  readonly roles: readonly RoleId[];
  /** True while the password is a temporary one: nothing else may be done before it is replaced. */
  readonly mustChangePassword: boolean;
  /** Another one with each new password: a session opened with an earlier password ends. */
  readonly credential: string;
};

/**
 * One window or browser session. Hosts make it and hand it back with every call; only the accounts feature
 * changes who is logged in.
 */
export interface Session {
  readonly id: string;
  user: SessionUser | undefined;
  locked: boolean;
  /** Epoch milliseconds of the last call that a person made; drives the automatic lock. */
  lastActiveAt: number;
}

/** Diagnostics for a developer: never shown, never holds what a person typed. */
export interface Log {
  error(message: string, cause?: unknown): void;
  info(message: string): void;
}

/** What every service stands on, the same for all calls of one opened data folder. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly jobs: Jobs;
  readonly log: Log;
  /** Where the shipped libraries, texts and pictures lie. */
  readonly resourcesDir: string;
}

/** What a handler gets beside its parsed input. */
export interface CallContext extends Services {
  readonly channel: string;
  readonly session: Session;
  /** Today in China's civil calendar, `YYYY-MM-DD`. */
  readonly today: string;
  /** Who signs the change: the logged-in user, or the system before anybody exists. */
  readonly actor: Actor;
  /** True when the caller's roles carry the permission: for what one channel shows to some and not to others. */
  can(permission: Permission): boolean;
}
