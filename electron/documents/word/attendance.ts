import { AlignmentType, Paragraph, TextRun } from 'docx';
import { CHAR, LINE } from './geometry.ts';
import type { Attendance } from './model.ts';
import { STYLE } from './styles.ts';
import { printable } from './text.ts';

/** 左空二字, then a label of two characters and its colon: further lines stand below the first name. */
const NAMES_AT = 5 * CHAR;

const list = (label: string, names: readonly string[], first: boolean): Paragraph =>
  new Paragraph({
    style: STYLE.flush,
    alignment: AlignmentType.BOTH,
    spacing: { before: first ? LINE : 0 },
    indent: { left: NAMES_AT, hanging: 3 * CHAR },
    keepLines: true,
    children: [
      new TextRun({ text: label, style: STYLE.run.hei }),
      new TextRun(`：${names.map(printable).join('、')}`),
    ],
  });

/** 出席, 请假 and 列席 of minutes: one line below the text, label in 黑体, names in 仿宋 (GB/T 9704-2012 10.3). */
export const attendanceLists = ({ present, excused = [], observing = [] }: Attendance): Paragraph[] =>
  (
    [
      ['出席', present],
      ['请假', excused],
      ['列席', observing],
    ] as const
  )
    .filter(([, names]) => names.length > 0)
    .map(([label, names], index) => list(label, names, index === 0));
