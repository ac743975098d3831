import { createHash } from 'node:crypto';
import { AppError } from '../../shared/kernel/result.ts';
import type { Codec } from './codec.ts';
import type { Disk, DiskFile } from './disk.ts';
import { SEGMENT } from './segments.ts';
import { storageError } from './storage-error.ts';

/** What a file turned out to be once all of it had come. */
export interface SealedFile {
  /** SHA-256 of the plain bytes, hexadecimal. */
  readonly hash: string;
  /** Plain bytes. */
  readonly size: number;
}

/**
 * A file that comes piece by piece, written under a temporary name. Memory holds one segment of it. Whatever the disk
 * refuses ends it: nothing is left behind then.
 */
export class IncomingBytes {
  readonly path: string;
  readonly #disk: Disk;
  readonly #codec: Codec;
  readonly #file: DiskFile;
  readonly #digest = createHash('sha256');
  readonly #segment = Buffer.allocUnsafeSlow(SEGMENT);
  #held = 0;
  #index = 0;
  #position = 0;
  #received = 0;
  #open = true;
  #sealed: SealedFile | undefined;

  private constructor(disk: Disk, codec: Codec, path: string, file: DiskFile) {
    this.#disk = disk;
    this.#codec = codec;
    this.path = path;
    this.#file = file;
  }

  static async create(disk: Disk, codec: Codec, path: string): Promise<IncomingBytes> {
    return new IncomingBytes(disk, codec, path, await disk.open(path, 'create'));
  }

  /** Plain bytes so far. */
  get received(): number {
    return this.#received;
  }

  get sealed(): SealedFile | undefined {
    return this.#sealed;
  }

  /** The next bytes. To be called again only when the call before has resolved. @throws AppError `storage`. */
  async append(bytes: Uint8Array): Promise<void> {
    this.#demandOpen();
    await this.#guarded(async () => {
      for (let at = 0; at < bytes.byteLength;) {
        // A full segment waits until it is known whether another follows.
        if (this.#held === SEGMENT) await this.#flush(false);
        const taken = bytes.subarray(at, at + SEGMENT - this.#held);
        this.#segment.set(taken, this.#held);
        this.#held += taken.byteLength;
        at += taken.byteLength;
      }
      this.#digest.update(bytes);
      this.#received += bytes.byteLength;
    });
  }

  /** All has come: durable under its temporary name when it resolves. @throws AppError `storage`. */
  async seal(): Promise<SealedFile> {
    this.#demandOpen();
    await this.#guarded(async () => {
      await this.#flush(true);
      await this.#file.sync();
    });
    this.#open = false;
    await this.#guarded(() => this.#file.close());
    this.#sealed = { hash: this.#digest.digest('hex'), size: this.#received };
    return this.#sealed;
  }

  /** Takes away what has come. Harmless at any time; what cannot be removed now is removed at the next opening. */
  async discard(): Promise<void> {
    if (this.#open) await this.#file.close().catch(() => undefined);
    this.#open = false;
    this.#sealed = undefined;
    await this.#disk.remove(this.path).catch(() => undefined);
  }

  #demandOpen(): void {
    if (!this.#open) throw new AppError('not-found', '这份文件没有传完，已经作废，请重新选择文件。');
  }

  async #flush(last: boolean): Promise<void> {
    const bytes = this.#segment.subarray(0, this.#held);
    const stored = this.#codec.encodeSegment(bytes, { index: this.#index, last });
    await this.#file.write(stored, this.#position);
    this.#position += stored.byteLength;
    this.#index += 1;
    this.#held = 0;
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      await this.discard();
      throw storageError('文件没有保存', cause);
    }
  }
}
