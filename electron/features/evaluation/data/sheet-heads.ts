import type { DataSheet } from '../../../../shared/features/evaluation/data/import-layout.ts';

const ROWS = 12;
const CELLS = 8;
const CHARACTERS = 80;

/** The first rows of each sheet in a line of text each: among them a person points out the heads. */
export const sheetHeads = (
  sheets: readonly DataSheet[],
): { name: string; heads: { row: number; text: string }[] }[] =>
  sheets.map(({ name, rows }) => ({
    name,
    heads: rows.slice(0, ROWS).map(({ number, cells }) => ({
      row: number,
      text: [...cells.values()]
        .slice(0, CELLS)
        .map(({ text }) => text)
        .join('｜')
        .slice(0, CHARACTERS),
    })),
  }));
