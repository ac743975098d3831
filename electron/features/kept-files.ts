import { createReadStream, rmSync } from 'node:fs';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/kernel/result.ts';
import type { KeptFile } from '../../shared/kernel/kept-file.ts';
import type { OpenedFile } from '../../shared/kernel/large-file.ts';
import type { Store } from '../store/types.ts';
import type { CallContext } from './context.ts';
import type { JobHandle } from './jobs.ts';
import { issueTicket } from './opened-files.ts';

/** A finished file that waits to be fetched. */
interface Waiting extends KeptFile {
  readonly owner: string;
  readonly path: string;
}

/** Per open data folder: the files that finished jobs made. Gone with the program; so are the files. */
const kept = new WeakMap<Store, Map<string, Waiting>>();

const keptOf = (store: Store): Map<string, Waiting> => {
  const held = kept.get(store) ?? new Map<string, Waiting>();
  kept.set(store, held);
  return held;
};

/** Every folder is named after the program's run, so that a later one knows what an interrupted one left behind. */
const PREFIX = 'mingze-export-';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Somebody else's process is none of ours, but it is there.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
};

/** Files on their way out must not outlive the program, not even one that was torn from the PC's plug. */
const sweep = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}([0-9]+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
};

const places = new Set<string>();
process.once('exit', () => {
  for (const place of places) rmSync(place, { recursive: true, force: true });
});

/** A folder of its own for one file on its way out, readable by nobody else. */
const makePlace = async (): Promise<string> => {
  await sweep();
  const place = await mkdtemp(join(tmpdir(), `${PREFIX}${String(process.pid)}-`));
  places.add(place);
  return place;
};

/** Takes a folder away with what is in it. */
const clearPlace = async (place: string): Promise<void> => {
  await rm(place, { recursive: true, force: true });
  places.delete(place);
};

/** Folders that hold a file at present. */
export const openPlaces = (): readonly string[] => [...places];

/** Takes away what a session had made before: one at a time is enough for a person. */
const dropEarlier = async (store: Store, owner: string): Promise<void> => {
  const held = keptOf(store);
  for (const [jobId, file] of held)
    if (file.owner === owner) {
      held.delete(jobId);
      await clearPlace(dirname(file.path));
    }
};

/** What was written into the file. */
interface Written {
  readonly size: number;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

/**
 * Makes a file in the background. It waits, outside the data folder, until the session that asked for it has fetched it
 * by `readKeptFile`; cancelled or failed, nothing is left behind.
 *
 * @param write writes the whole file at the path that it is given
 * @returns the job's id, under which the file is found
 */
export const startKeptFile = (
  { store, jobs, session }: Pick<CallContext, 'store' | 'jobs' | 'session'>,
  file: { readonly task: string; readonly name: string; readonly mime: string },
  write: (path: string, job: JobHandle) => Promise<Written>,
): string => {
  const jobId = jobs.start(file.task, session.id, async (job) => {
    await job.report(0, 1, '正在准备');
    await dropEarlier(store, session.id);
    const place = await makePlace();
    const path = join(place, 'file');
    try {
      const { size, hash } = await write(path, job);
      const { name, mime } = file;
      keptOf(store).set(jobId, { size, hash, name, mime, owner: session.id, path });
    } catch (cause) {
      await clearPlace(place);
      throw cause;
    }
  });
  return jobId;
};

const requireFile = (store: Store, jobId: string, owner: string): Waiting => {
  const file = keptOf(store).get(jobId);
  if (file?.owner !== owner)
    throw new AppError('not-found', '找不到这次导出的文件，它可能已经取走。请重新导出。');
  return file;
};

/** What a finished job made. @throws AppError `not-found` before its end, for somebody else's, and once it was fetched. */
export const keptFile = (
  { jobId }: { jobId: string },
  { store, session }: Pick<CallContext, 'store' | 'session'>,
): KeptFile => {
  const { name, mime, size, hash } = requireFile(store, jobId, session.id);
  return { name, mime, size, hash };
};

/** Bytes handed over in one call. */
const PIECE = 4 * 1024 * 1024;

/**
 * One piece of a file, from byte `from` on. With the last one the file is gone.
 *
 * @throws AppError `not-found` as `keptFile`, `storage` when the file was taken away from under the program.
 */
export const readKeptFile = async (
  { jobId, from }: { jobId: string; from: number },
  { store, session }: Pick<CallContext, 'store' | 'session'>,
): Promise<{ base64: string; next: number | null }> => {
  const file = requireFile(store, jobId, session.id);
  const piece = Buffer.alloc(Math.max(0, Math.min(PIECE, file.size - from)));
  try {
    const handle = await open(file.path, 'r');
    try {
      const { bytesRead } = await handle.read(piece, 0, piece.byteLength, from);
      if (bytesRead < piece.byteLength) throw new Error('shorter than it was');
    } finally {
      await handle.close();
    }
  } catch {
    throw new AppError('storage', '导出的文件读不出来，请重新导出。');
  }
  const next = from + piece.byteLength;
  if (next < file.size) return { base64: piece.toString('base64'), next };
  keptOf(store).delete(jobId);
  await clearPlace(dirname(file.path));
  return { base64: piece.toString('base64'), next: null };
};

/**
 * A ticket for the whole file at once. Once all of it was sent it is gone, as with `readKeptFile`.
 *
 * @throws AppError as `keptFile`.
 */
export const openKeptFile = (
  { jobId }: { jobId: string },
  context: Pick<CallContext, 'store' | 'session' | 'clock'>,
): OpenedFile => {
  const { store, session } = context;
  const { name, mime, size, hash, path } = requireFile(store, jobId, session.id);
  async function* read(from: number, to: number): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { start: from, end: to - 1 })) {
      if (!Buffer.isBuffer(piece)) throw new Error('a stream of bytes gave something else');
      yield piece;
    }
    if (from > 0 || to < size) return;
    keptOf(store).delete(jobId);
    await clearPlace(dirname(path));
  }
  return { ticket: issueTicket(context, { name, size, read }), name, mime, size, hash };
};
