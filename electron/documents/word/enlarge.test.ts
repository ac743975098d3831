import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { enlarge } from './enlarge.ts';
import { renderWord } from './pack.ts';

const parts = async (bytes: Uint8Array): Promise<Map<string, string>> => {
  const zip = await JSZip.loadAsync(bytes);
  const texts = await Promise.all(
    Object.keys(zip.files).map(
      async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const,
    ),
  );
  return new Map(texts);
};

const numbers = (xml: string, pattern: RegExp): number[] =>
  [...xml.matchAll(pattern)].map(([, value]) => Number(value));

describe('a paper on A3', () => {
  let small: Map<string, string>;
  let large: Map<string, string>;
  const of = (all: Map<string, string>, name: string): string => all.get(`word/${name}`) ?? '';

  beforeAll(async () => {
    const bytes = await renderWord({
      form: 'plain',
      title: '关于处理结果的公示',
      body: [
        { kind: 'paragraph', text: '现将处理结果公示如下：' },
        {
          kind: 'table',
          columns: [
            { title: '对象', width: 2 },
            { title: '内容', width: 8 },
          ],
          rows: [['王**', '给予通报批评。']],
        },
      ],
      draft: true,
      properties: { title: '公示', createdAt: '2026-11-24T01:00:00.000Z' },
    });
    small = await parts(bytes);
    large = await parts(await enlarge(bytes));
  });

  it('is that paper, every length √2 as large', () => {
    expect([...large.keys()].sort()).toEqual([...small.keys()].sort());
    const text = (all: Map<string, string>): string => of(all, 'document.xml').replace(/<[^>]+>/g, '');
    expect(text(large)).toBe(text(small));
    for (const pattern of [
      /<w:pgSz w:w="(\d+)"/g,
      /<w:pgMar w:top="(\d+)"/g,
      /<w:gridCol w:w="(\d+)"/g,
      /<w:sz w:val="(\d+)"/g,
      /w:line="(\d+)" w:lineRule="exact"/g,
    ]) {
      const before = ['document.xml', 'styles.xml'].flatMap((name) => numbers(of(small, name), pattern));
      const after = ['document.xml', 'styles.xml'].flatMap((name) => numbers(of(large, name), pattern));
      expect(before.length, String(pattern)).toBeGreaterThan(0);
      expect(after).toEqual(before.map((value) => Math.round(value * Math.SQRT2)));
    }
  });

  it('leaves alone what grows with the type, and borders', () => {
    for (const pattern of [/w:line="(\d+)" w:lineRule="auto"/g, /<w:(?:top|insideH)[^>]* w:sz="(\d+)"/g]) {
      const before = [...small.values()].flatMap((xml) => numbers(xml, pattern));
      expect(before.length, String(pattern)).toBeGreaterThan(0);
      expect([...large.values()].flatMap((xml) => numbers(xml, pattern))).toEqual(before);
    }
  });

  it('holds as many characters on a line: type and what stands between make √2 as much', () => {
    const advance = (xml: string): number[] =>
      [...xml.matchAll(/<w:rPr>(.*?)<\/w:rPr>/gs)].flatMap(([, run = '']) => {
        const size = /<w:sz w:val="(\d+)"/.exec(run)?.[1];
        const between = /<w:spacing w:val="(-?\d+)"/.exec(run)?.[1];
        // In twips: a size counts half points.
        return size === undefined || between === undefined ? [] : [Number(size) * 10 + Number(between)];
      });
    const before = advance(of(small, 'styles.xml'));
    const after = advance(of(large, 'styles.xml'));
    expect(before.length).toBeGreaterThan(0);
    for (const [at, value] of before.entries())
      expect(Math.abs((after[at] ?? 0) - value * Math.SQRT2)).toBeLessThanOrEqual(1);
  });

  it('bears the mark of a draft as large as the sheet asks', () => {
    const mark = /<v:shape [^>]*width:([\d.]+)pt/g;
    const [before = 0] = numbers(of(small, 'header1.xml'), mark);
    const [after = 0] = numbers(of(large, 'header1.xml'), mark);
    expect(before).toBeGreaterThan(0);
    expect(after).toBeCloseTo(before * Math.SQRT2, 0);
  });
});
