import { setupChannels } from '../../shared/features/setup/channels.ts';
import { AppError, fail, ok, type Failure, type Result } from '../../shared/kernel/result.ts';
import type { App } from '../app/create-app.ts';
import { register, type Bound } from '../app/registry.ts';
import type { Clock, Log, NewId, Session } from '../features/context.ts';
import type { ReadableFile } from '../features/opened-files.ts';
import { createDemoDesk, type BuildDemo } from './demo-desk.ts';
import { createFolders } from './folders.ts';
import type { PcSettings } from './settings.ts';
import { setupHandlers, type DeskContext } from './setup-handlers.ts';

export interface DeskOptions {
  /** Offered by the wizard when no data folder was chosen yet. */
  readonly defaultFolder: string;
  readonly settings: PcSettings;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly resourcesDir: string;
  /** The system's folder dialog, where the host has one. Null when the person closed it. */
  readonly pickFolder?: () => Promise<string | null>;
  readonly buildDemo: BuildDemo;
  /** Where demo schools are built; the system's folder for temporary files when left out. */
  readonly demoParent?: string;
}

/** One window or browser. Opaque to hosts: they keep it and hand it back with every call. */
export interface DeskSession {
  readonly id: string;
}

/** Everything in front of a data folder: which one is open, and every call passes through. */
export interface Desk {
  connect(): DeskSession;
  /** Never throws: errors are data. */
  call(channel: string, input: unknown, session: DeskSession): Promise<Result<unknown>>;
  /** The file that a ticket stands for; see `App.file`. */
  file(ticket: string, session: DeskSession | undefined): ReadableFile | undefined;
  /** Lets running calls finish, writes the snapshots, frees the folder, removes a demo school. */
  close(): Promise<void>;
}

const DEFECT =
  '程序出现意外错误，刚才的操作没有完成。请重试；如仍出现，请记下编号 {reference} 并联系维护人员。';

/**
 * Opens the remembered data folder, or stands before the wizard. A folder that cannot be opened is a state that the
 * screens show, not an error here.
 */
export const createDesk = async (options: DeskOptions): Promise<Desk> => {
  const { newId, log } = options;
  const onDefect = (cause: unknown): Failure => {
    const reference = newId().slice(0, 8).toUpperCase();
    log.error(`defect ${reference}`, cause);
    return { code: 'internal', message: DEFECT.replace('{reference}', reference) };
  };
  const failureOf = (cause: unknown): Failure =>
    cause instanceof AppError ? cause.toFailure() : onDefect(cause);

  const folders = createFolders(options, failureOf);
  const demo = createDemoDesk(options, folders, failureOf);
  const context: DeskContext = { options, folders, demo };

  const registry = new Map<string, Bound<SessionContext>>();
  register(registry, setupChannels, setupHandlers);

  // A session belongs to the folder in which its person logged in, and ends with it.
  const within = new WeakMap<DeskSession, { readonly app: App; readonly session: Session }>();
  const sessionIn = (app: App, visitor: DeskSession): Session => {
    const known = within.get(visitor);
    if (known?.app === app) return known.session;
    const session = app.connect();
    within.set(visitor, { app, session });
    return session;
  };

  const answerHere = async (
    bound: Bound<SessionContext>,
    input: unknown,
    visitor: DeskSession,
  ): Promise<Result<unknown>> => {
    try {
      const app = folders.app();
      const session = app ? sessionIn(app, visitor) : undefined;
      return ok(await bound.run(input, { ...context, session }));
    } catch (cause) {
      return fail(failureOf(cause));
    }
  };

  let closed = false;
  await folders.openRemembered();

  return {
    connect: () => ({ id: newId() }),
    async call(channel, input, visitor) {
      if (closed) return fail({ code: 'locked', message: '程序正在退出，请稍后重新打开。' });
      const bound = registry.get(channel);
      if (bound) return answerHere(bound, input, visitor);
      const app = folders.app();
      if (app) return app.call(channel, input, sessionIn(app, visitor));
      return fail({ code: 'illegal-step', message: '还没有打开数据文件夹，请先选择数据文件夹。' });
    },
    file(ticket, visitor) {
      const app = closed ? undefined : folders.app();
      return app?.file(ticket, visitor && sessionIn(app, visitor));
    },
    async close() {
      if (closed) return;
      closed = true;
      await demo.close();
      await folders.close();
    },
  };
};

/** What the setup handlers stand on, with the caller's session in the open folder. */
interface SessionContext extends DeskContext {
  readonly session: Session | undefined;
}
