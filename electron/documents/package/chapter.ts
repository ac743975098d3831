import { formatDay } from '../../../shared/kernel/dates.ts';
import type { Block, OfficialPaper, Paper, ParagraphBlock, Run, Text } from '../word/model.ts';
import { createHeadingCounter } from '../word/numbering.ts';

const centred = (text: Text): ParagraphBlock => ({
  kind: 'paragraph',
  text,
  align: 'center',
  indent: 'none',
});
const right = (text: string): ParagraphBlock => ({ kind: 'paragraph', text, align: 'right', indent: 'none' });
const flush = (text: string): ParagraphBlock => ({ kind: 'paragraph', text, indent: 'none' });
const given = (text: string | undefined, block: (text: string) => Block): Block[] =>
  text === undefined || text === '' ? [] : [block(text)];

const FACES = ['hei', 'kai', 'fang', 'fang'] as const;

/**
 * The headings of a paper as plain lines with the marks they bear in it: within a book they are no headings of the
 * book, and what refers to 第二项 still finds it.
 */
const withoutHeadings = (blocks: readonly Block[]): Block[] => {
  const nextMark = createHeadingCounter();
  return blocks.map((block): Block => {
    if (block.kind !== 'heading') return block;
    const title: Run = { text: nextMark(block.level) + block.text, face: FACES[block.level - 1] ?? 'fang' };
    const then: Text = block.then ?? [];
    return {
      kind: 'paragraph',
      text: [title, ...(typeof then === 'string' ? [then] : then)],
      ...(block.then === undefined ? { keepWithNext: true } : {}),
    };
  });
};

const attachmentsOf = (paper: OfficialPaper): Block[] => {
  const all = paper.attachments ?? [];
  const mark = (index: number): string => (all.length > 1 ? String(index + 1) : '');
  return all.flatMap(({ title, blocks }, index) => [
    flush(`附件${mark(index)}：${title}`),
    ...(blocks === undefined ? [] : withoutHeadings(blocks)),
  ]);
};

const names = (label: string, people: readonly string[] | undefined): Block[] =>
  people === undefined || people.length === 0 ? [] : [flush(`${label}：${people.join('、')}`)];

const officialBlocks = (paper: OfficialPaper): Block[] => [
  centred([{ text: paper.issuer, face: 'kai' }]),
  ...given(paper.number, centred),
  ...(paper.kind === 'upward' ? [right(`签发人：${paper.signers.join('、')}`)] : []),
  ...(paper.kind === 'minutes' ? [flush(`${paper.editedBy}　${formatDay(paper.day)}`)] : []),
  centred([{ text: paper.title.replace(/\n/g, ''), face: 'hei' }]),
  ...given(paper.addressee, (to) => flush(`${to}：`)),
  ...withoutHeadings(paper.body),
  ...(paper.kind === 'minutes'
    ? [
        ...names('出席', paper.attendance.present),
        ...names('请假', paper.attendance.excused),
        ...names('列席', paper.attendance.observing),
      ]
    : [
        right(paper.signature.issuer),
        right(paper.signature.day === undefined ? '（未署日期）' : formatDay(paper.signature.day)),
        ...given(paper.note, (note): Block => ({ kind: 'paragraph', text: `（${note}）` })),
      ]),
  ...attachmentsOf(paper),
  ...given(paper.cc, (cc) => flush(`抄送：${cc}。`)),
];

/** What a paper says, as blocks for a chapter of a book: all its words, without its own sheet, margins and red head. */
export const chapterBlocks = (paper: Paper): Block[] => {
  switch (paper.form) {
    case 'official':
      return officialBlocks(paper);
    case 'plain':
      return [
        ...given(paper.issuer, centred),
        centred([{ text: paper.title.replace(/\n/g, ''), face: 'hei' }]),
        ...given(paper.number, right),
        ...withoutHeadings(paper.body),
        ...given(paper.everyPage, flush),
      ];
    case 'dossier':
      return [
        centred([{ text: paper.cover.title, face: 'hei' }]),
        ...given(paper.cover.subtitle, centred),
        ...paper.cover.facts.map(({ label, value }) => flush(`${label}：${value}`)),
        ...withoutHeadings(
          paper.sections.flatMap((section): Block[] => [
            { kind: 'heading', level: 1, text: section.title },
            ...section.blocks,
          ]),
        ),
      ];
  }
};
