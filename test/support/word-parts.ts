import JSZip from 'jszip';

/** The parts of a .docx that tests measure. */
export interface WordParts {
  readonly document: string;
  readonly styles: string;
  readonly settings: string;
  readonly footers: readonly string[];
  readonly headers: readonly string[];
  /** Names of all parts. */
  readonly names: readonly string[];
}

export const wordParts = async (docx: Uint8Array): Promise<WordParts> => {
  const zip = await JSZip.loadAsync(docx);
  const names = Object.keys(zip.files);
  const read = async (path: string): Promise<string> => (await zip.file(path)?.async('string')) ?? '';
  const some = (kind: string): Promise<string[]> =>
    Promise.all(names.filter((path) => path.startsWith(`word/${kind}`)).map(read));
  return {
    document: await read('word/document.xml'),
    styles: await read('word/styles.xml'),
    settings: await read('word/settings.xml'),
    footers: await some('footer'),
    headers: await some('header'),
    names,
  };
};

/** The first `<w:element … w:name="number">`; NaN where there is none. */
export const attributeOf = (xml: string, element: string, name: string): number => {
  const tag = new RegExp(`<w:${element}\\b[^>]*>`).exec(xml)?.[0] ?? '';
  return Number(new RegExp(`w:${name}="(-?[0-9]+)"`).exec(tag)?.[1] ?? Number.NaN);
};

/** The definition of a style by its id. */
export const styleOf = (styles: string, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, 's').exec(styles)?.[0] ?? '';

export interface WordLine {
  readonly style: string;
  readonly text: string;
  readonly xml: string;
}

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:tab\/>|<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '\t').join('');

/** Paragraphs in order; one that carries a text box comes without what is in it, which follows as paragraphs of its own. */
export const linesOf = (xml: string): WordLine[] => {
  const boxes = [...xml.matchAll(/<w:txbxContent>(.*?)<\/w:txbxContent>/gs)].map((match) => match[1] ?? '');
  const outside = xml.replace(/<w:txbxContent>.*?<\/w:txbxContent>/gs, '');
  return [outside, ...boxes].flatMap((part) =>
    [...part.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
      style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '',
      text: textOf(paragraph),
      xml: paragraph,
    })),
  );
};

/** Twips of a length in millimetres. */
export const twips = (millimetres: number): number => (millimetres / 25.4) * 1440;
