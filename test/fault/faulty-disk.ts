import type { Disk, DiskFile } from '../../electron/store/disk.ts';
import { nodeDisk } from '../../electron/store/disk.ts';

/** One call of the disk, as a test sees it go by. */
export interface DiskCall {
  readonly index: number;
  readonly op: string;
  readonly path: string;
}

export interface FaultyDisk {
  readonly disk: Disk;
  readonly calls: readonly DiskCall[];
}

const systemError = (code: string, op: string): Error =>
  Object.assign(new Error(`${code}: injected into ${op}`), { code, syscall: op });

/**
 * The real disk, except that `fault` may name an error for a call. A write that fails leaves half of its bytes, as a
 * full disk does; any other failing call does nothing.
 */
export const createFaultyDisk = (
  fault: (call: DiskCall) => string | undefined = () => undefined,
): FaultyDisk => {
  const calls: DiskCall[] = [];
  const pass = (op: string, path: string): void => {
    const call = { index: calls.length, op, path };
    calls.push(call);
    const code = fault(call);
    if (code !== undefined) throw systemError(code, op);
  };

  const wrap = (path: string, file: DiskFile): DiskFile => ({
    async size() {
      pass('size', path);
      return file.size();
    },
    async read(position, length) {
      pass('read', path);
      return file.read(position, length);
    },
    async write(bytes, position) {
      try {
        pass('write', path);
      } catch (cause) {
        await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)), position);
        throw cause;
      }
      return file.write(bytes, position);
    },
    async truncate(length) {
      pass('truncate', path);
      return file.truncate(length);
    },
    async sync() {
      pass('sync', path);
      return file.sync();
    },
    async close() {
      // The descriptor is gone even where closing reports an error.
      await file.close();
      pass('close', path);
    },
  });

  const disk: Disk = {
    async realPath(path) {
      pass('realPath', path);
      return nodeDisk.realPath(path);
    },
    async makeFolder(path) {
      pass('makeFolder', path);
      return nodeDisk.makeFolder(path);
    },
    async list(path) {
      pass('list', path);
      return nodeDisk.list(path);
    },
    async open(path, mode) {
      pass(`open-${mode}`, path);
      return wrap(path, await nodeDisk.open(path, mode));
    },
    async rename(from, to) {
      pass('rename', to);
      return nodeDisk.rename(from, to);
    },
    async remove(path) {
      pass('remove', path);
      return nodeDisk.remove(path);
    },
    async syncFolder(path) {
      pass('syncFolder', path);
      return nodeDisk.syncFolder(path);
    },
    async freeBytes(path) {
      pass('freeBytes', path);
      return nodeDisk.freeBytes(path);
    },
  };
  return { disk, calls };
};
