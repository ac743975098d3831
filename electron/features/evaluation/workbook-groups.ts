import { dimensionsOf } from '../../../shared/features/evaluation/rating.ts';
import { comparisonGroupOf } from '../../../shared/features/evaluation/results/comparison.ts';
import type { GroupFigure, IndicatorFigure } from '../../../shared/features/evaluation/schema.ts';
import {
  columnLetters,
  firstDataRow,
  type HeadRow,
  type ScoreSheet as ExcelSheet,
  type SheetCell,
  type SheetColumn,
} from '../../documents/excel/score-sheet.ts';
import {
  commonFullMarks,
  dimensionFormula,
  groupFormula,
  meanFormula,
  standardisedFormula,
  trimmedMeanFormula,
} from './workbook-formulas.ts';
import {
  indicatorColumns,
  indicatorsIn,
  markRowsOf,
  marksSheet,
  type GroupLine,
  type GroupView,
} from './workbook-marks.ts';

/** Hundredths as the number that stands in a cell. */
export const cellNumber = (hundredths: number): number => hundredths / 100;

/** A reference to cells of another sheet. */
export const onSheet = (name: string, cells: string): string => `'${name.replaceAll("'", "''")}'!${cells}`;

/** A name that Excel accepts for a sheet: short, without its forbidden characters, told apart by its number. */
export const sheetName = (place: number, name: string, what: string): string =>
  `${String(place + 1)}.${name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 20)} ${what}`;

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
const FIGURE_HEAD_ROWS = 2;

const blanks = (count: number): null[] => Array.from({ length: count }, () => null);

/** The two sheets of a rater group: what was given, and what comes of it, subject by subject. */
export const groupSheets = (place: number, view: GroupView): GroupSheets => {
  const { cycle, content, group, lines } = view;
  const dimensions = dimensionsOf(content, group);
  const indicators = indicatorsIn(content, group);
  const rows = markRowsOf(view);
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

  const totalAt = indicators.length + dimensions.length;
  const measure = cycle.standardise;
  const withinOf = (subject: GroupLine['subject']): string => comparisonGroupOf(cycle.rankWithin, subject);
  const peers = new Map<string, number>();
  for (const { subject, figure } of lines)
    if (figure) peers.set(withinOf(subject), (peers.get(withinOf(subject)) ?? 0) + 1);
  const down = (column: string): string =>
    `${column}$${String(firstRow)}:${column}$${String(firstRow + lines.length - 1)}`;

  const standardisedCells = (
    subject: GroupLine['subject'],
    figure: GroupFigure,
    row: string,
  ): SheetCell[] => {
    if (measure === null) return [];
    const [raw, within] = [letters(totalAt), letters(totalAt + 1)];
    const result = cellNumber(figure.total);
    // Somebody with whom he was standardised has no result that stands here: then it cannot be reckoned from here.
    const live = figure.standardised?.peers === peers.get(withinOf(subject));
    const formula = standardisedFormula(
      {
        own: `${raw}${row}`,
        all: down(raw),
        group: cycle.rankWithin === 'all' ? null : { own: `${within}${row}`, all: down(within) },
      },
      measure,
    );
    return [withinOf(subject), live ? { formula, result } : result];
  };

  const figuresRow = ({ subject, figure }: GroupLine, index: number): SheetCell[] => {
    const person = [subject.number, subject.name];
    if (!figure) return person;
    const row = String(firstRow + index);
    const { first, rows: given } = rows[index] ?? { first: 0, rows: [] };
    const meanCell = ({ indicatorId, points, trimmed }: IndicatorFigure): SheetCell => {
      // In the marks sheet one column more stands before the first indicator: the rater.
      const at = indicators.findIndex(({ id }) => id === indicatorId);
      // Nobody gave marks for a formula: what it gave stands here as it is.
      if (indicators[at]?.method.kind === 'formula') return cellNumber(points);
      const column = columnLetters(PERSON.length + 2 + at);
      const cells = onSheet(
        marksName,
        `${column}${String(first)}:${column}${String(first + given.length - 1)}`,
      );
      const formula =
        trimmed.length > 0 && group.trim ? trimmedMeanFormula(cells, group.trim) : meanFormula(cells);
      return { formula, result: cellNumber(points) };
    };
    const means = figure.dimensions.flatMap((dimension) => dimension.indicators.map(meanCell));
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
      result: cellNumber(figure.standardised?.raw ?? figure.total),
    };
    return [...person, ...means, ...scores, total, ...standardisedCells(subject, figure, row)];
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
    marks: marksSheet(marksName, view, rows),
    figures: {
      name: sheetName(place, group.name, '得分'),
      title: `${group.name}得分表`,
      note: '指标得分是各评分人的平均分（按方案去掉高低分），公式指标由数据算出；维度得分按指标权重折成百分制；每一步四舍五入到两位小数。',
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
        ...(measure === null
          ? []
          : ([
              { title: '比较范围', band: '组内标准化', kind: 'text', width: 14 },
              { title: '标准化以后', band: '组内标准化', kind: 'figure', width: 11 },
            ] as const)),
      ],
      headRows,
      frozenColumns: PERSON.length,
      rowCount: lines.length,
      rows: cells(),
    },
    totalColumn: letters(measure === null ? totalAt : totalAt + 2),
    columnOf,
  };
};

/** The row of the figures sheet in which the subject at this place stands. */
export const figureRowAt = (place: number): string => String(firstDataRow(FIGURE_HEAD_ROWS) + place);
