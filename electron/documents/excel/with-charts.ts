import JSZip from 'jszip';
import type { SheetChart } from './chart-model.ts';
import { chartXml, drawingXml } from './chart-xml.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** What follows a drawing in a sheet (ECMA-376 part 1, CT_Worksheet): it has to stand before the first of these. */
const AFTER_DRAWING =
  /<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

const relations = (entries: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}">${entries.join('')}</Relationships>`;
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

const textIn = async (zip: JSZip, path: string): Promise<string> => {
  const text = await zip.file(path)?.async('string');
  if (text === undefined) throw new Error(`the workbook has no part ${path}`);
  return text;
};

/**
 * Puts real charts into a workbook just written: the library that writes it knows none.
 *
 * @param charts for the sheet with that number, counted from 1 in the order of the tabs
 */
export const withCharts = async (
  workbook: Uint8Array,
  charts: ReadonlyMap<number, readonly SheetChart[]>,
): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(workbook);
  const types: string[] = [];
  let [drawings, count] = [0, 0];
  const put = (path: string, text: string): void => void zip.file(path, text, { createFolders: false });
  for (const [number, own] of charts) {
    if (own.length === 0) continue;
    drawings += 1;
    const sheet = `xl/worksheets/sheet${String(number)}.xml`;
    const drawing = `drawing${String(drawings)}.xml`;
    const targets = own.map((chart) => {
      count += 1;
      const name = `chart${String(count)}.xml`;
      put(`xl/charts/${name}`, chartXml(chart));
      types.push(`<Override PartName="/xl/charts/${name}" ContentType="${CHART_TYPE}"/>`);
      return name;
    });
    put(`xl/drawings/${drawing}`, drawingXml(own));
    put(
      `xl/drawings/_rels/${drawing}.rels`,
      relations(targets.map((name, at) => relation(`rId${String(at + 1)}`, 'chart', `../charts/${name}`))),
    );
    types.push(`<Override PartName="/xl/drawings/${drawing}" ContentType="${DRAWING_TYPE}"/>`);
    const relsPath = `xl/worksheets/_rels/sheet${String(number)}.xml.rels`;
    const held = zip.file(relsPath);
    const added = relation('rIdCharts', 'drawing', `../drawings/${drawing}`);
    put(
      relsPath,
      held
        ? (await held.async('string')).replace('</Relationships>', `${added}</Relationships>`)
        : relations([added]),
    );
    const text = await textIn(zip, sheet);
    put(
      sheet,
      text.replace(AFTER_DRAWING, (next) => `<drawing r:id="rIdCharts"/>${next}`),
    );
  }
  if (count === 0) return workbook;
  const contents = '[Content_Types].xml';
  put(contents, (await textIn(zip, contents)).replace('</Types>', `${types.join('')}</Types>`));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};
