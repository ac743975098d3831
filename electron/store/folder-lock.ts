import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { z } from 'zod';
import { formatInstant, instantOfMs } from '../../shared/kernel/dates.ts';
import { AppError } from '../../shared/kernel/result.ts';
import { errnoOf, isUnwritable, type Disk } from './disk.ts';
import { readWhole } from './whole-file.ts';

/** Who holds a data folder: for the message to whoever comes second, and for the lock between computers. */
const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.string() });
type Holder = z.infer<typeof holderSchema>;

export interface FolderLock {
  /** False when the folder cannot be written, so that nobody else can be kept out by a file. */
  readonly writable: boolean;
  release(): Promise<void>;
}

/**
 * A name that the operating system gives to one process at a time and takes back when that process ends in
 * whatever way. A lock file alone would survive a killed process and lock the school out.
 */
const systemName = (realPath: string): string => {
  const windows = process.platform === 'win32';
  const key = createHash('sha256')
    .update(windows ? realPath.toLowerCase() : realPath)
    .digest('hex')
    .slice(0, 40);
  // On Linux a name that begins with NUL lives in the kernel, not in a folder.
  return windows ? `\\\\.\\pipe\\mingze-${key}` : `\0mingze-${key}`;
};

const listen = (name: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });

const readHolder = async (disk: Disk, path: string): Promise<Holder | undefined> => {
  try {
    const text = Buffer.from(await readWhole(disk, path)).toString('utf8');
    const holder = holderSchema.safeParse(JSON.parse(text));
    return holder.success ? holder.data : undefined;
  } catch {
    // Missing, or cut short by a power failure: it says nothing about anybody.
    return undefined;
  }
};

const sinceText = (holder: Holder | undefined): string => {
  if (holder === undefined || Number.isNaN(Date.parse(holder.since))) return '';
  return `（自 ${formatInstant(holder.since)} 起）`;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });

const writeHolder = async (disk: Disk, path: string, now: number): Promise<void> => {
  const holder: Holder = { pid: process.pid, host: hostname(), since: instantOfMs(now) };
  const file = await disk.open(path, 'create');
  try {
    await file.write(Buffer.from(JSON.stringify(holder)), 0);
  } finally {
    await file.close();
  }
};

/**
 * Takes the data folder for this process.
 *
 * @throws AppError `locked` when another process or computer holds it.
 */
export const lockFolder = async (
  disk: Disk,
  folder: string,
  lockPath: string,
  now: number,
): Promise<FolderLock> => {
  const holder = await readHolder(disk, lockPath);
  let server: Server;
  try {
    server = await listen(systemName(await disk.realPath(folder)));
  } catch (cause) {
    if (errnoOf(cause) !== 'EADDRINUSE') throw cause;
    throw new AppError(
      'locked',
      `这个数据文件夹正由本机上另一个明责程序使用${sinceText(holder)}。请切换到已打开的窗口，或先退出它再打开。`,
      { cause },
    );
  }
  // The system's name is ours, so a holder on this computer has ended without tidying up.
  if (holder !== undefined && holder.host !== hostname()) {
    await close(server);
    throw new AppError(
      'locked',
      `这个数据文件夹正由另一台电脑“${holder.host}”上的明责程序使用${sinceText(holder)}。请先在那台电脑上退出明责；` +
        '如果确认那台电脑没有在使用（例如它曾突然断电），请删除数据文件夹中名为 lock 的文件，再重新打开。',
    );
  }
  try {
    await writeHolder(disk, lockPath, now);
  } catch (cause) {
    if (isUnwritable(cause)) return { writable: false, release: () => close(server) };
    await close(server);
    throw cause;
  }
  return {
    writable: true,
    async release() {
      await disk.remove(lockPath).catch(() => undefined);
      await close(server);
    },
  };
};
