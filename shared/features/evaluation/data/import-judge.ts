import { fractionOf } from './decimal-text.ts';
import { allowedIn, withUnit, type DataField } from './fields.ts';
import type { ColumnChoice, DataCell, DataSheet, Layout } from './import-layout.ts';
import { matchSubject, type Register } from './import-match.ts';
import { readDatum } from './read-datum.ts';
import type { Datum } from './schema.ts';

/** A figure that a file would write. `key` names subject and field. */
export interface DataEntry {
  readonly key: string;
  readonly subjectId: string;
  readonly field: string;
  readonly value: string;
  readonly cell: string;
  readonly conflict: boolean;
}
export interface DataProblem {
  readonly sheet: string;
  readonly cell: string;
  readonly subject: string;
  readonly field: string;
  /** As it stands in the cell. */
  readonly value: string;
  /** What is wrong, and what is allowed. */
  readonly message: string;
}
export interface DataConflict {
  readonly key: string;
  readonly subject: string;
  readonly field: string;
  readonly cell: string;
  readonly inFile: string;
  readonly onScreen: string;
  /** Where the figure on screen came from. */
  readonly source: string;
}
export interface JudgedData {
  readonly entries: readonly DataEntry[];
  readonly problems: readonly DataProblem[];
  readonly conflicts: readonly DataConflict[];
  readonly counts: {
    readonly rows: number;
    readonly fresh: number;
    readonly same: number;
    readonly blank: number;
  };
  /** Rows that are about nobody: totals, averages. */
  readonly skipped: readonly string[];
  /** Columns of which it has to be said whether their numbers are shares of 1, as places. */
  readonly undecided: readonly number[];
  /** What keeps the whole from being read; blank: nothing. */
  readonly refused: string;
}

export interface ToJudge {
  readonly sheet: DataSheet;
  readonly layout: Layout;
  /** Too many decimals are rounded. */
  readonly round: boolean;
  readonly fields: ReadonlyMap<string, DataField>;
  readonly register: Register;
  /** 工号, 学籍号, 编号 */
  readonly numberWord: string;
  readonly present: (subjectId: string, field: string) => Datum | undefined;
  readonly sourceOf: (datum: Datum) => string;
}

const TOTALS = /^(?:合计|总计|小计|平均|均值|总平均|年级平均|全校平均|最高|最低|备注|说明|制表|填表|审核)/;

/** What is wrong with a cell before its text is even looked at; blank: nothing. */
const distrust = ({ formula, broken }: DataCell): string => {
  if (formula) return '这一格是公式，不能确定算得对不对，请改为直接填写的数（复制后“选择性粘贴—数值”）';
  return broken ? '这一格是错误值，请重新填写' : '';
};

/** Numbers of a percent column that all lie within 0 … 1 may be shares; nobody should have to find out later. */
const looksLikeShares = (cells: readonly DataCell[]): boolean => {
  const bare = cells.filter(({ text, percent }) => !percent && /^\d+(?:\.\d+)?$/.test(text));
  return (
    bare.length > 0 &&
    bare.every(({ text }) => Number(text) <= 1) &&
    bare.some(({ text }) => text.includes('.') || text === '1')
  );
};

interface FieldColumn {
  readonly choice: ColumnChoice;
  readonly field: DataField;
}

const refusedWith = (refused: string): JudgedData => ({
  entries: [],
  problems: [],
  conflicts: [],
  counts: { rows: 0, fresh: 0, same: 0, blank: 0 },
  skipped: [],
  undecided: [],
  refused,
});

const sameValue = (a: string, b: string): boolean => fractionOf(a).equals(fractionOf(b));

/**
 * Works out what a table would do to the figures on record. An empty cell does nothing: it takes nothing back. A figure
 * that differs from the one on record is a conflict, for a person to settle.
 */
