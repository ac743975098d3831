import { beforeAll, describe, expect, it } from 'vitest';
import type {
  DownwardPaper,
  LetterPaper,
  MinutesPaper,
  OfficialPaper,
  UpwardPaper,
} from '../../electron/documents/word/model.ts';
import { officialProblems } from '../../electron/documents/word/official-rules.ts';
import { renderWord } from '../../electron/documents/word/pack.ts';
import { sealBlanks } from '../../electron/documents/word/signature.ts';
import {
  attributeOf,
  linesOf,
  styleOf,
  twips,
  wordParts,
  type WordLine,
  type WordParts,
} from '../support/word-parts.ts';

const base = {
  form: 'official',
  number: '青一中〔2026〕3号',
  body: [
    { kind: 'heading', level: 1, text: '基本情况' },
    { kind: 'paragraph', text: '经查，情况属实。' },
  ],
  draft: false,
  properties: { title: '样本', createdAt: '2026-11-24T01:00:00.000Z' },
} as const;
const signed = { signature: { issuer: '青禾市第一中学', day: '2026-11-20' }, sealed: true } as const;
const printed = { printedBy: '青禾市第一中学办公室', printedOn: '2026-11-21' } as const;

const decision: DownwardPaper = {
  ...base,
  ...signed,
  ...printed,
  issuer: '青禾市第一中学文件',
  title: '青禾市第一中学关于给予王立新警告处分的决定',
  titleWords: ['王立新', '青禾市第一中学'],
  addressee: '各处室、各年级组',
  cc: '青禾市教育局',
};
const request: UpwardPaper = {
  ...base,
  ...signed,
  ...printed,
  kind: 'upward',
  genre: '请示',
  issuer: '青禾市第一中学文件',
  signers: ['李国强'],
  title: '青禾市第一中学关于给予王立新记过处分的请示',
  addressee: '青禾市教育局',
};
const letter: LetterPaper = {
  ...base,
  ...signed,
  kind: 'letter',
  issuer: '青禾市第一中学',
  title: '青禾市第一中学关于商请协助核实有关情况的函',
  addressee: '青禾市公安局城东分局',
  cc: '青禾市教育局',
};
const minutes: MinutesPaper = {
  ...base,
  ...printed,
  kind: 'minutes',
  issuer: '青禾市第一中学校长办公会议纪要',
  title: '研究王立新违反教学管理规定问题',
  editedBy: '青禾市第一中学办公室',
  day: '2026-11-20',
  attendance: { present: ['李国强（校长）', '王芳（副校长）'], excused: ['孙涛'], observing: ['周敏'] },
};

const looked = async (paper: OfficialPaper): Promise<{ parts: WordParts; lines: WordLine[] }> => {
  const parts = await wordParts(await renderWord(paper));
  return { parts, lines: linesOf(parts.document) };
};

const all = [
  ['a decision', decision],
  ['a request', request],
  ['a letter', letter],
  ['minutes', minutes],
] as const;

