import JSZip from 'jszip';

/** From A4 to A3 every length grows by the root of two. */
const FACTOR = Math.SQRT2;

const grow = (value: string): string => String(Math.round(Number(value) * FACTOR));

/** Elements whose attributes are lengths or sizes, and which of them grow. Borders and indexes stay as they are. */
const LENGTHS: readonly (readonly [element: string, attributes: readonly string[]])[] = [
  ['pgSz', ['w:w', 'w:h']],
  ['pgMar', ['w:top', 'w:bottom', 'w:left', 'w:right', 'w:header', 'w:footer', 'w:gutter']],
  ['sz', ['w:val']],
  ['szCs', ['w:val']],
  ['spacing', ['w:before', 'w:after', 'w:line', 'w:val']],
  ['ind', ['w:left', 'w:right', 'w:firstLine', 'w:hanging', 'w:start', 'w:end']],
  ['tblW', ['w:w']],
  ['gridCol', ['w:w']],
  ['tcW', ['w:w']],
  ['trHeight', ['w:val']],
  ['docGrid', ['w:linePitch']],
  ['tab', ['w:pos']],
  ['framePr', ['w:w', 'w:h', 'w:x', 'w:y', 'w:hSpace', 'w:vSpace']],
  ['top', ['w:w']],
  ['bottom', ['w:w']],
  ['left', ['w:w']],
  ['right', ['w:w']],
  ['start', ['w:w']],
  ['end', ['w:w']],
];

const growElement = (tag: string, attributes: readonly string[]): string =>
  attributes.reduce(
    (text, name) =>
      text.replace(
        new RegExp(`(\\s${name}=")(-?\\d+)(")`),
        (_all, before: string, value: string, after: string) => before + grow(value) + after,
      ),
    tag,
  );

const growPart = (xml: string): string =>
  LENGTHS.reduce(
    (text, [element, attributes]) =>
      text.replace(new RegExp(`<w:${element}\\s[^>]*>`, 'g'), (tag) =>
        // A width in percent is the same on every sheet.
        tag.includes('w:type="pct"') ? tag : growElement(tag, attributes),
      ),
    xml,
  );

/**
 * A paper made for A4 on A3: the same lines at the same places, √2 as large, for a board on the wall.
 *
 * @returns the bytes of a .docx whose parts are otherwise those of the one given
 */
export const enlarge = async (docx: Uint8Array): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(docx);
  const parts = Object.keys(zip.files).filter((name) =>
    /^word\/(document|styles|numbering|header\d*|footer\d*)\.xml$/.test(name),
  );
  for (const name of parts) {
    const part = zip.file(name);
    if (part) zip.file(name, growPart(await part.async('string')), { date: part.date });
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};
