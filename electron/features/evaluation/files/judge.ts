import {
  addCounts,
  compareSheet,
  noCounts,
  type BookEntry,
  type BookRemark,
  type OnRecord,
} from '../../../../shared/features/evaluation/files/compare.ts';
import {
  IDENTITY_SHEET,
  readIdentity,
  type BookIdentity,
} from '../../../../shared/features/evaluation/files/identity.ts';
import {
  displacedOn,
  type CellAt,
  type FileCell,
} from '../../../../shared/features/evaluation/files/layout.ts';
import type { BookPreview } from '../../../../shared/features/evaluation/files/preview.ts';
import type { IndicatorContent } from '../../../../shared/features/evaluation/indicators.ts';
import type { Cycle, Rater, RaterGroup, ScoreSheet } from '../../../../shared/features/evaluation/schema.ts';
import { indicatorsFor } from '../../../../shared/features/evaluation/sheet-state.ts';
import { formatInstant } from '../../../../shared/kernel/dates.ts';
import type { ReadSheet } from '../../../documents/excel/read-workbook.ts';
import { barredFrom } from './bundles.ts';

/** What a file would write, if it is taken. */
export interface JudgedBook {
  readonly preview: BookPreview;
  readonly groupId: string;
  readonly entries: readonly BookEntry[];
  readonly remarks: readonly BookRemark[];
  /** The sheets it is about, `rater/subject`: two files about the same one contradict each other. */
  readonly about: readonly string[];
}

export interface Bench {
  readonly schoolId: string;
  readonly cycle: Cycle;
  readonly content: IndicatorContent;
  readonly fits: (text: string, signature: string) => boolean;
  /** The rater whose sheets are kept under this id. */
  readonly raterOf: (group: RaterGroup, storedId: string) => Rater | undefined;
  readonly sheetOf: (group: RaterGroup, storedId: string, subjectId: string) => ScoreSheet | undefined;
  /** Why the caller may not bring this rater's sheet in; blank: he may. */
  readonly closedFor: (group: RaterGroup, raterId: string) => string;
}

export const refusedBook = (file: string, reason: string): JudgedBook => ({
  preview: {
    file,
    rater: '',
    group: '',
    refused: reason,
    counts: noCounts,
    problems: [],
    conflicts: [],
    notes: [],
  },
  groupId: '',
  entries: [],
  remarks: [],
  about: [],
});

const cellsOf = ({ rows }: ReadSheet): CellAt => {
  const byNumber = new Map(rows.map(({ number, cells }) => [number, cells]));
  return (row, column): FileCell | undefined => {
    const cell = byNumber.get(row)?.get(column - 1);
    return cell && { ...cell, number: cell.serial !== null };
  };
};

const identityOf = (
  sheets: readonly ReadSheet[],
  fits: Bench['fits'],
): { identity: BookIdentity } | { reason: string } => {
  const hidden = sheets.find(({ name }) => name === IDENTITY_SHEET);
  const pairs = (hidden?.rows ?? []).map(
    ({ cells }) => [cells.get(0)?.text ?? '', cells.get(1)?.text ?? ''] as const,
  );
  const read = readIdentity(pairs, fits);
  switch (read.kind) {
    case 'sound':
      return { identity: read.identity };
    case 'foreign':
      return {
        reason: '不是本系统发放的电子评分表（没有身份信息）。请填写发放的那份文件，不要另建或另抄一份',
      };
    case 'altered':
      return { reason: '身份信息被改动过，或者是别的学校发放的，不能确定分数属于谁。请重新发放后填写' };
  }
};

const misplaced = (identity: BookIdentity, { schoolId, cycle }: Bench): string => {
  if (identity.schoolId !== schoolId) return '是别的学校的评分表';
  if (identity.cycleId !== cycle.id) return '是另一次考核的评分表';
  if (identity.versionId !== cycle.versionId) return '用的是另一版指标，请重新发放后填写';
  return '';
};

const onRecordOf =
  (bench: Bench, group: RaterGroup, madeAt: string) =>
  (storedId: string, subjectId: string): OnRecord | undefined => {
    const sheet = bench.sheetOf(group, storedId, subjectId);
    if (!sheet) return undefined;
    const { scores, remark, saved } = sheet;
    return {
      scores,
      remark,
      // Of an anonymous sheet only the day is known: on the same day it may have been before or after.
      later: group.anonymous ? saved.at.slice(0, 10) >= madeAt.slice(0, 10) : saved.at > madeAt,
      entered: group.anonymous ? '' : `${saved.by.name} ${formatInstant(saved.at)}`,
    };
  };

