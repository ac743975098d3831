import { bare } from './bare.ts';
import { marksOf } from './flow-marks.ts';

/** CSS pixels by which something may lie below the end of a page: lines are set in fractions of them. */
export const SLACK = 1;

interface Line {
  readonly middle: number;
  readonly bottom: number;
}

/** The lines of a paragraph, from above, as high as its line height makes them. */
const linesOf = (paragraph: HTMLElement): Line[] => {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const height = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
  const lines: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of [...range.getClientRects()].sort((a, b) => a.top - b.top)) {
    if (bottom - top === 0) continue;
    const last = lines.at(-1);
    const middle = (top + bottom) / 2;
    if (last && middle < last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else lines.push({ top, bottom });
  }
  return lines.map(({ top, bottom }) => {
    const middle = (top + bottom) / 2;
    return { middle, bottom: Number.isNaN(height) ? bottom : middle + height / 2 };
  });
};

/** The texts of a paragraph that flow in its lines; those in boxes of their own do not. */
const textsOf = (paragraph: HTMLElement): Text[] => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('svg') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && node.data !== '') texts.push(node);
  return texts;
};

interface Place {
  readonly text: Text;
  readonly offset: number;
}

/** The first character that lies below a height; undefined when none does. */
const firstBelow = (paragraph: HTMLElement, height: number): Place | undefined => {
  const texts = textsOf(paragraph);
  const range = document.createRange();
  const isBelow = (text: Text, offset: number): boolean => {
    range.setStart(text, offset);
    range.setEnd(text, offset + 1);
    const { top, bottom } = range.getBoundingClientRect();
    return (top + bottom) / 2 > height;
  };
  const text = texts.find((one) => isBelow(one, one.length - 1));
  if (!text) return undefined;
  let low = 0;
  let high = text.length - 1;
  while (low < high) {
    const half = Math.floor((low + high) / 2);
    if (isBelow(text, half)) high = half;
    else low = half + 1;
  }
  return { text, offset: low };
};

/** A paragraph's second part goes on where the first ended: no indent of a first line, no number before it. */
const continued = (paragraph: HTMLElement): HTMLElement => {
  const rest = bare(paragraph);
  const { marginLeft, paddingLeft } = getComputedStyle(paragraph);
  rest.className = [...rest.classList].filter((name) => !/-num-\d+-\d+$/.test(name)).join(' ');
  Object.assign(rest.style, { marginLeft, paddingLeft, marginTop: '0', textIndent: '0' });
  return rest;
};

/**
 * Parts a paragraph at the end of a page: what lies above `limit` (CSS pixels in the window) stays, the rest is handed
 * back. Null, and nothing is done, when no line may stay or none has to go.
 */
export const cutParagraph = (paragraph: HTMLElement, limit: number, must: boolean): HTMLElement | null => {
  const marks = marksOf(paragraph.firstElementChild);
  if (marks.includes('l') && !must) return null;
  const lines = linesOf(paragraph);
  let kept = lines.filter(({ bottom }) => bottom <= limit + SLACK).length;
  if (marks.includes('w') && kept < lines.length) {
    kept = Math.min(kept, lines.length - 2);
    if (kept < 2) kept = 0;
  }
  const above = lines[kept - 1];
  const below = lines[kept];
  if (!above || !below) return null;
  const place = firstBelow(paragraph, (above.middle + below.middle) / 2);
  if (!place) return null;
  const justified = getComputedStyle(paragraph).textAlign === 'justify';
  const rest = continued(paragraph);
  const range = document.createRange();
  range.setStart(place.text, place.offset);
  range.setEnd(paragraph, paragraph.childNodes.length);
  rest.append(range.extractContents());
  paragraph.style.marginBottom = '0';
  // Its last line is no last line: it is as full as the others.
  if (justified) paragraph.style.textAlignLast = 'justify';
  return rest;
};
