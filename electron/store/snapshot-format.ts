import { crc32 } from 'node:zlib';
import { isRawRecord, type RawRecord } from './line.ts';
import type { Position } from './position.ts';

/** One collection as it stood behind a line of the journal. */
export interface Snapshot {
  readonly collection: string;
  readonly schema: number;
  readonly at: Position;
  readonly records: readonly object[];
}

/** A snapshot as read back. */
export interface StoredSnapshot extends Snapshot {
  readonly records: readonly RawRecord[];
}

/** Which snapshots together stand for the whole store behind a line of the journal. */
export interface Manifest {
  readonly schema: number;
  readonly at: Position;
  /** By collection, the number of the line its snapshot stands behind; 0 for one that never held anything. */
  readonly collections: Readonly<Record<string, number>>;
}

const CHECK_OPENING = ',"crc32":"';
const CHECK_LENGTH = 8;
const SUFFIX_LENGTH = CHECK_OPENING.length + CHECK_LENGTH + '"}\n'.length;

const check = (bytes: Uint8Array): Buffer =>
  Buffer.from(`${CHECK_OPENING}${crc32(bytes).toString(16).padStart(CHECK_LENGTH, '0')}"}\n`);

/** Closes an object's JSON text, given as bytes without the closing brace, with a check sum over all of it. */
const seal = (parts: readonly Uint8Array[]): Uint8Array => {
  const open = Buffer.concat(parts);
  return Buffer.concat([open, check(open)]);
};

/** True when every bit is as it was sealed. */
export const isSealed = (bytes: Uint8Array): boolean => {
  const cut = bytes.length - SUFFIX_LENGTH;
  return cut > 0 && check(bytes.subarray(0, cut)).compare(bytes, cut) === 0;
};

/** The object in sealed bytes, or undefined when they are damaged. */
const unseal = (bytes: Uint8Array): unknown =>
  isSealed(bytes)
    ? JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))
    : undefined;

/** Records turned into text before others get a turn. */
const SLICE = 1000;

/**
 * A snapshot as a file: readable JSON with one record a line.
 *
 * @param breathe called between slices, so that a large collection does not hold up the program.
 */
export const formatSnapshot = async (
  snapshot: Snapshot,
  breathe: () => Promise<void>,
): Promise<Uint8Array> => {
  const { collection, schema, at, records } = snapshot;
  const head = JSON.stringify({ collection, schema, at, count: records.length });
  const parts: Uint8Array[] = [Buffer.from(`${head.slice(0, -1)},"records":[\n`)];
  for (let from = 0; from < records.length; from += SLICE) {
    const lines = records.slice(from, from + SLICE).map((record) => JSON.stringify(record));
    parts.push(Buffer.from(`${from === 0 ? '' : ',\n'}${lines.join(',\n')}`));
    await breathe();
  }
  parts.push(Buffer.from('\n]'));
  return seal(parts);
};

export const formatManifest = (manifest: Manifest): Uint8Array =>
  seal([Buffer.from(JSON.stringify(manifest, undefined, 1).slice(0, -2))]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPosition = (value: unknown): value is Position =>
  isObject(value) &&
  Number.isSafeInteger(value['seq']) &&
  Number.isSafeInteger(value['offset']) &&
  typeof value['hash'] === 'string' &&
  typeof value['file'] === 'string';

const isSnapshot = (value: unknown): value is StoredSnapshot =>
  isObject(value) &&
  typeof value['collection'] === 'string' &&
  typeof value['schema'] === 'number' &&
  isPosition(value['at']) &&
  Array.isArray(value['records']) &&
  value['records'].every(isRawRecord);

const isManifest = (value: unknown): value is Manifest =>
  isObject(value) &&
  typeof value['schema'] === 'number' &&
  isPosition(value['at']) &&
  isObject(value['collections']) &&
  Object.values(value['collections']).every(Number.isSafeInteger);

/** The snapshot in a file's bytes, or undefined when they are damaged. */
export const parseSnapshot = (bytes: Uint8Array): StoredSnapshot | undefined => {
  const value = unseal(bytes);
  return isSnapshot(value) ? value : undefined;
};

/** The manifest in a file's bytes, or undefined when they are damaged. */
export const parseManifest = (bytes: Uint8Array): Manifest | undefined => {
  const value = unseal(bytes);
  return isManifest(value) ? value : undefined;
};
