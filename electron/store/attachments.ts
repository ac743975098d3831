import { createHash, hash as digest } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../shared/kernel/result.ts';
import { errnoOf } from './disk.ts';
import { demandRoom } from './free-space.ts';
import { IncomingBytes } from './incoming-file.ts';
import { encodeSegments, openSegments, SEGMENT } from './segments.ts';
import type { SnapshotHost } from './snapshot-file.ts';
import { storageError } from './storage-error.ts';
import type { IncomingFile } from './types.ts';
import { replaceFile } from './whole-file.ts';

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
  /** What is under way with a file, so that nothing else is done to it meanwhile. */
  readonly #turns = new Map<string, Promise<unknown>>();
  /** Files that came in since the folder was opened, and how many have relied on each since. */
  readonly #fresh = new Map<string, number>();
  /** Bytes that files on their way in have still to bring. */
  readonly #expected = new Map<IncomingBytes, number>();

  constructor(host: SnapshotHost) {
    this.#host = host;
  }

  async put(bytes: Uint8Array): Promise<string> {
    const hash = digest('sha256', bytes);
    if (!this.#known.has(hash))
      await this.#inTurn(hash, async () => {
        // A file that is there but damaged is put right by the good bytes at hand.
        if (!this.#known.has(hash) && !(await this.#isWhole(hash))) await this.#write(hash, bytes);
        this.#known.add(hash);
      });
    this.#rely(hash);
    return hash;
  }

  /** Resolves when nothing is being written under a hash. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#turns.values());
  }

  /** @throws AppError `not-found`, or `storage` when the bytes are not those that were put. */
  async read(hash: string): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pieces(hash)) pieces.push(piece);
    const [first = new Uint8Array()] = pieces;
    return pieces.length > 1 ? Buffer.concat(pieces) : first;
  }

  /**
   * A whole file, piece by piece. It is checked all along, and where its bytes are not those that were put, the end
   * throws: what came before must not be used then.
   *
   * @throws AppError as `read`.
   */
  async *pieces(hash: string): AsyncGenerator<Uint8Array> {
    const sum = createHash('sha256');
    for await (const piece of this.range(hash, 0, Infinity)) {
      sum.update(piece);
      yield piece;
    }
    if (sum.digest('hex') !== hash) throw damaged();
  }

  /** Reads a whole file and returns its size in bytes. @throws AppError as `read`. */
  async check(hash: string): Promise<number> {
    let size = 0;
    for await (const piece of this.pieces(hash)) size += piece.byteLength;
    return size;
  }

  /** The bytes from `from` up to but without `to`, unchecked but for what the codec checks. @throws AppError as `read`. */
  async *range(hash: string, from: number, to: number): AsyncGenerator<Uint8Array> {
    if (!HASH.test(hash)) throw new AppError('not-found', '找不到这份附件。');
    const { disk, codec } = this.#host;
    const file = await this.#reading(disk.open(this.#path(hash), 'read'));
    try {
      const stored = await this.#reading(openSegments(file, codec));
      const end = Math.min(to, stored.size);
      for (let at = from; at < end;) {
        const start = Math.floor(at / SEGMENT) * SEGMENT;
        const segment = await this.#reading(stored.segment(start / SEGMENT));
        const piece = segment.subarray(at - start, end - start);
        yield piece;
        at += piece.byteLength;
      }
      // A file without bytes still has its seal to be checked.
      if (stored.size === 0) await this.#reading(stored.segment(0));
    } finally {
      await file.close().catch(() => undefined);
    }
  }

  /** A place for a file of `size` bytes that comes piece by piece. @throws AppError `storage` when there is no room. */
  async receive(size: number): Promise<IncomingFile> {
    const { disk, codec, layout, tempName } = this.#host;
    const others = [...this.#expected].reduce((sum, [file, all]) => sum + all - file.received, 0);
    await demandRoom(disk, layout.temp, size, others);
    let bytes: IncomingBytes;
    try {
      bytes = await IncomingBytes.create(disk, codec, tempName());
    } catch (cause) {
      throw storageError('文件没有保存', cause);
    }
    this.#expected.set(bytes, size);
    let moved = false;
    return {
      get received() {
        return bytes.received;
      },
      append: (piece) => this.#ending(bytes, bytes.append(piece)),
      seal: async () => {
        const sealed = await this.#ending(bytes, bytes.seal());
        this.#expected.delete(bytes);
        return sealed;
      },
      keep: async () => {
        moved = await this.#keep(bytes);
      },
      takeBack: async () => {
        if (moved) moved = !(await this.#takeBack(bytes));
      },
      discard: async () => {
        this.#expected.delete(bytes);
        if (!moved) await bytes.discard();
      },
    };
  }

  /** A file that has failed needs no room any more. */
  async #ending<R>(bytes: IncomingBytes, work: Promise<R>): Promise<R> {
    try {
      return await work;
    } catch (cause) {
      this.#expected.delete(bytes);
      throw cause;
    }
  }

  /** Moves a sealed file to its place. False when its bytes were kept already: then it stays where it is. */
  async #keep(bytes: IncomingBytes): Promise<boolean> {
    const { sealed } = bytes;
    if (!sealed) throw new Error('kept before it was sealed');
    const { disk, layout } = this.#host;
    const moved = await this.#inTurn(sealed.hash, async () => {
      if (this.#known.has(sealed.hash) || (await this.#isWhole(sealed.hash))) return false;
      try {
        await disk.rename(bytes.path, this.#path(sealed.hash));
        await disk.syncFolder(layout.files);
      } catch (cause) {
        throw storageError('附件没有保存', cause);
      }
      this.#fresh.set(sealed.hash, 0);
      return true;
    });
    this.#known.add(sealed.hash);
    this.#rely(sealed.hash);
    return moved;
  }

  /** Undoes `#keep`, unless somebody else has come to rely on the same bytes. */
  async #takeBack(bytes: IncomingBytes): Promise<boolean> {
    const hash = bytes.sealed?.hash ?? '';
    return this.#inTurn(hash, async () => {
      if (this.#fresh.get(hash) !== 1) return false;
      this.#known.delete(hash);
      this.#fresh.delete(hash);
      const { disk, layout } = this.#host;
      try {
        await disk.rename(this.#path(hash), bytes.path);
        await disk.syncFolder(layout.files);
      } catch (cause) {
        throw storageError('附件没有移开', cause);
      }
      return true;
    });
  }

  #rely(hash: string): void {
    const count = this.#fresh.get(hash);
    if (count !== undefined) this.#fresh.set(hash, count + 1);
  }

  async #inTurn<R>(hash: string, work: () => Promise<R>): Promise<R> {
    const before = this.#turns.get(hash) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#turns.set(hash, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(hash) === turn) this.#turns.delete(hash);
    }
  }

  async #write(hash: string, bytes: Uint8Array): Promise<void> {
    const { disk, codec, tempName } = this.#host;
    try {
      await replaceFile(disk, this.#path(hash), tempName(), encodeSegments(bytes, codec));
    } catch (cause) {
      throw storageError('附件没有保存', cause);
    }
  }

  async #isWhole(hash: string): Promise<boolean> {
    try {
      await this.check(hash);
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

  /** What a reader that goes away throws into the file is none of the disk's; only these are. */
  async #reading<R>(work: Promise<R>): Promise<R> {
    try {
      return await work;
    } catch (cause) {
      const code = errnoOf(cause);
      if (code === 'ENOENT')
        throw new AppError('not-found', '找不到这份附件，它可能已被移走，请用备份恢复。', { cause });
      // What the codec or the length refuses is no failure of the disk.
      throw code === undefined ? damaged() : storageError('附件没有读出', cause);
    }
  }

  #path(hash: string): string {
    return join(this.#host.layout.files, hash);
  }
}
