import { z } from 'zod';
import type { Permission } from '../../shared/features/accounts/permissions.ts';
import { permissionsOf } from '../../shared/features/accounts/permissions.ts';
import { dayOfMs } from '../../shared/kernel/dates.ts';
import type { Actor } from '../../shared/kernel/entity.ts';
import { issueWords } from '../../shared/kernel/issue-words.ts';
import { AppError, fail, ok, type Failure, type Result } from '../../shared/kernel/result.ts';
import type { CallContext, Clock, Log, NewId, Services, Session } from '../features/context.ts';
import { createJobs } from '../features/jobs.ts';
import { findOpened, type ReadableFile } from '../features/opened-files.ts';
import { dropUploads, sweepUploads } from '../features/uploads.ts';
import { openStore } from '../store/open-store.ts';
import type { Disk } from '../store/disk.ts';
import type { Store } from '../store/types.ts';
import { finishSealing } from '../features/evaluation/index.ts';
import { refreshSession } from '../features/accounts/index.ts';
import { topUpStandards } from '../features/standards/index.ts';
import { collections, registerFeatures } from './features.ts';
import type { Bound } from './registry.ts';

export interface AppOptions {
  /** The data folder; made when it does not exist. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly resourcesDir: string;
  /** Replaced in tests that make the disk fail. */
  readonly disk?: Disk;
  /** Off in tests that count disk calls. */
  readonly verifyAfterOpening?: boolean;
}

export interface App {
  readonly store: Store;
  /** A window or browser session, with nobody logged in yet. */
  connect(): Session;
  /** The only way in: every screen, script and test goes through it. Never throws. */
  call(channel: string, input: unknown, session: Session): Promise<Result<unknown>>;
  /**
   * The file that a ticket stands for, while the person it was given to is logged in and the screen is not locked.
   * `session` is left out by a host that cannot know who asks.
   */
  file(ticket: string, session: Session | undefined): ReadableFile | undefined;
  /** Refuses new calls, lets running ones finish, writes snapshots, frees the data folder. */
  close(): Promise<void>;
}

const SYSTEM: Actor = { userId: 'system', name: '系统' };

const nobody = new AppError('forbidden', '请先登录。');
const temporaryPasswordOnly = new AppError('forbidden', '请先把临时密码改成自己的密码，再继续操作。');
const lockedOut = new AppError('locked', '屏幕已锁定，请输入密码解锁。');

/** Milliseconds between two looks for files that were sent and never claimed. */
const SWEEP_MS = 60_000;

/** Channels open to whoever still has a temporary password, besides the public ones. */
const BEFORE_OWN_PASSWORD = 'accounts.changePassword';

const admit = (channel: string, bound: Bound, session: Session): void => {
  if (bound.access === 'public') return;
  if (!session.user) throw nobody;
  if (session.locked) throw lockedOut;
  if (session.user.mustChangePassword && channel !== BEFORE_OWN_PASSWORD) throw temporaryPasswordOnly;
  if (bound.access === 'signed-in') return;
  if (!permissionsOf(session.user.roles).has(bound.access)) {
    throw new AppError('forbidden', '您的角色没有这项权限，请联系系统管理员。');
  }
};

/**
 * Opens a data folder and answers calls on it.
 *
 * @throws AppError `locked` when another process holds the folder, `storage` when it cannot be read.
 */
export const createApp = async (options: AppOptions): Promise<App> => {
  const { clock, newId, log } = options;
  const store = await openStore({
    dir: options.dataDir,
    collections,
    clock,
    onDefect: (cause) => log.error('a listener failed after a commit', cause),
    ...(options.disk ? { disk: options.disk } : {}),
  });

  const onDefect = (cause: unknown): Failure => {
    const reference = newId().slice(0, 8).toUpperCase();
    log.error(`defect ${reference}`, cause);
    return {
      code: 'internal',
      message: `程序出现意外错误，刚才的操作没有保存。请重试；如仍出现，请记下编号 ${reference} 并联系维护人员。`,
    };
  };

  const jobs = createJobs(newId, onDefect);
  const services: Services = { store, clock, newId, jobs, log, resourcesDir: options.resourcesDir };
  const registry = registerFeatures(services);
  const running = new Set<Promise<unknown>>();
  let closing = false;

  const contextFor = (channel: string, session: Session): CallContext => {
    const user = session.user;
    const held = user ? permissionsOf(user.roles) : new Set<Permission>();
    return {
      ...services,
      channel,
      session,
      today: dayOfMs(clock.now()),
      actor: user ? { userId: user.userId, name: user.name } : SYSTEM,
      can: (permission) => held.has(permission),
    };
  };

  const answer = async (channel: string, input: unknown, session: Session): Promise<Result<unknown>> => {
    try {
      if (closing) throw new AppError('locked', '程序正在退出，请稍后重新打开。');
      const bound = registry.get(channel);
      if (!bound) throw new AppError('not-found', '没有这项功能，请更新程序后重试。');
      refreshSession(session, services, channel);
      admit(channel, bound, session);
      return ok(await bound.run(input, contextFor(channel, session)));
    } catch (cause) {
      if (cause instanceof AppError) return fail(cause.toFailure());
      return fail(onDefect(cause));
    }
  };

  // A school founded with an older program gets what the library has gained since.
  try {
    await topUpStandards(services, SYSTEM);
  } catch (cause) {
    log.error('topping up the standards failed', cause);
  }

  try {
    await finishSealing(store);
  } catch (cause) {
    log.error('destroying the keys of sealed ballots failed', cause);
  }

  if (options.verifyAfterOpening !== false) {
    const verifying = store
      .verify()
      .catch((cause: unknown) => log.error('verifying the store failed', cause));
    running.add(verifying);
    void verifying.finally(() => running.delete(verifying));
  }

  const sweeping = setInterval(() => {
    sweepUploads(store, clock.now()).catch((cause: unknown) => log.error('sweeping uploads failed', cause));
  }, SWEEP_MS);
  sweeping.unref();

  return {
    store,
    file(ticket, session) {
      if (closing) return undefined;
      const found = findOpened(store, ticket, clock.now(), session);
      if (!found) return undefined;
      refreshSession(found.session, services, 'files.read');
      return findOpened(store, ticket, clock.now(), session)?.file;
    },
    connect: () => ({ id: newId(), user: undefined, locked: false, lastActiveAt: clock.now() }),
    call(channel, input, session) {
      const call = answer(channel, input, session);
      running.add(call);
      void call.finally(() => running.delete(call));
      return call;
    },
    async close() {
      if (closing) return;
      closing = true;
      clearInterval(sweeping);
      await jobs.drain();
      await Promise.allSettled([...running]);
      await dropUploads(store);
      await store.close();
    },
  };
};

// Chinese for every message that a schema does not word itself.
z.config({ localeError: issueWords });
