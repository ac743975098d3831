import { AlignmentType, type FileChild } from 'docx';
import { attendanceLists } from './attendance.ts';
import { renderBlocks } from './blocks.ts';
import { blank, line, lines } from './lines.ts';
import { gridPageSetup, officialFooters, pageHeader } from './furniture.ts';
import { CHAR, LINE, LINE_CHARS, widthInChars } from './geometry.ts';
import { imprint } from './imprint.ts';
import { letterFrame, letterHead } from './letter-form.ts';
import type { Attachment, Block, OfficialPaper } from './model.ts';
import type { Sheetwork } from './mould.ts';
import { redHead, type Head } from './red-head.ts';
import { signature } from './signature.ts';
import { OFFICIAL_SHEET, STYLE } from './styles.ts';
import { paragraphsOf } from './text.ts';
import { titleLines } from './title.ts';

/** 附件说明: one line below the body, two characters in, no punctuation after the names (GB/T 9704-2012 7.3.4). */
const attachmentList = (attachments: readonly Attachment[]): FileChild[] => {
  const counted = attachments.length > 1;
  const textStart = (2 + 3 + (counted ? 1 : 0)) * CHAR;
  return attachments.map(({ title }, index) =>
    line(`${index === 0 ? '附件：' : ''}${counted ? `${String(index + 1)}.` : ''}${title}`, {
      style: STYLE.flush,
      alignment: AlignmentType.LEFT,
      ...(index === 0 ? { spacing: { before: LINE } } : {}),
      indent: { left: textStart, hanging: index === 0 ? textStart - 2 * CHAR : counted ? CHAR : 0 },
      keepNext: true,
    }),
  );
};

/** Each attachment with a text of its own begins a page: mark on the first line, title on the third (7.3.7). */
const attachmentPages = (attachments: readonly Attachment[]): FileChild[] =>
  attachments.flatMap(({ title, blocks }, index): FileChild[] =>
    blocks === undefined
      ? []
      : [
          line(`附件${attachments.length > 1 ? String(index + 1) : ''}`, {
            style: STYLE.attachmentMark,
            pageBreakBefore: true,
          }),
          ...titleLines(title, [], LINE),
          blank(),
          ...renderBlocks(blocks, OFFICIAL_SHEET),
        ],
  );

/** Lines of a last paragraph that is moved to the page of the signature as a whole: a longer one would leave a hole. */
const MOVED_LINES = 5;

/** A signature does not stand alone on a page: a short last paragraph goes with it (GB/T 9704-2012 7.3.5). */
const heldTogether = (body: readonly Block[]): readonly Block[] => {
  const last = body.at(-1);
  if (last?.kind !== 'paragraph' || last.keepWithNext !== undefined) return body;
  const length = paragraphsOf(last.text)
    .flat()
    .reduce((sum, { text }) => sum + widthInChars(text), 2);
  return length > MOVED_LINES * LINE_CHARS ? body : [...body.slice(0, -1), { ...last, keepWithNext: true }];
};

/** From the head of the first page to the 版记 of the last. */
const contentOf = (paper: OfficialPaper, head: Head): readonly FileChild[] => {
  const attachments = paper.attachments ?? [];
  return imprint(paper, [
    ...head.paragraphs,
    ...titleLines(paper.title, paper.titleWords ?? [], head.titleBefore),
    ...head.belowTitle,
    ...(paper.addressee === undefined
      ? [blank()]
      : lines(`${paper.addressee}：`, { style: STYLE.addressee })),
    ...renderBlocks(heldTogether(paper.body), OFFICIAL_SHEET),
    ...attachmentList(attachments),
    ...(paper.kind === 'minutes' ? attendanceLists(paper.attendance) : signature(paper)),
    ...attachmentPages(attachments),
  ]);
};

const ELECTRONIC = { mode: 'electronic' } as const;

/** The one section of an official paper (GB/T 9704-2012: 公文的通用格式, 信函格式 and 纪要格式). */
export const officialSheetwork = (paper: OfficialPaper): Sheetwork => {
  const letterhead = paper.letterhead ?? ELECTRONIC;
  if (paper.kind === 'letter') {
    const { page } = gridPageSetup;
    return {
      key: JSON.stringify(['letter', paper.draft, letterhead.mode, paper.issuer]),
      frame: () => {
        const { margins, ...furniture } = letterFrame(paper, letterhead);
        const margin = { ...page.margin, ...margins };
        return {
          properties: { ...gridPageSetup, titlePage: true, page: { ...page, margin } },
          ...furniture,
        };
      },
      children: contentOf(paper, letterHead(paper, letterhead)),
    };
  }
  return {
    key: JSON.stringify(['official', paper.draft]),
    frame: () => {
      const header = pageHeader(paper.draft);
      return {
        properties: gridPageSetup,
        headers: { default: header, even: header },
        footers: officialFooters(),
      };
    },
    children: contentOf(paper, redHead(paper, letterhead)),
  };
};
