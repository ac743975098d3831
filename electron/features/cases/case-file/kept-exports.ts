import { rmSync } from 'node:fs';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Store } from '../../../store/types.ts';

/** A finished export that waits to be fetched. */
export interface KeptExport {
  readonly owner: string;
  readonly path: string;
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the file. */
  readonly hash: string;
}

/** Per open data folder: what finished exports made. Gone with the program; so are the files. */
const kept = new WeakMap<Store, Map<string, KeptExport>>();

const keptOf = (store: Store): Map<string, KeptExport> => {
  const held = kept.get(store) ?? new Map<string, KeptExport>();
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

/** Files of a case must not outlive the program, not even one that was torn from the PC's plug. */
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
export const makePlace = async (): Promise<string> => {
  await sweep();
  const place = await mkdtemp(join(tmpdir(), `${PREFIX}${String(process.pid)}-`));
  places.add(place);
  return place;
};

/** Takes a folder away with what is in it. */
export const clearPlace = async (place: string): Promise<void> => {
  await rm(place, { recursive: true, force: true });
  places.delete(place);
};

/** Folders that hold a file at present. */
export const openPlaces = (): readonly string[] => [...places];

/** Takes away what a session exported before: one at a time is enough for a person. */
export const dropExports = async (store: Store, owner: string): Promise<void> => {
  const held = keptOf(store);
  for (const [jobId, file] of held)
    if (file.owner === owner) {
      held.delete(jobId);
      await clearPlace(dirname(file.path));
    }
};

export const keepExport = (store: Store, jobId: string, file: KeptExport): void => {
  keptOf(store).set(jobId, file);
};

/** @throws AppError `not-found` before the export's end, for that of somebody else, and once it was fetched. */
export const requireExport = (store: Store, jobId: string, owner: string): KeptExport => {
  const file = keptOf(store).get(jobId);
  if (file?.owner !== owner)
    throw new AppError('not-found', '找不到这次导出的文件，它可能已经取走。请重新导出。');
  return file;
};

/** Bytes handed over in one call. */
const PIECE = 4 * 1024 * 1024;

/**
 * One piece of an export, from byte `from` on. With the last one the file is gone.
 *
 * @throws AppError `not-found` as `requireExport`, `storage` when the file was taken away from under the program.
 */
export const readExport = async (
  store: Store,
  { jobId, owner, from }: { readonly jobId: string; readonly owner: string; readonly from: number },
): Promise<{ base64: string; next: number | null }> => {
  const file = requireExport(store, jobId, owner);
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
