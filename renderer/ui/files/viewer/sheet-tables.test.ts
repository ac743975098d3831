import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { columnName, MOST_ROWS, tablesOf } from './sheet-tables.ts';
import { stepFrom } from './use-zoom.ts';

const reread = async (fill: (book: ExcelJS.Workbook) => void): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(await book.xlsx.writeBuffer());
  return read;
};

describe('a workbook to be looked at', () => {
  it('gives what a reader sees in each cell', async () => {
    const book = await reread((made) => {
      const sheet = made.addWorksheet('表');
      sheet.addRow([
        0.1 + 0.2,
        true,
        new Date(Date.UTC(2026, 10, 24)),
        new Date(Date.UTC(2026, 10, 24, 8, 5)),
        { formula: 'A1*2', result: 0.6 },
        { richText: [{ text: '甲' }, { text: '乙' }] },
        { text: '链接', hyperlink: 'https://example.org' },
        { error: '#REF!' },
      ]);
      sheet.getCell('B3').value = '末';
      made.addWorksheet('空');
    });
    const [first, second] = tablesOf(book);
    expect(first?.rows).toEqual([
      {
        number: 1,
        cells: ['0.3', '是', '2026年11月24日', '2026年11月24日 08:05', '0.6', '甲乙', '链接', '#REF!'],
      },
      { number: 3, cells: ['', '末'] },
    ]);
    expect(first?.width).toBe(8);
    expect(second?.rows).toEqual([]);
  });

  it('shows a merged area once, says what is hidden, and stops at what fits a screen', async () => {
    const book = await reread((made) => {
      const sheet = made.addWorksheet('长', { state: 'hidden' });
      sheet.mergeCells('A1:B1');
      sheet.getCell('A1').value = '标题';
      for (let row = 0; row < MOST_ROWS + 5; row += 1) sheet.addRow([row, row]);
    });
    const [sheet] = tablesOf(book);
    expect(sheet?.rows[0]?.cells).toEqual(['标题', '']);
    expect(sheet).toMatchObject({ hidden: true, cut: true });
    expect(sheet?.rows).toHaveLength(MOST_ROWS);
  });

  it('calls columns as Excel does', () =>
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']));
});

describe('steps of enlargement', () => {
  it('go to the next one, from any scale, and end', () => {
    expect(stepFrom(1, 1)).toBe(1.1);
    expect(stepFrom(0.93, 1)).toBe(1);
    expect(stepFrom(0.93, -1)).toBe(0.9);
    expect(stepFrom(4, 1)).toBe(4);
    expect(stepFrom(0.25, -1)).toBe(0.25);
  });
});
