import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderWord } from '../../electron/documents/word/pack.ts';
import { casePaperSamples } from '../../electron/demo/case-paper-samples.ts';
import { loadPaperTexts, paperMakers, type PaperSource } from '../../electron/features/cases/index.ts';
import { resourcesDir } from '../support/harness.ts';

/** Twips of a length in millimetres. */
const twips = (mm: number): number => (mm / 25.4) * 1440;

interface Parts {
  readonly document: string;
  readonly styles: string;
  readonly footers: readonly string[];
  readonly headers: readonly string[];
  readonly settings: string;
}

const partsOf = async (docx: Uint8Array): Promise<Parts> => {
  const zip = await JSZip.loadAsync(docx);
  const read = async (path: string): Promise<string> => (await zip.file(path)?.async('string')) ?? '';
  const some = (kind: string): Promise<string[]> =>
    Promise.all(
      Object.keys(zip.files)
        .filter((path) => path.startsWith(`word/${kind}`))
        .map(read),
    );
  return {
    document: await read('word/document.xml'),
    styles: await read('word/styles.xml'),
    footers: await some('footer'),
    headers: await some('header'),
    settings: await read('word/settings.xml'),
  };
};

const attribute = (xml: string, element: string, name: string): number => {
  const tag = new RegExp(`<w:${element}\\b[^>]*>`).exec(xml)?.[0] ?? '';
  return Number(new RegExp(`w:${name}="(-?[0-9]+)"`).exec(tag)?.[1] ?? Number.NaN);
};

const style = (styles: string, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, 's').exec(styles)?.[0] ?? '';

interface Line {
  readonly style: string;
  readonly text: string;
  readonly xml: string;
}

const paragraphs = (document: string): Line[] =>
  [...document.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? '',
    text: [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '').join(''),
    xml,
  }));

let source: PaperSource;
let parts: Parts;
let lines: Line[];

beforeAll(async () => {
  const sample = casePaperSamples.find(({ name }) => name === 'case-circular');
  if (!sample) throw new Error('the sample is missing');
  source = sample.source(await loadPaperTexts(resourcesDir));
  parts = await partsOf(await renderWord(paperMakers.circular.make(source)));
  lines = paragraphs(parts.document);
});

const only = (id: string): Line => {
  const found = lines.filter((line) => line.style === id);
  expect(found.length).toBeGreaterThan(0);
  return found[0] ?? { style: '', text: '', xml: '' };
};

