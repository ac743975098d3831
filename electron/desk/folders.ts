import { realpath } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { AppError, invalidField, type Failure } from '../../shared/kernel/result.ts';
import { createApp, type App, type AppOptions } from '../app/create-app.ts';
import type { PcSettings } from './settings.ts';

export interface FolderOptions extends Omit<AppOptions, 'dataDir' | 'disk' | 'verifyAfterOpening'> {
  readonly settings: PcSettings;
}

/** The one data folder that is open, and the changes from one to another, which never overlap. */
export interface Folders {
  /** The school in the open folder; undefined while none could be opened. */
  app(): App | undefined;
  /** The folder that is open or was meant to be; null before one was chosen. */
  folder(): string | null;
  /** Why the folder could not be opened. */
  problem(): Failure | null;
  isDemo(): boolean;
  openRemembered(): Promise<void>;
  /** Opens another folder and remembers it. The present one stays open when that fails: AppError. */
  use(folder: string): Promise<void>;
  /** Shows a demo school in place of the own folder, which is closed but stays remembered. */
  showDemo(folder: string): Promise<void>;
  /** Closes what is open without opening anything in its place. */
  close(): Promise<void>;
}

interface Opened {
  readonly folder: string;
  readonly app: App;
  readonly demo: boolean;
}

const samePlace = async (one: string, other: string): Promise<boolean> => {
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  return (await real(one)) === (await real(other));
};

export const createFolders = (options: FolderOptions, failureOf: (cause: unknown) => Failure): Folders => {
  let opened: Opened | undefined;
  let problem: Failure | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const open = (folder: string): Promise<App> =>
    createApp({
      dataDir: folder,
      clock: options.clock,
      newId: options.newId,
      log: options.log,
      resourcesDir: options.resourcesDir,
    });

  const replaceBy = async (next: Opened | undefined): Promise<void> => {
    const before = opened;
    opened = next;
    problem = null;
    await before?.app.close();
  };

  const openRemembered = async (): Promise<void> => {
    const folder = options.settings.dataFolder();
    if (folder === null) return replaceBy(undefined);
    try {
      await replaceBy({ folder, app: await open(folder), demo: false });
    } catch (cause) {
      await replaceBy(undefined);
      problem = failureOf(cause);
    }
  };

  return {
    app: () => opened?.app,
    folder: () => opened?.folder ?? options.settings.dataFolder(),
    problem: () => problem,
    isDemo: () => opened?.demo ?? false,
    openRemembered: () => inTurn(openRemembered),
    use: (chosen) =>
      inTurn(async () => {
        if (!isAbsolute(chosen))
          throw invalidField('folder', '请填写完整的文件夹路径，例如 D:\\明责数据 或 /home/school/mingze。');
        const folder = resolve(chosen);
        if (opened && !opened.demo && (await samePlace(opened.folder, folder))) return;
        await replaceBy({ folder, app: await open(folder), demo: false });
        await options.settings.rememberDataFolder(folder).catch((cause: unknown) => {
          options.log.error('the data folder could not be remembered', cause);
          throw new AppError(
            'storage',
            '数据文件夹已打开，但没能记住它的位置，下次启动需要重新选择。请检查本机用户目录是否可写。',
          );
        });
      }),
    showDemo: (folder) => inTurn(async () => replaceBy({ folder, app: await open(folder), demo: true })),
    close: () => inTurn(() => replaceBy(undefined)),
  };
};
