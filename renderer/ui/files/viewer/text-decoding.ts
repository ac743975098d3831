/** A text file as text, with the encoding it was found to be in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GBK';
  /** True when bytes made no sense in any encoding: some characters are lost. */
  readonly damaged: boolean;
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, place) => bytes[place] === byte);

/**
 * Reads a text file: by its byte order mark, as UTF-8 where that fits without a fault, otherwise as GB 18030, which
 * holds what Windows and phones in China write as GBK or GB 2312.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  if (startsWith(bytes, 0xff, 0xfe))
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16', damaged: false };
  if (startsWith(bytes, 0xfe, 0xff))
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16', damaged: false };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'UTF-8',
      damaged: false,
    };
  } catch {
    const text = new TextDecoder('gb18030').decode(bytes);
    return { text, encoding: 'GBK', damaged: text.includes('\ufffd') };
  }
};
