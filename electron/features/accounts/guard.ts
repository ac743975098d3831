import {
  blockedUntil,
  waitText,
  withFailure,
  type FailedLogins,
} from '../../../shared/features/accounts/throttle.ts';
import { accountKey } from '../../../shared/features/accounts/rules.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import type { CallContext, Clock } from '../context.ts';
import type { Reader, Tx } from '../../store/types.ts';
import { accountCollection, failedLoginCollection } from './collections.ts';

/** How many names without an account are remembered: a script that tries names must not fill the memory. */
const REMEMBERED = 1000;

/**
 * Slows down the guessing of passwords. Failures of real accounts are kept in the store, those of invented names in
 * memory, and both are refused alike: the answer does not tell which names exist.
 */
export class LoginGuard {
  readonly #invented = new Map<string, FailedLogins>();
  readonly #queues = new Map<string, Promise<unknown>>();

  /** One attempt per name at a time: many at once would all pass before the first failure is counted. */
  async inTurn<R>(accountName: string, attempt: () => Promise<R>): Promise<R> {
    const key = accountKey(accountName);
    const run = (this.#queues.get(key) ?? Promise.resolve()).then(attempt);
    const settled = run.catch(() => undefined);
    this.#queues.set(key, settled);
    try {
      return await run;
    } finally {
      if (this.#queues.get(key) === settled) this.#queues.delete(key);
    }
  }

  /** @throws AppError `forbidden` with the time to wait. */
  demandOpen(reader: Reader, clock: Clock, accountName: string): void {
    const now = clock.now();
    const until = blockedUntil(this.#failed(reader, accountName), now);
    if (until !== undefined) throw refusal(until - now);
  }

  /** Until when nobody may try with this name (epoch milliseconds), or undefined. */
  blockedUntil(reader: Reader, clock: Clock, accountName: string): number | undefined {
    return blockedUntil(this.#failed(reader, accountName), clock.now());
  }

  /** Counts a failure and tells what the person reads: `message`, and the wait where it begins. */
  async fail(context: CallContext, accountName: string, message: string): Promise<AppError> {
    const { store, clock, actor, channel } = context;
    const next = withFailure(this.#failed(store, accountName), clock.now());
    const id = store.by(accountCollection, 'name', accountKey(accountName))[0]?.id;
    if (id !== undefined && store.health().writable) {
      await store.transact({ actor, act: channel }, (tx) => {
        const before = tx.get(failedLoginCollection, id);
        if (before) tx.replace(failedLoginCollection, { ...before, ...next });
        else tx.insert(failedLoginCollection, { id, ...next });
      });
    } else this.#remember(accountKey(accountName), next);
    const until = blockedUntil(next, clock.now());
    if (until === undefined) return new AppError('forbidden', message);
    return new AppError('forbidden', `${message}${refusal(until - clock.now()).message}`);
  }

  /** Forgets the failures of an account inside the transaction that lets its person in. */
  forget(tx: Tx, id: string): void {
    const failed = tx.get(failedLoginCollection, id);
    if (failed) tx.remove(failedLoginCollection, id, failed.rev);
  }

  /** Forgets what was counted in memory, e.g. while the folder was read-only. */
  forgetName(accountName: string): void {
    this.#invented.delete(accountKey(accountName));
  }

  #failed(reader: Reader, accountName: string): FailedLogins | undefined {
    const key = accountKey(accountName);
    const account = reader.by(accountCollection, 'name', key)[0];
    return this.#invented.get(key) ?? (account ? reader.get(failedLoginCollection, account.id) : undefined);
  }

  #remember(key: string, failed: FailedLogins): void {
    this.#invented.delete(key);
    this.#invented.set(key, failed);
    const [oldest] = this.#invented.keys();
    if (this.#invented.size > REMEMBERED && oldest !== undefined) this.#invented.delete(oldest);
  }
}

const refusal = (waitMs: number): AppError =>
  new AppError('forbidden', `密码输错次数过多，请在 ${waitText(waitMs)}后再试。`);