export const judgeData = (given: ToJudge): JudgedData => {
  const { sheet, layout, fields, register, numberWord } = given;
  const placeOf = (kind: 'number' | 'name'): number =>
    layout.columns.find(({ meaning }) => meaning.kind === kind)?.column ?? -1;
  const [numberAt, nameAt] = [placeOf('number'), placeOf('name')];
  if (numberAt < 0 && nameAt < 0)
    return refusedWith(`请指明哪一列是${numberWord}或者名称，否则不知道每一行是谁的数据。`);
  const columns = layout.columns.flatMap((choice): FieldColumn[] => {
    const field = choice.meaning.kind === 'field' ? fields.get(choice.meaning.name) : undefined;
    return field ? [{ choice, field }] : [];
  });
  if (columns.length === 0) return refusedWith('请至少指明一列是什么数据。');
  const names = columns.map(({ field }) => field.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return refusedWith(`有两列都指明为“${twice}”，请只留一列。`);

  const rows = sheet.rows.filter(({ number }) => number > layout.headRow);
  const undecided = columns.flatMap(({ choice, field }) =>
    field.unit === '%' &&
    choice.shares === null &&
    looksLikeShares(rows.flatMap(({ cells }) => cells.get(choice.column) ?? []))
      ? [choice.column]
      : [],
  );

  const entries: DataEntry[] = [];
  const problems: DataProblem[] = [];
  const conflicts: DataConflict[] = [];
  const skipped: string[] = [];
  const rowOf = new Map<string, number>();
  let [fresh, same, blank] = [0, 0, 0];
  for (const { number: rowNumber, cells } of rows) {
    const [numberCell, nameCell] = [cells.get(numberAt), cells.get(nameAt)];
    const figures = columns.some(({ choice }) => cells.has(choice.column));
    const [number, name] = [numberCell?.text ?? '', nameCell?.text ?? ''];
    if (!figures) continue;
    if ((number === '' && name === '') || TOTALS.test(name) || TOTALS.test(number)) {
      skipped.push(`第 ${String(rowNumber)} 行${name || number ? `“${name || number}”` : '（没有写是谁）'}`);
      continue;
    }
    const place = numberCell ?? nameCell;
    const complain = (message: string): void => {
      const value = number === '' || name === '' ? number + name : `${number} ${name}`;
      problems.push({
        sheet: sheet.name,
        cell: place?.address ?? '',
        subject: value,
        field: '',
        value,
        message,
      });
    };
    const suspect = [numberCell, nameCell]
      .map((cell) => (cell ? distrust(cell) : ''))
      .find((text) => text !== '');
    if (suspect !== undefined) {
      complain(suspect);
      continue;
    }
    const match = matchSubject(register, { number, name }, numberWord);
    if (match.kind === 'nobody') {
      complain(match.problem);
      continue;
    }
    const { candidate } = match;
    const earlier = rowOf.get(candidate.id);
    if (earlier !== undefined) {
      complain(`与第 ${String(earlier)} 行是同一个对象（${candidate.name}），不知道以哪一行为准，请删去一行`);
      continue;
    }
    rowOf.set(candidate.id, rowNumber);
    for (const { choice, field } of columns) {
      const cell = cells.get(choice.column);
      if (!cell) {
        blank += 1;
        continue;
      }
      const wrong = (message: string): void => {
        problems.push({
          sheet: sheet.name,
          cell: cell.address,
          subject: candidate.name,
          field: field.name,
          value: cell.text,
          message,
        });
      };
      const distrusted = distrust(cell);
      if (distrusted !== '') {
        wrong(`${distrusted}；可填：${allowedIn(field)}`);
        continue;
      }
      const read = readDatum(field, cell, { round: given.round, shares: choice.shares === true });
      if (read.kind === 'problem') wrong(read.problem);
      else if (read.kind === 'empty') blank += 1;
      else {
        const held = given.present(candidate.id, field.name);
        const key = `${candidate.id}/${field.name}`;
        if (held && sameValue(held.value, read.value)) {
          same += 1;
          continue;
        }
        if (held)
          conflicts.push({
            key,
            subject: candidate.name,
            field: field.name,
            cell: cell.address,
            inFile: withUnit(read.value, field.unit),
            onScreen: withUnit(held.value, held.unit),
            source: given.sourceOf(held),
          });
        else fresh += 1;
        entries.push({
          key,
          subjectId: candidate.id,
          field: field.name,
          value: read.value,
          cell: cell.address,
          conflict: held !== undefined,
        });
      }
    }
  }
  return {
    entries,
    problems,
    conflicts,
    counts: { rows: rowOf.size, fresh, same, blank },
    skipped,
    undecided,
    refused: '',
  };
};
