import { bare } from './bare.ts';
import { cutBlock } from './cut-block.ts';
import { SLACK } from './cut-text.ts';
import { MARKED, marksOf } from './flow-marks.ts';
import { fillPageMarks, PAGE_MARK, PAGES_MARK } from './page-fields.ts';
import { FRAME_PAGES, type SectionPlan } from './word-source.ts';

/** A box that stands at the lower edge of the text, on the page on which its anchor is: the 版记. */
const FOOT_BOX = 'svg[style*="mso-position-vertical:bottom"], svg[data-foot]';

/** Head and foot of a page. */
interface Frame {
  readonly head: Node | undefined;
  readonly foot: Node | undefined;
}

export interface Sheets {
  /** What was drawn of the content: a section for every page break in it, as high as its content is. */
  readonly content: readonly HTMLElement[];
  /** The empty pages with every head and foot. */
  readonly frames: readonly HTMLElement[];
  readonly plans: readonly SectionPlan[];
}

const copy = (node: Node | undefined): Node | undefined => node?.cloneNode(true);

const isMarked = (element: Element | null, mark: string): boolean => marksOf(element).includes(mark);

/** The mark of a paragraph, or of the last row of a table. */
const flowOf = (block: Element | undefined): string => {
  if (block instanceof HTMLTableElement)
    return marksOf(block.rows[block.rows.length - 1]?.querySelector(MARKED));
  return marksOf(block?.firstElementChild);
};

/** A block on its way onto a page, and the part of the page that it belongs to. */
interface Waiting {
  readonly shell: HTMLElement;
  readonly block: HTMLElement;
}

/** One page that is being filled. */
class Page {
  readonly element: HTMLElement;
  readonly #foot: Node | undefined;
  /** How far down the content may reach, in CSS pixels of the window. */
  #limit: number;
  #part: { readonly shell: HTMLElement; readonly element: HTMLElement } | null = null;
  readonly #placed: Waiting[] = [];

  constructor(tall: HTMLElement, { head, foot }: Frame) {
    const element = bare(tall);
    this.element = element;
    element.style.height = element.style.minHeight;
    this.#foot = foot;
    if (head) element.append(head);
    const probe = document.createElement('article');
    element.append(probe);
    if (foot instanceof HTMLElement) {
      // The last line of a foot keeps its distance from the edge of the sheet, however many there are.
      Object.assign(foot.style, { display: 'flex', flexDirection: 'column', justifyContent: 'flex-end' });
      element.append(foot);
    }
    tall.before(element);
    const { paddingBottom } = getComputedStyle(element);
    this.#limit =
      foot instanceof HTMLElement
        ? foot.getBoundingClientRect().top
        : element.getBoundingClientRect().bottom - Number.parseFloat(paddingBottom);
    probe.remove();
  }

  /** Puts blocks on the page until it is full; hands back what is left. `fresh` is false where content goes on. */
  fill(waiting: readonly Waiting[], fresh: boolean): Waiting[] {
    for (const [at, one] of waiting.entries()) {
      if (this.#placed.length === 0 && !fresh) one.block.style.marginTop = '0';
      this.#place(one);
      if (one.block.getBoundingClientRect().bottom <= this.#limit + SLACK) continue;
      const rest = waiting.slice(at + 1);
      const alone = this.#placed.length === 1;
      const part = cutBlock(one.block, this.#limit, alone);
      if (part) return [{ shell: one.shell, block: part }, ...rest];
      if (alone) {
        // It fits on no page: the page grows rather than that something of it is lost.
        this.element.style.height = 'auto';
        return rest;
      }
      return [...this.#takeBack(), ...rest];
    }
    return [];
  }

  #place(one: Waiting): void {
    if (this.#part?.shell !== one.shell) {
      const element = bare(one.shell);
      this.#part = { shell: one.shell, element };
      this.element.insertBefore(element, this.#foot ?? null);
    }
    this.#part.element.append(one.block);
    this.#placed.push(one);
    const box = one.block.querySelector<SVGElement>(FOOT_BOX);
    if (box) this.#lower(box);
  }

  /** Puts a box at the lower edge of the text; nothing else may stand there. */
  #lower(box: SVGElement): void {
    const { height } = box.getBoundingClientRect();
    const { paddingLeft } = getComputedStyle(this.element);
    const edge = this.element.getBoundingClientRect().bottom - this.#limit;
    box.dataset['foot'] = 'true';
    Object.assign(box.style, { position: 'absolute', top: 'auto', left: paddingLeft, margin: '0' });
    box.style.bottom = `${String(edge)}px`;
    this.#limit -= height;
  }

  /** The last block, which does not fit, with those before it that have to stay with it. */
  #takeBack(): Waiting[] {
    let from = this.#placed.length - 1;
    while (from > 0 && flowOf(this.#placed[from - 1]?.block).includes('n')) from -= 1;
    // Where all stay together nothing can be done for them.
    if (from === 0) from = this.#placed.length - 1;
    const back = this.#placed.splice(from);
    for (const { block } of back) block.remove();
    for (const part of this.element.querySelectorAll(':scope > article'))
      if (part.childElementCount === 0) part.remove();
    return back;
  }
}

/** Turns what was drawn of a Word file into pages of paper, in place, with their heads, feet and numbers. */
export const paginate = ({ content, frames, plans }: Sheets): void => {
  let section = -1;
  let number = 0;
  const pages: HTMLElement[] = [];

  const frameOf = (first: boolean): Frame => {
    const kind = first && plans[section]?.titled === true ? 0 : number % 2 === 0 ? 1 : 2;
    const page = frames[Math.max(section, 0) * FRAME_PAGES + kind];
    return {
      head: copy(page?.querySelector(':scope > header') ?? undefined),
      foot: copy(page?.querySelector(':scope > footer') ?? undefined),
    };
  };
  const open = (tall: HTMLElement, first: boolean): Page => {
    const page = new Page(tall, frameOf(first));
    fillPageMarks(page.element, PAGE_MARK, number);
    pages.push(page.element);
    return page;
  };

  for (const tall of content) {
    const begins = [...tall.querySelectorAll(MARKED)].filter((mark) => isMarked(mark, 's')).length;
    if (begins > 0) section += 1;
    const startsAt = begins > 0 ? (plans[section]?.startsAt ?? null) : null;
    number = startsAt ?? number + 1;
    const parts = [...tall.children].filter((part) => part instanceof HTMLElement);
    const last = parts.findLast((part) => part.localName === 'article') ?? tall;
    let waiting = parts.flatMap((part): Waiting[] =>
      part.localName === 'article'
        ? [...part.children]
            .filter((block) => block instanceof HTMLElement)
            .map((block) => ({ shell: part, block }))
        : // Notes follow the text.
          [{ shell: last, block: part }],
    );
    let fresh = true;
    do {
      waiting = open(tall, fresh && begins > 0).fill(waiting, fresh);
      fresh = false;
      if (waiting.length > 0) number += 1;
    } while (waiting.length > 0);
    tall.remove();
    section += Math.max(0, begins - 1);
  }
  for (const page of pages) {
    fillPageMarks(page, PAGES_MARK, pages.length);
    for (const mark of page.querySelectorAll(MARKED)) mark.remove();
  }
};
