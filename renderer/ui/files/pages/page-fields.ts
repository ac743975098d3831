import { attributeOf, childOf, elementLike, within } from './word-xml.ts';

/** Private characters that stand for the number of a page and for how many there are, until both are known. */
export const PAGE_MARK = '\ue000';
export const PAGES_MARK = '\ue001';

const markOf = (instruction: string | null): string | null => {
  const [name] = (instruction ?? '').trim().split(/\s+/);
  if (name === 'PAGE') return PAGE_MARK;
  return name === 'NUMPAGES' ? PAGES_MARK : null;
};

const textOf = (beside: Element, mark: string): Element => {
  const text = elementLike(beside, 't');
  text.textContent = mark;
  return text;
};

/** Fields made of runs: begin, instruction, separation, what was shown last, end. */
const replaceLongFields = (root: XMLDocument): void => {
  let begin: Element | null = null;
  let depth = 0;
  let instruction = '';
  let inside: Element[] = [];
  for (const run of within(root, 'r')) {
    for (const part of [...run.children]) {
      if (part.localName === 'rPr') continue;
      const kind = part.localName === 'fldChar' ? attributeOf(part, 'fldCharType') : null;
      if (kind === 'begin') {
        depth += 1;
        if (depth === 1) {
          begin = part;
          instruction = '';
          inside = [];
          continue;
        }
      }
      if (depth === 0) continue;
      inside.push(part);
      if (part.localName === 'instrText' && depth === 1) instruction += part.textContent;
      if (kind !== 'end') continue;
      depth -= 1;
      const mark = depth === 0 ? markOf(instruction) : null;
      if (mark === null || !begin) continue;
      begin.replaceWith(textOf(begin, mark));
      for (const one of inside) one.remove();
    }
  }
};

/** Fields of one element. */
const replaceShortFields = (root: XMLDocument): void => {
  for (const field of within(root, 'fldSimple')) {
    const mark = markOf(attributeOf(field, 'instr'));
    if (mark === null) continue;
    const run = elementLike(field, 'r');
    const look = childOf(childOf(field, 'r'), 'rPr');
    run.append(...(look ? [look] : []), textOf(field, mark));
    field.replaceWith(run);
  }
};

/** Puts the marks where the head or foot of a page has fields for numbers of pages. */
export const markPageFields = (root: XMLDocument): void => {
  replaceLongFields(root);
  replaceShortFields(root);
};

/** Writes the number of a page in place of the marks in its head or foot. */
export const fillPageMarks = (frame: Element, mark: string, value: number): void => {
  const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeValue?.includes(mark) === true)
      node.nodeValue = node.nodeValue.replaceAll(mark, String(value));
  }
};
