import ExcelJS from 'exceljs';
import type { FileContent } from '../../shared/kernel/entity.ts';

/** The cells of a workbook's first sheet as texts, row by row, blank ones left out. */
export const readTable = async (file: FileContent): Promise<string[][]> => {
  const workbook = new ExcelJS.Workbook();
  const bytes = Buffer.from(file.base64, 'base64');
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell((cell) => void cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
};
