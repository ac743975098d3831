import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { renderListTable, type ListTable } from './list-table.ts';

const table: ListTable = {
  title: '教职工名册',
  sheetName: '名册/2026:全部',
  columns: [
    { title: '工号', width: 12 },
    { title: '姓名', width: 12, align: 'center' },
    { title: '次数', width: 8, align: 'right' },
  ],
  rows: [
    ['001', '周敏', 3],
    ['=1+1', '@林芳\u0001', null],
  ],
  note: '共 2 人',
  createdAt: '2026-11-24T01:00:00.000Z',
};

const reread = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes).buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

describe('a list as a workbook', () => {
  it('keeps numbers as numbers and every text as a text, also one that looks like a formula', async () => {
    const sheet = await reread(await renderListTable(table));
    expect(sheet.getCell('A4').value).toBe('001');
    expect(sheet.getCell('C4').value).toBe(3);
    expect(sheet.getCell('A5').value).toBe('=1+1');
    expect(sheet.getCell('A5').type).toBe(ExcelJS.ValueType.String);
    expect(sheet.getCell('B5').value).toBe('@林芳');
    expect(sheet.getCell('C5').value).toBeNull();
  });

  it('is ready for A4: title over all columns, head frozen, repeated and filtered', async () => {
    const sheet = await reread(await renderListTable(table));
    expect(sheet.name).toBe('名册 2026 全部');
    expect(sheet.getCell('B1').master.address).toBe('A1');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, printTitlesRow: '3:3', printArea: 'A1:C5' });
    expect(sheet.autoFilter).toBe('A3:C5');
  });

  it('makes a row as high as its texts need, by their width and their breaks', async () => {
    const long = '检查记录由值班领导签字，每月清洗一次';
    const rows = [
      ['001', '周敏', 3],
      [long, '', null],
      ['一\n二\n三', '', null],
    ];
    const sheet = await reread(await renderListTable({ ...table, rows }));
    const height = (row: number): number | undefined => sheet.getRow(row).height;
    expect(height(4)).toBeUndefined();
    // 18 characters of double width in a column of 12, less the border: four lines.
    expect(height(5)).toBe(4 * 13.5 + 4);
    expect(height(6)).toBe(3 * 13.5 + 4);
  });

  it('gives equal bytes for equal lists, and a head alone for an empty one', async () => {
    expect(await renderListTable(table)).toEqual(await renderListTable(table));
    const empty = await reread(await renderListTable({ ...table, rows: [] }));
    expect(empty.getCell('A3').value).toBe('工号');
    expect(empty.autoFilter).toBeFalsy();
  });
});
