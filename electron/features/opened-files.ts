import { randomBytes } from 'node:crypto';
import type { FileRef } from '../../shared/kernel/entity.ts';
import type { OpenedFile } from '../../shared/kernel/large-file.ts';
import { AppError } from '../../shared/kernel/result.ts';
import type { Store } from '../store/types.ts';
import type { CallContext, Session } from './context.ts';

/** Milliseconds after the last look at which a ticket is worth nothing any more. */
const KEPT_MS = 2 * 60 * 60_000;

/** A file whose bytes a host may hand out, in whole or in part. */
export interface ReadableFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The bytes from `from` up to but without `to`. Throws AppError when the disk refuses. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

interface Opened {
  readonly file: ReadableFile;
  readonly session: Session;
  readonly userId: string;
  seen: number;
}

/** Per open data folder: what is being looked at. */
const opened = new WeakMap<Store, Map<string, Opened>>();

const openedIn = (store: Store): Map<string, Opened> => {
  const held = opened.get(store) ?? new Map<string, Opened>();
  opened.set(store, held);
  return held;
};

/**
 * A ticket for a file that the caller has found to be open to this person: good in this session alone, as long as the
 * person is logged in.
 */
export const issueTicket = (
  { store, session, clock }: Pick<CallContext, 'store' | 'session' | 'clock'>,
  file: ReadableFile,
): string => {
  if (!session.user) throw new AppError('forbidden', '请先登录。');
  const held = openedIn(store);
  const now = clock.now();
  for (const [ticket, { seen }] of held) if (now - seen >= KEPT_MS) held.delete(ticket);
  const ticket = randomBytes(32).toString('base64url');
  held.set(ticket, { file, session, userId: session.user.userId, seen: now });
  return ticket;
};

/**
 * Opens a kept file to be looked at, after its bytes were compared with its hash.
 *
 * @throws AppError `not-found` when it is gone, `storage` when it is damaged.
 */
export const openStored = async (context: CallContext, ref: FileRef): Promise<OpenedFile> => {
  const { store } = context;
  const { hash, name, mime } = ref;
  const size = await store.checkFile(hash);
  const read = (from: number, to: number): AsyncIterable<Uint8Array> => store.fileRange(hash, from, to);
  return { ticket: issueTicket(context, { name, size, read }), hash, name, mime, size };
};

/**
 * The file of a ticket, if the session that it was given to still belongs to the same person and is not locked.
 *
 * @param visitor the session that asks, where the host knows it
 */
export const findOpened = (
  store: Store,
  ticket: string,
  now: number,
  visitor: Session | undefined,
): { readonly file: ReadableFile; readonly session: Session } | undefined => {
  const found = openedIn(store).get(ticket);
  if (!found || now - found.seen >= KEPT_MS) return undefined;
  if (visitor !== undefined && visitor !== found.session) return undefined;
  if (found.session.locked || found.session.user?.userId !== found.userId) return undefined;
  found.seen = now;
  return found;
};
