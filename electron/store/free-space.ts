import { AppError } from '../../shared/kernel/result.ts';
import type { Disk } from './disk.ts';
import { storageError } from './storage-error.ts';

const MEGABYTE = 1024 * 1024;

/** Bytes that stay free for the journal, the snapshots and the system. */
export const RESERVE = 200 * MEGABYTE;

const megabytes = (bytes: number, round: (value: number) => number): string =>
  `${String(Math.max(0, round(bytes / MEGABYTE)))} MB`;

/**
 * Checks before the first byte that a file of `size` bytes has room in `folder`, beside `promised` bytes that others
 * will still bring.
 *
 * @throws AppError `storage`.
 */
export const demandRoom = async (
  disk: Disk,
  folder: string,
  size: number,
  promised: number,
): Promise<void> => {
  let free: number;
  try {
    free = await disk.freeBytes(folder);
  } catch (cause) {
    throw storageError('文件没有保存', cause);
  }
  const room = free - promised - RESERVE;
  if (size <= room) return;
  throw new AppError(
    'storage',
    `磁盘空间不足：这个文件 ${megabytes(size, Math.ceil)}，数据文件夹所在的磁盘只剩 ${megabytes(free - promised, Math.floor)}，` +
      `其中 ${megabytes(RESERVE, Math.floor)} 要留给程序使用。请清理磁盘，或把数据文件夹移到更大的磁盘后再试。`,
  );
};
