import { usualBands } from '../../../../shared/features/evaluation/indicator-rules.ts';
import { readDecimal, HUNDRED } from '../../../../shared/features/evaluation/decimal.ts';
import {
  indicatorsOf,
  subjectKindLabels,
  subjectKindSchema,
  type Band,
  type Dimension,
  type IndicatorContent,
  type SubjectKind,
} from '../../../../shared/features/evaluation/indicators.ts';
import type { CellProblem } from '../../../../shared/features/evaluation/systems/book-preview.ts';
import {
  ABOUT_LABEL,
  BAND_SHEET,
  bandColumns,
  KIND_LABEL,
  LEVELS,
  NAME_LABEL,
  TREE_SHEET,
  treeColumns,
  type TreeColumn,
} from '../../../../shared/features/evaluation/systems/layout.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import {
  readWorkbook,
  type ReadCell,
  type ReadRow,
  type ReadSheet,
} from '../../../documents/excel/read-workbook.ts';
import { columnLetters } from '../../../documents/excel/score-sheet.ts';
import { readDimension, readIndicator } from './read-lines.ts';
import { LineReader, tableIn, type SheetTable } from './sheet-table.ts';

/** What a workbook says, and what in it cannot be taken. With problems the content is only what could be read. */
export interface ReadBook {
  readonly content: IndicatorContent;
  readonly kind: SubjectKind | null;
  readonly problems: readonly CellProblem[];
}

const titles: ReadonlyMap<string, TreeColumn> = new Map(treeColumns.map(({ key, title }) => [title, key]));

interface Fact {
  readonly text: string;
  readonly cell: string;
}

/** What stands beside a label above the table. */
const factIn = (sheet: ReadSheet, before: ReadRow, label: string): Fact | undefined => {
  for (const row of sheet.rows) {
    if (row.number >= before.number) return undefined;
    for (const [column, { text }] of row.cells) {
      if (text !== label) continue;
      const value: ReadCell | undefined = row.cells.get(column + 1);
      const usable = value && !value.formula && !value.broken;
      return { text: usable ? value.text : '', cell: `${columnLetters(column + 2)}${String(row.number)}` };
    }
  }
  return undefined;
};

/** Ids of parts that the school has, each given out once: a copied line is another one. */
class KnownParts {
  private readonly content: IndicatorContent | null;
  private readonly newId: () => string;
  private readonly given = new Set<string>();

  constructor(content: IndicatorContent | null, newId: () => string) {
    this.content = content;
    this.newId = newId;
  }

  private take(candidates: readonly (string | undefined)[]): string {
    const id = candidates.find((one) => one !== undefined && !this.given.has(one)) ?? this.newId();
    this.given.add(id);
    return id;
  }

  dimension(id: string, name: string): string {
    const held = this.content?.dimensions ?? [];
    return this.take([held.find((one) => one.id === id)?.id, held.find((one) => one.name === name)?.id]);
  }

  indicator(id: string, name: string, dimensionId: string): string {
    const all = this.content ? indicatorsOf(this.content) : [];
    const siblings = this.content?.dimensions.find((one) => one.id === dimensionId)?.indicators ?? [];
    return this.take([all.find((one) => one.id === id)?.id, siblings.find((one) => one.name === name)?.id]);
  }
}

const dimensionsOf = (
  table: SheetTable<TreeColumn>,
  before: IndicatorContent | null,
  newId: () => string,
  problems: CellProblem[],
): Dimension[] => {
  const parts = new KnownParts(before, newId);
  const indicators = new Map((before ? indicatorsOf(before) : []).map((one) => [one.id, one]));
  const dimensions: Dimension[] = [];
  for (const row of table.rows) {
    const line = new LineReader(table, row, problems);
    // Sums reckon themselves on prepared lines, and an id alone is what is left of a line that was emptied.
    const filled = treeColumns.some(
      ({ key }) => !['share', 'sum', 'id'].includes(key) && line.peek(key) !== '',
    );
    if (!filled) continue;
    const level = line.text('level');
    const name = line.peek('name');
    if (level === LEVELS.dimension) {
      if (dimensions.length === 20) line.wrong('level', '不能超过 20 个维度');
      dimensions.push(readDimension(line, parts.dimension(line.peek('id'), name)));
      continue;
    }
    if (level !== LEVELS.indicator) {
      line.wrong('level', '须是“维度”或“指标”');
      continue;
    }
    const home = dimensions.at(-1);
    if (!home) {
      line.wrong('level', '指标的上面还没有维度，请先写一行维度');
      continue;
    }
    if (home.indicators.length === 30) line.wrong('level', '一个维度不能超过 30 项指标');
    const id = parts.indicator(line.peek('id'), name, home.id);
    home.indicators.push(readIndicator(line, id, indicators.get(id), newId));
  }
  if (dimensions.length === 0)
    problems.push({
      sheet: table.sheet,
      cell: `A${String(table.head.number + 1)}`,
      value: '',
      message: '表里还没有维度和指标，请从这一行写起',
    });
  return dimensions;
};

