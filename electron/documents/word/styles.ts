import { FONTS, type FontKey } from './fonts.ts';
import { CHAR, LINE, SIZE, TIGHTEN } from './geometry.ts';

/** Ids of the styles that the generators set; what they look like is said below, once. */
export const STYLE = {
  body: 'MzBody',
  flush: 'MzFlush',
  heading: ['Heading1', 'Heading2', 'Heading3', 'Heading4'],
  issuer: 'MzIssuer',
  number: 'MzNumber',
  title: 'MzTitle',
  addressee: 'MzAddressee',
  signature: 'MzSignature',
  imprint: 'MzImprint',
  attachmentMark: 'MzAttachmentMark',
  footer: 'MzFooter',
  smallHead: 'MzSmallHead',
  cell: 'MzCell',
  cellHead: 'MzCellHead',
  caption: 'MzCaption',
  coverTitle: 'MzCoverTitle',
  coverLine: 'MzCoverLine',
  run: { fang: 'MzFang', kai: 'MzKai', hei: 'MzHei' },
} as const;

/** What differs between official papers, plain forms and dossiers. Twips; `size` in half-points. */
export interface Sheet {
  readonly size: number;
  readonly line: number;
  readonly tighten: number;
  /** Advance of one full-width body character. */
  readonly char: number;
  /** Room above and below headings. */
  readonly headingSpace: number;
  /** Of table cells. */
  readonly cellSize: number;
  readonly cellLine: number;
}

export const OFFICIAL_SHEET: Sheet = {
  size: SIZE.three,
  line: LINE,
  tighten: TIGHTEN,
  char: CHAR,
  headingSpace: 0,
  cellSize: SIZE.smallFour,
  cellLine: 400,
};

export const FORM_SHEET: Sheet = {
  size: SIZE.four,
  line: 540,
  tighten: 0,
  char: 280,
  headingSpace: 0,
  cellSize: SIZE.smallFour,
  cellLine: 400,
};

export const DOSSIER_SHEET: Sheet = {
  size: SIZE.smallFour,
  line: 460,
  tighten: 0,
  char: 240,
  headingSpace: 100,
  cellSize: SIZE.five,
  cellLine: 340,
};

interface Look {
  readonly font?: FontKey;
  readonly size?: number;
  readonly color?: string;
  readonly tighten?: number;
  readonly align?: 'both' | 'left' | 'center' | 'right';
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  readonly firstLine?: number;
  readonly left?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly outline?: number;
  /** Off where lines are not those of the page's grid. */
  readonly grid?: boolean;
}

const flag = (name: string, on: boolean | undefined): string =>
  on === undefined ? '' : `<w:${name}${on ? '' : ' w:val="0"'}/>`;

const fonts = (key: FontKey): string =>
  `<w:rFonts w:ascii="${FONTS[key]}" w:hAnsi="${FONTS[key]}" w:eastAsia="${FONTS[key]}" w:cs="${FONTS[key]}"/>`;

const runLook = (look: Look): string =>
  (look.font === undefined ? '' : fonts(look.font)) +
  (look.color === undefined ? '' : `<w:color w:val="${look.color}"/>`) +
  (look.tighten === undefined ? '' : `<w:spacing w:val="${String(look.tighten)}"/>`) +
  (look.size === undefined
    ? ''
    : `<w:sz w:val="${String(look.size)}"/><w:szCs w:val="${String(look.size)}"/>`);

const attribute = (name: string, value: number | undefined): string =>
  value === undefined ? '' : ` w:${name}="${String(value)}"`;

const spacing = (look: Look): string => {
  const line = look.line === undefined ? '' : ` w:line="${String(look.line)}" w:lineRule="exact"`;
  const all = attribute('before', look.before) + attribute('after', look.after) + line;
  return all === '' ? '' : `<w:spacing${all}/>`;
};

const indent = (look: Look): string => {
  const all =
    attribute('left', look.left) + attribute('right', look.right) + attribute('firstLine', look.firstLine);
  return all === '' ? '' : `<w:ind${all}/>`;
};

const paragraphLook = (look: Look): string =>
  flag('keepNext', look.keepNext) +
  flag('keepLines', look.keepLines) +
  flag('snapToGrid', look.grid) +
  spacing(look) +
  indent(look) +
  (look.align === undefined ? '' : `<w:jc w:val="${look.align}"/>`) +
  (look.outline === undefined ? '' : `<w:outlineLvl w:val="${String(look.outline)}"/>`);

const paragraphStyle = (id: string, name: string, basedOn: string, look: Look): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/><w:qFormat/>` +
  `<w:pPr>${paragraphLook(look)}</w:pPr><w:rPr>${runLook(look)}</w:rPr></w:style>`;

const runStyle = (id: string, name: string, font: FontKey): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${fonts(font)}</w:rPr></w:style>`;

