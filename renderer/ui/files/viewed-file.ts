import type { FileContent } from '../../../shared/kernel/entity.ts';
import { FILES_PATH, type OpenedFile } from '../../../shared/kernel/large-file.ts';

/** A file to be looked at: it came with a call, or its bytes are had as they are wanted. */
export type ViewedFile = FileContent | OpenedFile;

/** Where the bytes of an opened file are had; both hosts serve them beside the screens. */
export const addressOf = ({ ticket }: Pick<OpenedFile, 'ticket'>): string => `${FILES_PATH}${ticket}`;

const GONE = '这份文件已经关闭，或者连接断开了。请关上再打开一次。';

/**
 * Bytes of an opened file: all, or those from `from` up to but without `to`.
 *
 * @throws Error whose message is Chinese and ready to be shown.
 */
export const fetchBytes = async (
  file: OpenedFile,
  part?: { readonly from: number; readonly to: number },
): Promise<Uint8Array<ArrayBuffer>> => {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const headers = part ? { range: `bytes=${String(part.from)}-${String(part.to - 1)}` } : {};
    const answer = await fetch(addressOf(file), { headers, credentials: 'same-origin' });
    if (!answer.ok) throw new Error(String(answer.status));
    bytes = new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    throw new Error(GONE, { cause });
  }
  if (bytes.byteLength !== (part ? part.to - part.from : file.size)) throw new Error(GONE);
  return bytes;
};

/** Hands an opened file to the person without holding it: the host asks where to put it, or puts it among the downloads. */
export const saveOpened = (file: OpenedFile): void => {
  const link = document.createElement('a');
  link.href = addressOf(file);
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
};