type BandColumn = 'label' | 'from';
const bandTitles: ReadonlyMap<string, BandColumn> = new Map([
  [bandColumns[0], 'label'],
  [bandColumns[1], 'from'],
]);

/** The grades; those of before, or the usual ones, where the file has no sheet of them. */
const bandsOf = (
  sheets: readonly ReadSheet[],
  before: IndicatorContent | null,
  problems: CellProblem[],
): Band[] => {
  const sheet = sheets.find(({ name }) => name === BAND_SHEET);
  const table = sheet && tableIn(sheet, bandTitles, ['label', 'from']);
  if (!table) return [...(before?.bands ?? usualBands)];
  const bands: Band[] = [];
  for (const row of table.rows) {
    const line = new LineReader(table, row, problems);
    const label = line.text('label', 10);
    const typed = line.text('from');
    if (line.peek('label') === '' && line.peek('from') === '') continue;
    if (line.peek('label') === '') line.wrong('label', '请填写等次名称，不超过 10 个字');
    const from = readDecimal(typed);
    const good = from.kind === 'number' && from.hundredths >= 0 && from.hundredths <= HUNDRED;
    if (!good) line.wrong('from', '分数线须是 0 到 100 之间的数字，最多两位小数');
    bands.push({ label, from: good ? from.hundredths : 0 });
  }
  if (bands.length < 2 || bands.length > 8)
    problems.push({
      sheet: table.sheet,
      cell: `A${String(table.head.number + 1)}`,
      value: `${String(bands.length)} 个等次`,
      message: '等次须有 2 到 8 个',
    });
  return bands;
};

/**
 * Reads a workbook of an indicator system. Parts are recognised by their hidden ids where the school has them, else by
 * their names, so that they stay the same over the years; nothing in the file is run or trusted.
 *
 * @param before what the school has now; null for a new system.
 * @throws AppError `invalid` for a file that is no such workbook at all.
 */
export const readSystemBook = async (
  name: string,
  bytes: Uint8Array,
  before: IndicatorContent | null,
  newId: () => string,
): Promise<ReadBook> => {
  const sheets = await readWorkbook(name, bytes);
  const named = sheets.find((sheet) => sheet.name === TREE_SHEET) ?? sheets[0];
  const table = named && tableIn(named, titles, ['level', 'name', 'weight', 'fullMarks', 'method']);
  if (!named || !table)
    throw new AppError(
      'invalid',
      '这个文件不是指标体系的工作簿：没有找到“层级、名称、权重（%）、满分、评分方法”的表头。请先导出一份 Excel，在它上面修改后再导入。',
    );
  const problems: CellProblem[] = [];
  const nameFact = factIn(named, table.head, NAME_LABEL);
  const kindFact = factIn(named, table.head, KIND_LABEL);
  const aboutFact = factIn(named, table.head, ABOUT_LABEL);
  const complain = (fact: Fact | undefined, message: string): void =>
    void problems.push({ sheet: named.name, cell: fact?.cell ?? 'A1', value: fact?.text ?? '', message });
  if (!nameFact || nameFact.text === '' || nameFact.text.length > 60)
    complain(nameFact, `请在“${NAME_LABEL}”右边填写指标体系名称，不超过 60 个字`);
  if (aboutFact && aboutFact.text.length > 1000) complain(aboutFact, '说明不能超过 1000 个字');
  const kind = subjectKindSchema.options.find((one) => subjectKindLabels[one] === kindFact?.text) ?? null;
  if (kind === null)
    complain(kindFact, `请在“${KIND_LABEL}”右边填写以下之一：${Object.values(subjectKindLabels).join('、')}`);
  return {
    kind,
    content: {
      name: nameFact?.text ?? '',
      about: aboutFact?.text ?? '',
      dimensions: dimensionsOf(table, before, newId, problems),
      bands: bandsOf(sheets, before, problems),
    },
    problems,
  };
};
