import type { IndicatorContent, Indicator } from '../../../../shared/features/evaluation/indicators.ts';
import { formatDecimal, formatWeight } from '../../../../shared/features/evaluation/decimal.ts';
import {
  IDENTITY_SHEET,
  identityRows,
  type BookIdentity,
} from '../../../../shared/features/evaluation/files/identity.ts';
import { personColumns } from '../../../../shared/features/evaluation/files/layout.ts';
import { dimensionsOf } from '../../../../shared/features/evaluation/rating.ts';
import type {
  Cycle,
  RaterGroup,
  ScoreSheet,
  Subject,
} from '../../../../shared/features/evaluation/schema.ts';
import { allowedFor, showScore, type Score } from '../../../../shared/features/evaluation/scores.ts';
import { indicatorsFor } from '../../../../shared/features/evaluation/sheet-state.ts';
import { formatDay } from '../../../../shared/kernel/dates.ts';
import type {
  BookColumn,
  BookPage,
  BookRow,
  BookRule,
  RaterBook,
} from '../../../documents/excel/rater-book.ts';
import type { BookToHandOut } from './bundles.ts';

export interface BookFacts {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly cycle: Cycle;
  readonly content: IndicatorContent;
  readonly group: RaterGroup;
  /** ISO instant. */
  readonly madeAt: string;
  readonly sign: (text: string) => string;
  /** The id under which a rater's scores are kept. */
  readonly storedId: (raterId: string) => string;
  /** What was entered before; nothing of anonymous raters. */
  readonly sheetOf: (storedId: string, subjectId: string) => ScoreSheet | undefined;
}

const ruleOf = ({ method, fullMarks }: Indicator): BookRule => {
  switch (method.kind) {
    case 'points':
      return { kind: 'number', from: 0, to: fullMarks / 100, numFmt: '0.##' };
    case 'levels':
      return { kind: 'choice', labels: method.levels.map(({ label }) => label) };
    case 'deduct':
      // Where only deducting is possible, a bare 2 means 2 off, and is shown with its sign.
      return method.maxAdd === 0
        ? {
            kind: 'number',
            from: -method.maxDeduct / 100,
            to: method.maxDeduct / 100,
            numFmt: '-0.##;-0.##;0',
          }
        : { kind: 'number', from: -method.maxDeduct / 100, to: method.maxAdd / 100, numFmt: '+0.##;-0.##;0' };
    case 'formula':
      return { kind: 'choice', labels: [] };
  }
};

const columnsOf = (content: IndicatorContent, group: RaterGroup, own: readonly Indicator[]): BookColumn[] => {
  const ids = new Set(own.map(({ id }) => id));
  return dimensionsOf(content, group).flatMap(({ name, indicators }) =>
    indicators
      .filter(({ id }) => ids.has(id))
      .map((indicator) => ({
        band: name,
        title: indicator.name,
        allowed: allowedFor(indicator),
        rule: ruleOf(indicator),
      })),
  );
};

const cellOf = (indicator: Indicator, score: Score | undefined): string | number | null => {
  if (!score) return null;
  switch (score.kind) {
    case 'points':
      return score.points / 100;
    case 'change':
      return score.change / 100;
    case 'level':
      return showScore(indicator, score);
  }
};

const FORBIDDEN = /[\\/?*[\]:'\p{Cc}]/gu;

/** Names that Excel takes for sheets: short, without its forbidden characters, none twice. */
export const sheetNames = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name.replace(FORBIDDEN, ' ').trim().slice(0, 24) || '评分表';
    let free = plain;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${plain} ${String(number)}`;
    taken.add(free.toLowerCase());
    return free;
  });
};

const guideOf = ({ cycle, content, group }: BookFacts): string[][] => [
  [`${cycle.name} · ${group.name} 填写说明`],
  ['一、白色格子里填写，一行一个对象，一列一项指标；灰色格子不能改。'],
  ['二、请直接填写数字或从下拉中选择，不要写公式。空着表示还没有评，不当作 0 分。'],
  ['三、不要插入、删除、移动行和列，不要改工作表名称；改动过的文件不能收回。'],
  ['四、没有填完也可以交回：填了的收下，空着的以后再补。“评语”可以不填。'],
  ['维度', '指标', '权重', '可填', '评分标准', '佐证材料'],
  ...dimensionsOf(content, group).flatMap(({ name, indicators }) =>
    indicators.map((indicator) => [
      name,
      indicator.name,
      formatWeight(indicator.weight),
      `${allowedFor(indicator)}${indicator.vetoBelow === null ? '' : `（低于 ${formatDecimal(indicator.vetoBelow)} 分一票否决）`}`,
      indicator.standard,
      indicator.evidence,
    ]),
  ),
];

const rowOf = (
  facts: BookFacts,
  indicators: readonly Indicator[],
  storedId: string,
  subject: Subject,
  place: number,
): BookRow => {
  const sheet = facts.group.anonymous ? undefined : facts.sheetOf(storedId, subject.id);
  return {
    person: [place + 1, subject.number, subject.name, subject.department],
    values: indicators.map((indicator) => cellOf(indicator, sheet?.scores[indicator.id])),
    remark: sheet?.remark ?? '',
  };
};

const noteOf = ({ schoolName, cycle, group }: BookFacts, who: string): string =>
  `${schoolName}。${group.name}，${who}。请在${formatDay(cycle.endsOn)}前填好交回。白色格子可以填写；空着表示还没有评，不当作 0 分。`;

/**
 * The electronic score sheet of one rater, or of several in one workbook with a page for each. Rows of a `self` group
 * that are handed out together stand on one page.
 */
export const raterBook = (facts: BookFacts, books: readonly BookToHandOut[]): RaterBook => {
  const { cycle, content, group, schoolId, madeAt, sign, storedId } = facts;
  const indicators = indicatorsFor(content, group);
  const self = group.kind === 'self';
  const together = self
    ? [{ rater: null, label: '自评', subjects: books.flatMap(({ subjects }) => subjects) }]
    : books;
  const names = sheetNames(together.map(({ label }) => label));
  const pages = together.map(({ rater, label, subjects }, at): BookPage => ({
    name: names[at] ?? '评分表',
    title: `${cycle.name}评分表`,
    note: noteOf(
      facts,
      rater === null ? '各人填写自己的一行' : group.anonymous ? `无记名，${label}` : `评分人：${rater.name}`,
    ),
    rows: subjects.map((subject, place) =>
      rowOf(facts, indicators, rater === null ? subject.id : storedId(rater.id), subject, place),
    ),
  }));
  const identity: BookIdentity = {
    format: 1,
    schoolId,
    cycleId: cycle.id,
    groupId: group.id,
    versionId: cycle.versionId,
    indicatorIds: indicators.map(({ id }) => id),
    madeAt,
    sheets: together.map(({ rater, subjects }, at) => ({
      name: names[at] ?? '评分表',
      raterId: rater === null ? null : storedId(rater.id),
      subjectIds: subjects.map(({ id }) => id),
    })),
  };
  const [order, number, name, place] = personColumns;
  return {
    leading: [
      { title: order, width: 6 },
      { title: number, width: 12 },
      { title: name, width: 12 },
      { title: place, width: 14 },
    ],
    columns: columnsOf(content, group, indicators),
    open: '未填项数',
    remark: '评语（可不填）',
    pages,
    guide: { name: '填写说明', rows: guideOf(facts) },
    hidden: { name: IDENTITY_SHEET, rows: identityRows(identity, sign) },
    createdAt: madeAt,
  };
};
