import { levelLines } from './pages/level-lines.ts';
import { paginate } from './pages/paginate.ts';
import { readWordSource } from './pages/word-source.ts';

const FALLBACK = '"Noto Sans SC Variable", sans-serif';

/** Where a machine lacks the paper's typeface, the bundled one stands in instead of empty boxes. */
export const withFallbackFont = (css: string): string =>
  css.replace(
    /font-family:\s*([^;}]+)/g,
    (_whole, families: string) => `font-family: ${families.trim()}, ${FALLBACK}`,
  );

/** Takes out of drawn pages what could lead elsewhere or act: links but those within the file, frames, fields. */
const disarm = (drawn: HTMLElement): void => {
  for (const link of drawn.querySelectorAll('a[href]')) {
    if (!link.getAttribute('href')?.startsWith('#')) link.removeAttribute('href');
  }
  for (const alien of drawn.querySelectorAll(
    'iframe, object, embed, script, link, form, input, audio, video',
  ))
    alien.remove();
};

/** What the drawing library makes of a Word file, safe to be shown; with heads and feet when `framed`. */
const draw = async (word: Blob, name: string, framed: boolean): Promise<HTMLElement> => {
  const { renderAsync } = await import('docx-preview');
  const fresh = document.createElement('div');
  await renderAsync(word, fresh, undefined, {
    className: name,
    ignoreLastRenderedPageBreak: false,
    useBase64URL: true,
    // Reckons tab stops: signatures, signers and the 版记 stand on them.
    experimental: true,
    renderAltChunks: false,
    renderHeaders: framed,
    renderFooters: framed,
  });
  disarm(fresh);
  for (const wrapper of fresh.querySelectorAll(`.${name}-wrapper`)) wrapper.classList.add('docx-wrapper');
  for (const page of fresh.querySelectorAll(`section.${name}`)) page.classList.add('docx');
  for (const style of fresh.querySelectorAll('style'))
    style.textContent = withFallbackFont(style.textContent);
  for (const element of fresh.querySelectorAll<HTMLElement>('[style*="font-family"]')) {
    element.style.fontFamily = `${element.style.fontFamily}, ${FALLBACK}`;
  }
  return fresh;
};

/** The library sets tab stops half a second after it has drawn; by then what it drew has to be laid out. */
const TABS_MS = 50;
const TABS_TRIES = 30;

const tabsSet = async (drawn: HTMLElement, name: string): Promise<void> => {
  const tabs = [...drawn.querySelectorAll<HTMLElement>(`.${name}-tab-stop`)];
  if (tabs.length === 0) return;
  for (let tries = 0; tries < TABS_TRIES; tries += 1) {
    if (tabs.some(({ style }) => style.wordSpacing !== '')) return;
    await new Promise((resolve) => setTimeout(resolve, TABS_MS));
  }
};

export interface DrawOptions {
  /** Files that are drawn side by side each need a name of their own, so that their styles do not mix. */
  readonly name?: string;
  /** A file from outside: its styles may not reach the screens while it is laid out. */
  readonly foreign?: boolean;
}

/**
 * The pages of a Word file as they will be printed, ready to be put on the screen: nothing in them acts or leads out of
 * the program. Rejects when the bytes are no Word file.
 */
export const drawPages = async (
  bytes: Uint8Array<ArrayBuffer>,
  { name = 'docx', foreign = false }: DrawOptions = {},
): Promise<readonly ChildNode[]> => {
  const source = await readWordSource(bytes);
  const [content, frames] = await Promise.all([
    draw(source.content, name, false),
    draw(source.frames, name, true),
  ]);
  const bench = document.createElement('div');
  bench.className = 'mz-paper-bench';
  (foreign ? bench.attachShadow({ mode: 'open' }) : bench).append(content, frames);
  document.body.append(bench);
  try {
    levelLines(content);
    // Only what is laid out asks for its typefaces.
    bench.getBoundingClientRect();
    await Promise.all([document.fonts.ready, tabsSet(content, name), tabsSet(frames, name)]);
    paginate({
      content: [...content.querySelectorAll<HTMLElement>('section.docx')],
      frames: [...frames.querySelectorAll<HTMLElement>('section.docx')],
      plans: source.sections,
    });
  } finally {
    bench.remove();
  }
  return [...content.childNodes];
};

/** In points. */
const A3 = { short: 842, long: 1191 };
/** Word counts in twentieths of a point: a sheet may be off by one or two. */
const ABOUT = 2;

/** The sheet that a page of so many points is printed on, as style sheets name it; A4 unless it is an A3. */
export const sheetOf = (width: number, height: number): string => {
  const isA3 =
    Math.abs(Math.min(width, height) - A3.short) <= ABOUT &&
    Math.abs(Math.max(width, height) - A3.long) <= ABOUT;
  return `${isA3 ? 'A3' : 'A4'}${width > height ? ' landscape' : ''}`;
};

const sheetOfPages = (pages: HTMLElement): string => {
  const page = pages.querySelector<HTMLElement>('section.docx');
  const { width = '', minHeight = '' } = page?.style ?? {};
  return sheetOf(Number.parseFloat(width), Number.parseFloat(minHeight));
};

/** Prints drawn pages alone, each on a sheet of its own, without the app around them. */
export const printPages = (pages: HTMLElement): void => {
  const sheet = document.createElement('div');
  sheet.className = 'mz-print-sheet';
  for (const child of pages.childNodes) sheet.append(child.cloneNode(true));
  // The pages bring their own margins.
  const page = document.createElement('style');
  page.textContent = `@page { size: ${sheetOfPages(pages)}; margin: 0; }`;
  sheet.append(page);
  document.body.append(sheet);
  document.body.classList.add('mz-printing');
  window.addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      document.body.classList.remove('mz-printing');
    },
    { once: true },
  );
  window.print();
};
