import { markFlow } from './flow-marks.ts';
import { markPageFields } from './page-fields.ts';
import { attributeOf, childOf, childrenOf, elementLike, parseXml, switchOf, within } from './word-xml.ts';

/** How a section of a Word file counts and frames its pages. */
export interface SectionPlan {
  /** Its first page has a head and a foot of its own. */
  readonly titled: boolean;
  /** The number of its first page; it goes on counting where null. */
  readonly startsAt: number | null;
}

/** A Word file made ready to be drawn page by page. */
export interface WordSource {
  /** The content, with marks of how it may be parted. */
  readonly content: Blob;
  /** The same file with four empty pages for each section: first, even, odd, even. They show every head and foot. */
  readonly frames: Blob;
  readonly sections: readonly SectionPlan[];
}

/** Pages for each section of `frames`. */
export const FRAME_PAGES = 4;

interface Section {
  readonly properties: Element;
  /** The first paragraph in it. */
  readonly beginning: Element | undefined;
  /** The paragraph that closes it; null for the last one. */
  readonly closing: Element | null;
}

const sectionsOf = (body: Element): Section[] => {
  const sections: Section[] = [];
  let beginning: Element | undefined;
  for (const block of body.children) {
    if (block.localName === 'sectPr') {
      sections.push({ properties: block, beginning, closing: null });
      continue;
    }
    beginning ??= block.localName === 'p' ? block : within(block, 'p')[0];
    const properties = block.localName === 'p' ? childOf(childOf(block, 'pPr'), 'sectPr') : undefined;
    if (!properties) continue;
    sections.push({ properties, beginning, closing: block });
    beginning = undefined;
  }
  return sections;
};

const planOf = ({ properties }: Section): SectionPlan => {
  const start = attributeOf(childOf(properties, 'pgNumType'), 'start');
  return {
    titled: switchOf(properties, 'titlePg') === true,
    startsAt: start === null || !/^\d+$/.test(start) ? null : Number(start),
  };
};

const pageBreak = (beside: Element): Element => {
  const run = elementLike(beside, 'r');
  run.append(elementLike(beside, 'br', { type: 'page' }));
  return run;
};

const endsPage = (paragraph: Element): boolean =>
  within(paragraph, 'br').some((found) => attributeOf(found, 'type') === 'page');

/** A section begins a page unless it says that it goes on. */
const breakBetween = (sections: readonly Section[]): void => {
  sections.forEach(({ closing }, at) => {
    const next = sections[at + 1];
    const type = attributeOf(childOf(next?.properties, 'type'), 'val');
    if (!closing || type === 'continuous' || type === 'nextColumn' || endsPage(closing)) return;
    closing.append(pageBreak(closing));
  });
};

/** A section without a head or foot of some kind has that of the section before. */
const inherit = (sections: readonly Element[]): void => {
  sections.forEach((properties, at) => {
    const before = sections[at - 1];
    if (!before) return;
    for (const name of ['headerReference', 'footerReference']) {
      const own = childrenOf(properties, name).map((reference) => attributeOf(reference, 'type'));
      for (const reference of childrenOf(before, name))
        if (!own.includes(attributeOf(reference, 'type'))) properties.prepend(reference.cloneNode(true));
    }
  });
};

/** The file without its content: empty pages of every section, in their heads and feet. */
const emptied = (original: XMLDocument): string => {
  const copy = parseXml(new XMLSerializer().serializeToString(original));
  const body = childOf(copy.documentElement, 'body');
  if (!body) throw new Error('no body');
  const sections = sectionsOf(body).map(({ properties }) => properties);
  inherit(sections);
  const pages = sections.flatMap((properties, at): Element[] => {
    const turned = Array.from({ length: FRAME_PAGES - 1 }, () => {
      const paragraph = elementLike(body, 'p');
      paragraph.append(pageBreak(body));
      return paragraph;
    });
    if (at === sections.length - 1) return [...turned, elementLike(body, 'p'), properties];
    const closing = elementLike(body, 'p');
    const holder = elementLike(body, 'pPr');
    holder.append(properties);
    closing.append(holder, pageBreak(body));
    return [...turned, closing];
  });
  body.replaceChildren(...pages);
  return new XMLSerializer().serializeToString(copy);
};

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Reads a Word file and makes it ready to be drawn page by page.
 *
 * @throws Error when the bytes are no Word file.
 */
export const readWordSource = async (bytes: Uint8Array<ArrayBuffer>): Promise<WordSource> => {
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(bytes);
  const textOf = async (path: string): Promise<string | undefined> => zip.file(path)?.async('text');
  const relations = parseXml((await textOf('_rels/.rels')) ?? '');
  const main = within(relations, 'Relationship').find((relation) =>
    attributeOf(relation, 'Type')?.endsWith('/officeDocument'),
  );
  const path = (attributeOf(main, 'Target') ?? 'word/document.xml').replace(/^\//, '');
  const content = parseXml((await textOf(path)) ?? '');
  const body = childOf(content.documentElement, 'body');
  if (!body) throw new Error('no body');
  const styles = await textOf('word/styles.xml');

  for (const frame of zip.file(/\/(?:header|footer)\d*\.xml$/)) {
    const parsed = parseXml(await frame.async('text'));
    markPageFields(parsed);
    zip.file(frame.name, new XMLSerializer().serializeToString(parsed));
  }
  zip.file(path, emptied(content));
  const frames = await zip.generateAsync({ type: 'blob', mimeType: DOCX });

  // Where pages ended when the file was saved says nothing of where they end here.
  for (const old of within(body, 'lastRenderedPageBreak')) old.remove();
  const sections = sectionsOf(body);
  breakBetween(sections);
  markFlow(
    body,
    styles === undefined ? null : parseXml(styles),
    sections.map(({ beginning }) => beginning),
  );
  zip.file(path, new XMLSerializer().serializeToString(content));
  return {
    content: await zip.generateAsync({ type: 'blob', mimeType: DOCX }),
    frames,
    sections: sections.map(planOf),
  };
};
