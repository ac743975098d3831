import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type ParagraphChild,
  type TabStopDefinition,
} from 'docx';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { CHAR, LINE, TEXT_WIDTH, mm, textWidth, widthInChars } from './geometry.ts';
import type { DownwardPaper, Letterhead, MinutesPaper, UpwardPaper } from './model.ts';
import { STYLE } from './styles.ts';
import { printable } from './text.ts';

/** Largest and smallest type of the issuer's mark in points; in between it fills the width of the 版心. */
const MARK_LARGEST = 48;
const MARK_SMALLEST = 22;

/** A line of the mark is this high, in em, and the ink of its glyphs begins and ends this far from its edges. */
const MARK_LINE = 1.3;
export const MARK_INK = { top: 0.18, bottom: 0.16 } as const;

export const RED = 'FF0000';

/** 0.4 mm: between the 0.35 mm and 0.5 mm in use. */
const RED_LINE = { style: BorderStyle.SINGLE, size: 10, color: RED } as const;

/** Points between the number's line and the red rule: with the room below the glyphs, 4 mm (GB/T 9704-2012 7.2.7). */
const RED_LINE_SPACE = 8;

/** What the rule and its distance add to the height of the number's paragraph, in twips. */
const RED_LINE_ROOM = RED_LINE_SPACE * 20 + 25;

/** Where the red line of usual pre-printed paper lies below the upper edge of the 版心: as on our own red head. */
const USUAL_FREE_MM = 87;

export const NUMBER_OPEN = '（文号待定）';

/** Type size of a mark in points: as large as its length allows. */
export const markPoints = (text: string, largest = MARK_LARGEST): number =>
  Math.max(MARK_SMALLEST, Math.min(largest, Math.floor(TEXT_WIDTH / 20 / widthInChars(text))));

/** A mark in red 小标宋 whose ink begins `inkTop` twips below the top of its paragraph. */
export const redMark = (
  text: string,
  points: number,
  inkTop: number,
  indent?: { readonly left: number; readonly right: number },
): Paragraph =>
  new Paragraph({
    style: STYLE.issuer,
    ...(indent === undefined ? {} : { indent }),
    spacing: {
      before: Math.max(0, inkTop - Math.round(points * 20 * MARK_INK.top)),
      line: Math.round(points * 20 * MARK_LINE),
      lineRule: LineRuleType.EXACT,
    },
    children: [new TextRun({ text: printable(text), size: points * 2 })],
  });

/** 发文机关标志: its upper edge lies 35 mm below the upper edge of the 版心 (GB/T 9704-2012 7.2.4). */
const issuerMark = (issuer: string): Paragraph => redMark(issuer, markPoints(printable(issuer)), mm(35));

/** A two-character name is set as wide as one of three, as on every list of names. */
const spacedName = (name: string): string => {
  const [first, second, ...others] = printable(name);
  return second !== undefined && others.length === 0 ? `${first ?? ''}　${second}` : printable(name);
};

/** A line above the red rule; tab stops instead of indents, because the rule below it is as wide as its paragraph. */
interface HeadLine {
  readonly children: readonly ParagraphChild[];
  readonly tabStops: readonly TabStopDefinition[];
  readonly centred: boolean;
}

const centredNumber = (number: string | undefined): HeadLine => ({
  centred: true,
  tabStops: [],
  children: [new TextRun(number === undefined ? NUMBER_OPEN : printable(number))],
});

const leftStop = (position: number): TabStopDefinition => ({
  type: TabStopType.LEFT,
  position: Math.round(position),
});

/** A text one character from the left. */
const FROM_LEFT = leftStop(CHAR);

/** Names of signers on one line (GB/T 9704-2012 7.2.6: 一般每行排两个姓名). */
const SIGNERS_A_LINE = 2;

const SIGNER_LABEL = '签发人：';

/**
 * The number one character from the left, on the line of the last 签发人, whose name in 楷体 ends one character from the
 * right (GB/T 9704-2012 7.2.5, 7.2.6).
 */
