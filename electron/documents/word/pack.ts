import { Document, Packer } from 'docx';
import { withoutZipDates } from '../zip-dates.ts';
import { corePropertiesXml } from './core-properties.ts';
import { dossierSection } from './dossier.ts';
import { fontTableXml } from './fonts.ts';
import type { Dossier, Paper } from './model.ts';
import { packSheetwork } from './mould.ts';
import { demandOfficialForm } from './official-rules.ts';
import { withPageNumbers } from './page-numbers.ts';
import { officialSheetwork } from './official.ts';
import { plainSheetwork } from './plain-form.ts';
import { withStableBookmarks } from './stable-bookmarks.ts';
import { DOSSIER_SHEET, FORM_SHEET, OFFICIAL_SHEET, stylesXml } from './styles.ts';

const STYLES: Record<Paper['form'], string> = {
  official: stylesXml(OFFICIAL_SHEET),
  plain: stylesXml(FORM_SHEET),
  dossier: stylesXml(DOSSIER_SHEET),
};

/** A dossier's list of contents needs the whole document, so it is packed by the library alone. */
const packDossier = async (paper: Dossier): Promise<Uint8Array> => {
  const document = new Document({ sections: [dossierSection(paper)] });
  const bytes = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: STYLES.dossier },
    { path: 'word/fontTable.xml', data: fontTableXml },
    { path: 'docProps/core.xml', data: corePropertiesXml(paper.properties) },
  ]);
  return withoutZipDates(await withStableBookmarks(await withPageNumbers(bytes)));
};

/**
 * Makes the .docx file of a paper. The same model always gives the same bytes: the file carries no time but
 * `properties.createdAt` and no name but those in the model.
 *
 * @throws AppError `invalid` for an official paper that is no draft and lacks what its form asks.
 */
export const renderWord = async (paper: Paper): Promise<Uint8Array> => {
  switch (paper.form) {
    case 'official':
      demandOfficialForm(paper);
      return packSheetwork(
        officialSheetwork(paper),
        { styles: STYLES.official, evenAndOdd: true },
        corePropertiesXml(paper.properties),
      );
    case 'plain':
      return packSheetwork(
        plainSheetwork(paper),
        { styles: STYLES.plain, evenAndOdd: false },
        corePropertiesXml(paper.properties),
      );
    case 'dossier':
      return packDossier(paper);
  }
};
