import { shareOfTotal } from '../../../../shared/features/evaluation/indicator-rules.ts';
import {
  methodLabels,
  subjectKindLabels,
  type Dimension,
  type Indicator,
  type IndicatorContent,
  type SubjectKind,
} from '../../../../shared/features/evaluation/indicators.ts';
import {
  ABOUT_LABEL,
  BAND_SHEET,
  bandColumns,
  GUIDE_SHEET,
  KIND_LABEL,
  LEVELS,
  NAME_LABEL,
  TREE_SHEET,
  treeColumns,
  type TreeColumn,
} from '../../../../shared/features/evaluation/systems/layout.ts';
import { levelsAsText } from '../../../../shared/features/evaluation/systems/level-text.ts';
import { describeGap, totalWeight, weightGap } from '../../../../shared/features/evaluation/weights.ts';
import type { FormBook, FormCell, FormColumn, FormRow } from '../../../documents/excel/form-book.ts';

/** Empty lines below, ready for more. */
const SPARE = 40;
/** Title, four lines, and the head stand above. */
const FIRST_ROW = 7;

const rules: Partial<Record<TreeColumn, FormColumn['rule']>> = {
  level: { kind: 'choice', labels: Object.values(LEVELS) },
  weight: { kind: 'decimal', from: 0, to: 100 },
  fullMarks: { kind: 'whole', from: 1, to: 1000 },
  method: { kind: 'choice', labels: Object.values(methodLabels) },
  start: { kind: 'decimal', from: 0, to: 1000 },
  maxDeduct: { kind: 'decimal', from: 0, to: 1000 },
  maxAdd: { kind: 'decimal', from: 0, to: 1000 },
  veto: { kind: 'decimal', from: 0, to: 1000 },
};

const texts: ReadonlySet<TreeColumn> = new Set(['name', 'levels', 'formula', 'standard', 'evidence', 'id']);
const reckoned: ReadonlySet<TreeColumn> = new Set(['share', 'sum']);

const columnOf = ({ key, title, width, about }: (typeof treeColumns)[number]): FormColumn => {
  const rule = rules[key];
  return {
    title,
    width,
    about,
    look: texts.has(key) ? 'text' : reckoned.has(key) ? 'reckoned' : 'number',
    hidden: key === 'id',
    ...(rule ? { rule } : {}),
  };
};

const number = (hundredths: number): number => hundredths / 100;

type Values = Partial<Record<TreeColumn, FormCell>>;

const methodValues = ({ method }: Indicator): Values => {
  switch (method.kind) {
    case 'points':
      return {};
    case 'levels':
      return { levels: levelsAsText(method.levels) };
    case 'deduct':
      return {
        start: number(method.start),
        maxDeduct: number(method.maxDeduct),
        maxAdd: number(method.maxAdd),
      };
    case 'formula':
      return { formula: method.expression };
  }
};

/** The share of a line in the total: its dimension is the last one that stands above it. */
const shareFormula = (at: number): string => {
  const row = String(at);
  const above = `LOOKUP(2,1/(A$${String(FIRST_ROW)}:A${row}="${LEVELS.dimension}"),C$${String(FIRST_ROW)}:C${row})`;
  const share = `IFERROR(ROUNDDOWN(ROUND(${above}*C${row}/100,6),2),"")`;
  return `IF(A${row}="${LEVELS.dimension}",C${row},IF(A${row}="${LEVELS.indicator}",${share},""))`;
};

/** The weights from the next line down to the next dimension, however many lines were put in between. */
const sumFormula = (at: number, last: number): string => {
  const [row, next, end] = [String(at), String(at + 1), String(last + 1)];
  const length = `IFERROR(MATCH("${LEVELS.dimension}",A${next}:A$${end},0)-1,ROWS(A${next}:A$${end}))`;
  const below = `IF(A${next}="${LEVELS.dimension}",0,SUM(C${next}:INDEX(C${next}:C$${end},${length})))`;
  return `IF(A${row}="${LEVELS.dimension}",${below},"")`;
};

const dimensionValues = ({ id, name, weight, indicators }: Dimension): Values => ({
  level: LEVELS.dimension,
  name,
  weight: number(weight),
  share: number(weight),
  sum: number(totalWeight(indicators.map((indicator) => indicator.weight))),
  id,
});

const indicatorValues = (dimension: Dimension, indicator: Indicator): Values => ({
  level: LEVELS.indicator,
  name: indicator.name,
  weight: number(indicator.weight),
  share: number(shareOfTotal(dimension, indicator)),
  fullMarks: number(indicator.fullMarks),
  method: methodLabels[indicator.method.kind],
  veto: indicator.vetoBelow === null ? null : number(indicator.vetoBelow),
  standard: indicator.standard,
  evidence: indicator.evidence,
  id: indicator.id,
  ...methodValues(indicator),
});

