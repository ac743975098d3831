import { Document, Packer } from 'docx';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { Block, OfficialPaper, PlainForm } from './model.ts';
import type { Sheetwork } from './mould.ts';
import { officialSheetwork } from './official.ts';
import { renderWord } from './pack.ts';
import { plainSheetwork } from './plain-form.ts';

const properties = { title: '样本 <&"\'>', createdAt: '2026-11-24T01:00:00.000Z' };

const body: readonly Block[] = [
  { kind: 'heading', level: 1, text: '事实' },
  { kind: 'heading', level: 2, text: '经过。', then: "“引号”与<标签>&符号'" },
  { kind: 'paragraph', text: ['正文', { text: '楷体', face: 'kai' }, { text: '　　', underline: true }] },
  {
    kind: 'table',
    caption: '表',
    columns: [
      { title: '序号', width: 1 },
      { title: '内容', width: 3, align: 'left' },
    ],
    rows: [['1', '一\n二']],
  },
  {
    kind: 'fields',
    rows: [
      { kind: 'fields', fields: [{ label: '姓名', value: '王某某' }] },
      { kind: 'opinion', label: '意见', text: '同意', sign: '签名' },
      { kind: 'band', text: '以下' },
    ],
  },
  { kind: 'signatures', lines: [{ label: '签名：' }, { label: '日期：' }], columns: 2 },
  { kind: 'blank', lines: 2 },
  { kind: 'page-break' },
];

const base = { form: 'official', number: '青一中〔2026〕3号', body, properties } as const;
const signed = { signature: { issuer: '青禾市第一中学', day: '2026-11-20' }, sealed: true } as const;
const printed = { printedBy: '办公室', printedOn: '2026-11-21', cc: '教育局' } as const;

const official = (draft: boolean): readonly OfficialPaper[] => [
  {
    ...base,
    ...signed,
    ...printed,
    draft,
    issuer: '青禾市第一中学文件',
    title: '关于某某的通报',
    attachments: [{ title: '清单', blocks: body }, { title: '陈述' }],
  },
  {
    ...base,
    ...signed,
    ...printed,
    draft,
    kind: 'upward',
    genre: '请示',
    issuer: '青禾市第一中学文件',
    signers: ['李某', '王某某', '欧阳某某'],
    addressee: '教育局',
    title: '关于某某的请示',
  },
  {
    ...base,
    ...signed,
    draft,
    kind: 'letter',
    issuer: '青禾市第一中学',
    addressee: '公安局',
    title: '关于某某的函',
    cc: '教育局',
  },
  {
    ...base,
    ...printed,
    draft,
    kind: 'minutes',
    issuer: '办公会议纪要',
    editedBy: '办公室',
    day: '2026-11-15',
    title: '研究某某',
    attendance: { present: ['李某'] },
  },
];

const plain = (draft: boolean): PlainForm => ({
  form: 'plain',
  title: '笔录',
  body,
  everyPage: '签名：',
  draft,
  properties,
});

/** What the library makes of the same section by itself. */
const byLibrary = ({ frame, children }: Sheetwork, evenAndOdd: boolean): Promise<Uint8Array> =>
  Packer.pack(
    new Document({ sections: [{ ...frame(), children }], evenAndOddHeaderAndFooters: evenAndOdd }),
    'uint8array',
  );

/** What we write ourselves. */
const OURS = new Set(['word/styles.xml', 'word/fontTable.xml', 'docProps/core.xml']);

const partsOf = async (docx: Uint8Array): Promise<Map<string, string>> => {
  const zip = await JSZip.loadAsync(docx, { checkCRC32: true });
  const parts = new Map<string, string>();
  for (const path of Object.keys(zip.files))
    if (!OURS.has(path)) parts.set(path, (await zip.file(path)?.async('string')) ?? '');
  return parts;
};

describe('papers cast in a mould', () => {
  it.each([true, false])('are part by part what the library packs, draft %s', async (draft) => {
    for (const paper of official(draft)) {
      const ours = await partsOf(await renderWord(paper));
      expect(ours).toEqual(await partsOf(await byLibrary(officialSheetwork(paper), true)));
    }
    const form = plain(draft);
    expect(await partsOf(await renderWord(form))).toEqual(
      await partsOf(await byLibrary(plainSheetwork(form), false)),
    );
  });

  it('take nothing over from the paper before, whatever stood on its pages', async () => {
    const forms = Array.from({ length: 60 }, (_, index) => ({
      ...plain(index % 2 === 0),
      title: `笔录${String(index)}`,
      everyPage: `签名${String(index % 30)}：`,
    }));
    for (const form of [...forms, ...forms]) {
      const parts = await partsOf(await renderWord(form));
      expect(parts.get('word/document.xml')).toContain(`>${form.title}<`);
      expect(parts.get('word/footer1.xml')).toContain(form.everyPage);
      expect(parts.get('word/header1.xml')?.includes('草稿')).toBe(form.draft);
    }
  });

  it('are the same bytes whatever was packed before them', async () => {
    const [paper] = official(false);
    if (!paper) throw new Error('no paper');
    const first = await renderWord(paper);
    await Promise.all(official(true).map(renderWord));
    expect(await renderWord(paper)).toEqual(first);
  });
});
