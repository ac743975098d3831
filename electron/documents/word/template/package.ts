import JSZip from 'jszip';
import { unpackedSizeOf } from '../../../../shared/kernel/zip-size.ts';

/** Bytes of a template: what a clerk's .docx with a seal and a head may weigh. */
export const LARGEST_TEMPLATE = 5 * 1024 * 1024;

/** Bytes that it may unpack to. */
const LARGEST_UNPACKED = 50 * 1024 * 1024;

export const MAIN_PART = 'word/document.xml';

/** Parts that print: the text, heads and feet. */
const PRINTED = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/** The parts of a .docx by their paths, those that print and are XML as text. */
export interface Package {
  readonly zip: JSZip;
  readonly printed: ReadonlyMap<string, string>;
}

export const readPart = async (zip: JSZip, path: string): Promise<string> =>
  (await zip.file(path)?.async('string')) ?? '';

/** Opens a file as a .docx; undefined when it is no zip file, or one that unpacks to more than any template does. */
export const openPackage = async (bytes: Uint8Array): Promise<Package | undefined> => {
  const unpacked = unpackedSizeOf(bytes);
  if (unpacked === undefined || unpacked > LARGEST_UNPACKED) return undefined;
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch {
    return undefined;
  }
  const printed = new Map<string, string>();
  for (const path of Object.keys(zip.files))
    if (PRINTED.test(path)) printed.set(path, await readPart(zip, path));
  return { zip, printed };
};
