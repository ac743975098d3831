import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

type Kind = ChannelInput<'organisation.startImport'>['kind'];
type Preview = NonNullable<ChannelOutput<'organisation.importPreview'>['preview']>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const workbook = async (rows: readonly ExcelJS.CellValue[][]): Promise<string> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名册');
  sheet.addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
};

const finish = async (jobId: string): Promise<ChannelOutput<'jobs.view'>> => {
  for (;;) {
    const job = await one.call('jobs.view', { id: jobId });
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const preview = async (kind: Kind, base64: string, createMissing = false): Promise<Preview> => {
  const { jobId } = await one.call('organisation.startImport', {
    kind,
    file: { name: '名册.xlsx', mime: XLSX, base64 },
    createMissing,
  });
  expect(await finish(jobId)).toMatchObject({ state: 'done' });
  const { preview: found } = await one.call('organisation.importPreview', { jobId });
  if (!found) throw new Error('no preview');
  return found;
};

const take = async (
  kind: Kind,
  rows: readonly ExcelJS.CellValue[][],
): Promise<ChannelOutput<'organisation.applyImport'>> =>
  one.call('organisation.applyImport', { token: (await preview(kind, await workbook(rows), true)).token });

const head = ['工号', '姓名', '性别', '编制', '部门', '岗位', '入职日期', '手机'];

const staff = async (): Promise<ChannelOutput<'organisation.staff'>['staff']> =>
  (await one.call('organisation.staff', {})).staff;

describe('a staff roster', () => {
  it('is read from a file as offices keep them', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('说明').getCell('A1').value = '本表由办公室维护';
    const sheet = book.addWorksheet('花名册');
    sheet.addRow(['青禾市第一中学教职工花名册']);
    sheet.mergeCells('A1:H1');
    sheet.addRow([]);
    sheet.addRow(['职工号', '姓 名', '性别', '身份', '任职情况', null, '到校时间', '联系电话']);
    sheet.addRow([null, null, null, null, '科室', '职务', null, null]);
    sheet.mergeCells('E3:F3');
    for (const letter of ['A', 'B', 'C', 'D', 'G', 'H']) sheet.mergeCells(`${letter}3:${letter}4`);
    sheet.addRow([
      1001,
      { richText: [{ text: '周' }, { text: '敏' }] },
      '女',
      '在编',
      '教务处',
      '主任、语文教师',
      43_709,
      13_800_001_111,
    ]);
    sheet.addRow([]);
    sheet.addRow(['１００２', '林　芳', '女', '编外', '总务处', '会计', '2019年9月1日', '0571-88001200']);
    sheet.addRow([
      { formula: 'A5+2', result: 1003 },
      '陈晓东',
      '男',
      '劳务派遣',
      '总务处',
      '保安',
      new Date('2020-03-01T00:00:00.000Z'),
      null,
    ]);
    sheet.getRow(8).hidden = true;
    const file = Buffer.from(await book.xlsx.writeBuffer()).toString('base64');

    const refused = await preview('staff', file);
    expect(refused.unknown.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'department 教务处',
      'post 主任',
      'post 语文教师',
      'department 总务处',
      'post 会计',
      'post 保安',
    ]);
    expect(refused.problems[0]).toMatchObject({
      sheet: '花名册',
      cell: 'E5',
      value: '教务处',
      column: '部门',
    });
    expect(await one.refused('organisation.applyImport', { token: refused.token })).toMatchObject({
      code: 'invalid',
    });
    expect(await staff()).toEqual([]);

    const ready = await preview('staff', file, true);
    expect(ready.problems).toEqual([]);
    expect(ready.counts).toMatchObject({ rows: 3, created: 3, changed: 0, problems: 0 });
    const done = await one.call('organisation.applyImport', { token: ready.token });
    expect(done).toEqual({ created: 3, changed: 0, same: 0, made: 6 });
    expect(await staff()).toMatchObject([
      {
        number: '1001',
        name: '周敏',
        phone: '13800001111',
        joinedOn: '2019-09-01',
        department: '教务处',
        post: '主任、语文教师',
      },
      { number: '1002', name: '林芳', employment: 'contract', joinedOn: '2019-09-01' },
      { number: '1003', name: '陈晓东', employment: 'dispatched', joinedOn: '2020-03-01' },
    ]);
  });

  it('updates by number alone, keeps what blank cells do not say, and leaves absent people alone', async () => {
    await take('staff', [
      head,
      ['001', '王立新', '男', '在编', '教务处', '教师', '2015.9.1', '13800000001'],
      ['002', '刘芳', '女', '在编', '教务处', '教师', '2016.9.1', '13800000002'],
    ]);
    const again = await preview(
      'staff',
      await workbook([
        head,
        ['001', '王立新', null, null, null, null, null, '13900000001'],
        ['003', '刘芳', '女', '在编', '教务处', '教师', '2020.9.1', null],
      ]),
    );
    expect(again.counts).toMatchObject({ created: 1, changed: 1, same: 0, absent: 1, problems: 0 });
    expect(again.rows.find(({ number }) => number === '001')?.changes).toEqual([
      { label: '手机', before: '13800000001', after: '13900000001' },
    ]);
    await one.call('organisation.applyImport', { token: again.token });
    expect(await staff()).toMatchObject([
      { number: '001', phone: '13900000001', joinedOn: '2015-09-01', post: '教师' },
      { number: '002', name: '刘芳', phone: '13800000002' },
      { number: '003', name: '刘芳' },
    ]);
  });

  it('names every wrong cell and then takes in nothing', async () => {
    const wrong = await preview(
      'staff',
      await workbook([
        head,
        ['001', '王立新', '先生', '在编', null, null, '2015.13.1', '电话'],
        ['002', '刘芳', '女', '在编', null, null, null, null],
        ['002', '刘方', '女', '在编', null, null, null, null],
        [null, '赵文静', '女', '在编', null, null, null, null],
      ]),
      true,
    );
    expect(wrong.problems.map(({ cell, value }) => [cell, value])).toEqual([
      ['C2', '先生'],
      ['G2', '2015.13.1'],
      ['H2', '电话'],
      ['A3', '002'],
      ['A4', '002'],
      ['A5', ''],
    ]);
    expect(wrong.problems.find(({ cell }) => cell === 'A3')?.message).toContain('第 4 行');
    await one.refused('organisation.applyImport', { token: wrong.token });
    expect(await staff()).toEqual([]);
    expect((await one.call('organisation.departments', {})).departments).toEqual([]);
  });

  it('sees in the preview that a department is closed', async () => {
    await one.call('organisation.saveDepartment', { name: '德育处', order: 1, closedOn: '2025-08-31' });
    const row = ['001', '王立新', '男', '在编', '德育处', '教师', null, null];
    const found = await preview('staff', await workbook([head, row]), true);
    expect(found.problems).toMatchObject([{ cell: 'E2', value: '德育处' }]);
    expect(found.problems[0]?.message).toContain('2025年8月31日撤销');
  });

  it('refuses a preview that the roster has overtaken, and one that was used', async () => {
    await take('staff', [head, ['001', '王立新', '男', '在编', '教务处', '教师', null, '13800000001']]);
    const waiting = await preview(
      'staff',
      await workbook([head, ['001', '王立新', null, null, null, null, null, '13900000001']]),
    );
    const [row] = await staff();
    const { record } = await one.call('organisation.readStaff', { id: row?.id ?? '' });
    await one.call('organisation.saveStaff', {
      id: record.id,
      rev: record.rev,
      number: record.number,
      name: record.name,
      gender: record.gender,
      employment: record.employment,
      partyMember: true,
      joinedOn: record.joinedOn,
      holdings: record.holdings,
      phone: '13700000001',
    });
    expect(await one.refused('organisation.applyImport', { token: waiting.token })).toMatchObject({
      code: 'conflict',
    });
    expect((await staff())[0]?.phone).toBe('13700000001');

    const fresh = await preview(
      'staff',
      await workbook([head, ['001', '王立新', null, null, null, null, null, '13900000001']]),
    );
    await one.call('organisation.applyImport', { token: fresh.token });
    expect(await one.refused('organisation.applyImport', { token: fresh.token })).toMatchObject({
      code: 'not-found',
    });
  });

  it('comes back unchanged from its own export, also with one post in two departments', async () => {
    await take('staff', [
      head,
      ['001', '王立新', '男', '在编', '教务处、总务处', '教师', '2015.9.1', '13800000001'],
      ['002', '=SUM(A1)', '女', '在编', '教务处', '教师、主任', null, null],
    ]);
    const ids = (await staff()).map(({ id }) => id).reverse();
    const file = await one.call('organisation.exportStaff', { ids });
    expect(file.name).toBe('青禾市第一中学教职工名册.xlsx');
    const same = await preview('staff', file.base64);
    expect(same.problems).toEqual([]);
    expect(same.counts).toMatchObject({ rows: 2, created: 0, changed: 0, same: 2 });
    expect(same.rows.map(({ number }) => number)).toEqual(['002', '001']);
  });

  it('fails with advice, not with a defect, for what is no roster', async () => {
    const failed = async (name: string, bytes: Uint8Array): Promise<ChannelOutput<'jobs.view'>> => {
      const { jobId } = await one.call('organisation.startImport', {
        kind: 'staff',
        file: { name, mime: '', base64: Buffer.from(bytes).toString('base64') },
      });
      const job = await finish(jobId);
      expect((await one.call('organisation.importPreview', { jobId })).preview).toBeNull();
      return job;
    };
    const ole = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex');
    expect((await failed('名册.xls', ole)).error?.message).toContain('另存为');
    const headless = Buffer.from(await workbook([['姓名', '性别']]), 'base64');
    expect((await failed('名册.xlsx', headless)).error).toMatchObject({ code: 'invalid' });
    expect((await failed('名册.xlsx', headless)).error?.message).toContain('“工号”');
  });
});