/** What a workbook that came back would do. Nothing is changed. */
export const judgeBook = (file: string, sheets: readonly ReadSheet[], bench: Bench): JudgedBook => {
  const found = identityOf(sheets, bench.fits);
  if ('reason' in found) return refusedBook(file, found.reason);
  const { identity } = found;
  const elsewhere = misplaced(identity, bench);
  if (elsewhere !== '') return refusedBook(file, elsewhere);
  const group = bench.cycle.groups.find(({ id }) => id === identity.groupId);
  if (!group) return refusedBook(file, '这个评分组已经不在考核里了');
  const indicators = indicatorsFor(bench.content, group);
  const subjects = new Map(bench.cycle.subjects.map((subject) => [subject.id, subject]));
  const parts: ReturnType<typeof compareSheet>[] = [];
  const raters: string[] = [];
  const about: string[] = [];
  for (const page of identity.sheets) {
    const sheet = sheets.find(({ name }) => name === page.name);
    if (!sheet) return refusedBook(file, `缺少工作表“${page.name}”，可能被删除或改名`);
    const rows = page.subjectIds.map((id) => subjects.get(id));
    if (rows.includes(undefined)) return refusedBook(file, '其中有人已经不在考核对象里，请重新发放后填写');
    const at = cellsOf(sheet);
    const moved = displacedOn(
      at,
      rows.flatMap((subject) => subject ?? []),
      indicators.map(({ name }) => name),
    );
    if (moved !== '') return refusedBook(file, `工作表“${page.name}”${moved}`);
    const rater = page.raterId === null ? undefined : bench.raterOf(group, page.raterId);
    if (page.raterId !== null && !rater) return refusedBook(file, '这名评分人已经不在评分组里了');
    if (rater?.withdrawn)
      return refusedBook(file, group.anonymous ? '这名评分人已经退出' : `“${rater.name}”已经退出评分`);
    // A rater's term is one for all whom he rates; in a self-rating everybody has his own.
    const closed = (rater ? [rater.id] : page.subjectIds)
      .map((raterId) => bench.closedFor(group, raterId))
      .find((why) => why !== '');
    if (closed !== undefined) return refusedBook(file, closed);
    raters.push(rater && !group.anonymous ? rater.name : page.raterId === null ? '自评' : '无记名');
    about.push(...page.subjectIds.map((subjectId) => `${page.raterId ?? subjectId}/${subjectId}`));
    parts.push(
      compareSheet({
        sheet: page,
        at,
        subjects,
        indicators,
        onRecord: onRecordOf(bench, group, identity.madeAt),
        barred: (storedId, subjectId) => barredFrom(rater, storedId, subjectId),
      }),
    );
  }
  const counts = addCounts(parts.map((part) => part.counts));
  return {
    groupId: group.id,
    about,
    entries: parts.flatMap(({ entries }) => entries),
    remarks: parts.flatMap(({ remarks }) => remarks),
    preview: {
      file,
      rater:
        raters.length > 3
          ? `${raters.slice(0, 2).join('、')}等 ${String(raters.length)} 人`
          : raters.join('、'),
      group: group.name,
      refused: '',
      counts,
      problems: parts.flatMap(({ problems }) => problems),
      conflicts: parts.flatMap(({ conflicts }) => conflicts),
      notes: counts.blank > 0 ? [`还有 ${String(counts.blank)} 项空着，收下已填的部分`] : [],
    },
  };
};

/** Files about the same sheet: neither is taken, since nobody can tell which one is meant. */
export const withoutDoubles = (books: readonly JudgedBook[]): JudgedBook[] => {
  const holders = new Map<string, string[]>();
  for (const { about, groupId, preview } of books)
    for (const one of about) {
      const key = `${groupId}/${one}`;
      holders.set(key, [...(holders.get(key) ?? []), preview.file]);
    }
  return books.map((book) => {
    const other = book.about
      .flatMap((one) => holders.get(`${book.groupId}/${one}`) ?? [])
      .find((file) => file !== book.preview.file);
    const twice = book.about.some((one) => (holders.get(`${book.groupId}/${one}`) ?? []).length > 1);
    if (!twice) return book;
    return refusedBook(
      book.preview.file,
      `与“${other ?? book.preview.file}”是同一名评分人的评分表，请只留一份后重新导入`,
    );
  });
};
