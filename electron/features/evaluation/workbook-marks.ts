import {
  isRated,
  type Indicator,
  type IndicatorContent,
} from '../../../shared/features/evaluation/indicators.ts';
import { dimensionsOf, raterIdsFor } from '../../../shared/features/evaluation/rating.ts';
import { isEnough } from '../../../shared/features/evaluation/results/kept-back.ts';
import type {
  Cycle,
  GroupFigure,
  RaterGroup,
  ScoreSheet,
  Subject,
} from '../../../shared/features/evaluation/schema.ts';
import { pointsOf } from '../../../shared/features/evaluation/scores.ts';
import { raterNameIn, sheetStateOf } from '../../../shared/features/evaluation/sheet-state.ts';
import {
  firstDataRow,
  type ScoreSheet as ExcelSheet,
  type SheetCell,
  type SheetColumn,
} from '../../documents/excel/score-sheet.ts';

/** What one subject has in a group; `figure` undefined: not reckoned, left out, or not to be shown. */
export interface GroupLine {
  readonly subject: Subject;
  readonly figure: GroupFigure | undefined;
  /** True where the reader may see nothing of what was given. */
  readonly kept: boolean;
}

/** A rater group as the reader of the workbook may see it. */
export interface GroupView {
  readonly cycle: Pick<Cycle, 'groups' | 'minSample' | 'standardise' | 'rankWithin'>;
  readonly content: IndicatorContent;
  readonly group: RaterGroup;
  readonly lines: readonly GroupLine[];
  /** Of this group. */
  readonly sheets: readonly ScoreSheet[];
  /** True for those who may see who gave which marks. */
  readonly seesNames: boolean;
}

/** Rows of the marks sheet that belong to a subject: where they begin, and what stands in them. */
export interface MarkRows {
  readonly first: number;
  readonly rows: readonly { readonly rater: string; readonly marks: readonly (number | null)[] }[];
}

const PERSON: readonly SheetColumn[] = [
  { title: '工号/编号', band: '', kind: 'text', width: 12 },
  { title: '姓名/名称', band: '', kind: 'text', width: 12 },
];
const HEAD_ROWS = 1;

/** The indicators of a group, formulas included: the columns of both its sheets. */
export const indicatorsIn = (content: IndicatorContent, group: RaterGroup): Indicator[] =>
  dimensionsOf(content, group).flatMap(({ indicators }) => indicators);

export const indicatorColumns = (
  content: IndicatorContent,
  group: RaterGroup,
  kind: SheetColumn['kind'],
): SheetColumn[] =>
  dimensionsOf(content, group).flatMap((dimension) =>
    dimension.indicators.map(({ name }) => ({ title: name, band: dimension.name, kind, width: 11 })),
  );

const marksOf = (indicators: readonly Indicator[], { scores }: ScoreSheet): (number | null)[] =>
  indicators.map((indicator) => {
    const score = Object.hasOwn(scores, indicator.id) ? scores[indicator.id] : undefined;
    return score ? pointsOf(indicator, score) : null;
  });

/** Each column by itself, highest first: neither its order nor a row across tells whose marks they are. */
const mixed = (rows: readonly (readonly (number | null)[])[]): (number | null)[][] => {
  const columns = (rows[0] ?? []).map((_mark, at) =>
    rows.map((row) => row[at] ?? null).sort((a, b) => (b ?? -1) - (a ?? -1)),
  );
  return rows.map((_row, place) => columns.map((column) => column[place] ?? null));
};

/**
 * The marks that stand in the workbook: those that count where there is a result, and whatever named raters have given
 * where there is none. Nothing of a group that is kept back.
 */
export const markRowsOf = ({ cycle, content, group, lines, sheets, seesNames }: GroupView): MarkRows[] => {
  const indicators = indicatorsIn(content, group);
  const rated = indicators.filter(isRated);
  const anonymous = group.anonymous && group.kind !== 'self';
  const bySubject = new Map<string, ScoreSheet[]>();
  for (const sheet of sheets)
    bySubject.set(sheet.subjectId, [...(bySubject.get(sheet.subjectId) ?? []), sheet]);
  let next = firstDataRow(HEAD_ROWS);
  return lines.map(({ subject, figure, kept }) => {
    const own = bySubject.get(subject.id) ?? [];
    const counts = ({ raterId, scores }: ScoreSheet): boolean => {
      const state = sheetStateOf(rated, scores);
      if (anonymous) return state === 'done';
      if (group.raters.find(({ id }) => id === raterId)?.withdrawn?.counted === false) return false;
      return figure ? state === 'done' : state !== 'open';
    };
    const given = anonymous
      ? own.filter(counts)
      : raterIdsFor(group, subject.id).flatMap(
          (raterId) => own.find((sheet) => sheet.raterId === raterId && counts(sheet)) ?? [],
        );
    const enough = isEnough(cycle, { groupId: group.id, raters: given.length }, seesNames);
    const shown = enough && !kept ? given : [];
    const marks = shown.map((sheet) => marksOf(indicators, sheet));
    const rows = (anonymous ? mixed(marks) : marks).map((row, place) => ({
      rater: anonymous
        ? '匿名'
        : seesNames || group.kind === 'self'
          ? raterNameIn(group, shown[place]?.raterId ?? '')
          : `评分人${String(place + 1)}`,
      marks: row,
    }));
    const block = { first: next, rows };
    next += rows.length;
    return block;
  });
};

/** The sheet of all marks that were given in a group. */
export const marksSheet = (
  name: string,
  { content, group, lines }: GroupView,
  blocks: readonly MarkRows[],
): ExcelSheet => {
  const indicators = indicatorsIn(content, group);
  const cells = function* (): Generator<SheetCell[]> {
    for (const [place, { subject }] of lines.entries())
      for (const { rater, marks } of blocks[place]?.rows ?? [])
        yield [
          subject.number,
          subject.name,
          rater,
          ...marks.map((mark) => (mark === null ? null : mark / 100)),
        ];
  };
  const how = group.anonymous
    ? '匿名组各列分别从高到低排列，同一行不是同一名评分人。'
    : '每行是一名评分人对一个对象的评分。';
  return {
    name,
    title: `${group.name}评分明细`,
    note: `${how}等级和扣分、加分已折算为分数。修改分数后，得分表和汇总表自动重新计算。`,
    columns: [
      ...PERSON,
      { title: '评分人', band: '', kind: 'text', width: 12 },
      ...indicatorColumns(content, group, 'mark'),
    ],
    headRows: [
      {
        label: '满分',
        numFmt: '0.##',
        values: [null, null, null, ...indicators.map(({ fullMarks }) => fullMarks / 100)],
      },
    ],
    frozenColumns: 3,
    rowCount: blocks.reduce((sum, { rows }) => sum + rows.length, 0),
    rows: cells(),
  };
};