describe('a pupils’ roster', () => {
  it('takes in 5,000 pupils with classes and guardians at once, and reports how far it is', async () => {
    const rows: ExcelJS.CellValue[][] = [
      ['学籍号', '姓名', '性别', '出生日期', '班级', '家长姓名', '关系', '家长电话'],
    ];
    for (let at = 0; at < 5000; at += 1)
      rows.push([
        `G3301${String(at).padStart(8, '0')}`,
        '李明',
        at % 2 === 0 ? '男' : '女',
        41_000 + (at % 300),
        `${['七', '八', '九'][at % 3] ?? ''}年级（${String(1 + (at % 30))}）班`,
        '李建国',
        '父亲',
        13_800_000_000 + at,
      ]);
    const found = await preview('pupils', await workbook(rows), true);
    expect(found.counts).toMatchObject({ rows: 5000, created: 5000, problems: 0 });
    expect(found.rows.length).toBeLessThan(5000);
    const before = desk.app().store.health().seq;
    const done = await one.call('organisation.applyImport', { token: found.token });
    expect(done).toMatchObject({ created: 5000, made: 30 });
    expect(desk.app().store.health().seq).toBe(before + 1);

    await desk.restart();
    one = await desk.everyone();
    const { pupils } = await one.call('organisation.pupils', {});
    expect(pupils).toHaveLength(5000);
    expect(pupils[0]).toMatchObject({ class: '七年级（1）班', guardians: '李建国（父亲）' });
    const same = await preview('pupils', await workbook(rows));
    expect(same.counts).toMatchObject({ created: 0, changed: 0, same: 5000, absent: 0 });
  });

  it('offers a template that it understands itself', async () => {
    for (const kind of ['staff', 'pupils'] as const) {
      const { base64 } = await one.call('organisation.rosterTemplate', { kind });
      const { jobId } = await one.call('organisation.startImport', {
        kind,
        file: { name: '模板.xlsx', mime: XLSX, base64 },
      });
      expect((await finish(jobId)).error?.message).toContain('表头下面没有人员');
    }
  });
});
