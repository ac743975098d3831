import { formatDecimal, HUNDRED, readDecimal } from '../../../../shared/features/evaluation/decimal.ts';
import {
  methodLabels,
  type Dimension,
  type Indicator,
  type Method,
} from '../../../../shared/features/evaluation/indicators.ts';
import { treeColumns, type TreeColumn } from '../../../../shared/features/evaluation/systems/layout.ts';
import { readLevels } from '../../../../shared/features/evaluation/systems/level-text.ts';
import type { LineReader } from './sheet-table.ts';

export type Line = LineReader<TreeColumn>;

const MOST_MARKS = 100_000;

/** Marks or a weight in hundredths; undefined for an empty cell and for one that was complained about. */
const amount = (line: Line, key: TreeColumn, most: number): number | undefined => {
  const text = line.text(key);
  if (text === '') return undefined;
  const read = readDecimal(text);
  if (read.kind === 'number' && read.hundredths >= 0 && read.hundredths <= most) return read.hundredths;
  line.wrong(
    key,
    read.kind === 'too-fine' ? '最多两位小数' : `须是 0 到 ${formatDecimal(most)} 之间的数字，最多两位小数`,
  );
  return undefined;
};

const nameOf = (line: Line, most: number): string => {
  const name = line.text('name', most);
  if (name === '' && line.peek('name') === '') line.wrong('name', `请填写名称，不超过 ${String(most)} 个字`);
  return name;
};

/** Cells that say nothing for the way of scoring: left there, they were a mistake of one of the two. */
const demandEmpty = (line: Line, keys: readonly TreeColumn[], because: string): void => {
  for (const key of keys) if (line.peek(key) !== '') line.wrong(key, `${because}，这一格应空着`);
};

const ofMethod = {
  points: [],
  levels: ['levels'],
  deduct: ['start', 'maxDeduct', 'maxAdd'],
  formula: ['formula'],
} as const satisfies Record<Method['kind'], readonly TreeColumn[]>;
const allOfMethods: readonly TreeColumn[] = Object.values(ofMethod).flat();

const kindOf = (line: Line): Method['kind'] | undefined => {
  const text = line.text('method').normalize('NFKC');
  const kinds = ['points', 'levels', 'deduct', 'formula'] as const;
  const kind = kinds.find((one) => methodLabels[one].normalize('NFKC') === text);
  if (!kind) line.wrong('method', `须是以下之一：${kinds.map((one) => methodLabels[one]).join('、')}`);
  return kind;
};

const levelsOf = (line: Line, before: Indicator | undefined, newId: () => string): Method => {
  const text = line.text('levels');
  const levels = readLevels(text);
  if (!levels) line.wrong('levels', '请写成“优=10；良=8.5；中=7；差=5”的样子');
  const most = levels?.find(({ label, points }) => label.length > 10 || points > MOST_MARKS);
  if (most) line.wrong('levels', `等级“${most.label}”不对：名称不超过 10 个字，分数不超过 1000`);
  if (levels && levels.length > 10) line.wrong('levels', '等级不能超过 10 个');
  const known = before?.method.kind === 'levels' ? before.method.levels : [];
  const used = new Set<string>();
  return {
    kind: 'levels',
    levels: (levels ?? []).map((level) => {
      const held = known.find(({ id, label }) => label === level.label && !used.has(id));
      if (held) used.add(held.id);
      return { id: held?.id ?? newId(), ...level };
    }),
  };
};

const methodOf = (
  line: Line,
  kind: Method['kind'],
  before: Indicator | undefined,
  newId: () => string,
): Method => {
  switch (kind) {
    case 'points':
      return { kind };
    case 'levels':
      return levelsOf(line, before, newId);
    case 'deduct': {
      const start = amount(line, 'start', MOST_MARKS);
      if (start === undefined && line.peek('start') === '') line.wrong('start', '请填写起评分，如 10');
      return {
        kind,
        start: start ?? 0,
        maxDeduct: amount(line, 'maxDeduct', MOST_MARKS) ?? 0,
        maxAdd: amount(line, 'maxAdd', MOST_MARKS) ?? 0,
      };
    }
    case 'formula':
      return { kind, expression: line.text('formula', 300) };
  }
};

/** A line of an indicator. `before`: the indicator that it was, whose levels keep their identity. */
export const readIndicator = (
  line: Line,
  id: string,
  before: Indicator | undefined,
  newId: () => string,
): Indicator => {
  const name = nameOf(line, 60);
  const weight = amount(line, 'weight', HUNDRED) ?? 0;
  const fullMarks = amount(line, 'fullMarks', MOST_MARKS);
  if (fullMarks === undefined ? line.peek('fullMarks') === '' : fullMarks < 100 || fullMarks % 100 !== 0)
    line.wrong('fullMarks', '满分须是 1 到 1000 的整数');
  const kind = kindOf(line);
  if (kind) {
    const own: readonly TreeColumn[] = ofMethod[kind];
    demandEmpty(
      line,
      allOfMethods.filter((key) => !own.includes(key)),
      `评分方法是“${methodLabels[kind]}”`,
    );
  }
  return {
    id,
    name,
    standard: line.text('standard', 500),
    evidence: line.text('evidence', 200),
    weight,
    fullMarks: fullMarks ?? 1000,
    method: kind ? methodOf(line, kind, before, newId) : { kind: 'points' },
    vetoBelow: amount(line, 'veto', MOST_MARKS) ?? null,
  };
};

const onlyOfIndicators: readonly TreeColumn[] = treeColumns
  .map(({ key }) => key)
  .filter((key) => !['level', 'name', 'weight', 'share', 'sum', 'id'].includes(key));

/** A line of a dimension, still without its indicators. */
export const readDimension = (line: Line, id: string): Dimension => {
  demandEmpty(line, onlyOfIndicators, '这一行是维度');
  return { id, name: nameOf(line, 40), weight: amount(line, 'weight', HUNDRED) ?? 0, indicators: [] };
};
