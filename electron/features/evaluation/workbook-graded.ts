import type { Indicator, IndicatorContent } from '../../../shared/features/evaluation/indicators.ts';
import { dimensionsOf } from '../../../shared/features/evaluation/rating.ts';
import { gradeOf } from '../../../shared/features/evaluation/rules.ts';
import {
  gradeCauseLabels,
  type Cycle,
  type Figures,
  type RaterGroup,
} from '../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../shared/features/evaluation/views.ts';
import { columnLetters, firstDataRow, type SheetCell } from '../../documents/excel/score-sheet.ts';
import {
  gradeFormula,
  overallFormula,
  rankedTotalFormula,
  rankFormula,
  rankWithinFormula,
  totalFormula,
  vetoFormula,
} from './workbook-formulas.ts';
import { cellNumber, figureRowAt, onSheet, type GroupSheets } from './workbook-groups.ts';

/** Where the parts of the summary stand: columns and rows count from 1. */
export interface Layout {
  readonly firstRow: number;
  readonly groups: number;
  readonly total: number;
  readonly vetoes: number;
  readonly vetoed: number;
  readonly grade: number;
  readonly rankedTotal: number;
  /** The comparison group; null where all are compared. */
  readonly within: number | null;
  readonly rank: number;
  readonly vetoItems: readonly Indicator[];
}

interface Graded {
  readonly cycle: Cycle;
  readonly content: IndicatorContent;
  readonly rows: readonly ResultRow[];
}

const WEIGHT_ROW = String(firstDataRow(0));
const LINE_ROW = String(firstDataRow(1));

const ref = (column: number, row: number | string): string => `${columnLetters(column)}${String(row)}`;

/** True when every group stands in the workbook or was left out: then what follows from the groups can be reckoned. */
const allShown = ({ cycle }: Graded, { groups, leftOut }: Figures): boolean =>
  groups.length + leftOut.length === cycle.groups.length;

const ratesIndicator = (content: IndicatorContent, group: RaterGroup, id: string): boolean =>
  dimensionsOf(content, group).some(({ indicators }) => indicators.some((one) => one.id === id));

const vetoCells = (
  given: Graded,
  layout: Layout,
  groups: readonly GroupSheets[],
  figures: Figures,
  place: number,
): SheetCell[] =>
  layout.vetoItems.map((indicator) => {
    const found = figures.vetoes.find(({ indicatorId }) => indicatorId === indicator.id);
    if (found?.points === undefined || found.points === null) return null;
    const result = cellNumber(found.points);
    if (!allShown(given, figures)) return result;
    const parts = given.cycle.groups.flatMap((group, index) => {
      const sheets = groups[index];
      if (!sheets || figures.leftOut.includes(group.id)) return [];
      if (!ratesIndicator(given.content, group, indicator.id)) return [];
      const cell = `${sheets.columnOf.get(indicator.id) ?? ''}${figureRowAt(place)}`;
      return [
        {
          points: onSheet(sheets.figures.name, cell),
          weight: `${columnLetters(layout.groups + index)}$${WEIGHT_ROW}`,
        },
      ];
    });
    return { formula: overallFormula(parts), result };
  });

/** Live where the grade follows from total and veto alone; as it was settled where quota, law or meeting changed it. */
const gradeCell = ({ content }: Graded, layout: Layout, figures: Figures, row: number): SheetCell => {
  const struck = figures.vetoes.some((veto) => veto.struck);
  const lowest = content.bands.at(-1)?.label;
  const reckoned = struck ? lowest : gradeOf(content.bands, figures.total)?.label;
  if (reckoned !== figures.grade) return figures.grade;
  const vetoed = layout.vetoItems.length > 0 ? ref(layout.vetoed, row) : undefined;
  return { formula: gradeFormula(ref(layout.total, row), vetoed, content.bands), result: figures.grade };
};

const whyOf = ({ gradeSteps, reckonedTotal }: Figures): string =>
  [
    reckonedTotal === null ? '' : `总分由 ${String(cellNumber(reckonedTotal))} 校准`,
    ...gradeSteps.map(({ cause, from, to, note }) => `${gradeCauseLabels[cause]}：${from}→${to}，${note}`),
  ]
    .filter((text) => text !== '')
    .join('；');

/** The cells of a subject who has a total, from the totals of the groups on. */
export const gradedCells = (
  given: Graded,
  layout: Layout,
  groups: readonly GroupSheets[],
  figures: Figures,
  place: number,
): SheetCell[] => {
  const { cycle } = given;
  const row = layout.firstRow + place;
  const totals = cycle.groups.map((group, index): SheetCell => {
    const figure = figures.groups.find(({ groupId }) => groupId === group.id);
    const sheets = groups[index];
    if (!figure || !sheets) return null;
    const cell = `${sheets.totalColumn}${figureRowAt(place)}`;
    return { formula: onSheet(sheets.figures.name, cell), result: cellNumber(figure.total) };
  });
  const last = layout.groups + cycle.groups.length - 1;
  const reached = cellNumber(figures.total);
  const total: SheetCell =
    allShown(given, figures) && figures.reckonedTotal === null
      ? {
          formula: totalFormula(
            `${ref(layout.groups, row)}:${ref(last, row)}`,
            `${columnLetters(layout.groups)}$${WEIGHT_ROW}:${columnLetters(last)}$${WEIGHT_ROW}`,
          ),
          result: reached,
        }
      : reached;
  const struck = figures.vetoes.some((veto) => veto.struck);
  const hasVeto = layout.vetoItems.length > 0;
  const vetoed = ref(layout.vetoed, row);
  const vetoLive = figures.vetoes.every(({ points }) => points !== null);
  const veto: SheetCell[] = hasVeto
    ? [
        !vetoLive
          ? struck
            ? '是'
            : '否'
          : {
              formula: vetoFormula(
                layout.vetoItems.map((_item, index) => ({
                  points: ref(layout.vetoes + index, row),
                  line: `${columnLetters(layout.vetoes + index)}$${LINE_ROW}`,
                })),
              ),
              result: struck ? '是' : '否',
            },
      ]
    : [];
  const totalCell = ref(layout.total, row);
  const down = (column: number): string => {
    const letters = columnLetters(column);
    return `${letters}$${String(layout.firstRow)}:${letters}$${String(layout.firstRow + given.rows.length - 1)}`;
  };
  const ranked = ref(layout.rankedTotal, row);
  const rankOf =
    layout.within === null
      ? rankFormula(ranked, down(layout.rankedTotal))
      : rankWithinFormula(ranked, down(layout.rankedTotal), {
          own: ref(layout.within, row),
          all: down(layout.within),
        });
  return [
    ...totals,
    total,
    ...vetoCells(given, layout, groups, figures, place),
    ...veto,
    gradeCell(given, layout, figures, row),
    {
      formula: hasVeto ? rankedTotalFormula(totalCell, vetoed) : totalCell,
      result: struck ? '' : reached,
    },
    ...(layout.within === null ? [] : [figures.within]),
    { formula: rankOf, result: figures.rank ?? '' },
    whyOf(figures),
  ];
};
