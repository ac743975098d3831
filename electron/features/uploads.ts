import type { FileRef } from '../../shared/kernel/entity.ts';
import type { LargeFileCommand } from '../../shared/kernel/large-file.ts';
import { AppError, invalidField } from '../../shared/kernel/result.ts';
import type { IncomingFile, Store } from '../store/types.ts';
import type { CallContext, Session } from './context.ts';

/** Milliseconds after which a file that nobody sends on or claims is taken away. */
export const UNCLAIMED_MS = 30 * 60_000;

/** Files that one session may have on their way at once. */
const MOST_AT_ONCE = 8;

interface Upload {
  readonly id: string;
  readonly owner: Session;
  readonly userId: string;
  readonly purpose: LargeFileCommand;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly file: IncomingFile;
  /** Epoch milliseconds of the last touch. */
  touched: number;
  /** A piece is being written, or a command is taking the file: nothing else may happen to it. */
  busy: boolean;
  hash: string | undefined;
}

type Caller = Pick<CallContext, 'store' | 'session' | 'clock'>;

/** Per open data folder. Gone with the program; so are the files, which lie among the store's unfinished ones. */
const uploads = new WeakMap<Store, Map<string, Upload>>();

const uploadsOf = (store: Store): Map<string, Upload> => {
  const held = uploads.get(store) ?? new Map<string, Upload>();
  uploads.set(store, held);
  return held;
};

const drop = async (store: Store, upload: Upload): Promise<void> => {
  uploadsOf(store).delete(upload.id);
  await upload.file.discard();
};

/** Takes away what nobody has touched for too long. */
export const sweepUploads = async (store: Store, now: number): Promise<void> => {
  for (const upload of uploadsOf(store).values())
    if (!upload.busy && now - upload.touched >= UNCLAIMED_MS) await drop(store, upload);
};

/** Takes away all that nobody has claimed. */
export const dropUploads = async (store: Store): Promise<void> => {
  for (const upload of uploadsOf(store).values()) await drop(store, upload);
};

const requireUpload = ({ store, session }: Caller, id: string): Upload => {
  const upload = uploadsOf(store).get(id);
  if (upload?.owner !== session || upload.userId !== session.user?.userId)
    throw new AppError('not-found', '这份文件没有传完或放置太久，已经作废，请重新选择文件。');
  return upload;
};

/** Does one thing to an upload; two at once are a defect of the sender. */
const alone = async <R>(caller: Caller, upload: Upload, work: () => Promise<R>): Promise<R> => {
  if (upload.busy) throw new AppError('conflict', '这份文件正在传送，请稍候。');
  upload.busy = true;
  try {
    return await work();
  } finally {
    upload.busy = false;
    upload.touched = caller.clock.now();
  }
};

/**
 * Makes room for a file that comes piece by piece, to be claimed by one command of the same session.
 *
 * @throws AppError `storage` when the disk has no room for it, `invalid` when too many are on their way.
 */
export const beginUpload = async (
  context: Caller & Pick<CallContext, 'newId'>,
  file: Pick<Upload, 'purpose' | 'name' | 'mime' | 'size'>,
): Promise<string> => {
  const { store, session, clock, newId } = context;
  await sweepUploads(store, clock.now());
  const held = uploadsOf(store);
  if ([...held.values()].filter(({ owner }) => owner === session).length >= MOST_AT_ONCE)
    throw new AppError('invalid', `同时传送的文件最多 ${String(MOST_AT_ONCE)} 个，请等前面的传完。`);
  const id = newId();
  held.set(id, {
    ...file,
    id,
    owner: session,
    userId: session.user?.userId ?? '',
    file: await store.receiveFile(file.size),
    touched: clock.now(),
    busy: false,
    hash: undefined,
  });
  return id;
};

/**
 * The next piece. One that was sent again, because the answer got lost, counts once.
 *
 * @returns bytes that have come
 * @throws AppError `not-found` for an upload that ended, `invalid` for bytes out of turn, `storage` when the disk
 * refuses: the upload has ended then.
 */
export const sendPiece = async (
  context: Caller,
  { upload: id, from, bytes }: { upload: string; from: number; bytes: Uint8Array },
): Promise<number> => {
  const upload = requireUpload(context, id);
  return alone(context, upload, async () => {
    const { received } = upload.file;
    const to = from + bytes.byteLength;
    if (to <= received) return received;
    if (from !== received || to > upload.size || upload.hash !== undefined)
      throw invalidField('from', '文件传送的次序乱了，请重新选择文件。');
    try {
      await upload.file.append(bytes);
    } catch (cause) {
      await drop(context.store, upload);
      throw cause;
    }
    return upload.file.received;
  });
};

/**
 * All has come: safe on the disk, and known by its hash.
 *
 * @throws AppError `invalid` when bytes are missing, `storage` when the disk refuses: the upload has ended then.
 */
export const finishUpload = async (context: Caller, id: string): Promise<{ hash: string; size: number }> => {
  const upload = requireUpload(context, id);
  return alone(context, upload, async () => {
    if (upload.hash !== undefined) return { hash: upload.hash, size: upload.size };
    if (upload.file.received !== upload.size)
      throw new AppError('invalid', `“${upload.name}”没有传完整，请重新选择文件。`);
    try {
      const sealed = await upload.file.seal();
      upload.hash = sealed.hash;
      return sealed;
    } catch (cause) {
      await drop(context.store, upload);
      throw cause;
    }
  });
};

/** Gives an upload up, wherever it stands. One that has ended is no mistake. */
export const dropUpload = async (context: Caller, id: string): Promise<void> => {
  const upload = uploadsOf(context.store).get(id);
  if (upload?.owner === context.session) await drop(context.store, upload);
};

/**
 * Hands an uploaded file to the command that it was sent for. While `work` runs the file stands among the attachments;
 * when `work` throws it stands there no more, and may be claimed again.
 *
 * @throws AppError `not-found`, `forbidden` for another command than it was sent for, `invalid` before its end.
 */
export const claimUpload = async <R>(
  context: CallContext,
  id: string,
  work: (file: FileRef) => Promise<R>,
): Promise<R> => {
  const upload = requireUpload(context, id);
  if (upload.purpose !== context.channel)
    throw new AppError('forbidden', '这份文件是为别的事项传送的，请重新选择文件。');
  const { name, mime, size, hash } = upload;
  if (hash === undefined) throw new AppError('invalid', `“${name}”还没有传完，请稍候。`);
  return alone(context, upload, async () => {
    await upload.file.keep();
    try {
      const result = await work({ hash, name, mime, size });
      await drop(context.store, upload);
      return result;
    } catch (cause) {
      await upload.file.takeBack();
      throw cause;
    }
  });
};
