import { AlignmentType, type FileChild } from 'docx';
import { renderBlocks } from './blocks.ts';
import { line } from './lines.ts';
import { countedFooter, pageHeader, pageSetup } from './furniture.ts';
import type { PlainForm } from './model.ts';
import type { Sheetwork } from './mould.ts';
import { FORM_SHEET, STYLE } from './styles.ts';
import { titleLines } from './title.ts';

/** Room around the title in twips; a number below it brings its own. */
const ABOVE_TITLE = 80;
const BELOW_TITLE = 200;

/** A numbered form without a red head: title, number, then fields and texts (not an official paper in the law's sense). */
export const plainSheetwork = (paper: PlainForm): Sheetwork => {
  const content: FileChild[] = [
    ...(paper.issuer === undefined
      ? []
      : [line(paper.issuer, { style: STYLE.flush, alignment: AlignmentType.CENTER })]),
    ...titleLines(
      paper.title,
      paper.titleWords ?? [],
      ABOVE_TITLE,
      paper.number === undefined ? BELOW_TITLE : 0,
    ),
    ...(paper.number === undefined
      ? []
      : [line(paper.number, { style: STYLE.cell, alignment: AlignmentType.RIGHT, spacing: { after: 80 } })]),
    ...renderBlocks(paper.body, FORM_SHEET),
  ];
  return {
    key: JSON.stringify(['plain', paper.draft, paper.everyPage ?? '']),
    frame: () => ({
      properties: pageSetup,
      headers: { default: pageHeader(paper.draft) },
      footers: { default: countedFooter(paper.everyPage) },
    }),
    children: content,
  };
};
