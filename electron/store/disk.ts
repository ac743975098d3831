import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** An open file. Positions and lengths are in bytes. */
export interface DiskFile {
  size(): Promise<number>;
  /** Up to `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>;
  /** Writes all bytes, or rejects, and then part of them may have been written. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  truncate(length: number): Promise<void>;
  /** Resolves once everything written is on the medium, the file's length included. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Every touch of the disk by the store, so that tests can make any one of them fail.
 * Rejections are Node's own errors with a `code`.
 */
export interface Disk {
  /** The path with links resolved: what two processes compare. */
  realPath(path: string): Promise<string>;
  /** Makes the folder and its parents; an existing one is fine. */
  makeFolder(path: string): Promise<void>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<string[]>;
  /** `create` makes or empties the file, `write` makes it or keeps what it holds, `read` needs it to be there. */
  open(path: string, mode: 'create' | 'write' | 'read'): Promise<DiskFile>;
  /** Replaces `to` when it exists. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes creations, renames and removals in a folder durable. */
  syncFolder(path: string): Promise<void>;
  /** Bytes that may still be written to the disk on which a folder lies. */
  freeBytes(path: string): Promise<number>;
}

/** The `code` of a system error, e.g. ENOSPC; undefined for anything else. */
export const errnoOf = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;

/** What a folder without the right to write, or a read-only medium, answers. */
export const isUnwritable = (cause: unknown): boolean =>
  ['EACCES', 'EPERM', 'EROFS'].includes(errnoOf(cause) ?? '');

/** Below this a write only copies into the page cache: cheaper at once than by way of the thread pool. */
const SMALL_WRITE = 64 * 1024;

const FLAGS = { create: 'w+', write: fs.constants.O_RDWR | fs.constants.O_CREAT, read: 'r' } as const;

const done =
  (resolve: () => void, reject: (cause: Error) => void) =>
  (cause: Error | null): void => {
    if (cause) reject(cause);
    else resolve();
  };

class NodeFile implements DiskFile {
  readonly #fd: number;

  constructor(fd: number) {
    this.#fd = fd;
  }

  size(): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.fstat(this.#fd, (cause, stats) => {
        if (cause) reject(cause);
        else resolve(stats.size);
      });
    });
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    const buffer = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    while (filled < length) {
      const count = await this.#readSome(buffer, filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
    return buffer.subarray(0, filled);
  }

  async write(bytes: Uint8Array, position: number): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const rest = bytes.length - written;
      written +=
        rest <= SMALL_WRITE
          ? fs.writeSync(this.#fd, bytes, written, rest, position + written)
          : await this.#writeSome(bytes, written, position + written);
    }
  }

  truncate(length: number): Promise<void> {
    return new Promise((resolve, reject) => {
      fs.ftruncate(this.#fd, length, done(resolve, reject));
    });
  }

  sync(): Promise<void> {
    // fdatasync also carries the length that is needed to read the data back; only times may be older.
    return new Promise((resolve, reject) => {
      fs.fdatasync(this.#fd, done(resolve, reject));
    });
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      fs.close(this.#fd, (cause) => {
        if (cause) reject(cause);
        else resolve();
      });
    });
  }

  #readSome(buffer: Uint8Array, offset: number, position: number): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.read(this.#fd, buffer, offset, buffer.length - offset, position, (cause, count) => {
        if (cause) reject(cause);
        else resolve(count);
      });
    });
  }

  #writeSome(bytes: Uint8Array, offset: number, position: number): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.write(this.#fd, bytes, offset, bytes.length - offset, position, (cause, count) => {
        if (cause) reject(cause);
        else resolve(count);
      });
    });
  }
}

const WINDOWS = process.platform === 'win32';
const RENAME_ATTEMPTS = 20;
const RENAME_PAUSE_MS = 50;

/** On Windows a virus scanner may hold a fresh file for a moment; a rename is worth another try then. */
const isPassing = (cause: unknown): boolean =>
  WINDOWS && ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(cause) ?? '');

const rename = async (from: string, to: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fs.promises.rename(from, to);
      return;
    } catch (cause) {
      if (attempt === RENAME_ATTEMPTS || !isPassing(cause)) throw cause;
      await sleep(RENAME_PAUSE_MS);
    }
  }
};

/** The disk of this computer. */
export const nodeDisk: Disk = {
  realPath: (path) => fs.promises.realpath(path),
  async makeFolder(path) {
    await fs.promises.mkdir(path, { recursive: true });
  },
  list: async (path) => (await fs.promises.readdir(path)).sort(),
  open: (path, mode) =>
    new Promise((resolve, reject) => {
      fs.open(path, FLAGS[mode], (cause, fd) => {
        if (cause) reject(cause);
        else resolve(new NodeFile(fd));
      });
    }),
  rename,
  remove: (path) => fs.promises.unlink(path),
  async syncFolder(path) {
    // Windows cannot open a folder for this, and NTFS journals the names itself.
    if (WINDOWS) return;
    const folder = await fs.promises.open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  async freeBytes(path) {
    const { bavail, bsize } = await fs.promises.statfs(path);
    return bavail * bsize;
  },
};
