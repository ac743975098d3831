import { attributeOf, childOf, childrenOf, elementLike, switchOf, within } from './word-xml.ts';

/**
 * What a Word file says of how its content may be parted by the end of a page is lost when it is drawn. It is carried
 * over by bookmarks, which are drawn as empty elements that bear their name.
 */

/** How names of the bookmarks begin; what follows says what is meant, then a number. */
const PREFIX = 'mz-flow-';

/** The element that a mark was drawn as. */
export const MARKED = `[id^="${PREFIX}"]`;

export type FlowMark =
  /** Stays on the page of what follows. */
  | 'n'
  /** A paragraph that is not parted. */
  | 'l'
  /** No single line of the paragraph stands alone on a page. */
  | 'w'
  /** A row that is not parted. */
  | 'r'
  /** A row that is repeated on every page of its table. */
  | 'h'
  /** Here begins a section. */
  | 's';

/** What the mark that an element bears says; nothing for one that bears none. */
export const marksOf = (element: Element | null | undefined): string =>
  element?.id.startsWith(PREFIX) === true ? (element.id.slice(PREFIX.length).split('-')[0] ?? '') : '';

interface Look {
  readonly next?: boolean | undefined;
  readonly lines?: boolean | undefined;
  readonly widow?: boolean | undefined;
}

const lookOf = (properties: Element | undefined): Look => ({
  next: switchOf(properties, 'keepNext'),
  lines: switchOf(properties, 'keepLines'),
  widow: switchOf(properties, 'widowControl'),
});

const over = (own: Look, base: Look): Look => ({
  next: own.next ?? base.next,
  lines: own.lines ?? base.lines,
  widow: own.widow ?? base.widow,
});

/** What paragraphs of each style are like; `''` stands for those that name no style. */
const looksByStyle = (styles: XMLDocument | null): ((style: string) => Look) => {
  if (!styles) return () => ({});
  const all = new Map(
    within(styles, 'style')
      .filter((style) => attributeOf(style, 'type') === 'paragraph')
      .map((style) => [attributeOf(style, 'styleId') ?? '', style]),
  );
  const [defaults] = within(styles, 'pPrDefault');
  const base = lookOf(childOf(defaults, 'pPr'));
  const standard = [...all].find(([, style]) => attributeOf(style, 'default') === '1')?.[0] ?? '';
  const known = new Map<string, Look>();
  const look = (name: string, seen: readonly string[]): Look => {
    const found = known.get(name);
    if (found) return found;
    const style = all.get(name);
    if (!style || seen.includes(name)) return base;
    const parent = attributeOf(childOf(style, 'basedOn'), 'val');
    const made = over(lookOf(childOf(style, 'pPr')), parent === null ? base : look(parent, [...seen, name]));
    known.set(name, made);
    return made;
  };
  return (name) => look(name === '' ? standard : name, []);
};

/** Puts the marks into the content of a Word file; the sections are counted from their paragraphs. */
export const markFlow = (
  body: Element,
  styles: XMLDocument | null,
  beginnings: readonly (Element | undefined)[],
): void => {
  const lookOfStyle = looksByStyle(styles);
  const marks = new Map<Element, string>();
  const add = (paragraph: Element | undefined, mark: FlowMark): void => {
    if (paragraph) marks.set(paragraph, (marks.get(paragraph) ?? '') + mark);
  };
  for (const paragraph of within(body, 'p')) {
    const properties = childOf(paragraph, 'pPr');
    const style = attributeOf(childOf(properties, 'pStyle'), 'val') ?? '';
    const look = over(lookOf(properties), lookOfStyle(style));
    if (look.next === true) add(paragraph, 'n');
    if (look.lines === true) add(paragraph, 'l');
    // Word does so unless it is told not to.
    if (look.widow !== false) add(paragraph, 'w');
  }
  for (const row of within(body, 'tr')) {
    const properties = childrenOf(row, 'trPr')[0];
    const [paragraph] = within(row, 'p');
    if (switchOf(properties, 'cantSplit') === true) add(paragraph, 'r');
    if (switchOf(properties, 'tblHeader') === true) add(paragraph, 'h');
  }
  for (const beginning of beginnings) add(beginning, 's');
  let count = 0;
  for (const [paragraph, mark] of marks) {
    const name = `${PREFIX}${mark}-${String((count += 1))}`;
    const bookmark = elementLike(paragraph, 'bookmarkStart', { id: String(900_000 + count), name });
    const properties = childOf(paragraph, 'pPr');
    if (properties) properties.after(bookmark);
    else paragraph.prepend(bookmark);
  }
};
