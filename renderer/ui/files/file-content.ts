import type { FileContent } from '../../../shared/kernel/entity.ts';

/** Bytes of a file that travelled through a call. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
};

/** Bytes in base64; in pieces, since a call with a million arguments does not return. */
export const base64Of = (bytes: Uint8Array): string => {
  const PIECE = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
};

/** Hands bytes to the person as a file: the host asks where to put it, or puts it among the downloads. */
export const saveBlob = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** Hands a file that came with a call to the person. */
export const saveFile = ({ name, mime, base64 }: FileContent): void =>
  saveBlob(name, new Blob([bytesOf(base64)], { type: mime }));

/** Bytes under a name, as calls take them. */
export const fileContentOf = (file: File, bytes: Uint8Array): FileContent => ({
  name: file.name,
  mime: file.type === '' ? 'application/octet-stream' : file.type,
  base64: base64Of(bytes),
});

/** Reads a file that the person has chosen, as calls take it. */
export const readFileContent = async (file: File): Promise<FileContent> =>
  fileContentOf(file, new Uint8Array(await file.arrayBuffer()));
