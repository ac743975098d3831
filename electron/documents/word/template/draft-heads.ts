import type JSZip from 'jszip';
import { DRAFT_MARK_XML } from '../draft-mark.ts';
import { MAIN_PART, readPart } from './package.ts';

const RELS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const HEADER_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';
const HEADER_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/header';

const MARK_PARAGRAPH = `<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:r>${DRAFT_MARK_XML}</w:r></w:p>`;

const HEADER =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `${MARK_PARAGRAPH}</w:hdr>`;

/**
 * 草稿 across every page of a finished .docx: into each head that it has, and into heads of its own for the kinds of
 * pages whose first section has none. Later sections without heads take those of the section before.
 */
export const markDraft = async (zip: JSZip): Promise<void> => {
  for (const path of Object.keys(zip.files).filter((name) => /^word\/header\d*\.xml$/.test(name))) {
    const xml = await readPart(zip, path);
    zip.file(path, xml.replace('</w:hdr>', `${MARK_PARAGRAPH}</w:hdr>`), { createFolders: false });
  }
  let main = await readPart(zip, MAIN_PART);
  let rels = await readPart(zip, RELS);
  let types = await readPart(zip, TYPES);
  const section = /<w:sectPr(?:\s[^>]*)?(?:\/>|>.*?<\/w:sectPr>)/s.exec(main)?.[0];
  if (section === undefined) return;
  const missing = ['default', 'first', 'even'].filter(
    (kind) => !new RegExp(`<w:headerReference\\b[^>]*w:type="${kind}"`).test(section),
  );
  const references = missing.map((kind) => `<w:headerReference w:type="${kind}" r:id="mzDraft-${kind}"/>`);
  const opened =
    section.endsWith('/>') && !section.includes('</w:sectPr>')
      ? `${section.slice(0, -2)}></w:sectPr>`
      : section;
  main = main.replace(
    section,
    opened.replace(/^<w:sectPr(?:\s[^>]*)?>/, (tag) => tag + references.join('')),
  );
  if (!main.includes('xmlns:r='))
    main = main.replace(
      '<w:document ',
      '<w:document xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
    );
  for (const kind of missing) {
    const name = `header-draft-${kind}.xml`;
    zip.file(`word/${name}`, HEADER, { createFolders: false });
    rels = rels.replace(
      '</Relationships>',
      `<Relationship Id="mzDraft-${kind}" Type="${HEADER_RELATION}" Target="${name}"/></Relationships>`,
    );
    types = types.replace(
      '</Types>',
      `<Override PartName="/word/${name}" ContentType="${HEADER_TYPE}"/></Types>`,
    );
  }
  zip.file(MAIN_PART, main, { createFolders: false });
  zip.file(RELS, rels, { createFolders: false });
  zip.file(TYPES, types, { createFolders: false });
};
