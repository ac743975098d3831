/** One paragraph that holds no other: text boxes have paragraphs inside paragraphs. */
const INNERMOST = /<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>]).)*?<\/w:p>/gs;

const UNESCAPED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** The text of a paragraph, whatever runs Word has cut it into. */
export const textOf = (paragraph: string): string =>
  [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)]
    .map((match) => match[1] ?? '')
    .join('')
    .replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => UNESCAPED[entity] ?? entity);

export const paragraphsIn = (xml: string): string[] => xml.match(INNERMOST) ?? [];

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const PLACEHOLDER_ALONE = /^\s*\{\{\s*([^{}]+?)\s*\}\}\s*$/;

/** The key of a placeholder that has a paragraph to itself. */
export const keyAlone = (paragraph: string): string | undefined =>
  PLACEHOLDER_ALONE.exec(textOf(paragraph))?.[1];

/** A paragraph of the same look with another text: its properties, and those of its first run with a text. */
const likewise = (paragraph: string, text: string): string => {
  const properties = /<w:pPr>.*?<\/w:pPr>|<w:pPr\/>/s.exec(paragraph)?.[0] ?? '';
  const runs = paragraph.replace(properties, '').match(/<w:r(?:\s[^>]*)?>.*?<\/w:r>/gs) ?? [];
  const spoken = runs.find((run) => run.includes('<w:t')) ?? '';
  const look = /<w:rPr>.*?<\/w:rPr>/s.exec(spoken)?.[0] ?? '';
  return `<w:p>${properties}<w:r>${look}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
};

/** Puts several paragraphs where a placeholder has one to itself, each looking like it. */
export const spreadParagraphs = (xml: string, values: ReadonlyMap<string, readonly string[]>): string =>
  xml.replace(INNERMOST, (paragraph) => {
    const texts = values.get(keyAlone(paragraph) ?? '');
    return texts === undefined || texts.length < 2
      ? paragraph
      : texts.map((text) => likewise(paragraph, text)).join('');
  });
