import { join } from 'node:path';
import type { Codec } from './codec.ts';
import type { Disk, DiskFile } from './disk.ts';
import type { Position } from './position.ts';
import { storageError } from './storage-error.ts';

const NEWLINE = Buffer.from('\n');

/** It is no longer known what the journal on the disk holds: nothing may be added before the folder is opened anew. */
export class JournalStopped extends Error {
  /** For the person: what happened and what to do. */
  readonly report: string;

  constructor(report: string, cause?: unknown) {
    super('the journal cannot be written any more', { cause });
    this.report = report;
  }
}

const UNCONFIRMED =
  '磁盘没有确认最后一次保存，无法确定它是否写入。程序已转为只读。请检查磁盘，然后退出并重新打开程序，核对最后一次操作。';

const foreign = (file: string): string =>
  `日志文件 journal/${file} 在程序运行时被别的程序改动过。程序已转为只读。` +
  '请确认没有别的程序（如网盘、备份软件）在改写数据文件夹，然后退出并重新打开程序。';

/**
 * The writing end of the journal. Lines go behind the last known good byte, so that what a failed write
 * may have left there is overwritten or cut off, never built upon.
 */
export class Journal {
  readonly #disk: Disk;
  readonly #codec: Codec;
  readonly #folder: string;
  #head: Position;
  #open: { readonly name: string; readonly file: DiskFile } | undefined;

  constructor(disk: Disk, codec: Codec, folder: string, head: Position) {
    this.#disk = disk;
    this.#codec = codec;
    this.#folder = folder;
    this.#head = head;
  }

  /** Behind the last durable line. */
  get head(): Position {
    return this.#head;
  }

  /**
   * Appends lines to the month's file in one write and one sync. When it rejects, none of them counts.
   *
   * @throws AppError `storage` when the disk refused and everything is as before;
   * @throws JournalStopped when it is no longer known what the disk holds.
   */
  async append(month: string, lines: readonly Uint8Array[], seq: number, hash: string): Promise<void> {
    const bytes = Buffer.concat(lines.flatMap((line) => [this.#codec.encodeLine(line), NEWLINE]));
    const offset = month === this.#head.file ? this.#head.offset : 0;
    const file = await this.#fileOf(month, offset);
    try {
      await file.write(bytes, offset);
    } catch (cause) {
      await this.#cutOff(file, offset);
      throw storageError('没有保存', cause);
    }
    try {
      await file.sync();
    } catch (cause) {
      // After a failed sync the system may drop the pages and report success next time: nothing it says counts any more.
      await this.#cutOff(file, offset).catch(() => undefined);
      throw new JournalStopped(UNCONFIRMED, cause);
    }
    this.#head = { seq, hash, file: month, offset: offset + bytes.length };
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.file.close();
  }

  async #fileOf(month: string, offset: number): Promise<DiskFile> {
    if (this.#open?.name === month) return this.#open.file;
    let file: DiskFile;
    try {
      file = await this.#disk.open(join(this.#folder, month), 'write');
    } catch (cause) {
      throw storageError('没有保存', cause);
    }
    try {
      const size = await file.size();
      if (size !== offset) throw new JournalStopped(foreign(month));
      await this.#disk.syncFolder(this.#folder);
      await this.close();
    } catch (cause) {
      await file.close().catch(() => undefined);
      throw cause instanceof JournalStopped ? cause : storageError('没有保存', cause);
    }
    this.#open = { name: month, file };
    return file;
  }

  async #cutOff(file: DiskFile, offset: number): Promise<void> {
    try {
      await file.truncate(offset);
      await file.sync();
    } catch (cause) {
      throw new JournalStopped(UNCONFIRMED, cause);
    }
  }
}
