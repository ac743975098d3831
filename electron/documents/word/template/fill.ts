import { PatchType, TextRun, patchDocument, type IPatch, type TableRowsPatch } from 'docx';
import JSZip from 'jszip';
import { AppError } from '../../../../shared/kernel/result.ts';
import { withoutZipDates } from '../../zip-dates.ts';
import { corePropertiesXml } from '../core-properties.ts';
import type { PaperProperties } from '../model.ts';
import { printable } from '../text.ts';
import { markDraft } from './draft-heads.ts';
import { openPackage } from './package.ts';
import { spreadParagraphs } from './paragraphs.ts';

/** The rows of a table: each cell under the name of its column. */
export interface TemplateRows {
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What fills a place: a text, whose line breaks part paragraphs; several paragraphs; or the rows of a table. */
export type TemplateValue = string | readonly string[] | TemplateRows;

export type TemplateValues = Readonly<Record<string, TemplateValue>>;

const isRows = (value: TemplateValue): value is TemplateRows => typeof value === 'object' && 'rows' in value;

const paragraphsOf = (value: string | readonly string[]): string[] =>
  (typeof value === 'string' ? [value] : value).flatMap((text) => printable(text).split(/\r\n|\r|\n/));

const words = (text: string): IPatch => ({ type: PatchType.PARAGRAPH, children: [new TextRun(text)] });

const patchOf = (value: TemplateValue): IPatch | TableRowsPatch =>
  isRows(value)
    ? {
        type: PatchType.TABLE_ROWS,
        rows: value.rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([column, text]) => [column, words(printable(text))])),
        ),
      }
    : words(paragraphsOf(value).join(''));

/** Nothing of whoever made the template: neither name nor company, which Word writes into every file. */
const APP_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>';
const CUSTOM_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>';

const putProperties = (zip: JSZip, properties: PaperProperties): void => {
  const put = (path: string, xml: string): void => {
    if (zip.file(path)) zip.file(path, xml, { createFolders: false });
  };
  put('docProps/core.xml', corePropertiesXml(properties));
  put('docProps/app.xml', APP_PROPERTIES);
  put('docProps/custom.xml', CUSTOM_PROPERTIES);
};

/**
 * Makes a paper from a school's own .docx: every {{key}} is replaced, in the look that it has there. A value of several
 * paragraphs makes several where its place has a paragraph to itself, and is run together elsewhere; rows repeat the
 * table row that {{key.column}} stand in. A place without a value stays empty. The same template and values always give
 * the same bytes, and the file carries no properties but those given.
 *
 * @throws AppError `invalid` when the bytes are no .docx.
 */
export const fillTemplate = async (
  template: Uint8Array,
  values: TemplateValues,
  { draft, properties }: { readonly draft: boolean; readonly properties: PaperProperties },
): Promise<Uint8Array> => {
  const opened = await openPackage(template);
  if (!opened) throw new AppError('invalid', '学校自己的格式文件已损坏，请重新上传或改用通用格式。');
  const spread = new Map(
    Object.entries(values).flatMap(([key, value]): [string, string[]][] =>
      isRows(value) ? [] : [[key, paragraphsOf(value)]],
    ),
  );
  for (const [path, xml] of opened.printed)
    opened.zip.file(path, spreadParagraphs(xml, spread), { createFolders: false });
  const patched = await patchDocument({
    outputType: 'uint8array',
    data: await opened.zip.generateAsync({ type: 'uint8array' }),
    patches: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, patchOf(value)])),
    trimPlaceholders: true,
  });
  const zip = await JSZip.loadAsync(patched);
  putProperties(zip, properties);
  if (draft) await markDraft(zip);
  return withoutZipDates(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
};