const signedNumber = ({ number, signers }: UpwardPaper): HeadLine[] => {
  const names = (signers.length === 0 ? ['　　　'] : signers).map(spacedName);
  const rows: string[][] = [];
  for (let at = 0; at < names.length; at += SIGNERS_A_LINE) rows.push(names.slice(at, at + SIGNERS_A_LINE));
  const widthOf = (column: number): number => Math.max(...rows.map((row) => textWidth(row[column] ?? '')));
  const second = names.length > 1 ? TEXT_WIDTH - CHAR - widthOf(1) : undefined;
  const first = (second ?? TEXT_WIDTH) - CHAR - widthOf(0);
  const name = (text: string): TextRun => new TextRun({ style: STYLE.run.kai, text });
  const tab = (): TextRun => new TextRun({ children: [new Tab()] });
  return rows.map((row, index) => {
    const numbered = index === rows.length - 1;
    const labelled = index === 0;
    return {
      centred: false,
      tabStops: [
        ...(numbered ? [FROM_LEFT] : []),
        leftStop(labelled ? first - textWidth(SIGNER_LABEL) : first),
        ...(second === undefined ? [] : [leftStop(second)]),
      ],
      children: [
        ...(numbered ? [tab(), new TextRun(number === undefined ? NUMBER_OPEN : printable(number))] : []),
        tab(),
        ...(labelled ? [new TextRun(SIGNER_LABEL)] : []),
        ...row.flatMap((text, column) => (column === 0 ? [name(text)] : [tab(), name(text)])),
      ],
    };
  });
};

/** Number, then who edited the minutes on the left and the day on the right. */
const minutesLines = ({ number, editedBy, day }: MinutesPaper): HeadLine[] => [
  centredNumber(number),
  {
    centred: false,
    tabStops: [FROM_LEFT, { type: TabStopType.RIGHT, position: TEXT_WIDTH - CHAR }],
    children: [new TextRun({ children: [new Tab(), printable(editedBy), new Tab(), formatDay(day)] })],
  },
];

type Headed = DownwardPaper | UpwardPaper | MinutesPaper;

const headLines = (paper: Headed): HeadLine[] => {
  if (paper.kind === 'upward') return signedNumber(paper);
  if (paper.kind === 'minutes') return minutesLines(paper);
  return [centredNumber(paper.number)];
};

/** `before`: room above the first line; `ruled`: the red line below the last one is drawn. */
const placed = (lines: readonly HeadLine[], before: number, ruled: boolean): Paragraph[] =>
  lines.map(
    ({ children, tabStops, centred }, index) =>
      new Paragraph({
        style: STYLE.number,
        alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { before: index === 0 ? before : 0 },
        ...(tabStops.length === 0 ? {} : { tabStops }),
        ...(ruled && index === lines.length - 1
          ? { border: { bottom: { ...RED_LINE, space: RED_LINE_SPACE } } }
          : {}),
        children: [...children],
      }),
  );

/** The head of a paper, and how far below it the title begins, in twips. */
export interface Head {
  readonly paragraphs: readonly Paragraph[];
  readonly titleBefore: number;
  /** Set below the title instead, as papers without a head do. */
  readonly belowTitle: readonly Paragraph[];
}

/**
 * The 版头 of all forms but the letter: electronic with the red mark and line; on pre-printed paper only number and
 * signers, where the paper leaves room for them above its own red line; none on a plain paper.
 */
export const redHead = (paper: Headed, letterhead: Letterhead): Head => {
  const lines = headLines(paper);
  const mode = paper.kind === 'minutes' && letterhead.mode === 'preprinted' ? 'electronic' : letterhead.mode;
  switch (mode) {
    case 'electronic':
      return {
        paragraphs: [issuerMark(paper.issuer), ...placed(lines, 2 * LINE, true)],
        titleBefore: 2 * LINE,
        belowTitle: [],
      };
    case 'preprinted': {
      const free = mm(letterhead.freeMm ?? USUAL_FREE_MM);
      const before = Math.max(0, free - RED_LINE_SPACE * 20 - lines.length * LINE);
      return {
        paragraphs: placed(lines, before, false),
        titleBefore: 2 * LINE + RED_LINE_ROOM,
        belowTitle: [],
      };
    }
    case 'plain':
      return paper.kind === 'upward'
        ? { paragraphs: placed(lines, 0, false), titleBefore: LINE, belowTitle: [] }
        : { paragraphs: [], titleBefore: 0, belowTitle: placed(lines, Math.round(LINE / 2), false) };
  }
};
