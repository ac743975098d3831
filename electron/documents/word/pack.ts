import { Document, Packer, type ISectionOptions } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { withoutZipDates } from '../zip-dates.ts';
import { corePropertiesXml } from './core-properties.ts';
import { dossierSection } from './dossier.ts';
import { fontTableXml } from './fonts.ts';
import type { Paper } from './model.ts';
import { demandOfficialForm } from './official-rules.ts';
import { officialSection } from './official.ts';
import { plainFormSection } from './plain-form.ts';
import { withStableBookmarks } from './stable-bookmarks.ts';
import { DOSSIER_SHEET, FORM_SHEET, OFFICIAL_SHEET, stylesXml } from './styles.ts';

const STYLES: Record<Paper['form'], string> = {
  official: stylesXml(OFFICIAL_SHEET),
  plain: stylesXml(FORM_SHEET),
  dossier: stylesXml(DOSSIER_SHEET),
};

const sectionOf = (paper: Paper): ISectionOptions => {
  switch (paper.form) {
    case 'official':
      demandOfficialForm(paper);
      return officialSection(paper);
    case 'plain':
      return plainFormSection(paper);
    case 'dossier':
      return dossierSection(paper);
  }
};

/** Page numbers of the list of contents are laid out here, so that Word need not ask to update fields when it opens. */
const estimatePages = estimatePageNumbersWith({ guess: true });

/**
 * Makes the .docx file of a paper. The same model always gives the same bytes: the file carries no time but
 * `properties.createdAt` and no name but those in the model.
 *
 * @throws AppError `invalid` for an official paper that is no draft and lacks what its form asks.
 */
export const renderWord = async (paper: Paper): Promise<Uint8Array> => {
  const document = new Document({
    sections: [sectionOf(paper)],
    evenAndOddHeaderAndFooters: paper.form === 'official',
    ...(paper.form === 'dossier' ? { pageNumbers: estimatePages } : {}),
  });
  const bytes = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'word/styles.xml', data: STYLES[paper.form] },
    { path: 'word/fontTable.xml', data: fontTableXml },
    { path: 'docProps/core.xml', data: corePropertiesXml(paper.properties) },
  ]);
  return withoutZipDates(paper.form === 'dossier' ? await withStableBookmarks(bytes) : bytes);
};
