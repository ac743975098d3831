/**
 * Between the store's plain content and the bytes on the disk. Journal lines, snapshots and attachments all pass here,
 * in both directions, so that a data folder can be encrypted by replacing this one piece.
 * Decoding throws when the content is not what encoding made.
 */
export interface Codec {
  /** One journal line, UTF-8 and without its newline, into bytes that hold no newline (0x0A). */
  encodeLine(line: Uint8Array): Uint8Array;
  decodeLine(bytes: Uint8Array): Uint8Array;
  encodeFile(bytes: Uint8Array): Uint8Array;
  decodeFile(bytes: Uint8Array): Uint8Array;
}

/** Readable files: what is stored is what is written. */
export const plainCodec: Codec = {
  encodeLine: (line) => line,
  decodeLine: (bytes) => bytes,
  encodeFile: (bytes) => bytes,
  decodeFile: (bytes) => bytes,
};
