import { formatDay } from '../../../shared/kernel/dates.ts';
import type { Dossier, DossierSection, Paper } from '../word/model.ts';
import { chapterBlocks } from './chapter.ts';
import type { CaseFileHead } from './model.ts';

/** A paper of the case as it was issued. */
export interface BoundPaper {
  /** 题名 */
  readonly title: string;
  /** 文号 */
  readonly number?: string;
  /** 成文日期, `YYYY-MM-DD`. */
  readonly day?: string;
  readonly pages?: number;
  /** Name of the issued file. */
  readonly fileName: string;
  /** SHA-256 of the issued file. */
  readonly hash: string;
  /** What it was made from, where the school made it with this program; otherwise it is only listed. */
  readonly paper?: Paper;
}

/** A whole case as one Word file. */
export interface CaseFileBook extends CaseFileHead {
  /** On the cover, `YYYY-MM-DD`. */
  readonly day: string;
  /** On the cover below the title. */
  readonly facts: Dossier['cover']['facts'];
  /** The record: 登记, 调查, 决定… in order. */
  readonly chapters: readonly DossierSection[];
  readonly papers: readonly BoundPaper[];
}

/** 卷内文书 with the hash of each issued file, and whether its text stands in the book. */
const paperList = (papers: readonly BoundPaper[]): DossierSection => ({
  title: '卷内文书',
  newPage: true,
  blocks: [
    {
      kind: 'paragraph',
      text: '文书以印发的原件为准。校验值（SHA-256）用来核对原件是否被改动；“全文”一栏为“有”的，内容收在后面。',
    },
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 6, align: 'center' },
        { title: '题名', width: 28 },
        { title: '文号', width: 17 },
        { title: '日期', width: 13, align: 'center' },
        { title: '页数', width: 6, align: 'center' },
        { title: '全文', width: 7, align: 'center' },
        { title: '校验值', width: 23 },
      ],
      rows: papers.map(({ title, number = '', day, pages, paper, hash }, index) => [
        String(index + 1),
        title,
        number,
        day === undefined ? '' : formatDay(day),
        pages === undefined ? '' : String(pages),
        paper === undefined ? '无' : '有',
        hash,
      ]),
      emptyText: '没有印发文书',
    },
  ],
});

const paperChapter = ({ title, number, fileName, paper }: BoundPaper & { paper: Paper }): DossierSection => ({
  title: number === undefined ? title : `${title}（${number}）`,
  newPage: true,
  blocks: [{ kind: 'paragraph', text: `原件：${fileName}`, indent: 'none' }, ...chapterBlocks(paper)],
});

/**
 * A whole case as one dossier: cover, list of contents with page numbers, the record in chapters, the list of issued
 * papers with their hashes, and the text of those that the school itself made. Hand it to `renderWord`.
 */
export const caseFileDossier = (book: CaseFileBook): Dossier => ({
  form: 'dossier',
  cover: {
    issuer: book.issuer,
    title: book.title,
    ...(book.number === undefined ? {} : { subtitle: `编号：${book.number}` }),
    facts: book.facts,
    day: book.day,
  },
  runningHead: book.title,
  sections: [
    ...book.chapters,
    paperList(book.papers),
    ...book.papers.flatMap((bound) =>
      bound.paper === undefined ? [] : [paperChapter({ ...bound, paper: bound.paper })],
    ),
  ],
  draft: false,
  properties: { title: book.title, author: book.issuer, createdAt: book.createdAt },
});
