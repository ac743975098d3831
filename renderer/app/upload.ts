import { call, CallError } from '../api.ts';
import { base64Of } from '../ui/files/file-content.ts';
import type { SentFile } from '../ui/files/intake.ts';
import { UPLOAD_PIECE, type LargeFileCommand } from '../../shared/kernel/large-file.ts';

const readPiece = async (file: File, from: number): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await file.slice(from, from + UPLOAD_PIECE).arrayBuffer());
  } catch (cause) {
    throw new CallError('invalid', '读不出来，可能正被别的程序打开。请关闭那个程序后重试。', { cause });
  }
};

/** A piece whose answer got lost is sent once more: sent twice, it counts once. */
const sendPiece = async (piece: { upload: string; from: number; base64: string }): Promise<number> => {
  try {
    return (await call('files.send', piece)).received;
  } catch (cause) {
    if (!(cause instanceof CallError) || cause.code !== 'unreachable') throw cause;
    return (await call('files.send', piece)).received;
  }
};

/**
 * Sends a file piece by piece for the command that will name it; memory holds one piece. Ended by the signal or by a
 * failure, nothing of it is left on the other side.
 *
 * @param tell told the share that has arrived, 0 … 1
 * @throws CallError ready to be shown, or the reason of the signal.
 */
export const uploadFile = async (
  purpose: LargeFileCommand,
  file: File,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<SentFile> => {
  const { name, type, size } = file;
  const mime = type === '' ? 'application/octet-stream' : type;
  const { upload } = await call('files.begin', { for: purpose, name, mime, size });
  // One that cannot be taken away now is taken away when nobody has claimed it for a while.
  const drop = (): Promise<void> =>
    call('files.drop', { upload }).then(
      () => undefined,
      () => undefined,
    );
  try {
    for (let from = 0; from < size;) {
      signal.throwIfAborted();
      const bytes = await readPiece(file, from);
      if (bytes.byteLength === 0)
        throw new CallError('invalid', '读到一半没有了，文件可能被改动。请重新选择文件。');
      signal.throwIfAborted();
      from = await sendPiece({ upload, from, base64: base64Of(bytes) });
      tell(from / size);
    }
    signal.throwIfAborted();
    const { hash } = await call('files.finish', { upload });
    signal.throwIfAborted();
    return { upload, hash, name, drop };
  } catch (cause) {
    await drop();
    throw cause;
  }
};
