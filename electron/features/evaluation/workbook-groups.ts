import type { Indicator, IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import { dimensionsOf, raterIdsFor } from '../../../shared/features/evaluation/rating.ts';
import type {
  GroupFigure,
  RaterGroup,
  ScoreSheet,
  Subject,
} from '../../../shared/features/evaluation/schema.ts';
import { pointsOf } from '../../../shared/features/evaluation/scores.ts';
import { raterNameIn } from '../../../shared/features/evaluation/sheet-state.ts';
import {
  columnLetters,
  firstDataRow,
  type HeadRow,
  type ScoreSheet as ExcelSheet,
  type SheetCell,
  type SheetColumn,
} from '../../documents/excel/score-sheet.ts';
import { commonFullMarks, dimensionFormula, groupFormula, meanFormula } from './workbook-formulas.ts';

/** Hundredths as the number that stands in a cell. */
export const cellNumber = (hundredths: number): number => hundredths / 100;

/** A reference to cells of another sheet. */
export const onSheet = (name: string, cells: string): string => `'${name.replaceAll("'", "''")}'!${cells}`;

/** A name that Excel accepts for a sheet: short, without its forbidden characters, told apart by its number. */
export const sheetName = (place: number, name: string, what: string): string =>
  `${String(place + 1)}.${name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 20)} ${what}`;

/** What one subject has in a group; `figure` undefined: not reckoned, or left out. */
export interface GroupLine {
  readonly subject: Subject;
  readonly figure: GroupFigure | undefined;
}

export interface GroupSheets {
  readonly marks: ExcelSheet;
  readonly figures: ExcelSheet;
  /** Where the summary finds a subject's total: letters of its column; the rows are those of `lines`. */
  readonly totalColumn: string;
  readonly columnOf: ReadonlyMap<string, string>;
}

const PERSON: readonly SheetColumn[] = [
  { title: '工号/编号', band: '', kind: 'text', width: 12 },
  { title: '姓名/名称', band: '', kind: 'text', width: 12 },
];
const MARK_HEAD_ROWS = 1;
const FIGURE_HEAD_ROWS = 2;

const indicatorColumns = (
  content: IndicatorContent,
  group: RaterGroup,
  kind: SheetColumn['kind'],
): SheetColumn[] =>
  dimensionsOf(content, group).flatMap((dimension) =>
    dimension.indicators.map(({ name }) => ({ title: name, band: dimension.name, kind, width: 11 })),
  );

const blanks = (count: number): null[] => Array.from({ length: count }, () => null);

/** Rows of the marks sheet that belong to a subject: where they begin, and how many. */
interface MarkRows {
  readonly first: number;
  readonly sheets: readonly ScoreSheet[];
}

const markRowsOf = (
  group: RaterGroup,
  indicators: readonly Indicator[],
  lines: readonly GroupLine[],
  sheets: readonly ScoreSheet[],
): MarkRows[] => {
  const byKey = new Map(sheets.map((sheet) => [`${sheet.raterId}/${sheet.subjectId}`, sheet]));
  let next = firstDataRow(MARK_HEAD_ROWS);
  return lines.map(({ subject }) => {
    const given = raterIdsFor(group, subject.id).flatMap((raterId) => {
      const sheet = byKey.get(`${raterId}/${subject.id}`);
      return sheet && indicators.some(({ id }) => Object.hasOwn(sheet.scores, id)) ? [sheet] : [];
    });
    const rows = { first: next, sheets: given };
    next += given.length;
    return rows;
  });
};

const marksSheet = (
  name: string,
  content: IndicatorContent,
  group: RaterGroup,
  indicators: readonly Indicator[],
  lines: readonly GroupLine[],
  rows: readonly MarkRows[],
): ExcelSheet => {
  const cells = function* (): Generator<SheetCell[]> {
    for (const [place, { subject }] of lines.entries()) {
      for (const sheet of rows[place]?.sheets ?? []) {
        yield [
          subject.number,
          subject.name,
          raterNameIn(group, sheet.raterId),
          ...indicators.map((indicator): SheetCell => {
            const score = sheet.scores[indicator.id];
            return score ? cellNumber(pointsOf(indicator, score)) : null;
          }),
        ];
      }
    }
  };
  return {
    name,
    title: `${group.name}评分明细`,
    note: '每行是一名评分人对一个对象的评分，等级和扣分、加分已折算为分数。修改分数后，得分表和汇总表自动重新计算。',
    columns: [
      ...PERSON,
      { title: '评分人', band: '', kind: 'text', width: 12 },
      ...indicatorColumns(content, group, 'mark'),
    ],
    headRows: [
      {
        label: '满分',
        numFmt: '0.##',
        values: [...blanks(3), ...indicators.map(({ fullMarks }) => cellNumber(fullMarks))],
      },
    ],
    frozenColumns: 3,
    rowCount: rows.reduce((sum, { sheets }) => sum + sheets.length, 0),
    rows: cells(),
  };
};

/** The two sheets of a rater group: what was given, and what comes of it, subject by subject. */
export const groupSheets = (
  place: number,
  content: IndicatorContent,
  group: RaterGroup,
  lines: readonly GroupLine[],
  sheets: readonly ScoreSheet[],
): GroupSheets => {
  const dimensions = dimensionsOf(content, group);
  const indicators = dimensions.flatMap((dimension) => dimension.indicators);
  const rows = markRowsOf(group, indicators, lines, sheets);
  const marksName = sheetName(place, group.name, '评分');
  const offset = PERSON.length + 1;
  const letters = (column: number): string => columnLetters(offset + column);
  const columnOf = new Map(indicators.map(({ id }, index) => [id, letters(index)]));
  const firstDimension = letters(indicators.length);
  const lastDimension = letters(indicators.length + dimensions.length - 1);
  const weightRow = firstDataRow(0);
  const fullRow = weightRow + 1;
  const firstRow = firstDataRow(FIGURE_HEAD_ROWS);

  const dimensionRanges = dimensions.map((dimension) => {
    const ids = dimension.indicators.map(({ id }) => columnOf.get(id) ?? '');
    return {
      from: ids[0] ?? '',
      to: ids.at(-1) ?? '',
      common: commonFullMarks(dimension.indicators.map(({ fullMarks }) => fullMarks / 100)),
    };
  });

  const figuresRow = ({ subject, figure }: GroupLine, index: number): SheetCell[] => {
    const person = [subject.number, subject.name];
    if (!figure) return person;
    const row = String(firstRow + index);
    const { first, sheets: given } = rows[index] ?? { first: 0, sheets: [] };
    const means = figure.dimensions.flatMap((dimension) =>
      dimension.indicators.map(({ indicatorId, points }): SheetCell => {
        // In the marks sheet one column more stands before the first indicator: the rater.
        const at = indicators.findIndex(({ id }) => id === indicatorId);
        // Nobody gave marks for a formula: what it gave stands here as it is.
        if (indicators[at]?.method.kind === 'formula') return cellNumber(points);
        const column = columnLetters(PERSON.length + 2 + at);
        const cells = `${column}${String(first)}:${column}${String(first + given.length - 1)}`;
        return { formula: meanFormula(onSheet(marksName, cells)), result: cellNumber(points) };
      }),
    );
    const scores = figure.dimensions.map(({ score }, at): SheetCell => {
      const { from, to, common } = dimensionRanges[at] ?? { from: '', to: '', common: 1 };
      return {
        formula: dimensionFormula(
          `${from}${row}:${to}${row}`,
          `${from}$${String(weightRow)}:${to}$${String(weightRow)}`,
          `${from}$${String(fullRow)}:${to}$${String(fullRow)}`,
          common,
        ),
        result: cellNumber(score),
      };
    });
    const total = {
      formula: groupFormula(
        `${firstDimension}${row}:${lastDimension}${row}`,
        `${firstDimension}$${String(weightRow)}:${lastDimension}$${String(weightRow)}`,
      ),
      result: cellNumber(figure.total),
    };
    return [...person, ...means, ...scores, total];
  };

  const cells = function* (): Generator<SheetCell[]> {
    for (const [index, line] of lines.entries()) yield figuresRow(line, index);
  };
  const headRows: HeadRow[] = [
    {
      label: '权重',
      numFmt: '0.##"%"',
      values: [
        ...blanks(PERSON.length),
        ...indicators.map(({ weight }) => cellNumber(weight)),
        ...dimensions.map(({ weight }) => cellNumber(weight)),
      ],
    },
    {
      label: '满分',
      numFmt: '0.##',
      values: [
        ...blanks(PERSON.length),
        ...indicators.map(({ fullMarks }) => cellNumber(fullMarks)),
        ...blanks(dimensions.length).map(() => 100),
        100,
      ],
    },
  ];
  return {
    marks: marksSheet(marksName, content, group, indicators, lines, rows),
    figures: {
      name: sheetName(place, group.name, '得分'),
      title: `${group.name}得分表`,
      note: '指标得分是各评分人的平均分，公式指标由数据算出；维度得分按指标权重折成百分制；每一步四舍五入到两位小数。',
      columns: [
        ...PERSON,
        ...indicatorColumns(content, group, 'figure'),
        ...dimensions.map(({ name }): SheetColumn => ({
          title: name,
          band: '维度得分',
          kind: 'figure',
          width: 11,
        })),
        { title: '评分组得分', band: '', kind: 'figure', width: 11 },
      ],
      headRows,
      frozenColumns: PERSON.length,
      rowCount: lines.length,
      rows: cells(),
    },
    totalColumn: letters(indicators.length + dimensions.length),
    columnOf,
  };
};

/** The row of the figures sheet in which the subject at this place stands. */
export const figureRowAt = (place: number): string => String(firstDataRow(FIGURE_HEAD_ROWS) + place);
