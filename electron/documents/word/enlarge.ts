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
  ['tblInd', ['w:w']],
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

/** Line spacing that is a multiple of the type's own height grows with the type. */
const attributesOf = (tag: string, attributes: readonly string[]): readonly string[] =>
  tag.includes('w:lineRule="auto"') ? attributes.filter((name) => name !== 'w:line') : attributes;

const growLengths = (xml: string): string =>
  LENGTHS.reduce(
    (text, [element, attributes]) =>
      text.replace(new RegExp(`<w:${element}\\s[^>]*>`, 'g'), (tag) =>
        // A width in percent is the same on every sheet.
        tag.includes('w:type="pct"') ? tag : growElement(tag, attributesOf(tag, attributes)),
      ),
    xml,
  );

/** Twips in half a point, the unit of a type's size. */
const TWIPS = 10;

/**
 * Sizes come in half points: what the larger type lacks of its exact size is given between its characters, so that a line
 * holds as many of them as before.
 */
const growRun = (properties: string): string => {
  const size = /<w:sz w:val="(\d+)"/.exec(properties)?.[1];
  const grown = growLengths(properties);
  if (size === undefined) return grown;
  const lacking = Math.round((Number(size) * FACTOR - Number(grow(size))) * TWIPS);
  return grown.replace(
    /(<w:spacing w:val=")(-?\d+)(")/,
    (_all, before: string, value: string, after: string) => before + String(Number(value) + lacking) + after,
  );
};

/** Shapes, as the mark across a draft, bear their size in points. */
const growShapes = (xml: string): string =>
  xml.replace(/<v:shape\s[^>]*>/g, (tag) =>
    tag.replace(
      /\b(width|height):([\d.]+)pt/g,
      (_all, name: string, points: string) => `${name}:${(Number(points) * FACTOR).toFixed(1)}pt`,
    ),
  );

const RUN = /(<w:rPr>.*?<\/w:rPr>)/s;

const growPart = (xml: string): string =>
  growShapes(
    xml
      .split(RUN)
      .map((part) => (RUN.test(part) ? growRun(part) : growLengths(part)))
      .join(''),
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
    if (part) zip.file(name, growPart(await part.async('string')), { date: part.date, createFolders: false });
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};
