import type {
  ExamChoice,
  ExamPreview,
  ExamTable,
  ExamTableChoice,
} from '../../../../shared/features/evaluation/data/exam-views.ts';
import {
  isWide,
  sheetsAlike,
  type RememberedExamHeads,
} from '../../../../shared/features/evaluation/data/exam-layout.ts';
import { withUnit, type DataField } from '../../../../shared/features/evaluation/data/fields.ts';
import { headKey } from '../../../../shared/features/evaluation/data/import-layout.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import { columnLetters } from '../../../documents/excel/score-sheet.ts';
import type { Reader } from '../../../store/types.ts';
import type { JudgedExam, UnderstoodExam } from './exam-judge.ts';
import { departmentShares, shareWords } from './exam-people.ts';
import { seenOf } from './import-file.ts';
import { dataRowOf } from './points.ts';
import { sheetHeads } from './sheet-heads.ts';

const MOST_SHOWN = 500;
const SAMPLES = 3;

const tableOf = ({ file, layout, read }: UnderstoodExam, remembered: RememberedExamHeads): ExamTable => {
  const { columns, headRow, sheet } = layout;
  const below = (file.sheets.find(({ name }) => name === sheet)?.rows ?? []).filter(
    ({ number }) => number > headRow,
  );
  return {
    file: file.name,
    sheets: sheetHeads(file.sheets),
    sheet,
    headRow,
    wide: isWide(columns),
    together: sheetsAlike(file.sheets, layout).map(({ name }) => name),
    columns: columns.map(({ column, head, meaning }) => ({
      column,
      letters: columnLetters(column + 1),
      head,
      samples: below.flatMap(({ cells }) => cells.get(column)?.text ?? []).slice(0, SAMPLES),
      meaning,
      remembered: remembered.has(headKey(head)),
      full: read.fulls.get(column)?.full ?? null,
      fullFrom: read.fulls.get(column)?.from ?? null,
    })),
    skipped: read.skipped.slice(0, MOST_SHOWN),
  };
};

const choiceOf = ({ layout }: UnderstoodExam): ExamTableChoice => ({
  sheet: layout.sheet,
  headRow: layout.headRow,
  columns: layout.columns.map(({ column, meaning }) => ({ column, meaning })),
});

/** What the tables of an exam would give, with how they were understood. */
export const examPreviewOf = (
  reader: Reader,
  cycle: Cycle,
  token: string,
  choice: ExamChoice,
  judged: JudgedExam,
  fields: readonly DataField[],
): ExamPreview => {
  const { now, before, remembered, figures, problems, refused, teaching } = judged;
  const units = new Map(fields.map(({ name, unit }) => [name, unit]));
  const reckoned = new Set([...figures.values()].flat().map(({ field }) => field));
  const sat = new Set(now.read.marks.filter(({ absent }) => !absent).map(({ pupil }) => pupil));
  const earlier = new Set(before?.read.marks.map(({ pupil }) => pupil));
  const zeros = now.read.marks.filter(({ absent }) => absent).length;
  const gaps = (kind: string): number => now.read.gaps.filter((gap) => gap.kind === kind).length;
  return {
    token,
    seen: seenOf(reader, cycle.id),
    file: now.file.name,
    choice: { ...choice, now: choiceOf(now), before: before && choiceOf(before) },
    now: tableOf(now, remembered),
    before: before && tableOf(before, remembered),
    marks: now.read.marks.length - zeros,
    absent: gaps('absent') + zeros,
    exempt: gaps('exempt'),
    blank: gaps('blank'),
    pupils: sat.size,
    both: before && [...sat].filter((pupil) => earlier.has(pupil)).length,
    taughtBy: teaching?.from ?? '',
    shares: departmentShares(cycle).map(({ subjectId, name, share }) => ({
      subjectId,
      name,
      words: shareWords(share),
    })),
    outside: now.read.outside.slice(0, MOST_SHOWN),
    fields: fields.map(({ name }) => name).filter((name) => reckoned.has(name)),
    groups: cycle.subjects.flatMap(({ id, name }) => {
      const own = figures.get(id);
      if (!own) return [];
      const values = dataRowOf(reader, cycle.id, id)?.values ?? {};
      return [
        {
          subjectId: id,
          name,
          figures: own.map(({ field, value, words }) => {
            const held = values[field];
            return {
              field,
              value: withUnit(value, units.get(field) ?? ''),
              words,
              onScreen: held ? withUnit(held.value, held.unit) : '',
            };
          }),
        },
      ];
    }),
    problems: problems.slice(0, MOST_SHOWN),
    refused,
  };
};
