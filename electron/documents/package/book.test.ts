import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { OfficialPaper, Paper, PlainForm } from '../word/model.ts';
import { renderWord } from '../word/pack.ts';
import { caseFileDossier, type BoundPaper, type CaseFileBook } from './book.ts';
import { chapterBlocks } from './chapter.ts';

const properties = { title: '题名', createdAt: '2026-11-24T01:00:00.000Z' };

const notice: OfficialPaper = {
  form: 'official',
  issuer: '青禾市文苑初级中学文件',
  number: '文苑中〔2026〕3号',
  title: '关于教学常规检查\n有关问题的通报',
  addressee: '各部门',
  body: [
    { kind: 'heading', level: 1, text: '基本情况' },
    { kind: 'paragraph', text: '经核实，应备十五课时。' },
    { kind: 'heading', level: 1, text: '处理决定', then: '给予通报批评。' },
  ],
  attachments: [{ title: '检查记录', blocks: [{ kind: 'paragraph', text: '附件正文' }] }],
  signature: { issuer: '青禾市文苑初级中学', day: '2026-11-24' },
  sealed: true,
  note: '联系人：周敏',
  cc: '教务处',
  draft: false,
  properties,
};

const minutes: OfficialPaper = {
  form: 'official',
  kind: 'minutes',
  issuer: '校长办公会议纪要',
  number: '第3期',
  title: '会议纪要',
  editedBy: '办公室编',
  day: '2026-11-23',
  attendance: { present: ['王建国', '周敏'], excused: ['李明'] },
  body: [{ kind: 'paragraph', text: '会议决定给予通报批评。' }],
  draft: false,
  properties,
};

const record: PlainForm = {
  form: 'plain',
  title: '谈话记录',
  number: '编号：3',
  body: [{ kind: 'fields', rows: [{ kind: 'fields', fields: [{ label: '地点', value: '会议室' }] }] }],
  everyPage: '被谈话人：',
  draft: false,
  properties,
};

const bound = (title: string, paper?: Paper): BoundPaper => ({
  title,
  fileName: `${title}.docx`,
  day: '2026-11-24',
  pages: 2,
  hash: 'ab'.repeat(32),
  ...(paper === undefined ? {} : { paper }),
});

const book: CaseFileBook = {
  title: '关于教学常规检查有关问题的问责案卷',
  issuer: '青禾市文苑初级中学',
  number: '2026-3',
  createdAt: '2026-11-24T01:00:00.000Z',
  day: '2026-11-24',
  facts: [{ label: '承办', value: '办公室' }],
  chapters: [
    { title: '登记', blocks: [{ kind: 'paragraph', text: '登记的内容。' }] },
    { title: '调查', blocks: [{ kind: 'paragraph', text: '调查的内容。' }] },
  ],
  papers: [
    { ...bound('关于教学常规检查有关问题的通报', notice), number: '文苑中〔2026〕3号' },
    bound('谈话记录', record),
    bound('外来函件'),
  ],
};

const documentXml = async (bytes: Uint8Array): Promise<string> => {
  const part = (await JSZip.loadAsync(bytes)).file('word/document.xml');
  if (!part) throw new Error('not a Word file');
  return part.async('string');
};
const wordsOf = (xml: string): string => xml.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');

describe('a paper as a chapter', () => {
  const texts = (paper: Paper): string => JSON.stringify(chapterBlocks(paper));

  it('keeps every word, and the marks its headings bear', () => {
    for (const words of [
      '青禾市文苑初级中学文件',
      '文苑中〔2026〕3号',
      '关于教学常规检查有关问题的通报',
      '各部门：',
      '一、基本情况',
      '二、处理决定',
      '给予通报批评。',
      '2026年11月24日',
      '（联系人：周敏）',
      '附件：检查记录',
      '附件正文',
      '抄送：教务处。',
    ])
      expect(texts(notice)).toContain(words);
    expect(chapterBlocks(notice).some(({ kind }) => kind === 'heading')).toBe(false);
  });

  it('names who was there, who signed, what stands on every page', () => {
    for (const words of ['办公室编　2026年11月23日', '出席：王建国、周敏', '请假：李明'])
      expect(texts(minutes)).toContain(words);
    expect(texts(minutes)).not.toContain('列席');
    expect(texts(record)).toContain('被谈话人：');
    const upward: OfficialPaper = {
      ...notice,
      kind: 'upward',
      genre: '请示',
      addressee: '区教育局',
      signers: ['王建国'],
    };
    expect(texts(upward)).toContain('签发人：王建国');
  });

  it('may be a dossier itself', () => {
    expect(texts(caseFileDossier(book))).toContain('一、登记');
  });
});

describe('a case as one Word file', () => {
  it('has cover, contents with page numbers, record, list of papers with hashes, and our papers', async () => {
    const xml = await documentXml(await renderWord(caseFileDossier(book)));
    const words = wordsOf(xml);
    for (const part of [
      '问责案卷',
      '编号：2026-3',
      '一、登记',
      '二、调查',
      '三、卷内文书',
      '四、关于教学常规检查有关问题的通报（文苑中〔2026〕3号）',
      '五、谈话记录',
      '原件：谈话记录.docx',
      'ab'.repeat(32),
      '会议室',
    ])
      expect(words).toContain(part);
    expect(words).not.toContain('六、');
    // The list of contents: each chapter with the page it begins on, later ones on later pages.
    const pages = [...xml.matchAll(/PAGEREF _Toc(\d+)/g)].map(([, at]) => Number(at));
    expect(pages).toEqual([1, 2, 3, 4, 5]);
    const listed = [...xml.matchAll(/PAGEREF.*?<w:t[^>]*>(\d+)<\/w:t>/gs)].map(([, page]) => Number(page));
    expect(listed).toHaveLength(5);
    expect(listed).toEqual([...listed].sort((a, b) => a - b));
    // The chapters of the record go on from one another; the list of papers and each paper begin a page.
    expect(new Set(listed).size).toBe(4);
  });

  it('holds more than a hundred papers, and is the same file each time', async () => {
    const many = {
      ...book,
      papers: Array.from({ length: 120 }, (_blank, index) => bound(`第${String(index)}份`, record)),
    };
    const bytes = await renderWord(caseFileDossier(many));
    expect(wordsOf(await documentXml(bytes))).toContain('一百二十三、第119份');
    expect(Buffer.from(await renderWord(caseFileDossier(many))).equals(Buffer.from(bytes))).toBe(true);
  });

  it('says that there are no papers where there are none', async () => {
    const words = wordsOf(await documentXml(await renderWord(caseFileDossier({ ...book, papers: [] }))));
    expect(words).toContain('没有印发文书');
  });
});
