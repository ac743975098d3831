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

const HASH_OPENING = ',"hash":"';
const HASH_LENGTH = 64;
const SUFFIX_LENGTH = HASH_OPENING.length + HASH_LENGTH + '"}'.length;

/**
 * The hash of a line: SHA-256 over the previous line's hash followed by the line's JSON text without its `hash`.
 * `open` is that text without its closing brace.
 */
const chain = (previous: string, open: string): string => hash('sha256', `${previous}${open}}`);

export interface SealedLine {
  readonly text: string;
  readonly hash: string;
}

/** Chains a line, given as JSON text without its closing brace, to the one before. */
const seal = (previous: string, open: string): SealedLine => {
  const own = chain(previous, open);
  return { text: `${open}${HASH_OPENING}${own}"}`, hash: own };
};

/** `changes` are JSON texts, so that a record is turned into text once. */
export const sealLine = (
  previous: string,
  head: Omit<JournalLine, 'changes'>,
  changes: readonly string[],
): SealedLine => {
  const schema = head.schema === undefined ? '' : `,"schema":${String(head.schema)}`;
  return seal(
    previous,
    `{"seq":${String(head.seq)},"at":${JSON.stringify(head.at)},"who":${JSON.stringify(head.who)}` +
      `,"act":${JSON.stringify(head.act)}${schema},"changes":[${changes.join(',')}]`,
  );
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

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Checks a line against the hash of the one before and reads it; any change of a single character is found. */
export const openLine = (previous: string, seq: number, text: string): OpenedLine => {
  const open = text.slice(0, -SUFFIX_LENGTH);
  const own = chain(previous, open);
  if (text.slice(-SUFFIX_LENGTH) !== `${HASH_OPENING}${own}"}`) return BROKEN;
  const line = parse(text);
  return isLine(line) && line.seq === seq ? { ok: true, line, hash: own } : BROKEN;
};
