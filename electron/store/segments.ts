import type { Codec, SegmentPlace } from './codec.ts';
import type { DiskFile } from './disk.ts';

/** Plain bytes of every segment but the last. It may never change: it says where a segment of a written file begins. */
export const SEGMENT = 1024 * 1024;

/** A stored file opened for reading, by its plain bytes. */
export interface SegmentedFile {
  /** Plain bytes. */
  readonly size: number;
  /** The plain bytes of a segment. Throws when it is not what was encoded, or cut short. */
  segment(index: number): Promise<Uint8Array>;
}

/** Plain bytes of a file that takes `stored` bytes; undefined when no file can have that length. */
const plainSize = (stored: number, overhead: number): number | undefined => {
  const whole = SEGMENT + overhead;
  const count = Math.max(1, Math.ceil(stored / whole));
  const last = stored - (count - 1) * whole;
  return last < overhead ? undefined : (count - 1) * SEGMENT + last - overhead;
};

/** @throws RangeError when the file has a length that none was written with. */
export const openSegments = async (file: DiskFile, codec: Codec): Promise<SegmentedFile> => {
  const size = plainSize(await file.size(), codec.segmentOverhead);
  if (size === undefined) throw new RangeError('cut short');
  const count = Math.max(1, Math.ceil(size / SEGMENT));
  return {
    size,
    async segment(index) {
      const plain = index === count - 1 ? size - index * SEGMENT : SEGMENT;
      const length = plain + codec.segmentOverhead;
      const stored = await file.read(index * (SEGMENT + codec.segmentOverhead), length);
      if (stored.byteLength !== length) throw new RangeError('cut short');
      const bytes = codec.decodeSegment(stored, { index, last: index === count - 1 });
      if (bytes.byteLength !== plain) throw new RangeError('cut short');
      return bytes;
    },
  };
};

/** A whole file as it is stored. */
export const encodeSegments = (bytes: Uint8Array, codec: Codec): Uint8Array => {
  const count = Math.max(1, Math.ceil(bytes.byteLength / SEGMENT));
  const placed = (index: number): SegmentPlace => ({ index, last: index === count - 1 });
  if (count === 1) return codec.encodeSegment(bytes, placed(0));
  return Buffer.concat(
    Array.from({ length: count }, (_, index) =>
      codec.encodeSegment(bytes.subarray(index * SEGMENT, (index + 1) * SEGMENT), placed(index)),
    ),
  );
};
