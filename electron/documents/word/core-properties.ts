import type { PaperProperties } from './model.ts';
import { printable } from './text.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => printable(text).replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${escape(text)}</${name}>`;

/** `docProps/core.xml`: only what the model says. The library would put the moment of packing in it. */
export const corePropertiesXml = (properties: PaperProperties): string => {
  const instant = properties.createdAt.replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    element('dc:title', properties.title) +
    element('dc:subject', properties.subject) +
    element('dc:creator', properties.author) +
    stamp('created') +
    stamp('modified') +
    '</cp:coreProperties>'
  );
};
