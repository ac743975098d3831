import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import { renderMany } from '../../electron/documents/workers/paper-pool.ts';
import type { DownwardPaper } from '../../electron/documents/word/model.ts';
import { median, row, timed, type BenchRow } from './row.ts';

const NOTICES = 200;
const ROUNDS = 5;

const facts = (index: number): string =>
  `经教务处查阅教案、作业批改记录并与本人核对,第${String(index)}次检查中应备 15 课时,实有 11 课时;` +
  '两个班作业各有一次未作批改记录。本人称因连续代课未能及时补写,情况属实。';

const paragraphsOf = (index: number): readonly string[] => [
  facts(index),
  '上述行为违反学校教学常规关于备课与作业批改的要求。情节轻微,未造成教学事故,本人认识态度较好。',
  '依据学校有关规定,经校长办公会集体研究,决定给予通报批评。',
  '如对本决定不服,可以自收到之日起三十日内向作出决定的机构申请复核。',
  '各部门要引以为戒,对照检查,及时改进。',
];

const notice = (index: number): DownwardPaper => ({
  form: 'official',
  issuer: '青禾市文苑初级中学',
  number: `文苑中〔2026〕${String(index)}号`,
  title: '关于教学常规检查有关问题的通报',
  addressee: '各部门',
  body: paragraphsOf(index).map((text) => ({ kind: 'paragraph', text })),
  signature: { issuer: '青禾市文苑初级中学', day: '2026-11-24' },
  sealed: true,
  draft: false,
  properties: { title: `通报 ${String(index)}`, createdAt: '2026-11-24T01:00:00.000Z' },
});

/** The same words as bare paragraphs: what the library needs for itself. */
const bare = (index: number): Promise<Uint8Array> => {
  const paper = notice(index);
  const lines = [paper.issuer, paper.number ?? '', paper.title, `${paper.addressee ?? ''}:`];
  const ends = [paper.signature.issuer, '2026年11月24日'];
  const children = [
    ...lines.map((text) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(text)] })),
    ...[...paragraphsOf(index), ...ends].map((text) => new Paragraph({ children: [new TextRun(text)] })),
  ];
  return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array');
};

/** 200 notices of our house style, beside docx packing the same paragraphs without any style. */
export const measurePapers = async (): Promise<BenchRow[]> => {
  const papers = Array.from({ length: NOTICES }, (_, index) => notice(index + 1));
  const ours: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timed(() => renderMany(papers)));
    peers.push(
      await timed(async () => {
        for (let index = 1; index <= NOTICES; index += 1) await bare(index);
      }),
    );
  }
  return [row('notices-200', 'ms', median(ours), 'docx packing the same paragraphs bare', median(peers))];
};
