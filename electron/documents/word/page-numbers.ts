import { patchDocument } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { widthInChars } from './geometry.ts';

/**
 * Lays a document out to find the pages of its list of contents, so that Word need not ask to update fields when it
 * opens. The library knows the widths of Latin typefaces alone: a Chinese character is as wide as its type is high.
 */
const estimator = estimatePageNumbersWith({
  guess: true,
  measureWidth: (text, { size }) => widthInChars(text) * size,
});

/**
 * A finished .docx with the page numbers written into its list of contents. It has to be finished: the house styles,
 * which make the lines as high as they are, are put in when a document is packed.
 */
export const withPageNumbers = (docx: Uint8Array): Promise<Uint8Array> =>
  patchDocument({ outputType: 'uint8array', data: docx, patches: {}, pageNumbers: estimator });