describe('page 1 of every official form, measured against GB/T 9704-2012', () => {
  it.each(all)(
    '%s: A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, 22 lines of 28 characters',
    async (_, paper) => {
      const { parts } = await looked(paper);
      const of = (element: string, name: string): number => attributeOf(parts.document, element, name);
      expect(Math.abs(of('pgSz', 'w') - twips(210))).toBeLessThan(2);
      expect(Math.abs(of('pgSz', 'h') - twips(297))).toBeLessThan(2);
      expect(Math.abs(of('pgMar', 'top') - twips(37))).toBeLessThan(twips(1));
      expect(Math.abs(of('pgMar', 'left') - twips(28))).toBeLessThan(twips(1));
      expect(
        Math.abs(of('pgSz', 'w') - of('pgMar', 'left') - of('pgMar', 'right') - twips(156)),
      ).toBeLessThan(twips(0.3));
      const pitch = of('docGrid', 'linePitch');
      expect(Math.floor(twips(225) / pitch)).toBe(22);
      const normal = styleOf(parts.styles, 'Normal');
      expect(attributeOf(normal, 'spacing', 'line')).toBe(pitch);
      expect(normal).toContain('w:lineRule="exact"');
      expect(attributeOf(normal, 'sz', 'val')).toBe(32);
      const tighten = Number(/<w:rPr>.*<w:spacing w:val="(-?\d+)"/s.exec(normal)?.[1]);
      expect(Math.floor(twips(156) / (320 + tighten))).toBe(28);
    },
  );

  it.each(all)(
    '%s: title in 22 pt 小标宋, two lines below what stands above it, body in 仿宋, headings in 黑体',
    async (_, paper) => {
      const { parts, lines } = await looked(paper);
      const titles = lines.filter(({ style }) => style === 'MzTitle');
      expect(titles.map(({ text }) => text).join('')).toBe(paper.title);
      expect(attributeOf(titles[0]?.xml ?? '', 'spacing', 'before')).toBe(2 * 579);
      const look = styleOf(parts.styles, 'MzTitle');
      expect(attributeOf(look, 'sz', 'val')).toBe(44);
      expect(look).toContain('方正小标宋简体');
      expect(lines.find(({ style }) => style === 'Heading1')?.text).toBe('一、基本情况');
      expect(styleOf(parts.styles, 'Heading1')).toContain('黑体');
    },
  );

  it.each([
    ['a decision', decision],
    ['a request', request],
    ['minutes', minutes],
  ] as const)(
    '%s: red mark 35 mm below the 版心, number two lines below it, red line 4 mm below that',
    async (_, paper) => {
      const { parts, lines } = await looked(paper);
      const mark = lines.find(({ style }) => style === 'MzIssuer');
      expect(mark?.text).toBe(paper.issuer);
      expect(styleOf(parts.styles, 'MzIssuer')).toMatch(/方正小标宋.*<w:color w:val="FF0000"/s);
      const em = attributeOf(mark?.xml ?? '', 'sz', 'val') * 10;
      const inkTop = attributeOf(mark?.xml ?? '', 'spacing', 'before') + em * 0.18;
      expect(Math.abs(inkTop - twips(35))).toBeLessThan(twips(0.5));

      const numbers = lines.filter(({ style }) => style === 'MzNumber');
      expect(numbers.map(({ text }) => text).join('')).toContain('青一中〔2026〕3号');
      expect(attributeOf(numbers[0]?.xml ?? '', 'spacing', 'before')).toBe(2 * 579);
      const ruled = numbers.at(-1)?.xml ?? '';
      expect(ruled).toMatch(/<w:bottom [^>]*w:color="FF0000"/);
      const [thickness, space] = [attributeOf(ruled, 'bottom', 'sz'), attributeOf(ruled, 'bottom', 'space')];
      // Eighths of a point: a rule of 0.35 mm to 0.5 mm.
      expect(thickness * 2.5).toBeGreaterThan(twips(0.35));
      expect(thickness * 2.5).toBeLessThan(twips(0.5));
      // The ink of a glyph ends about 3.6 pt above the end of its line.
      expect(Math.abs((space + 3.6) * 20 - twips(4))).toBeLessThan(twips(0.3));
      // An indent would make the rule shorter than the 版心.
      expect(ruled).not.toContain('<w:ind');
    },
  );

  it.each([
    ['a decision', decision],
    ['a request', request],
    ['minutes', minutes],
  ] as const)(
    '%s: — 1 — in 4号宋体, odd pages right, even pages left, one character from the edge',
    async (_, paper) => {
      const { parts } = await looked(paper);
      expect(parts.settings).toContain('evenAndOddHeaders');
      expect(parts.footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual([
        'left',
        'right',
      ]);
      for (const footer of parts.footers) {
        expect(footer).toMatch(/— .*PAGE.* —/s);
        expect(footer).toMatch(/<w:ind w:(left|right)="280"/);
      }
      const look = styleOf(parts.styles, 'MzFooter');
      expect(attributeOf(look, 'sz', 'val')).toBe(28);
      expect(look).toContain('宋体');
    },
  );

  it.each([
    ['a decision', decision, '抄送：青禾市教育局。'],
    ['minutes', { ...minutes, cc: '各处室' }, '抄送：各处室。'],
  ] as const)(
    '%s: the 版记 at the foot of the last page, rules of 0.35 mm and between them 0.25 mm',
    async (_, paper, copies) => {
      const { parts, lines } = await looked(paper);
      const box = /<v:shape [^>]*id="MzImprint"[^>]*style="([^"]*)"/.exec(parts.document)?.[1] ?? '';
      expect(box).toContain('mso-position-vertical:bottom');
      expect(box).toContain('mso-position-vertical-relative:margin');
      const entries = lines.filter(({ style, text }) => style === 'MzImprint' && text !== '');
      expect(entries.map(({ text }) => text)).toEqual([copies, '青禾市第一中学办公室\t2026年11月21日印发']);
      const rules = lines.flatMap(({ xml }) => /<w:top [^>]*w:sz="(\d+)"/.exec(xml)?.[1] ?? []);
      const [first, between, last] = rules.map((size) => Number(size) * 2.5);
      expect(rules).toHaveLength(3);
      for (const thick of [first, last]) expect(Math.abs((thick ?? 0) - twips(0.35))).toBeLessThan(1);
      expect(Math.abs((between ?? 0) - twips(0.25))).toBeLessThan(1.5);
    },
  );
});

