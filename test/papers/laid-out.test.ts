import { beforeAll, describe, expect, it } from 'vitest';
import type { DownwardPaper, LetterPaper } from '../../electron/documents/word/model.ts';
import { renderWord } from '../../electron/documents/word/pack.ts';
import { laidOut, whyNoOffice, type LaidOut } from '../support/office.ts';

const missing = await whyNoOffice();
const reason = missing === undefined ? '' : ` (skipped: ${missing})`;

const LINES = 22;
const CHARS = 28;

const han =
  '经查明当事人在担任安全管理员期间未按规定巡查实验楼也没有办理交接手续事实清楚证据确凿本人予以承认';
const hanText = (length: number): string => han.repeat(Math.ceil(length / han.length)).slice(0, length);
const spoken =
  '经教务处查阅巡查记录并与本人核对，当事人连续三天没有按照规定巡查实验楼，也没有办理交接手续；' +
  '学校要求其说明情况，本人承认事实，表示今后一定改正。上述行为违反了学校安全巡查制度的有关规定。';

const base = {
  form: 'official',
  number: '青一中〔二〇〕号',
  signature: { issuer: '青禾市第一中学', day: undefined },
  sealed: true,
  draft: false,
  properties: { title: '长文', createdAt: '2026-11-24T01:00:00.000Z' },
} as const;

const decision = (body: readonly string[]): DownwardPaper => ({
  ...base,
  issuer: '青禾市第一中学文件',
  title: '青禾市第一中学关于给予王立新警告处分的决定',
  addressee: '各处室、各年级组',
  body: body.map((text) => ({ kind: 'paragraph', text })),
  printedBy: '青禾市第一中学办公室',
  printedOn: '2026-11-21',
});

describe.skipIf(missing !== undefined)(`a long decision, laid out by LibreOffice${reason}`, () => {
  let full: LaidOut['pages'];
  let real: LaidOut['pages'];
  let realWords: LaidOut['words'];
  beforeAll(async () => {
    ({ pages: full } = await laidOut(await renderWord(decision([hanText(LINES * CHARS * 5 + 300)]))));
    const spokenPaper = decision(Array.from({ length: 30 }, () => spoken));
    ({ pages: real, words: realWords } = await laidOut(await renderWord(spokenPaper)));
  });

  it('takes five pages and more', () => {
    expect(full.length).toBeGreaterThanOrEqual(6);
    expect(real.length).toBeGreaterThanOrEqual(5);
  });

  it('holds 22 lines of 28 characters on every full page', () => {
    for (const page of full.slice(1, -1)) {
      expect(page).toHaveLength(LINES);
      for (const line of page) expect(Array.from(line)).toHaveLength(CHARS);
    }
  });

  it('loses and doubles no character between lines and pages', () => {
    const laid = full.flat().join('');
    const start = laid.indexOf('经查明');
    expect(laid.slice(start, start + LINES * CHARS * 5 + 300)).toBe(hanText(LINES * CHARS * 5 + 300));
  });

  it('holds 22 lines on full pages also of text with punctuation, of which no line begins with one', () => {
    // The page before the last may give its last paragraph to the signature.
    for (const page of real.slice(1, -2)) expect(page).toHaveLength(LINES);
    for (const line of real.flat()) expect(line).not.toMatch(/^[，。；：、）”]/);
    const lengths = real
      .slice(1, -1)
      .flat()
      .map((line) => Array.from(line).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(CHARS + 1);
  });

  it('ends with the 版记 at the foot of its last page, below signature and date', () => {
    const last = real.at(-1) ?? [];
    expect(last.at(-1)).toMatch(/^青禾市第一中学办公室 +2026 ?年 ?11 ?月 ?21 ?日印发$/);
    expect(last.slice(0, -1).join('')).toContain('青禾市第一中学');
    const words = realWords.at(-1) ?? [];
    const printed = words.filter(({ text }) => text.includes('印发')).at(-1);
    const lowestOther = Math.max(
      ...words.filter(({ text }) => /^青禾市第一中学$/.test(text)).map(({ bottom }) => bottom),
    );
    // The 版心 ends 35 mm above the edge of the sheet, and the last rule on it.
    expect(printed?.bottom).toBeGreaterThan(297 - 35 - 5);
    expect(printed?.bottom).toBeLessThan(297 - 35);
    expect(printed?.top).toBeGreaterThan(lowestOther);
  });
});

describe.skipIf(missing !== undefined)(
  `figures near the end of a line, laid out by LibreOffice${reason}`,
  () => {
    it('are never parted (GB/T 9704: 数字、年份不能回行)', async () => {
      // The same figures a character further to the right in each paragraph: every one comes to lie at an end of line.
      // A telephone number may go on after its hyphen.
      const figures = ['2026', '12345678.90', '88001200', '12.5%'];
      const body = Array.from(
        { length: CHARS },
        (_, at) =>
          `${hanText(at + 1)}于2026年转账12345678.90元，电话0571-88001200，占12.5%，见青一中〔2026〕123号。`,
      );
      const { pages } = await laidOut(await renderWord(decision(body)));
      const laid = pages.flat();
      const parted = laid.filter((line, at) => /[0-9.]$/.test(line) && /^[0-9.%-]/.test(laid[at + 1] ?? ''));
      expect(parted).toEqual([]);
      for (const figure of figures)
        expect(laid.filter((line) => line.includes(figure)).length).toBeGreaterThanOrEqual(CHARS - 1);
    });
  },
);

describe.skipIf(missing !== undefined)(`a long letter, laid out by LibreOffice${reason}`, () => {
  it('shows no number on page 1, and 22 lines of 28 characters on every full page after it', async () => {
    const letter: LetterPaper = {
      ...base,
      kind: 'letter',
      issuer: '青禾市第一中学',
      title: '青禾市第一中学关于协助核实有关情况的函',
      addressee: '青禾市公安局城东分局',
      body: [{ kind: 'paragraph', text: hanText(LINES * CHARS * 3 + 100) }],
    };
    const { pages } = await laidOut(await renderWord(letter));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(pages[0]?.[0]).toBe('青禾市第一中学');
    for (const page of pages.slice(1, -1)) {
      expect(page).toHaveLength(LINES);
      for (const line of page) expect(Array.from(line)).toHaveLength(CHARS);
    }
  });
});