const resultOf = (value: FormCell | undefined): string | number =>
  typeof value === 'number' || typeof value === 'string' ? value : '';

const rowsOf = (content: IndicatorContent): FormRow[] => {
  const lines: Values[] = content.dimensions.flatMap((dimension) => [
    dimensionValues(dimension),
    ...dimension.indicators.map((indicator) => indicatorValues(dimension, indicator)),
  ]);
  const all = [...lines, ...Array.from({ length: SPARE }, (): Values => ({}))];
  const last = FIRST_ROW + all.length - 1;
  return all.map((values, place) => {
    const at = FIRST_ROW + place;
    const reckoning: Values = {
      share: { formula: shareFormula(at), result: resultOf(values.share) },
      sum: { formula: sumFormula(at, last), result: resultOf(values.sum) },
    };
    return {
      cells: treeColumns.map(({ key }) => reckoning[key] ?? values[key] ?? null),
      strong: values.level === LEVELS.dimension,
      level: values.level === LEVELS.indicator ? 1 : 0,
    };
  });
};

/** What the program says about the sum of a level, as a formula. */
const gapFormula = (cell: string): string =>
  `IF(ROUND(${cell}-100,4)=0,"✓ 合计 100%",IF(${cell}<100,"还差 "&ROUND(100-${cell},2)&"%","超出 "&ROUND(${cell}-100,2)&"%"))`;

export interface SystemBookFacts {
  readonly schoolName: string;
  readonly kind: SubjectKind;
  readonly number: number;
  readonly content: IndicatorContent;
  /** ISO instant. */
  readonly createdAt: string;
}

/** One version of a system as a workbook that reckons its sums itself and can be taken in again. */
export const systemBook = ({
  schoolName,
  kind,
  number: version,
  content,
  createdAt,
}: SystemBookFacts): FormBook => {
  const rows = rowsOf(content);
  const last = String(FIRST_ROW + rows.length - 1);
  const weights = content.dimensions.map(({ weight }) => weight);
  const first = String(FIRST_ROW);
  const gap = `${weightGap(weights) === 0 ? '✓ ' : ''}${describeGap(weights)}`;
  return {
    createdAt,
    sheets: [
      {
        name: TREE_SHEET,
        title: `${schoolName}${content.name}（第 ${String(version)} 版）`,
        lines: [
          [NAME_LABEL, content.name],
          [KIND_LABEL, subjectKindLabels[kind]],
          [ABOUT_LABEL, content.about],
          [
            '权重合计',
            {
              formula: `SUMIF(A${first}:A${last},"${LEVELS.dimension}",C${first}:C${last})`,
              result: number(totalWeight(weights)),
            },
            { formula: gapFormula('B5'), result: gap },
          ],
        ],
        columns: treeColumns.map(columnOf),
        rows,
        alarms: [
          {
            cells: `E${first}:E${last}`,
            when: `AND($A${first}="${LEVELS.dimension}",ROUND($E${first}-100,4)<>0)`,
          },
          { cells: 'B5:C5', when: 'ROUND($B$5-100,4)<>0' },
        ],
        frozenColumns: 2,
      },
      {
        name: BAND_SHEET,
        title: '等次和分数线',
        lines: [],
        columns: [
          { title: bandColumns[0], width: 18, about: '不超过 10 字，从高到低。', look: 'text' },
          {
            title: bandColumns[1],
            width: 18,
            about: '0 到 100，最多两位小数；最低等次从 0 起。',
            look: 'number',
            rule: { kind: 'decimal', from: 0, to: 100 },
          },
        ],
        rows: content.bands.map(({ label, from }) => ({
          cells: [label, number(from)],
          strong: false,
          level: 0,
        })),
        alarms: [],
        frozenColumns: 0,
      },
    ],
    guide: {
      name: GUIDE_SHEET,
      rows: [
        ['一行一个维度或一项指标，指标写在所属维度的下面。可以增加、删除、移动整行，也可以修改内容。'],
        ['改好后在“指标体系”页面从 Excel 导入：先核对每处变化，确认后才保存。'],
        ['灰色的格子自动计算，不用填写；导入时也不读取。'],
        ['权重合计不是 100 的地方会变色。允许先导入再补齐，补齐后才能用于考核。'],
        [],
        ...treeColumns.filter(({ key }) => key !== 'id').map(({ title, about }) => [title, about]),
      ],
    },
  };
};
