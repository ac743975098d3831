import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LetterheadView } from '../../shared/features/papers/channels.ts';
import { openDesk, type TestDesk } from '../support/harness.ts';
import { linesOf, wordParts } from '../support/word-parts.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const usual: LetterheadView = {
  mode: 'electronic',
  freeMm: 87,
  letterFreeMm: 8,
  mark: '青禾市第一中学文件',
  sealMm: 42,
  printedBy: '青禾市第一中学办公室',
  rev: 0,
};

describe('the letterhead of a school', () => {
  it('is an electronic red head in its name until it says otherwise, and what it said outlives a restart', async () => {
    const clerk = await desk.everyone();
    expect(await clerk.call('papers.letterhead', {})).toEqual(usual);
    const saved = await clerk.call('papers.saveLetterhead', { ...usual, mode: 'preprinted', freeMm: 90.5 });
    expect(saved).toEqual({ ...usual, mode: 'preprinted', freeMm: 90.5, rev: 1 });
    await desk.restart();
    const again = await desk.everyone();
    expect(await again.call('papers.letterhead', {})).toEqual(saved);
    const changed = await again.call('papers.saveLetterhead', { ...saved, printedBy: '学校办公室' });
    expect(changed.rev).toBe(2);
  });

  it('refuses a change made on an older one', async () => {
    const clerk = await desk.everyone();
    await clerk.call('papers.saveLetterhead', usual);
    expect((await clerk.refused('papers.saveLetterhead', { ...usual, rev: 0 })).code).toBe('conflict');
    expect((await clerk.refused('papers.saveLetterhead', { ...usual, rev: 7 })).code).toBe('conflict');
  });

  it.each([
    ['freeMm', { freeMm: 121 }, '120'],
    ['sealMm', { sealMm: 46 }, '45'],
    ['mark', { mark: ' ' }, '红头文字'],
    ['letterFreeMm', { letterFreeMm: 8.3 }, '半毫米'],
  ] as const)('refuses a %s that cannot be', async (path, wrong, words) => {
    const clerk = await desk.everyone();
    const refused = await clerk.refused('papers.saveLetterhead', { ...usual, ...wrong });
    expect(refused.fields?.[0]?.path).toBe(path);
    expect(refused.fields?.[0]?.message).toContain(words);
  });

  it('shows every form of paper under settings that nobody saved', async () => {
    const clerk = await desk.everyone();
    const letterhead = { ...usual, mark: '青禾一中文件' };
    const titles = await Promise.all(
      (['notice', 'request', 'letter', 'minutes'] as const).map(async (sample) => {
        const file = await clerk.call('papers.previewLetterhead', { letterhead, sample });
        const parts = await wordParts(Buffer.from(file.base64, 'base64'));
        return [...linesOf(parts.document), ...parts.headers.flatMap(linesOf)]
          .filter(({ style }) => style === 'MzIssuer')
          .map(({ text }) => text)
          .join('');
      }),
    );
    expect(titles).toEqual([
      '青禾一中文件',
      '青禾一中文件',
      '青禾市第一中学',
      '青禾市第一中学校长办公会议纪要',
    ]);
    expect((await clerk.call('papers.letterhead', {})).rev).toBe(0);
  });

  it('is told in words which typefaces the PC lacks', async () => {
    const clerk = await desk.everyone();
    const { fonts } = await clerk.call('papers.fonts', {});
    expect(fonts.map(({ name }) => name)).toEqual([
      '仿宋_GB2312',
      '楷体_GB2312',
      '黑体',
      '宋体',
      '方正小标宋简体',
    ]);
    for (const { use } of fonts) expect(use).toMatch(/^[\p{Script=Han}、]+$/u);
  });
});
