/** Where a segment stands in its file. Both belong under its seal, or segments could be dropped or exchanged unseen. */
export interface SegmentPlace {
  /** From 0. */
  readonly index: number;
  /** True when none follows. */
  readonly last: boolean;
}

/**
 * Between the store's plain content and the bytes on the disk. Journal lines, snapshots and attachments all pass here,
 * in both directions, so that a data folder can be encrypted by replacing this one piece.
 * Decoding throws when the content is not what encoding made.
 */
export interface Codec {
  /** One journal line, UTF-8 and without its newline, into bytes that hold no newline (0x0A). */
  encodeLine(line: Uint8Array): Uint8Array;
  decodeLine(bytes: Uint8Array): Uint8Array;
  /** Snapshots and keys: files that are held whole. */
  encodeFile(bytes: Uint8Array): Uint8Array;
  decodeFile(bytes: Uint8Array): Uint8Array;
  /** Bytes that every segment of an attachment grows by. */
  readonly segmentOverhead: number;
  /** One segment of an attachment by itself: so a recording of any size is written and read at any place in little memory. */
  encodeSegment(bytes: Uint8Array, place: SegmentPlace): Uint8Array;
  decodeSegment(bytes: Uint8Array, place: SegmentPlace): Uint8Array;
}

/** Readable files: what is stored is what is written. */
export const plainCodec: Codec = {
  encodeLine: (line) => line,
  decodeLine: (bytes) => bytes,
  encodeFile: (bytes) => bytes,
  decodeFile: (bytes) => bytes,
  segmentOverhead: 0,
  encodeSegment: (bytes) => bytes,
  decodeSegment: (bytes) => bytes,
};
