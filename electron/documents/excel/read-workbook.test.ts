import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from './read-workbook.ts';

const bytesOf = async (
  fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('名册'), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const textsOf = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<Record<string, string>> => {
  const [sheet] = await readWorkbook('名册.xlsx', await bytesOf(fill));
  return Object.fromEntries(
    (sheet?.rows ?? []).flatMap(({ cells }) => [...cells.values()].map((cell) => [cell.address, cell.text])),
  );
};

describe('reading a workbook', () => {
  it('gives every kind of cell as plain text', async () => {
    const texts = await textsOf((sheet) => {
      sheet.getCell('A1').value = { richText: [{ text: '周' }, { text: '敏 ' }] };
      sheet.getCell('B1').value = 13_800_001_111;
      sheet.getCell('C1').value = new Date('2019-09-01T00:00:00.000Z');
      sheet.getCell('D1').value = { formula: 'A1', result: '周敏' };
      sheet.getCell('E1').value = { text: 'zhou@example.com', hyperlink: 'mailto:zhou@example.com' };
      sheet.getCell('F1').value = true;
      sheet.getCell('G1').value = '  ';
      sheet.getCell('H1').value = 0.1 + 0.2;
    });
    expect(texts).toEqual({
      A1: '周敏',
      B1: '13800001111',
      C1: '2019-09-01',
      D1: '周敏',
      E1: 'zhou@example.com',
      F1: '是',
      H1: '0.3',
    });
  });

  it('repeats a merged value in each of its cells and reads hidden rows', async () => {
    const texts = await textsOf((sheet) => {
      sheet.getCell('A1').value = '任职情况';
      sheet.mergeCells('A1:B2');
      sheet.getCell('A3').value = '在';
      sheet.getRow(3).hidden = true;
    });
    expect(texts).toEqual({ A1: '任职情况', B1: '任职情况', A2: '任职情况', B2: '任职情况', A3: '在' });
  });

  it('marks an error value and a formula without a result as broken', async () => {
    const [sheet] = await readWorkbook(
      '名册.xlsx',
      await bytesOf((into) => {
        into.getCell('A1').value = { error: '#REF!' };
        into.getCell('B1').value = { formula: 'NOW()' };
      }),
    );
    expect([...(sheet?.rows[0]?.cells.values() ?? [])].map(({ broken }) => broken)).toEqual([true, true]);
  });

  it('gives all sheets with their names and row numbers as Excel counts', async () => {
    const sheets = await readWorkbook(
      '名册.xlsx',
      await bytesOf((sheet, book) => {
        sheet.getCell('A5').value = '一';
        book.addWorksheet('二部').getCell('B2').value = '二';
      }),
    );
    expect(sheets.map(({ name, rows }) => [name, rows[0]?.number])).toEqual([
      ['名册', 5],
      ['二部', 2],
    ]);
  });

  it('refuses what is no workbook, and says what to do', async () => {
    const ole = Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array<number>(600).fill(0),
    ]);
    const refusal = (name: string, bytes: Uint8Array): Promise<unknown> =>
      readWorkbook(name, bytes).then(
        () => 'read',
        (cause: unknown) => (cause instanceof Error ? cause.message : cause),
      );
    expect(await refusal('名册.xls', ole)).toContain('旧格式（.xls）');
    expect(await refusal('名册.xlsx', ole)).toContain('密码');
    expect(await refusal('名册.csv', new TextEncoder().encode('工号,姓名\n1,周敏\n'))).toContain('另存为');
    const whole = await bytesOf((sheet) => void (sheet.getCell('A1').value = '工号'));
    expect(await refusal('名册.xlsx', whole.slice(0, 400))).toContain('损坏');
    const scrambled = whole.slice();
    scrambled.fill(7, 60, 400);
    expect(await refusal('名册.xlsx', scrambled)).toContain('损坏');
    expect(await refusal('名册.xlsx', new Uint8Array(0))).toContain('不是 Excel 文件');
  });

  it('reads a sheet whose drop-downs stand in whole columns', async () => {
    const zip = await JSZip.loadAsync(await bytesOf((sheet) => void (sheet.getCell('A1').value = '工号')));
    const path = 'xl/worksheets/sheet1.xml';
    const xml = (await zip.file(path)?.async('string')) ?? '';
    const rule =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>';
    zip.file(path, xml.replace('</sheetData>', `</sheetData>${rule}`));
    const [sheet] = await readWorkbook('名册.xlsx', await zip.generateAsync({ type: 'uint8array' }));
    expect(sheet?.rows[0]?.cells.get(0)?.text).toBe('工号');
  });

  it('does not unpack a bomb', async () => {
    const whole = await bytesOf((sheet) => void (sheet.getCell('A1').value = '工号'));
    const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
    for (let at = 0; at + 4 < whole.byteLength; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 0x7fff_ffff, true);
        break;
      }
    await expect(readWorkbook('名册.xlsx', whole)).rejects.toThrow('展开后过大');
  });
});
