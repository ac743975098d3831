import { dirname } from 'node:path';
import type { Disk } from './disk.ts';

export const readWhole = async (disk: Disk, path: string): Promise<Uint8Array> => {
  const file = await disk.open(path, 'read');
  try {
    return await file.read(0, await file.size());
  } finally {
    await file.close();
  }
};

/** Writes a file and waits until the medium has it. The name is not durable before its folder is synced. */
const writeSynced = async (disk: Disk, path: string, bytes: Uint8Array): Promise<void> => {
  const file = await disk.open(path, 'create');
  try {
    await file.write(bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
};

/**
 * Puts `bytes` at `path`, whole or not at all, durable when it resolves: written to `temp` on the same disk, synced,
 * renamed. `beforeRename` runs once the new content is safe, to keep the old one under another name.
 */
export const replaceFile = async (
  disk: Disk,
  path: string,
  temp: string,
  bytes: Uint8Array,
  beforeRename?: () => Promise<void>,
): Promise<void> => {
  try {
    await writeSynced(disk, temp, bytes);
    await beforeRename?.();
    await disk.rename(temp, path);
  } catch (cause) {
    // A full disk needs the space back; what cannot be removed now is removed at the next opening.
    await disk.remove(temp).catch(() => undefined);
    throw cause;
  }
  await disk.syncFolder(dirname(path));
};
