/** Where things stand on a sheet of an 电子评分表; rows and columns count from 1, as in Excel. */

export const TITLE_ROW = 1;
export const NOTE_ROW = 2;
export const DIMENSION_ROW = 3;
export const NAME_ROW = 4;
export const ALLOWED_ROW = 5;
/** The first subject. */
export const FIRST_ROW = 6;

/** What stands before the indicators. */
export const personColumns = ['序号', '工号/编号', '姓名/名称', '部门/班级'] as const;
const NUMBER_COLUMN = 2;
const NAME_COLUMN = 3;
export const FIRST_INDICATOR = personColumns.length + 1;

/** Behind the indicators: how many of them are still empty, and what the rater has to say. */
export const openColumn = (indicators: number): number => FIRST_INDICATOR + indicators;
export const remarkColumn = (indicators: number): number => openColumn(indicators) + 1;

/** A cell of a file that came back. */
export interface FileCell {
  /** `F12` */
  readonly address: string;
  readonly text: string;
  /** A number, not digits that somebody typed as text. */
  readonly number: boolean;
  readonly formula: boolean;
  /** An error value, or a formula without a result. */
  readonly broken: boolean;
}

export type CellAt = (row: number, column: number) => FileCell | undefined;

const textAt = (at: CellAt, row: number, column: number): string => at(row, column)?.text ?? '';

/**
 * What was moved on a sheet: rows sorted, inserted or deleted, columns exchanged. Scores would then land with other
 * people, so such a sheet is refused; blank: everything is where it was put.
 */
export const displacedOn = (
  at: CellAt,
  subjects: readonly { readonly number: string; readonly name: string }[],
  indicators: readonly string[],
): string => {
  for (const [place, name] of indicators.entries()) {
    const column = FIRST_INDICATOR + place;
    const found = textAt(at, NAME_ROW, column);
    if (found !== name.trim())
      return `第 ${String(NAME_ROW)} 行的列名应为“${name}”，现在是“${found}”：列被移动或改过`;
  }
  for (const [place, { number, name }] of subjects.entries()) {
    const row = FIRST_ROW + place;
    const found = [textAt(at, row, NUMBER_COLUMN), textAt(at, row, NAME_COLUMN)];
    if (found[0] !== number.trim() || found[1] !== name.trim())
      return `第 ${String(row)} 行应为“${[number, name].filter(Boolean).join(' ')}”，现在是“${found.filter(Boolean).join(' ')}”：行被移动、插入或删除过`;
  }
  return '';
};
