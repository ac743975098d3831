import type { Indicator } from '../indicators.ts';
import { readScore, showScore, type Score } from '../scores.ts';
import type { Subject } from '../schema.ts';
import type { BookSheet } from './identity.ts';
import { FIRST_INDICATOR, FIRST_ROW, remarkColumn, type CellAt, type FileCell } from './layout.ts';
import { cellKeyOf, type BookConflict, type BookCounts, type BookProblem } from './preview.ts';

/** A score that a file would write. */
export interface BookEntry {
  readonly raterId: string;
  readonly subjectId: string;
  readonly indicatorId: string;
  readonly score: Score;
  readonly kind: 'fresh' | 'changed' | 'conflict';
}

/** A remark on the whole of a subject that a file would write. */
export interface BookRemark {
  readonly raterId: string;
  readonly subjectId: string;
  readonly text: string;
}

export interface ComparedSheet {
  readonly entries: readonly BookEntry[];
  readonly remarks: readonly BookRemark[];
  readonly counts: BookCounts;
  readonly problems: readonly BookProblem[];
  readonly conflicts: readonly BookConflict[];
}

/** What is on record about one subject by one rater. */
export interface OnRecord {
  readonly scores: Readonly<Record<string, Score>>;
  readonly remark: string;
  /** Whether it was saved after the file was made. */
  readonly later: boolean;
  /** Who saved it and when, in words. */
  readonly entered: string;
}

export interface ToCompare {
  readonly sheet: BookSheet;
  readonly at: CellAt;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly indicators: readonly Indicator[];
  readonly onRecord: (raterId: string, subjectId: string) => OnRecord | undefined;
  /** Why this rater may not rate this subject; blank: he may. */
  readonly barred: (raterId: string, subjectId: string) => string;
}

export const noCounts: BookCounts = { fresh: 0, changed: 0, same: 0, blank: 0, conflicts: 0, problems: 0 };

/** Sums up what several sheets would do. */
export const addCounts = (all: readonly BookCounts[]): BookCounts =>
  all.reduce(
    (sum, each) => ({
      fresh: sum.fresh + each.fresh,
      changed: sum.changed + each.changed,
      same: sum.same + each.same,
      blank: sum.blank + each.blank,
      conflicts: sum.conflicts + each.conflicts,
      problems: sum.problems + each.problems,
    }),
    noCounts,
  );

/** A remark is a sentence or two: what is longer was pasted by mistake. */
const MOST_REMARK = 500;

/** What is wrong with a cell before its text is even looked at; blank: nothing. */
const distrust = ({ formula, broken }: FileCell): string => {
  if (formula) return '这一格是公式，请改为直接填写的分数（可以复制后“选择性粘贴—数值”）';
  return broken ? '这一格是错误值，请重新填写' : '';
};

/**
 * What a rater meant by a cell. Excel takes the sign off a typed +2 and shows it again by the column's format: where
 * both is possible, a bare number is an addition.
 */
const meantBy = ({ method }: Indicator, { text, number }: FileCell): string =>
  number && method.kind === 'deduct' && method.maxDeduct > 0 && method.maxAdd > 0 && /^[0-9]/.test(text)
    ? `+${text}`
    : text;

/**
 * Works out what a sheet that came back would do to the scores on record. An empty cell does nothing: a half-filled
 * sheet is taken as far as it goes, and takes nothing back.
 */
export const compareSheet = (given: ToCompare): ComparedSheet => {
  const { sheet, at, subjects, indicators, onRecord, barred } = given;
  const entries: BookEntry[] = [];
  const remarks: BookRemark[] = [];
  const problems: BookProblem[] = [];
  const conflicts: BookConflict[] = [];
  let [same, blank] = [0, 0];
  for (const [place, subjectId] of sheet.subjectIds.entries()) {
    const row = FIRST_ROW + place;
    const raterId = sheet.raterId ?? subjectId;
    const subject = subjects.get(subjectId)?.name ?? '';
    const held = onRecord(raterId, subjectId);
    const why = barred(raterId, subjectId);
    for (const [column, indicator] of indicators.entries()) {
      const cell = at(row, FIRST_INDICATOR + column);
      if (!cell || (cell.text === '' && !cell.broken && !cell.formula)) {
        blank += 1;
        continue;
      }
      const where = { sheet: sheet.name, cell: cell.address, subject, indicator: indicator.name };
      const doubt = why === '' ? distrust(cell) : why;
      const read =
        doubt === ''
          ? readScore(indicator, meantBy(indicator, cell))
          : { kind: 'problem' as const, problem: doubt };
      if (read.kind === 'problem') {
        problems.push({ ...where, value: cell.text, message: read.problem });
        continue;
      }
      if (read.kind === 'empty') {
        blank += 1;
        continue;
      }
      const inFile = showScore(indicator, read.score);
      const score = held?.scores[indicator.id];
      const onScreen = score ? showScore(indicator, score) : '';
      if (onScreen === inFile) {
        same += 1;
        continue;
      }
      const kind = onScreen === '' ? 'fresh' : held?.later === true ? 'conflict' : 'changed';
      entries.push({ raterId, subjectId, indicatorId: indicator.id, score: read.score, kind });
      if (kind === 'conflict')
        conflicts.push({
          ...where,
          key: cellKeyOf(raterId, subjectId, indicator.id),
          inFile,
          onScreen,
          entered: held?.entered ?? '',
        });
    }
    const remark = at(row, remarkColumn(indicators.length));
    if (remark && remark.text !== '' && why === '') {
      const where = { sheet: sheet.name, cell: remark.address, subject, indicator: '评语' };
      if (remark.formula || remark.broken)
        problems.push({ ...where, value: remark.text, message: '评语不能是公式，请直接填写文字' });
      else if (remark.text.length > MOST_REMARK)
        problems.push({
          ...where,
          value: `${remark.text.slice(0, 20)}…`,
          message: `评语不能超过 ${String(MOST_REMARK)} 个字，现在是 ${String(remark.text.length)} 个字`,
        });
      else if (remark.text !== held?.remark) remarks.push({ raterId, subjectId, text: remark.text });
    }
  }
  const of = (kind: BookEntry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
  return {
    entries,
    remarks,
    problems,
    conflicts,
    counts: {
      fresh: of('fresh'),
      changed: of('changed'),
      same,
      blank,
      conflicts: conflicts.length,
      problems: problems.length,
    },
  };
};
