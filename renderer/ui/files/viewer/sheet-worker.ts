import ExcelJS from 'exceljs';
import { tablesOf, type SheetTable } from './sheet-tables.ts';

/** Null: the bytes are no workbook that can be read. */
export type SheetAnswer = readonly SheetTable[] | null;

const read = async (bytes: ArrayBuffer): Promise<SheetAnswer> => {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes);
    return tablesOf(workbook);
  } catch {
    return null;
  }
};

// Reads a workbook apart from the screen: a large one takes seconds, a broken one may take for ever and is then ended.
self.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  void read(data).then((answer) => self.postMessage(answer));
});
