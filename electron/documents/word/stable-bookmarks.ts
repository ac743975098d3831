import JSZip from 'jszip';

const DOCUMENT = 'word/document.xml';

/**
 * Numbers the bookmarks of a document from 1 in the order they appear. The library counts them through the whole life
 * of the process, so the second of two equal documents would differ from the first.
 */
export const renumberBookmarks = (xml: string): string => {
  const names = new Map<string, number>();
  const ids = new Map<string, number>();
  const numberIn = (seen: Map<string, number>, key: string): string => {
    const known = seen.get(key) ?? seen.size + 1;
    seen.set(key, known);
    return String(known);
  };
  return xml
    .replace(/(?<="|PAGEREF )_Toc(\d+)(?="| )/g, (_, key: string) => `_Toc${numberIn(names, key)}`)
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)(")/g,
      (_, before: string, key: string, after: string) => before + numberIn(ids, key) + after,
    );
};

/** The same .docx file with its bookmarks renumbered. */
export const withStableBookmarks = async (docx: Uint8Array): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(docx);
  const document = zip.file(DOCUMENT);
  if (document === null) throw new Error(`${DOCUMENT} is missing`);
  zip.file(DOCUMENT, renumberBookmarks(await document.async('string')), { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};