describe('a circular, measured against GB/T 9704-2012', () => {
  it('is A4 with 天头 37 mm, 订口 28 mm and a 版心 of 156 mm × 225 mm', () => {
    const width = attribute(parts.document, 'pgSz', 'w');
    const height = attribute(parts.document, 'pgSz', 'h');
    const [top, bottom, left, right] = ['top', 'bottom', 'left', 'right'].map((side) =>
      attribute(parts.document, 'pgMar', side),
    );
    expect(Math.abs(width - twips(210))).toBeLessThan(2);
    expect(Math.abs(height - twips(297))).toBeLessThan(2);
    expect(Math.abs((top ?? 0) - twips(37))).toBeLessThan(twips(1));
    expect(Math.abs((left ?? 0) - twips(28))).toBeLessThan(twips(1));
    expect(Math.abs(width - (left ?? 0) - (right ?? 0) - twips(156))).toBeLessThan(twips(0.3));
    expect(Math.abs(height - (top ?? 0) - (bottom ?? 0) - twips(225))).toBeLessThan(twips(0.3));
  });

  it('holds 22 lines of 28 characters of 三号仿宋', () => {
    const pitch = attribute(parts.document, 'docGrid', 'linePitch');
    expect(Math.floor(twips(225) / pitch)).toBe(22);
    const normal = style(parts.styles, 'Normal');
    expect(attribute(normal, 'spacing', 'line')).toBe(pitch);
    expect(attribute(normal, 'sz', 'val')).toBe(32);
    expect(normal).toContain('w:eastAsia="仿宋_GB2312"');
    const tighten = Number(/<w:rPr>.*<w:spacing w:val="(-?\d+)"/s.exec(normal)?.[1]);
    expect(Math.floor(twips(156) / (320 + tighten))).toBe(28);
  });

  it('has a red mark of the issuer in 小标宋 whose upper edge is 35 mm below the 版心', () => {
    const mark = only('MzIssuer');
    expect(mark.text).toBe('青禾市第一中学文件');
    expect(style(parts.styles, 'MzIssuer')).toMatch(/方正小标宋.*<w:color w:val="FF0000"/s);
    const size = attribute(mark.xml, 'sz', 'val') * 10;
    const before = attribute(mark.xml, 'spacing', 'before');
    expect(Math.abs(before + size * 0.18 - twips(35))).toBeLessThan(twips(0.5));
  });

  it('has its number two lines below, above a red rule as wide as the 版心', () => {
    const number = only('MzNumber');
    expect(number.text).toBe('青一中〔2026〕3号');
    expect(number.text).toMatch(/〔\d{4}〕[1-9]\d*号$/);
    const look = style(parts.styles, 'MzNumber');
    expect(attribute(look, 'spacing', 'before')).toBe(2 * attribute(parts.document, 'docGrid', 'linePitch'));
    expect(look).toContain('<w:jc w:val="center"/>');
    const rule = /<w:bottom [^>]*>/.exec(number.xml)?.[0] ?? '';
    expect(rule).toContain('FF0000');
    const millimetres = (Number(/w:sz="(\d+)"/.exec(rule)?.[1]) / 8 / 72) * 25.4;
    expect(millimetres).toBeGreaterThanOrEqual(0.35);
    expect(millimetres).toBeLessThanOrEqual(0.5);
    expect(number.xml).not.toContain('<w:ind ');
  });

  it('has a title of 机关, 事由 and 文种 in 二号小标宋, with no name torn apart', () => {
    const title = lines.filter((line) => line.style === 'MzTitle').map(({ text }) => text);
    expect(title.join('')).toBe('青禾市第一中学关于给予王立新通报批评的通报');
    expect(title.some((text) => text.includes('王立新'))).toBe(true);
    for (const text of title) expect(text.length).toBeLessThanOrEqual(20);
    expect(attribute(style(parts.styles, 'MzTitle'), 'sz', 'val')).toBe(44);
  });

  it('addresses somebody from the margin with a colon, and goes on in body text, headings in 黑体', () => {
    const at = lines.findIndex((line) => line.style === 'MzAddressee');
    expect(lines[at]?.text).toBe('各处室、各年级组：');
    expect(lines[at + 1]?.style).toBe('MzBody');
    expect(attribute(style(parts.styles, 'MzBody'), 'ind', 'firstLine')).toBe(2 * (320 - 5));
    const headings = lines.filter((line) => line.style === 'Heading1').map(({ text }) => text);
    expect(headings).toEqual(['一、查明的事实', '二、处理意见和依据', '三、有关要求', '四、复核和申诉']);
    expect(style(parts.styles, 'Heading1')).toContain('黑体');
    expect(parts.styles + parts.document).not.toMatch(/<w:b\/>|<w:b w:val="(1|true)"/);
  });

  it('is signed above the date, which ends four characters from the right and pads nothing', () => {
    const signed = lines.filter((line) => line.style === 'MzSignature');
    expect(signed.map(({ text }) => text)).toEqual(['青禾市第一中学', '2026年11月20日']);
    const centre = attribute(signed[1]?.xml ?? '', 'tab', 'pos');
    const dateWidth = 8 * 155 + 3 * 315;
    expect(Math.abs(centre + dateWidth / 2 - (11906 - 1588 - 1474 - 4 * 315))).toBeLessThan(20);
    expect(attribute(signed[0]?.xml ?? '', 'tab', 'pos')).toBe(centre);
  });

  it('never leaves the signature alone on a page: the last paragraph goes with it, and the 版记 after it', () => {
    const at = lines.findIndex((line) => line.style === 'MzSignature');
    const before = lines.slice(0, at).filter(({ text }) => text !== '');
    expect(before.at(-1)?.xml).toContain('<w:keepNext/>');
    for (const line of lines.slice(at, at + 2)) expect(line.xml).toContain('<w:keepNext/>');
    expect(lines.findIndex((line) => line.style === 'MzImprint')).toBeGreaterThan(at + 1);
  });

  it('numbers its pages in four-point dashes, odd ones right and even ones left', () => {
    expect(parts.settings).toContain('evenAndOddHeaders');
    expect(parts.footers.length).toBe(2);
    for (const footer of parts.footers) {
      expect(footer).toMatch(/— .*PAGE.* —/s);
      expect(/<w:ind w:(left|right)="280"/.test(footer)).toBe(true);
    }
    expect(parts.footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual([
      'left',
      'right',
    ]);
    const look = style(parts.styles, 'MzFooter');
    expect(attribute(look, 'sz', 'val')).toBe(28);
    expect(look).toContain('宋体');
  });

  it('closes with the 版记: printed by and on, between rules of 0.35 mm', () => {
    const imprint = lines.filter((line) => line.style === 'MzImprint');
    expect(imprint.map(({ text }) => text).join('')).toBe('青禾市第一中学办公室2026年11月21日印发');
    expect(imprint.filter(({ xml }) => /<w:top [^>]*w:sz="8"/.test(xml))).toHaveLength(2);
  });

  it('says who decided, on what ground, and where to object in how many days', () => {
    const text = lines.map((line) => line.text).join('\n');
    expect(text).toContain(
      '依据《教育法》第二十九条、《中小学教师违反职业道德行为处理办法》第三条，经校长办公会2026年11月20日研究，决定给予王立新通报批评。本决定自2026年11月20日起生效。',
    );
    expect(text).toMatch(
      /30日内向学校申请复核.*30日内向青禾市教育局或者同级事业单位人事综合管理部门提出申诉/,
    );
    expect(text).not.toMatch(/undefined|null|[{}]|。。|\d{4}-\d{2}/);
  });

  it('keeps what the person said out of a paper that everybody reads', () => {
    expect(lines.map((line) => line.text).join('')).not.toContain('家中老人');
  });

  it('marks a draft across its pages, and an issued paper nowhere', async () => {
    const draft = await partsOf(await renderWord(paperMakers.circular.make({ ...source, draft: true })));
    expect(draft.headers.join('')).toContain('草');
    expect(parts.headers.join('')).not.toContain('草');
  });

  it('is the same bytes every time', async () => {
    const again = (): Promise<Uint8Array> => renderWord(paperMakers.circular.make(source));
    expect(await again()).toEqual(await again());
  });
});
