import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { errnoOf } from './disk.ts';
import type { SnapshotHost } from './snapshot-file.ts';
import { storageError } from './storage-error.ts';
import { readWhole, replaceFile } from './whole-file.ts';

const BYTES = 32;
const NAME = /^[A-Za-z0-9_-]{1,80}$/;

/** A folder that may not be written to, of an earlier program, has no place for keys. */
const namesIn = async ({ disk, layout }: SnapshotHost): Promise<string[]> => {
  try {
    return await disk.list(layout.keys);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return [];
    throw cause;
  }
};

/**
 * Random keys that can die. They lie beside the journal, in files of their own: the journal forgets nothing, and what
 * was made under a key that is destroyed can be linked to nobody any more.
 */
export class SideKeys {
  readonly #host: SnapshotHost;
  readonly #held = new Map<string, Uint8Array>();
  readonly #making = new Map<string, Promise<Uint8Array>>();

  private constructor(host: SnapshotHost) {
    this.#host = host;
  }

  /** Reads every key of the folder. One that cannot be read is as good as gone, and `lost` says so. */
  static async open(host: SnapshotHost): Promise<{ keys: SideKeys; lost: readonly string[] }> {
    const keys = new SideKeys(host);
    const lost: string[] = [];
    for (const name of await namesIn(host)) {
      try {
        const bytes = host.codec.decodeFile(await readWhole(host.disk, join(host.layout.keys, name)));
        if (bytes.byteLength !== BYTES) throw new RangeError(`${name} is no key`);
        keys.#held.set(name, bytes);
      } catch {
        lost.push(name);
      }
    }
    return { keys, lost };
  }

  names(): readonly string[] {
    return [...this.#held.keys()];
  }

  get(name: string): Uint8Array | undefined {
    return this.#held.get(name);
  }

  /** Makes the key unless there is one; durable when it resolves. @throws AppError `storage`. */
  async make(name: string): Promise<Uint8Array> {
    if (!NAME.test(name)) throw new RangeError(`${name} is unfit for the name of a key`);
    const held = this.#held.get(name);
    if (held) return held;
    const making = this.#making.get(name) ?? this.#write(name);
    this.#making.set(name, making);
    try {
      return await making;
    } finally {
      this.#making.delete(name);
    }
  }

  /** Overwrites and removes the key; gone for good when it resolves. @throws AppError `storage`. */
  async destroy(name: string): Promise<void> {
    const { disk, layout } = this.#host;
    const path = join(layout.keys, name);
    try {
      const file = await disk.open(path, 'write');
      try {
        await file.write(new Uint8Array(await file.size()), 0);
        await file.sync();
      } finally {
        await file.close();
      }
      await disk.remove(path);
      await disk.syncFolder(layout.keys);
    } catch (cause) {
      if (errnoOf(cause) !== 'ENOENT') throw storageError('密钥没有销毁', cause);
    }
    this.#held.delete(name);
  }

  async #write(name: string): Promise<Uint8Array> {
    const { disk, codec, layout, tempName } = this.#host;
    const bytes = randomBytes(BYTES);
    try {
      await replaceFile(disk, join(layout.keys, name), tempName(), codec.encodeFile(bytes));
    } catch (cause) {
      throw storageError('密钥没有保存', cause);
    }
    this.#held.set(name, bytes);
    return bytes;
  }
}

/** What a service may do with such keys. */
export interface KeyRing {
  /** The key of this name, or undefined when there is none, or none any more. */
  key(name: string): Uint8Array | undefined;
  keyNames(): readonly string[];
  /** 32 random bytes, durable when resolved; the one that is there already where there is one. */
  makeKey(name: string): Promise<Uint8Array>;
  /** Destroys a key for good; none of that name is fine. */
  destroyKey(name: string): Promise<void>;
}

/** The keys of an open store; `refuse` throws while nothing may be written. */
export const keyRing = (keys: SideKeys, refuse: () => void): KeyRing => ({
  key: (name) => keys.get(name),
  keyNames: () => keys.names(),
  async makeKey(name) {
    refuse();
    return keys.make(name);
  },
  async destroyKey(name) {
    refuse();
    return keys.destroy(name);
  },
});
