import { hash } from 'node:crypto';
import type { Actor } from '../../shared/kernel/entity.ts';

/** One change on a journal line: the record as it stands afterwards, or the id of one that was removed. */
export type LineChange =
  | { readonly collection: string; readonly after: RawRecord }
  | { readonly collection: string; readonly removed: string };

/** A record as read from the disk, before its schema has seen it. */
export interface RawRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface JournalLine {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly who: Actor;
  readonly act: string;
  /** The schema version from this line on; only where it changes. */
  readonly schema?: number;
  readonly changes: readonly LineChange[];
}

/** What the first line is chained to. */
export const GENESIS_HASH = '0'.repeat(64);

const HASH_LENGTH = 64;
const hashSuffix = (own: string): string => `,"hash":"${own}"}`;
const SUFFIX_LENGTH = hashSuffix(GENESIS_HASH).length;
const CLOSING_BRACE = 0x7d;

export interface SealedLine {
  /** UTF-8, without a newline. */
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/**
 * Makes a line and chains it to the one before. Its hash is SHA-256 over the previous line's hash (as hex text)
 * followed by the line's own JSON text without the `hash` field. `changes` are JSON texts already.
 */
export const sealLine = (
  previous: string,
  head: Omit<JournalLine, 'changes'>,
  changes: readonly string[],
): SealedLine => {
  const schema = head.schema === undefined ? '' : `,"schema":${String(head.schema)}`;
  const open =
    `{"seq":${String(head.seq)},"at":${JSON.stringify(head.at)},"who":${JSON.stringify(head.who)}` +
    `,"act":${JSON.stringify(head.act)}${schema},"changes":[${changes.join(',')}]`;
  const own = hash('sha256', `${previous}${open}}`);
  return { bytes: Buffer.from(`${open}${hashSuffix(own)}`), hash: own };
};

/** The change of one record as it stands on a line. */
export const changeText = (collection: string, id: string, after: object | undefined): string => {
  const name = JSON.stringify(collection);
  return after === undefined
    ? `{"collection":${name},"removed":${JSON.stringify(id)}}`
    : `{"collection":${name},"after":${JSON.stringify(after)}}`;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isRawRecord = (value: unknown): value is RawRecord =>
  isObject(value) && typeof value['id'] === 'string';

const isChange = (value: unknown): value is LineChange =>
  isObject(value) &&
  typeof value['collection'] === 'string' &&
  (typeof value['removed'] === 'string' || isRawRecord(value['after']));

const isLine = (value: unknown): value is JournalLine =>
  isObject(value) &&
  typeof value['seq'] === 'number' &&
  typeof value['at'] === 'string' &&
  isObject(value['who']) &&
  typeof value['who']['userId'] === 'string' &&
  typeof value['who']['name'] === 'string' &&
  typeof value['act'] === 'string' &&
  (value['schema'] === undefined || typeof value['schema'] === 'number') &&
  Array.isArray(value['changes']) &&
  value['changes'].every(isChange);

export type OpenedLine =
  { readonly ok: true; readonly line: JournalLine; readonly hash: string } | { readonly ok: false };

const BROKEN: OpenedLine = { ok: false };

const parse = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};

/** Checks a line against the hash of the one before and reads it; any change of a single bit is found. */
export const openLine = (previous: string, seq: number, line: Uint8Array): OpenedLine => {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
  const end = bytes.length - SUFFIX_LENGTH;
  if (end <= 0) return BROKEN;
  const hashed = Buffer.allocUnsafe(HASH_LENGTH + end + 1);
  hashed.write(previous, 0, 'latin1');
  bytes.copy(hashed, HASH_LENGTH, 0, end);
  hashed[HASH_LENGTH + end] = CLOSING_BRACE;
  const own = hash('sha256', hashed);
  if (bytes.toString('latin1', end) !== hashSuffix(own)) return BROKEN;
  const content = parse(bytes);
  return isLine(content) && content.seq === seq ? { ok: true, line: content, hash: own } : BROKEN;
};
