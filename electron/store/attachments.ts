import { hash as digest } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../shared/kernel/result.ts';
import { errnoOf } from './disk.ts';
import type { SnapshotHost } from './snapshot-file.ts';
import { storageError } from './storage-error.ts';
import { readWhole, replaceFile } from './whole-file.ts';

const HASH = /^[0-9a-f]{64}$/;

const damaged = (): AppError =>
  new AppError(
    'storage',
    '这份附件在磁盘上已损坏，与登记时的内容不一致，不能使用。请用备份恢复，或重新上传原件。',
  );

/** Evidence and issued papers: files under the hash of their content. */
export class Attachments {
  readonly #host: SnapshotHost;
  /** Seen whole and durable since the folder was opened. */
  readonly #known = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();

  constructor(host: SnapshotHost) {
    this.#host = host;
  }

  async put(bytes: Uint8Array): Promise<string> {
    const hash = digest('sha256', bytes);
    if (this.#known.has(hash)) return hash;
    const running = this.#running.get(hash) ?? this.#write(hash, bytes);
    this.#running.set(hash, running);
    try {
      await running;
      this.#known.add(hash);
    } finally {
      this.#running.delete(hash);
    }
    return hash;
  }

  /** Resolves when no writing is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running.values());
  }

  /** @throws AppError `not-found`, or `storage` when the bytes are not those that were put. */
  async read(hash: string): Promise<Uint8Array> {
    if (!HASH.test(hash)) throw new AppError('not-found', '找不到这份附件。');
    let stored: Uint8Array;
    try {
      stored = await readWhole(this.#host.disk, this.#path(hash));
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') {
        throw new AppError('not-found', '找不到这份附件，它可能已被移走，请用备份恢复。', { cause });
      }
      throw storageError('附件没有读出', cause);
    }
    const bytes = this.#decode(stored);
    if (bytes === undefined || digest('sha256', bytes) !== hash) throw damaged();
    return bytes;
  }

  async #write(hash: string, bytes: Uint8Array): Promise<void> {
    // A file that is there but damaged is put right by the good bytes at hand.
    if (await this.#isWhole(hash)) return;
    const { disk, codec, tempName } = this.#host;
    try {
      await replaceFile(disk, this.#path(hash), tempName(), codec.encodeFile(bytes));
    } catch (cause) {
      throw storageError('附件没有保存', cause);
    }
  }

  async #isWhole(hash: string): Promise<boolean> {
    try {
      await this.read(hash);
    } catch (cause) {
      if (cause instanceof AppError) return false;
      throw cause;
    }
    try {
      // Whoever wrote it may have been killed between renaming it and syncing the folder.
      await this.#host.disk.syncFolder(this.#host.layout.files);
    } catch (cause) {
      throw storageError('附件没有保存', cause);
    }
    return true;
  }

  #decode(stored: Uint8Array): Uint8Array | undefined {
    try {
      return this.#host.codec.decodeFile(stored);
    } catch {
      return undefined;
    }
  }

  #path(hash: string): string {
    return join(this.#host.layout.files, hash);
  }
}
