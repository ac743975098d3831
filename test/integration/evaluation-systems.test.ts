import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balanceIndicators } from '../../shared/features/evaluation/indicator-rules.ts';
import type { IndicatorContent, IndicatorVersion } from '../../shared/features/evaluation/indicators.ts';
import { contentDifference } from '../../shared/features/evaluation/systems/difference.ts';
import type { SystemView } from '../../shared/features/evaluation/views.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { indicatorVersionCollection } from '../../electron/features/evaluation/collections.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { whyNoOffice } from '../support/office.ts';
import { savedByLibreOffice } from '../support/score-books.ts';

let desk: TestDesk;
let one: Caller;
beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
});
afterEach(() => desk.dispose());

const opened = async (file: FileContent): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(Buffer.from(file.base64, 'base64')).buffer);
  return book;
};

const edited = async (file: FileContent, edit: (book: ExcelJS.Workbook) => void): Promise<FileContent> => {
  const book = await opened(file);
  edit(book);
  const bytes = await book.xlsx.writeBuffer();
  return { ...file, base64: Buffer.from(new Uint8Array(bytes)).toString('base64') };
};

const tree = (book: ExcelJS.Workbook): ExcelJS.Worksheet => {
  const sheet = book.getWorksheet('指标体系');
  if (!sheet) throw new Error('no tree');
  return sheet;
};

/** The number of the line whose second cell says this. */
const lineOf = (sheet: ExcelJS.Worksheet, name: string): number => {
  for (let row = 7; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, 2).text === name) return row;
  throw new Error(`no line ${name}`);
};

const newest = (view: SystemView): IndicatorVersion => {
  const version = view.versions[0]?.version;
  if (!version) throw new Error('no version');
  return version;
};

const adopted = (key = 'teacher'): Promise<SystemView> => one.call('evaluation.adoptFromLibrary', { key });
const bookOf = (view: SystemView): Promise<FileContent> =>
  one.call('evaluation.systemBook', { id: newest(view).id });
const frozen = (view: SystemView): Promise<unknown> =>
  desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
    const version = newest(view);
    tx.replace(indicatorVersionCollection, {
      ...version,
      frozen: { at: version.saved.at, by: version.saved.by },
    });
  });

