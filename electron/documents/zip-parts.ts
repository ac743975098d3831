import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip file, ready to be written. */
export interface ZipPart {
  readonly path: string;
  readonly deflated: boolean;
  readonly crc: number;
  /** Bytes before compression. */
  readonly size: number;
  /** As they are written. */
  readonly bytes: Uint8Array;
}

const LOCAL_HEAD = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

const LOCAL_SIZE = 30;
const ENTRY_SIZE = 46;
const END_SIZE = 22;

/** Version 2.0 of the format: folders and deflation. */
const VERSION = 20;
const DEFLATED = 8;

/** 1980-01-01, the format's own zero: the same parts give the same file at any time. */
const NO_DATE = (1 << 5) | 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const textPart = (path: string, text: string): ZipPart => {
  const bytes = encoder.encode(text);
  return { path, deflated: true, crc: crc32(bytes), size: bytes.byteLength, bytes: deflateRawSync(bytes) };
};

/** The parts of a zip file just written by a packer, still compressed: one disk, sizes in its directory. */
export const partsOfZip = (zip: Uint8Array): ZipPart[] => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - END_SIZE;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a zip file');
  const parts: ZipPart[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < view.getUint16(end + 10, true); index += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error('damaged zip directory');
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const start = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    parts.push({
      path: decoder.decode(zip.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
      deflated: view.getUint16(at + 10, true) === DEFLATED,
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      bytes: zip.slice(start, start + view.getUint32(at + 20, true)),
    });
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
};

/** Writes parts with ASCII names as a zip file without dates. */
export const zipOfParts = (parts: readonly ZipPart[]): Uint8Array => {
  const names = parts.map(({ path }) => encoder.encode(path));
  const lengths = parts.map(({ bytes }, index) => bytes.byteLength + 2 * (names[index]?.byteLength ?? 0));
  const total = lengths.reduce((sum, length) => sum + length + LOCAL_SIZE + ENTRY_SIZE, END_SIZE);
  const zip = new Uint8Array(total);
  const view = new DataView(zip.buffer);
  const starts: number[] = [];
  let at = 0;

  /** What the local head and the directory entry say alike, from the version needed on. */
  const describe = (from: number, { deflated, crc, size, bytes }: ZipPart, nameLength: number): void => {
    view.setUint16(from, VERSION, true);
    view.setUint16(from + 4, deflated ? DEFLATED : 0, true);
    view.setUint16(from + 8, NO_DATE, true);
    view.setUint32(from + 10, crc, true);
    view.setUint32(from + 14, bytes.byteLength, true);
    view.setUint32(from + 18, size, true);
    view.setUint16(from + 22, nameLength, true);
  };

  for (const [index, part] of parts.entries()) {
    const name = names[index] ?? new Uint8Array();
    starts.push(at);
    view.setUint32(at, LOCAL_HEAD, true);
    describe(at + 4, part, name.byteLength);
    zip.set(name, at + LOCAL_SIZE);
    zip.set(part.bytes, at + LOCAL_SIZE + name.byteLength);
    at += LOCAL_SIZE + name.byteLength + part.bytes.byteLength;
  }
  const directory = at;
  for (const [index, part] of parts.entries()) {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, DIRECTORY_ENTRY, true);
    view.setUint16(at + 4, VERSION, true);
    describe(at + 6, part, name.byteLength);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    zip.set(name, at + ENTRY_SIZE);
    at += ENTRY_SIZE + name.byteLength;
  }
  view.setUint32(at, END_OF_DIRECTORY, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return zip;
};
