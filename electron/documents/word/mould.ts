import { Document, Packer, type FileChild, type IContext, type ISectionOptions } from 'docx';
import { partsOfZip, textPart, zipOfParts, type ZipPart } from '../zip-parts.ts';
import { fontTableXml } from './fonts.ts';
import { xmlOf } from './xml.ts';

/** A paper of one section: what stands on its pages, and the frame that many papers share. */
export interface Sheetwork {
  /** Alike for papers whose frames are alike, heads and feet of the pages included. */
  readonly key: string;
  readonly frame: () => Omit<ISectionOptions, 'children'>;
  readonly children: readonly FileChild[];
}

/** A file without content, and where in it the content goes. */
interface Mould {
  readonly document: Document;
  readonly parts: readonly ZipPart[];
  readonly before: string;
  readonly after: string;
}

const MAIN = 'word/document.xml';
const CORE = 'docProps/core.xml';

/** Frames kept ready. A school uses few: forms with and without 草稿. */
const MOST_MOULDS = 24;

const moulds = new Map<string, Promise<Mould>>();

const contextOf = (document: Document): IContext => ({
  file: document,
  viewWrapper: document.Document,
  stack: [],
});

const cast = async (
  frame: Omit<ISectionOptions, 'children'>,
  options: { readonly styles: string; readonly evenAndOdd: boolean },
): Promise<Mould> => {
  const document = new Document({
    sections: [{ ...frame, children: [] }],
    evenAndOddHeaderAndFooters: options.evenAndOdd,
  });
  const packed = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: options.styles },
    { path: 'word/fontTable.xml', data: fontTableXml },
  ]);
  const xml = xmlOf(document.Document.View.prepForXml(contextOf(document)));
  const at = xml.lastIndexOf('<w:sectPr');
  if (at < 0) throw new Error('a section without properties');
  return {
    document,
    parts: partsOfZip(packed),
    before: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml.slice(0, at)}`,
    after: xml.slice(at),
  };
};

const mouldOf = (
  { key, frame }: Sheetwork,
  options: { readonly styles: string; readonly evenAndOdd: boolean },
): Promise<Mould> => {
  const known = moulds.get(key);
  // Put last again, so that the one unused for longest is first.
  moulds.delete(key);
  const mould = known ?? cast(frame(), options);
  // One that failed is tried again by the next paper.
  if (!known) mould.catch(() => moulds.delete(key));
  moulds.set(key, mould);
  const [oldest] = moulds.keys();
  if (moulds.size > MOST_MOULDS && oldest !== undefined) moulds.delete(oldest);
  return mould;
};

/**
 * Packs a paper of one section. All that papers of a form have in common is made and compressed once; of each paper only
 * its own text is.
 */
export const packSheetwork = async (
  sheetwork: Sheetwork,
  options: { readonly styles: string; readonly evenAndOdd: boolean },
  coreProperties: string,
): Promise<Uint8Array> => {
  const { document, parts, before, after } = await mouldOf(sheetwork, options);
  const context = contextOf(document);
  let content = '';
  for (const child of sheetwork.children) content += xmlOf(child.prepForXml(context));
  return zipOfParts(
    parts.map((part) => {
      if (part.path === MAIN) return textPart(MAIN, before + content + after);
      return part.path === CORE ? textPart(CORE, coreProperties) : part;
    }),
  );
};