describe('请示 and 报告', () => {
  it('have the number one character from the left and the signer in 楷体 one from the right, on one line', async () => {
    const { lines } = await looked(request);
    const head = lines.find(({ style }) => style === 'MzNumber');
    expect(head?.text).toBe('\t青一中〔2026〕3号\t签发人：李国强');
    const stops = [...(head?.xml ?? '').matchAll(/<w:tab w:val="left" w:pos="(\d+)"/g)].map((stop) =>
      Number(stop[1]),
    );
    expect(stops[0]).toBe(315);
    // Seven characters and one to the edge.
    expect(stops[1]).toBe(8844 - 8 * 315);
    expect(head?.xml).toMatch(/<w:rStyle w:val="MzKai"\/>.*李国强/s);
    expect(head?.xml).not.toMatch(/<w:rStyle w:val="MzKai"\/>(?:(?!<\/w:r>).)*签发人/s);
  });

  it('set several signers two to a line below each other, the number on the last line', async () => {
    const { lines } = await looked({ ...request, signers: ['李国强', '王芳', '欧阳文华'] });
    expect(lines.filter(({ style }) => style === 'MzNumber').map(({ text }) => text)).toEqual([
      '\t签发人：李国强\t王　芳',
      '\t青一中〔2026〕3号\t欧阳文华',
    ]);
  });

  it.each([
    ['no signer', { signers: [' '] }, '签发人'],
    ['two addressees', { addressee: '青禾市教育局、青禾市人社局' }, '只能主送一个'],
    ['a title that says something else', { title: '关于王立新处分的报告' }, '“请示”结尾'],
    ['a seal larger than the rules on seals allow', { letterhead: { mode: 'plain', sealMm: 46 } }, '45毫米'],
  ] as const)('are refused with %s', async (_, wrong, words) => {
    const paper: UpwardPaper = { ...request, ...wrong };
    expect(officialProblems(paper).join('')).toContain(words);
    await expect(renderWord(paper)).rejects.toMatchObject({ code: 'invalid' });
    await expect(renderWord({ ...paper, draft: true })).resolves.toBeInstanceOf(Uint8Array);
  });

  it('let a 报告 go to several, which only a 请示 may not', () => {
    const report: UpwardPaper = {
      ...request,
      genre: '报告',
      title: '青禾市第一中学关于2026年度问责工作的报告',
      addressee: '市教育局、市人社局',
    };
    expect(officialProblems(report)).toEqual([]);
  });
});

describe('函 in the letter form', () => {
  let parts: WordParts;
  let lines: WordLine[];
  beforeAll(async () => ({ parts, lines } = await looked(letter)));
  const firstHeader = (): string => parts.headers.find((header) => header.includes('青禾市第一中学')) ?? '';
  const firstFooter = (): string => parts.footers.find((footer) => !footer.includes('PAGE')) ?? '';

  it('has its mark 30 mm below the edge of the sheet, in the head of the first page alone', () => {
    expect(parts.document).toContain('<w:titlePg/>');
    const em = attributeOf(firstHeader(), 'sz', 'val') * 10;
    const inkTop = attributeOf(parts.document, 'pgMar', 'header') + em * 0.18;
    expect(Math.abs(inkTop - twips(30))).toBeLessThan(twips(0.5));
    expect(lines.some(({ style }) => style === 'MzIssuer')).toBe(false);
  });

  it('has double lines of 170 mm: thick above thin 4 mm below the mark, thin above thick 20 mm above the edge', () => {
    const upper = linesOf(firstHeader()).at(-1)?.xml ?? '';
    expect(upper).toMatch(/<w:top w:val="thickThinSmallGap" w:color="FF0000"/);
    const lower = linesOf(firstFooter())[0]?.xml ?? '';
    expect(lower).toMatch(/<w:bottom w:val="thinThickSmallGap" w:color="FF0000"/);
    expect(attributeOf(parts.document, 'pgMar', 'footer')).toBe(Math.round(twips(20)));
    for (const line of [upper, lower]) {
      const [left, right] = [attributeOf(line, 'ind', 'left'), attributeOf(line, 'ind', 'right')];
      expect(Math.abs(8844 - left - right - twips(170))).toBeLessThan(3);
    }
  });

  it('has no page number on page 1, and its number at the right edge', () => {
    expect(firstFooter()).not.toBe('');
    expect(parts.footers.filter((footer) => footer.includes('PAGE'))).toHaveLength(2);
    const number = lines.find(({ style }) => style === 'MzNumber');
    expect(number?.xml).toContain('<w:jc w:val="right"/>');
  });

  it('names copies without rules, and neither printer nor day of printing', () => {
    const entries = lines.filter(({ style, text }) => style === 'MzImprint' && text !== '');
    expect(entries.map(({ text }) => text)).toEqual(['抄送：青禾市教育局。']);
    expect(lines.some(({ xml }) => xml.includes('<w:top '))).toBe(false);
  });

  it('is refused with 文件 in its mark', () => {
    expect(officialProblems({ ...letter, issuer: '青禾市第一中学文件' })).toHaveLength(1);
  });
});

