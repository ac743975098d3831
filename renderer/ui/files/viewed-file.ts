import type { FileContent } from '../../../shared/kernel/entity.ts';
import { fetchPart } from '../../api.ts';
import { FILES_PATH, type OpenedFile } from '../../../shared/kernel/large-file.ts';

/** A file to be looked at: it came with a call, or its bytes are had as they are wanted. */
export type ViewedFile = FileContent | OpenedFile;

/** Where the bytes of an opened file are had; both hosts serve them beside the screens. */
export const addressOf = ({ ticket }: Pick<OpenedFile, 'ticket'>): string => `${FILES_PATH}${ticket}`;

/** Bytes of an opened file: all, or those from `from` up to but without `to`. @throws CallError ready to be shown. */
export const fetchBytes = (
  file: OpenedFile,
  part: { readonly from: number; readonly to: number } = { from: 0, to: file.size },
): Promise<Uint8Array<ArrayBuffer>> => fetchPart(addressOf(file), part.from, part.to);

/** Hands an opened file to the person without holding it: the host asks where to put it, or puts it among the downloads. */
export const saveOpened = (file: OpenedFile): void => {
  const link = document.createElement('a');
  link.href = addressOf(file);
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
};
