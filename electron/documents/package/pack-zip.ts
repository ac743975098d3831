import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { AppError } from '../../../shared/kernel/result.ts';
import { renderListTable } from '../excel/list-table.ts';
import { renderWord } from '../word/pack.ts';
import { contentsPaper, contentsTable } from './contents.ts';
import { manifestText } from './manifest.ts';
import type { CaseFilePackage, PackageEntry, PackedFile } from './model.ts';
import { createOutflow } from './outflow.ts';
import { uniquePaths } from './safe-path.ts';

/** What stands in every package beside its files. */
const CONTENTS_WORD = '目录.docx';
const CONTENTS_SHEET = '目录.xlsx';
const MANIFEST = '清单.txt';

export interface PackOptions {
  /** Told after each file, as `done` of `total`. May throw, e.g. because a person cancelled: nothing is packed then. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
  /** Asked between the pieces of a file, so that a large one can be stopped in the middle; throws as `onProgress`. */
  readonly beat?: () => void | Promise<void>;
  readonly signal?: AbortSignal;
}

/** 1980-01-01, the zip format's own zero: the same files give the same package at any time. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

/** Bytes handed on at once: others get a turn in between, and little is held twice. */
const PIECE = 256 * 1024;

/** The zip format without its extensions ends at 4 GB; the directory and heads need some of it. */
const MOST_BYTES = 4_000_000_000;

/** Files that are packed already and would only cost time. */
const PACKED =
  /\.(docx|xlsx|pptx|zip|rar|7z|jpe?g|png|gif|webp|heic|mp[34]|m4[av]|mov|webm|ogg|aac|flac|pdf)$/i;

async function* piecesOf(read: ReturnType<PackageEntry['read']>): AsyncGenerator<Uint8Array> {
  if (Symbol.asyncIterator in read) {
    yield* read;
    return;
  }
  const bytes = await read;
  for (let at = 0; at < bytes.byteLength; at += PIECE)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(PIECE, bytes.byteLength - at));
}

/** The package on its way: bytes as they come, and the files that are in it once they have all come. */
export interface PackedZip {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Complete when `bytes` has ended. */
  readonly files: readonly PackedFile[];
}

/**
 * Packs a case file as one zip: its files under safe names, 目录.docx, 目录.xlsx, and 清单.txt with the SHA-256 of all.
 * Files are read one at a time when they are wanted, so memory holds one of them and not the package; of a large one it
 * holds a piece. The same input
 * gives the same bytes.
 *
 * Reading `bytes` throws what a reader, `onProgress` or `signal` throws, AppError `storage` when a file is not what was
 * registered, and AppError `invalid` when the package would pass 4 GB.
 */
export const packZip = (source: CaseFilePackage, options: PackOptions = {}): PackedZip => {
  const { onProgress = () => undefined, beat = () => undefined, signal } = options;
  const ours = [CONTENTS_WORD, CONTENTS_SHEET, MANIFEST];
  const paths = uniquePaths(
    source.entries.map(({ path }) => path),
    ours,
  );
  const files: PackedFile[] = [];
  const entries: PackedFile[] = [];
  const total = paths.length + ours.length;
  const outflow = createOutflow();
  let size = 0;

  /** Reads, checks and counts one file, handing it on in pieces. A file of other bytes ends the whole package. */
  async function* stream(
    path: string,
    read: PackageEntry['read'],
    keep: (file: PackedFile) => void,
    hash?: string,
  ): AsyncGenerator<Uint8Array> {
    try {
      // The packer would read on however slowly its bytes are taken.
      await outflow.room();
      signal?.throwIfAborted();
      const sum = createHash('sha256');
      const file = { path, size: 0 };
      for await (const piece of piecesOf(read())) {
        await outflow.room();
        signal?.throwIfAborted();
        sum.update(piece);
        file.size += piece.byteLength;
        size += piece.byteLength;
        if (size > MOST_BYTES)
          throw new AppError('invalid', '案卷超过 4 GB，不能装进一个压缩包。请去掉较大的录像，另行拷贝。');
        yield piece;
        await beat();
      }
      const found = sum.digest('hex');
      if (hash !== undefined && hash !== found)
        throw new AppError('storage', `“${path}”与登记时的内容不一致，没有导出。请用备份恢复后再导出。`);
      keep({ ...file, hash: found });
      await onProgress(files.length, total);
    } catch (cause) {
      // Told here first: the library passes on only the words of what went wrong.
      outflow.fail(cause);
      throw cause;
    }
  }

  const zip = new JSZip();
  const put = (path: string, content: AsyncGenerator<Uint8Array>): void => {
    zip.file(path, Readable.from(content, { objectMode: false }), {
      date: NO_DATE,
      createFolders: false,
      binary: true,
      compression: PACKED.test(path) ? 'STORE' : 'DEFLATE',
    });
  };
  source.entries.forEach((entry, index) => {
    const path = paths[index];
    if (path === undefined) return;
    const keep = (file: PackedFile): void => {
      files.push(file);
      entries.push(file);
    };
    put(path, stream(path, entry.read, keep, entry.hash));
  });
  // Written last: they list what came before.
  const keep = (file: PackedFile): void => void files.push(file);
  put(
    CONTENTS_WORD,
    stream(CONTENTS_WORD, () => renderWord(contentsPaper(source, entries)), keep),
  );
  put(
    CONTENTS_SHEET,
    stream(CONTENTS_SHEET, () => renderListTable(contentsTable(source, entries)), keep),
  );
  const manifest = async (): Promise<Uint8Array> => Buffer.from(manifestText(source, files), 'utf8');
  put(MANIFEST, stream(MANIFEST, manifest, keep));

  async function* bytes(): AsyncGenerator<Uint8Array> {
    zip
      .generateInternalStream({
        type: 'uint8array',
        // The head of a file stands before its bytes; only where it may be filled in behind them can they pass through.
        streamFiles: source.entries.some(({ large }) => large === true),
        platform: 'DOS',
        compressionOptions: { level: 6 },
      })
      .on('data', (piece) => outflow.push(piece))
      .on('error', (cause) => outflow.fail(cause))
      .on('end', () => outflow.end())
      .resume();
    yield* outflow.pieces;
  }
  return { bytes: bytes(), files };
};