describe('纪要', () => {
  it('is addressed to nobody, signed by nobody, and lists who attended with labels in 黑体', async () => {
    const { lines } = await looked(minutes);
    expect(lines.some(({ style }) => style === 'MzAddressee' || style === 'MzSignature')).toBe(false);
    const lists = lines.filter(({ text }) => /^(出席|请假|列席)：/.test(text));
    expect(lists.map(({ text }) => text)).toEqual([
      '出席：李国强（校长）、王芳（副校长）',
      '请假：孙涛',
      '列席：周敏',
    ]);
    for (const { xml } of lists) expect(xml).toMatch(/<w:rStyle w:val="MzHei"\/>/);
    const [before, second] = [lists[0]?.xml ?? '', lists[1]?.xml ?? ''].map((xml) =>
      attributeOf(xml, 'spacing', 'before'),
    );
    expect([before, second]).toEqual([579, 0]);
  });

  it('is refused with nobody present', () => {
    expect(officialProblems({ ...minutes, attendance: { present: [] } }).join('')).toContain('出席');
  });
});

describe('the three letterheads', () => {
  it('print on red paper only the number, where the paper leaves room for it above its own line', async () => {
    const { parts, lines } = await looked({ ...decision, letterhead: { mode: 'preprinted', freeMm: 80 } });
    expect(parts.document).not.toContain('FF0000');
    expect(lines.some(({ style }) => style === 'MzIssuer')).toBe(false);
    const number = lines.find(({ style }) => style === 'MzNumber');
    // From the 版心 down to the line: room, the number's own line, and 8 pt.
    const line = attributeOf(number?.xml ?? '', 'spacing', 'before') + 579 + 8 * 20;
    expect(Math.abs(line - twips(80))).toBeLessThan(2);
  });

  it('put title and text on red paper exactly where the electronic head puts them', async () => {
    const room = async (paper: OfficialPaper): Promise<number> => {
      const { lines } = await looked(paper);
      const title = lines.find(({ style }) => style === 'MzTitle');
      return attributeOf(title?.xml ?? '', 'spacing', 'before');
    };
    // The rule and the 8 pt above it take up room that the red paper has to leave.
    const printedRoom = await room({ ...decision, letterhead: { mode: 'preprinted' } });
    expect(printedRoom - (await room(decision))).toBe(8 * 20 + 25);
  });

  it('leave the head out on plain paper: title first, number below it', async () => {
    const { parts, lines } = await looked({ ...decision, letterhead: { mode: 'plain' } });
    expect(parts.document).not.toContain('FF0000');
    expect(lines.slice(0, 3).map(({ style }) => style)).toEqual(['MzTitle', 'MzTitle', 'MzNumber']);
  });

  it('print nothing red on letter paper', async () => {
    const { parts } = await looked({ ...letter, letterhead: { mode: 'preprinted' } });
    expect([parts.document, ...parts.headers, ...parts.footers].join('')).not.toContain('FF0000');
  });

  it('draw the head of minutes also where red paper is used: that paper bears the mark of a 文件', async () => {
    const { lines } = await looked({ ...minutes, letterhead: { mode: 'preprinted' } });
    expect(lines.find(({ style }) => style === 'MzIssuer')?.text).toBe(minutes.issuer);
  });

  it.each([38, 40, 42, 45])(
    'leave room for a seal of %s mm that ends within a line of the text',
    (diameter) => {
      const blanks = sealBlanks(diameter);
      const gap = blanks * 579 + 579 - twips(diameter) / 2;
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gap).toBeLessThanOrEqual(579);
    },
  );
});

describe('every form', () => {
  it.each(all)(
    '%s: takes a short last paragraph along to the page of what follows, not a long one',
    async (_, paper) => {
      const ending = async (text: string): Promise<string> => {
        const { lines } = await looked({ ...paper, body: [{ kind: 'paragraph', text }] });
        return lines.find((line) => line.text === text)?.xml ?? '';
      };
      expect(await ending('以上事项，请认真落实。')).toContain('<w:keepNext/>');
      expect(await ending('以上事项，请认真落实。'.repeat(20))).not.toContain('<w:keepNext/>');
    },
  );

  it.each(all)('%s: the same bytes every time', async (_, paper) => {
    expect(await renderWord(paper)).toEqual(await renderWord(paper));
  });

  it.each(all)('%s: 草稿 on every kind of page while a draft, and nowhere after', async (_, paper) => {
    const draft = await wordParts(await renderWord({ ...paper, draft: true }));
    for (const header of draft.headers) expect(header).toContain('string="草稿"');
    const issued = await wordParts(await renderWord(paper));
    expect([...issued.headers, issued.document].join('')).not.toContain('草稿');
  });
});
