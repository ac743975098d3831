import { join } from 'node:path';
import type { Codec } from './codec.ts';
import type { Disk, DiskFile } from './disk.ts';
import { openLine, type JournalLine } from './line.ts';
import { monthFiles, type Position } from './position.ts';

/** What is read: the journal of a folder from a position on. */
export interface ScanRequest {
  readonly disk: Disk;
  readonly codec: Codec;
  readonly folder: string;
  readonly from: Position;
  /** Stop here, as at the end of the journal: lines behind it are being written meanwhile. */
  readonly until?: Position;
  /** Each line, checked against the chain, with its own hash. */
  readonly onLine: (line: JournalLine, hash: string) => void;
  /** Called between pieces, to give others a turn. */
  readonly breathe?: () => Promise<void>;
}

/** A place where the journal is not what was written. `line` counts from 1. */
export interface Damage {
  readonly file: string;
  readonly line: number;
  readonly kind: 'chain' | 'cut' | 'missing';
}

export interface ScanEnd {
  /** Behind the last good line. */
  readonly end: Position;
  readonly damage?: Damage;
  /** Bytes behind the last newline of the last file: a line that was not written to its end. */
  readonly torn?: { readonly file: string; readonly offset: number; readonly length: number };
}

const PIECE = 4 * 1024 * 1024;
const NEWLINE = 0x0a;

/** The end of the good lines in one file. */
interface FileEnd {
  readonly end: Position;
  readonly broken: boolean;
  readonly rest: number;
}

const EMPTY = new Uint8Array();

/** What cannot be decoded is as broken as a wrong hash: the empty line never has one. */
const decode = (codec: Codec, bytes: Uint8Array): Uint8Array => {
  try {
    return codec.decodeLine(bytes);
  } catch {
    return EMPTY;
  }
};

const scanFile = async (
  request: ScanRequest,
  file: DiskFile,
  from: Position,
  length: number,
): Promise<FileEnd> => {
  let { seq, hash, offset } = from;
  const here = (): Position => ({ seq, hash, file: from.file, offset });
  let read = offset;
  let pending: Uint8Array[] = [];
  while (read < length) {
    const piece = await file.read(read, Math.min(PIECE, length - read));
    if (piece.length === 0) break;
    read += piece.length;
    let start = 0;
    for (let cut = piece.indexOf(NEWLINE); cut >= 0; cut = piece.indexOf(NEWLINE, start)) {
      const line =
        pending.length === 0
          ? piece.subarray(start, cut)
          : Buffer.concat([...pending, piece.subarray(0, cut)]);
      pending = [];
      start = cut + 1;
      const opened = openLine(hash, seq + 1, decode(request.codec, line));
      if (!opened.ok) return { end: here(), broken: true, rest: 0 };
      request.onLine(opened.line, opened.hash);
      ({ hash } = opened);
      seq += 1;
      offset += line.length + 1;
    }
    if (start < piece.length) pending.push(piece.subarray(start));
    await request.breathe?.();
  }
  return { end: here(), broken: false, rest: read - offset };
};

const countLines = async (disk: Disk, path: string, length: number): Promise<number> => {
  const file = await disk.open(path, 'read');
  try {
    let lines = 0;
    for (let position = 0; position < length; position += PIECE) {
      const piece = await file.read(position, Math.min(PIECE, length - position));
      for (const byte of piece) if (byte === NEWLINE) lines += 1;
    }
    return lines;
  } finally {
    await file.close();
  }
};

/** Reads the journal from a position on, checking every line against the one before. Damage is an answer, not an error. */
export const scanJournal = async (request: ScanRequest): Promise<ScanEnd> => {
  const { disk, folder, from, until } = request;
  const present = monthFiles(await disk.list(folder));
  const files = present.filter((name) => name >= from.file && (until === undefined || name <= until.file));
  let end = from;
  if (from.file !== '' && files[0] !== from.file) {
    return { end, damage: { file: from.file, line: 1, kind: 'missing' } };
  }
  for (const [index, name] of files.entries()) {
    const path = join(folder, name);
    const start = name === from.file ? from : { seq: end.seq, hash: end.hash, file: name, offset: 0 };
    const file = await disk.open(path, 'read');
    let found: FileEnd;
    try {
      const size = await file.size();
      const length = until?.file === name ? until.offset : size;
      if (size < start.offset || size < length) {
        return {
          end,
          damage: { file: name, line: (await countLines(disk, path, size)) + 1, kind: 'missing' },
        };
      }
      found = await scanFile(request, file, start, length);
    } finally {
      await file.close();
    }
    end = found.end;
    if (found.broken || (found.rest > 0 && index < files.length - 1)) {
      const line = (await countLines(disk, path, end.offset)) + 1;
      return { end, damage: { file: name, line, kind: found.broken ? 'chain' : 'cut' } };
    }
    if (found.rest > 0) return { end, torn: { file: name, offset: end.offset, length: found.rest } };
  }
  if (until !== undefined && end.seq !== until.seq) {
    return { end, damage: { file: until.file, line: 1, kind: 'missing' } };
  }
  return { end };
};
