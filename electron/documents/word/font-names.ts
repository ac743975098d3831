/** Reads a stretch of a font file; shorter than asked for where the file ends. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

/** name table: family, full name, PostScript name and typographic family. */
const WANTED_NAMES = new Set([1, 4, 6, 16]);

/** No real font holds more; a damaged one may claim to. */
const MOST_FONTS = 64;
const MOST_TABLES = 256;
const MOST_NAME_BYTES = 1 << 20;

const COLLECTION = 0x74746366; // ttcf
const NAME_TABLE = 0x6e616d65; // name

/** What starts a font: TrueType, OpenType with PostScript outlines, and TrueType as Apple marks it. */
const OUTLINES = new Set([0x00010000, 0x4f54544f, 0x74727565]);

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const decode = (bytes: Uint8Array, platform: number, encoding: number): string => {
  if (platform === 1) return new TextDecoder(encoding === 25 ? 'gb18030' : 'latin1').decode(bytes);
  // Platform 3 encoding 3 is GBK in two bytes a character; all others are UTF-16.
  return new TextDecoder(platform === 3 && encoding === 3 ? 'gb18030' : 'utf-16be').decode(bytes);
};

const namesIn = (table: Uint8Array): string[] => {
  const view = viewOf(table);
  const count = view.getUint16(2);
  const strings = view.getUint16(4);
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = 6 + index * 12;
    if (at + 12 > table.byteLength) break;
    if (!WANTED_NAMES.has(view.getUint16(at + 6))) continue;
    const start = strings + view.getUint16(at + 10);
    const bytes = table.subarray(start, start + view.getUint16(at + 8));
    const name = decode(bytes, view.getUint16(at), view.getUint16(at + 2))
      .replaceAll('\0', '')
      .trim();
    if (name !== '') names.push(name);
  }
  return names;
};

const namesOfFont = async (read: ReadAt, offset: number): Promise<string[]> => {
  const head = viewOf(await read(offset, 12));
  if (!OUTLINES.has(head.getUint32(0))) return [];
  const tables = Math.min(head.getUint16(4), MOST_TABLES);
  const directory = viewOf(await read(offset + 12, tables * 16));
  for (let index = 0; index < tables; index += 1) {
    if (directory.getUint32(index * 16) !== NAME_TABLE) continue;
    const length = Math.min(directory.getUint32(index * 16 + 12), MOST_NAME_BYTES);
    return namesIn(await read(directory.getUint32(index * 16 + 8), length));
  }
  return [];
};

/**
 * The names that a TrueType or OpenType font, or a collection of them, goes by, in all languages it has names in.
 * Empty for what is no such font or is damaged.
 */
export const fontNames = async (read: ReadAt): Promise<string[]> => {
  try {
    const head = viewOf(await read(0, 12));
    if (head.getUint32(0) !== COLLECTION) return await namesOfFont(read, 0);
    const count = Math.min(head.getUint32(8), MOST_FONTS);
    const offsets = viewOf(await read(12, count * 4));
    const names: string[] = [];
    for (let index = 0; index < count; index += 1)
      names.push(...(await namesOfFont(read, offsets.getUint32(index * 4))));
    return names;
  } catch (cause) {
    if (cause instanceof RangeError) return [];
    throw cause;
  }
};