describe('an indicator system as a workbook', () => {
  it('goes out and comes back without a difference, every shipped one of them', async () => {
    const { entries } = await one.call('evaluation.library', {});
    for (const { key } of entries) {
      const view = await adopted(key);
      const file = await bookOf(view);
      const preview = await one.call('evaluation.previewSystemBook', { systemId: view.system.id, file });
      expect(preview, key).toMatchObject({ problems: [], changes: [], open: [], kind: view.system.kind });
      const copy = await one.call('evaluation.takeSystemBook', { systemId: null, file, seen: null });
      expect(contentDifference(newest(view).content, newest(copy).content), key).toEqual([]);
    }
  });

  it('has drop-downs, sums that reckon, and cached results that are the program’s own', async () => {
    const view = await adopted();
    const sheet = tree(await opened(await bookOf(view)));
    const ethics = lineOf(sheet, '师德师风');
    expect(sheet.getCell(ethics, 1).dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"维度,指标"'],
    });
    expect(sheet.getCell(ethics + 1, 7).dataValidation.formulae).toEqual([
      '"直接打分,等级,扣分/加分,公式计算"',
    ]);
    expect(sheet.getCell('B5').result).toBe(100);
    expect(sheet.getCell('C5').result).toBe('✓ 合计 100%');
    expect(sheet.getCell(ethics, 5).result).toBe(100);
    expect(sheet.getCell(ethics + 1, 4).result).toBe(12);
    expect(sheet.getColumn(16).hidden).toBe(true);
  });

  it('says what it would change, and changes nothing before it is taken in', async () => {
    const view = await adopted();
    const file = await edited(await bookOf(view), (book) => {
      const sheet = tree(book);
      sheet.getCell(lineOf(sheet, '师德师风'), 3).value = 25;
      sheet.getCell(lineOf(sheet, '教育教学'), 3).value = 35;
      sheet.getCell(lineOf(sheet, '出勤'), 2).value = '考勤';
      sheet.spliceRows(lineOf(sheet, '会议与值班'), 1);
    });
    const given = { systemId: view.system.id, file };
    const preview = await one.call('evaluation.previewSystemBook', given);
    expect(preview.problems).toEqual([]);
    expect(
      preview.changes.map(({ kind, subject, what, before, after }) => [kind, subject, what, before, after]),
    ).toEqual([
      ['removed', '指标“会议与值班”', '', expect.stringContaining('40%'), ''],
      ['changed', '维度“师德师风”', '权重', '20%', '25%'],
      ['changed', '维度“教育教学”', '权重', '40%', '35%'],
      ['changed', '指标“考勤”', '名称', '出勤', '考勤'],
    ]);
    expect(preview.open).toEqual(['“出勤与纪律”各指标权重合计须为 100%，还差 40%']);
    expect(preview.becomes).toBe('第 1 版（草稿）的内容');
    expect(newest(await one.call('evaluation.readSystem', { id: view.system.id })).content).toEqual(
      newest(view).content,
    );
    const after = newest(await one.call('evaluation.takeSystemBook', { ...given, seen: preview.seen }));
    expect(after.number).toBe(1);
    expect(after.content.dimensions.map(({ weight }) => weight)).toEqual([2500, 3500, 1500, 1500, 1000]);
    // The renamed indicator is still the same one.
    const attendance = (content: IndicatorContent): string | undefined =>
      content.dimensions[4]?.indicators[0]?.id;
    expect(attendance(after.content)).toBe(attendance(newest(view).content));
  });

  it('points at every cell that cannot be taken, and takes nothing', async () => {
    const view = await adopted();
    const file = await edited(await bookOf(view), (book) => {
      const sheet = tree(book);
      const first = lineOf(sheet, '职业道德');
      sheet.getCell(first, 3).value = 120;
      sheet.getCell(first, 6).value = 0.5;
      sheet.getCell(first + 1, 7).value = '印象分';
      const teaching = lineOf(sheet, '课堂教学');
      sheet.getCell(teaching, 8).value = '优=10；良=8';
      sheet.getCell(teaching, 3).value = { formula: '30+5', result: 35 };
      sheet.getCell(lineOf(sheet, '备课与教案'), 8).value = '优10分';
      sheet.getCell(lineOf(sheet, '教研与成长'), 1).value = '大类';
      sheet.getCell(lineOf(sheet, '出勤'), 9).value = null;
      const bands = book.getWorksheet('等次');
      if (bands) bands.getCell('B3').value = '九十';
    });
    const given = { systemId: view.system.id, file };
    const { problems, changes, seen } = await one.call('evaluation.previewSystemBook', given);
    expect(changes).toEqual([]);
    const found = problems.map(({ sheet, cell, value }) => `${sheet} ${cell} ${value}`);
    expect(found).toEqual([
      '指标体系 C8 120',
      '指标体系 F8 0.5',
      '指标体系 G9 印象分',
      '指标体系 H11 优10分',
      '指标体系 C12 35',
      '指标体系 H12 优=10；良=8',
      '指标体系 A15 大类',
      expect.stringMatching(/^指标体系 I\d+ $/),
      '等次 B3 九十',
    ]);
    expect(problems.every(({ message }) => message.length > 4)).toBe(true);
    const refusal = await one.refused('evaluation.takeSystemBook', { ...given, seen });
    expect(refusal).toMatchObject({ code: 'invalid' });
    expect(refusal.message).toContain('C8');
    expect(newest(await one.call('evaluation.readSystem', { id: view.system.id })).rev).toBe(
      newest(view).rev,
    );
  });

  it('becomes a new version of one that is in use, and leaves that one alone', async () => {
    const view = await adopted();
    await frozen(view);
    const file = await edited(await bookOf(view), (book) => {
      const sheet = tree(book);
      sheet.getCell(lineOf(sheet, '职业道德'), 14).value = '新的标准';
    });
    const given = { systemId: view.system.id, file };
    const preview = await one.call('evaluation.previewSystemBook', given);
    expect(preview.becomes).toBe('新的第 2 版（草稿），第 1 版不变');
    const after = await one.call('evaluation.takeSystemBook', { ...given, seen: preview.seen });
    expect(after.versions.map(({ version }) => version.number)).toEqual([2, 1]);
    expect(after.versions[1]?.version.content).toEqual(newest(view).content);
    expect(newest(after).content.dimensions[0]?.indicators[0]?.standard).toBe('新的标准');
  });

  it('is not taken in when somebody saved meanwhile, when it is the same, or for other subjects', async () => {
    const view = await adopted();
    const file = await bookOf(view);
    const given = { systemId: view.system.id, file };
    const { seen } = await one.call('evaluation.previewSystemBook', given);
    expect(await one.refused('evaluation.takeSystemBook', { ...given, seen })).toMatchObject({
      code: 'invalid',
      message: '文件和现在的内容相同，没有要导入的。',
    });
    const version = newest(view);
    await one.call('evaluation.saveVersion', {
      id: version.id,
      rev: version.rev,
      content: { ...version.content, about: '改过' },
    });
    expect(await one.refused('evaluation.takeSystemBook', { ...given, seen })).toMatchObject({
      code: 'conflict',
    });
    const other = await adopted('class');
    const preview = await one.call('evaluation.previewSystemBook', { systemId: other.system.id, file });
    expect(preview.problems[0]).toMatchObject({ sheet: '指标体系', cell: 'B3', value: '教师' });
  });

  it('is refused with what to do when it is something else altogether', async () => {
    const list = await one.call('evaluation.exportSystems', { ids: [(await adopted()).system.id] });
    const refusal = await one.refused('evaluation.previewSystemBook', { systemId: null, file: list });
    expect(refusal.message).toContain('没有找到“层级、名称、权重（%）、满分、评分方法”的表头');
    const text = {
      name: '指标.xlsx',
      mime: 'text/plain',
      base64: Buffer.from('不是表格').toString('base64'),
    };
    expect(await one.refused('evaluation.previewSystemBook', { systemId: null, file: text })).toMatchObject({
      code: 'invalid',
    });
  });

  it('may be taken in before it is complete, with lines added and moved by hand', async () => {
    const view = await adopted('support');
    const file = await edited(await bookOf(view), (book) => {
      const sheet = tree(book);
      const at = lineOf(sheet, '服务态度') + 1;
      sheet.insertRow(at, ['指标', '主动服务', '', '', '', 10, '等级', '好:10;一般：6']);
    });
    const given = { systemId: view.system.id, file };
    const preview = await one.call('evaluation.previewSystemBook', given);
    expect(preview.problems).toEqual([]);
    expect(preview.open).toEqual(['“主动服务”还没有权重']);
    const after = newest(await one.call('evaluation.takeSystemBook', { ...given, seen: preview.seen }));
    const service = after.content.dimensions.find(({ name }) => name === '服务');
    expect(service && balanceIndicators(service, 'even').indicators.map(({ weight }) => weight)).toEqual([
      10_000, 0,
    ]);
    expect(service?.indicators[1]?.method).toMatchObject({
      kind: 'levels',
      levels: [
        { label: '好', points: 1000 },
        { label: '一般', points: 600 },
      ],
    });
  });

  it('reckons in LibreOffice what the program wrote, and comes back from there', async (context) => {
    const why = await whyNoOffice();
    if (why !== undefined) context.skip(why);
    const view = await adopted();
    const file = await edited(await bookOf(view), (book) => {
      const sheet = tree(book);
      sheet.getCell(lineOf(sheet, '职业道德'), 3).value = 70;
      // Without a stored result LibreOffice has to reckon.
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.type === ExcelJS.ValueType.Formula) cell.value = { formula: cell.formula };
        }),
      );
    });
    const saved = await savedByLibreOffice(file);
    const sheet = tree(await opened(saved));
    const before = tree(await opened(await bookOf(view)));
    for (let row = 5; row <= before.rowCount; row += 1)
      for (const column of [2, 3, 4, 5]) {
        const was = before.getCell(row, column);
        if (was.type !== ExcelJS.ValueType.Formula) continue;
        const changed = ['师德师风', '职业道德'].includes(before.getCell(row, 2).text);
        if (!changed) expect(sheet.getCell(row, column).text, was.address).toBe(was.text);
      }
    expect(sheet.getCell(lineOf(sheet, '师德师风'), 5).result).toBe(110);
    expect(sheet.getCell(lineOf(sheet, '职业道德'), 4).result).toBe(14);
    const preview = await one.call('evaluation.previewSystemBook', { systemId: view.system.id, file: saved });
    expect(preview.problems).toEqual([]);
    expect(preview.changes).toMatchObject([{ subject: '指标“职业道德”', what: '权重', after: '70%' }]);
  }, 200_000);
});
