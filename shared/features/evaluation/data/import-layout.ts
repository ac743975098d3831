import type { SubjectKind } from '../indicators.ts';
import { subjectSourceOf } from '../schema.ts';
import type { ColumnMeaning } from './schema.ts';

/** A cell of a workbook as its reader gives it; see `ReadCell`. */
export interface DataCell {
  readonly address: string;
  readonly text: string;
  readonly broken: boolean;
  readonly formula: boolean;
  /** A number that its workbook shows as a percentage. */
  readonly percent: boolean;
}
export interface DataSheet {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: ReadonlyMap<number, DataCell> }[];
}

/** What one column is taken for. `shares`: its bare numbers are shares of 1; null: not said. */
export interface ColumnChoice {
  /** From 0. */
  readonly column: number;
  readonly head: string;
  readonly meaning: ColumnMeaning;
  readonly shares: boolean | null;
}
export interface Layout {
  readonly sheet: string;
  /** As Excel counts, from 1. */
  readonly headRow: number;
  readonly columns: readonly ColumnChoice[];
}

/** A head without what makes the same head look different: blanks, width, the unit in brackets, the star of a template. */
export const headKey = (head: string): string =>
  head
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replace(/[*::]/g, '')
    .toLowerCase()
    .slice(0, 100);

const NUMBER_HEADS = new Set([
  '工号',
  '教师编号',
  '教职工号',
  '职工号',
  '编号',
  '学号',
  '学籍号',
  '工号/编号',
]);
const PERSON_HEADS = new Set(['姓名', '教师', '教师姓名', '任课教师', '教职工', '姓名/名称']);
const nameHeadsOf = (kind: SubjectKind): ReadonlySet<string> => {
  switch (subjectSourceOf(kind)) {
    case 'staff':
      return PERSON_HEADS;
    case 'pupils':
      return new Set(['姓名', '学生', '学生姓名', '姓名/名称']);
    case 'classes':
      return new Set(['班级', '班别', '班级名称', '名称', '姓名/名称']);
    case 'departments':
      return new Set(['部门', '部门名称', '科室', '名称', '姓名/名称']);
    case 'school':
      return new Set(['学校', '学校名称', '名称', '姓名/名称']);
  }
};

/** What other tables call the shipped fields. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  平均分: '均分',
  合格率: '及格率',
  到课率: '出勤率',
  满意度: '满意率',
  增值分: '增值',
  教学增值: '增值',
  投诉: '投诉次数',
  迟到: '迟到次数',
  考试人数: '参考人数',
};

/** What is known before anybody is asked. */
export interface HeadKnowledge {
  readonly kind: SubjectKind;
  readonly fields: readonly string[];
  /** What a person said earlier, by `headKey`. */
  readonly remembered: ReadonlyMap<string, { readonly meaning: ColumnMeaning; readonly shares: boolean }>;
}

const IGNORED: ColumnMeaning = { kind: 'ignored' };

const meaningOf = (head: string, known: HeadKnowledge): ColumnMeaning => {
  const key = headKey(head);
  if (key === '') return IGNORED;
  const said = known.remembered.get(key)?.meaning;
  if (said && (said.kind !== 'field' || known.fields.includes(said.name))) return said;
  if (NUMBER_HEADS.has(key)) return { kind: 'number' };
  if (nameHeadsOf(known.kind).has(key)) return { kind: 'name' };
  const meant = Object.hasOwn(OTHER_WORDS, key) ? OTHER_WORDS[key] : key;
  const field = known.fields.find((name) => name.toLowerCase() === key || name === meant);
  return field === undefined ? IGNORED : { kind: 'field', name: field };
};

const keyOf = (meaning: ColumnMeaning): string =>
  meaning.kind === 'field' ? `field ${meaning.name}` : meaning.kind;

/** The columns of a head row; where two mean the same, the first is taken. */
export const columnsAt = (sheet: DataSheet, headRow: number, known: HeadKnowledge): ColumnChoice[] => {
  const row = sheet.rows.find(({ number }) => number === headRow);
  const taken = new Set<string>();
  return [...(row?.cells ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([column, { text }]) => {
      const meant = meaningOf(text, known);
      const meaning = taken.has(keyOf(meant)) ? IGNORED : meant;
      if (meaning.kind !== 'ignored') taken.add(keyOf(meaning));
      return { column, head: text, meaning, shares: known.remembered.get(headKey(text))?.shares ?? null };
    });
};

const HEAD_ROWS_LOOKED_AT = 20;

/** Looks for the sheet and the row whose heads say most: who it is about, and which figures. Undefined: nothing fits. */
export const guessLayout = (sheets: readonly DataSheet[], known: HeadKnowledge): Layout | undefined => {
  let best: { layout: Layout; worth: number } | undefined;
  for (const sheet of sheets)
    for (const { number } of sheet.rows.slice(0, HEAD_ROWS_LOOKED_AT)) {
      const columns = columnsAt(sheet, number, known);
      const who = columns.filter(
        ({ meaning }) => meaning.kind === 'number' || meaning.kind === 'name',
      ).length;
      const figures = columns.filter(({ meaning }) => meaning.kind === 'field').length;
      const worth = (who > 0 ? 100 : 0) + (figures > 0 ? 100 : 0) + 2 * figures + who;
      if (worth > 100 && worth > (best?.worth ?? 0))
        best = { layout: { sheet: sheet.name, headRow: number, columns }, worth };
    }
  return best?.layout;
};
