/**
 * Between the store's plain content and the bytes on the disk. Journal lines, snapshots and attachments all pass here,
 * in both directions, so that a data folder can be encrypted by replacing this one piece.
 * Decoding throws when the content is not what encoding made.
 */
export interface Codec {
  /** One journal line, without its newline, into text that has no newline. */
  encodeLine(line: string): string;
  decodeLine(line: string): string;
  encodeFile(bytes: Uint8Array): Uint8Array;
  decodeFile(bytes: Uint8Array): Uint8Array;
}

/** Readable files: what is stored is what is written. */
export const plainCodec: Codec = {
  encodeLine: (line) => line,
  decodeLine: (line) => line,
  encodeFile: (bytes) => bytes,
  decodeFile: (bytes) => bytes,
};
