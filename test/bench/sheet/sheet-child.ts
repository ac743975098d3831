import ExcelJS from 'exceljs';
import { renderScoreWorkbook } from '../../../electron/documents/excel/score-sheet.ts';
import { answerParent } from '../child.ts';
import { timed } from '../row.ts';
import { cellsOf, columns, model, ROWS, styles } from './sheet-model.ts';

/** The same cells with the library alone: the whole workbook in memory, then written. */
const bare = async (): Promise<number> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('评分');
  sheet.columns = columns.map(({ title, width }) => ({ header: title, width }));
  for (let index = 0; index < ROWS; index += 1) {
    const at = index + 5;
    const row = sheet.getRow(at);
    for (const [column, value] of cellsOf(index, at).entries()) {
      const cell = row.getCell(column + 1);
      cell.value = value;
      cell.style = styles[column] ?? {};
    }
  }
  return (await workbook.xlsx.writeBuffer()).byteLength;
};

const ours = async (): Promise<number> => (await renderScoreWorkbook(model)).byteLength;

let bytes = 0;
const took = await timed(async () => {
  bytes = await (process.argv[2] === 'bare' ? bare() : ours());
});
if (bytes < 500_000) throw new Error(`a workbook of ${String(bytes)} bytes cannot hold all rows`);
// maxRSS is in kilobytes.
answerParent({ took, rss: process.resourceUsage().maxRSS / 1024 });