/**
 * The part `word/styles.xml`. Named styles instead of direct formatting, so that a clerk who must change a paper in
 * Word changes it in one place. Spaces that Word adds between Chinese and digits are switched off: they would break
 * the 28 characters of a line. Digits and letters are declared
 * as English: taken for Chinese, LibreOffice breaks lines in the middle of a number.
 */
export const stylesXml = (sheet: Sheet): string => {
  const headingFonts: readonly FontKey[] = ['hei', 'kai', 'fang', 'fang'];
  const cell: Look = { grid: false, size: sheet.cellSize, line: sheet.cellLine, tighten: 0, align: 'left' };
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('fang')}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault/></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>' +
    `<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${spacing({ before: 0, after: 0, line: sheet.line })}<w:jc w:val="both"/></w:pPr>` +
    `<w:rPr>${fonts('fang')}<w:color w:val="000000"/><w:spacing w:val="${String(sheet.tighten)}"/><w:sz w:val="${String(sheet.size)}"/><w:szCs w:val="${String(sheet.size)}"/></w:rPr></w:style>` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    paragraphStyle(STYLE.body, '公文正文', 'Normal', { firstLine: 2 * sheet.char }) +
    paragraphStyle(STYLE.flush, '公文顶格', 'Normal', {}) +
    STYLE.heading
      .map((id, index) =>
        paragraphStyle(id, `heading ${String(index + 1)}`, STYLE.body, {
          font: headingFonts[index] ?? 'fang',
          keepNext: true,
          keepLines: true,
          outline: index,
          ...(sheet.headingSpace > 0 ? { before: sheet.headingSpace, after: sheet.headingSpace } : {}),
        }),
      )
      .join('') +
    paragraphStyle(STYLE.issuer, '发文机关标志', 'Normal', {
      grid: false,
      font: 'title',
      color: 'FF0000',
      align: 'center',
      tighten: 0,
    }) +
    paragraphStyle(STYLE.number, '发文字号', 'Normal', { align: 'center', before: 2 * LINE }) +
    paragraphStyle(STYLE.title, '公文标题', 'Normal', {
      grid: false,
      font: 'title',
      size: SIZE.two,
      align: 'center',
      tighten: 0,
      line: 680,
      keepNext: true,
      keepLines: true,
    }) +
    paragraphStyle(STYLE.addressee, '主送机关', 'Normal', { align: 'left', before: LINE }) +
    paragraphStyle(STYLE.signature, '署名日期', 'Normal', { align: 'left', keepLines: true }) +
    paragraphStyle(STYLE.imprint, '版记', 'Normal', {
      grid: false,
      size: SIZE.four,
      tighten: 0,
      line: 500,
      align: 'left',
    }) +
    paragraphStyle(STYLE.attachmentMark, '附件标记', 'Normal', { font: 'hei', align: 'left' }) +
    paragraphStyle(STYLE.footer, '页码', 'Normal', {
      grid: false,
      font: 'song',
      size: SIZE.four,
      tighten: 0,
      line: 280,
    }) +
    paragraphStyle(STYLE.smallHead, '页眉文字', 'Normal', {
      grid: false,
      font: 'song',
      size: 18,
      tighten: 0,
      line: 300,
      color: '595959',
    }) +
    paragraphStyle(STYLE.cell, '表格正文', 'Normal', cell) +
    paragraphStyle(STYLE.cellHead, '表格表头', STYLE.cell, { font: 'hei', align: 'center' }) +
    paragraphStyle(STYLE.caption, '表题', 'Normal', {
      grid: false,
      font: 'hei',
      size: sheet.cellSize,
      tighten: 0,
      align: 'center',
      before: 120,
      after: 60,
      keepNext: true,
    }) +
    paragraphStyle(STYLE.coverTitle, '封面标题', 'Normal', {
      grid: false,
      font: 'title',
      size: 72,
      tighten: 0,
      align: 'center',
      line: 1000,
    }) +
    paragraphStyle(STYLE.coverLine, '封面文字', 'Normal', {
      grid: false,
      size: SIZE.three,
      tighten: 0,
      align: 'center',
      line: 640,
    }) +
    paragraphStyle('TOC1', 'toc 1', 'Normal', { size: SIZE.four, tighten: 0, line: 560, align: 'left' }) +
    runStyle(STYLE.run.fang, '仿宋字', 'fang') +
    runStyle(STYLE.run.kai, '楷体字', 'kai') +
    runStyle(STYLE.run.hei, '黑体字', 'hei') +
    '</w:styles>'
  );
};
