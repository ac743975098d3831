import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dismissReaders } from '../../electron/documents/workers/workbook-pool.ts';
import {
  departmentCollection,
  postCollection,
  staffCollection,
} from '../../electron/features/organisation/index.ts';
import type { ChannelInput } from '../../shared/channels.ts';
import { FIRST_INDICATOR, FIRST_ROW, NAME_ROW } from '../../shared/features/evaluation/files/layout.ts';
import type { CycleView } from '../../shared/features/evaluation/views.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { whyNoOffice } from '../support/office.ts';
import {
  edited,
  fetched,
  filledIn,
  jobEnded,
  opened,
  savedByLibreOffice,
  sentBack,
  typed,
  unzipped,
} from '../support/score-books.ts';

const names = ['王建国', '李梅', '赵强', '孙悦'];
let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test' }, (tx) => {
    tx.insert(departmentCollection, { id: 'd1', name: '语文组', order: 1, closedOn: null });
    tx.insert(postCollection, { id: 'p1', name: '语文教师', kind: 'teacher', managerial: false });
    for (const [index, name] of names.entries())
      tx.insert(staffCollection, {
        id: `s${String(index + 1)}`,
        number: `T00${String(index + 1)}`,
        name,
        gender: 'female',
        employment: 'established',
        postGrade: '',
        title: '',
        partyMember: false,
        phone: '',
        joinedOn: null,
        leftOn: null,
        holdings: [{ postId: 'p1', departmentId: 'd1', startsOn: '2020-09-01', endsOn: null }],
      });
  });
});
afterEach(() => desk.dispose());
afterAll(dismissReaders);

type Plan = ChannelInput<'evaluation.createCycle'>['plan'];

const rater = (id: string, name: string) => ({ id, name, userId: null });
const pupils = Array.from({ length: 5 }, (_, at) => rater(`p${String(at)}`, `学生${String(at)}`));

const groups: Plan['groups'] = [
  {
    id: 'lead',
    kind: 'leader',
    name: '领导评价',
    weight: 5000,
    dimensionIds: null,
    raters: [rater('r1', '张校长'), rater('r2', '陈主任')],
  },
  {
    id: 'pupil',
    kind: 'pupil',
    name: '学生评教',
    weight: 3000,
    dimensionIds: null,
    anonymous: true,
    raters: pupils,
  },
  { id: 'self', kind: 'self', name: '自评', weight: 2000, dimensionIds: null, raters: [] },
];

const started = async (name = '2026年秋季教师考核', of = groups): Promise<CycleView> => {
  const { systems } = await one.call('evaluation.systems', {});
  const [known] = systems;
  const versionId =
    known?.versionId ??
    (await one.call('evaluation.adoptFromLibrary', { key: 'teacher' })).versions[0]?.version.id ??
    '';
  const plan: Plan = {
    name,
    versionId,
    schoolYearId: null,
    term: null,
    startsOn: '2026-11-01',
    endsOn: '2026-12-31',
    about: '',
    whenAbsent: 'block',
    groups: of,
  };
  const draft = await one.call('evaluation.createCycle', { plan });
  const { cycle } = await one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'kind', departmentIds: null },
  });
  return one.call('evaluation.start', { id: cycle.id, rev: cycle.rev });
};

const bookOf = (cycleId: string, raterId: string | null = 'r1', groupId = 'lead'): Promise<FileContent> =>
  one.call('evaluation.raterBook', { cycleId, groupId, raterId });

const cellsOf = async (cycleId: string, raterId = 'r1'): Promise<Record<string, string>[]> => {
  const { rows } = await one.call('evaluation.scoreSheet', { cycleId, groupId: 'lead', raterId });
  return rows.map(({ cells }) => cells);
};

const take = (token: string, more: Partial<ChannelInput<'evaluation.applyBookImport'>> = {}) =>
  one.call('evaluation.applyBookImport', {
    token,
    conflicts: null,
    choices: [],
    withoutProblems: false,
    ...more,
  });

const reasonOf = async (cycleId: string, file: FileContent): Promise<string> => {
  const { books } = await sentBack(one, cycleId, [file]);
  return books[0]?.refused ?? '';
};

describe('an electronic score sheet', () => {
  it('lets nothing be typed but scores, and those only as they are allowed', async () => {
    const { cycle, content } = await started();
    const file = await bookOf(cycle.id);
    expect(file.name).toBe('2026年秋季教师考核 领导评价评分表 张校长.xlsx');
    const workbook = await opened(file);
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['张校长', 'visible'],
      ['填写说明', 'visible'],
      ['身份信息', 'veryHidden'],
    ]);
    const sheet = workbook.getWorksheet('张校长');
    expect(sheet?.getCell(FIRST_ROW, FIRST_INDICATOR).style.protection?.locked).toBe(false);
    expect(sheet?.getCell(FIRST_ROW, 3).style.protection?.locked).not.toBe(false);
    expect(sheet?.pageSetup.printTitlesRow).toBe('3:5');
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1 });
    const indicators = content.dimensions.flatMap((dimension) => dimension.indicators);
    for (const [at, { name, method, fullMarks }] of indicators.entries()) {
      const cell = sheet?.getCell(FIRST_ROW, FIRST_INDICATOR + at);
      expect(sheet?.getCell(NAME_ROW, FIRST_INDICATOR + at).value).toBe(name);
      if (method.kind === 'points')
        expect(cell?.dataValidation).toMatchObject({ type: 'decimal', formulae: [0, fullMarks / 100] });
      if (method.kind === 'levels')
        expect(cell?.dataValidation).toMatchObject({
          type: 'list',
          formulae: [`"${method.levels.map(({ label }) => label).join(',')}"`],
        });
    }
  });

  it('comes back filled in, and its scores are on screen', async () => {
    const { cycle, content } = await started();
    const indicators = content.dimensions.flatMap((dimension) => dimension.indicators).length;
    const file = await edited(await bookOf(cycle.id), (workbook) => filledIn(workbook, 1));
    const preview = await sentBack(one, cycle.id, [file]);
    expect(preview.totals).toEqual({
      fresh: names.length * indicators,
      changed: 0,
      same: 0,
      blank: 0,
      conflicts: 0,
      problems: 0,
    });
    expect(await take(preview.token)).toMatchObject({ files: 1, scores: names.length * indicators });
    const cells = await cellsOf(cycle.id);
    expect(cells.every((row) => Object.keys(row).length === indicators)).toBe(true);
    const again = await sentBack(one, cycle.id, [file]);
    expect(again.totals).toMatchObject({ fresh: 0, changed: 0, same: names.length * indicators });
    // Half a sheet, made again, holds what was entered and takes nothing back.
    const held = await opened(await bookOf(cycle.id));
    expect(held.worksheets[0]?.getCell(FIRST_ROW, FIRST_INDICATOR).value).not.toBeNull();
  });

  it('is taken half filled, and what is empty stays as it is', async () => {
    const { cycle } = await started();
    const file = await edited(await bookOf(cycle.id), (workbook) => {
      typed(workbook, 0, 0, 5);
    });
    const preview = await sentBack(one, cycle.id, [file]);
    expect(preview.totals.fresh).toBe(1);
    expect(preview.books[0]?.notes[0]).toContain('项空着');
    await take(preview.token);
    const [first, second] = await cellsOf(cycle.id);
    expect(Object.values(first ?? {})).toEqual(['5']);
    expect(second).toEqual({});
  });

  it('is named cell by cell where it cannot be taken, and goes in without those cells if one says so', async () => {
    const { cycle } = await started();
    const file = await edited(await bookOf(cycle.id), (workbook) => {
      typed(workbook, 0, 0, { formula: '1+4', result: 5 });
      typed(workbook, 1, 0, 1000);
      typed(workbook, 2, 0, '很好');
      typed(workbook, 3, 0, 4);
    });
    const preview = await sentBack(one, cycle.id, [file]);
    expect(preview.books[0]?.problems.map(({ cell, subject }) => [cell, subject])).toEqual([
      ['E6', '王建国'],
      ['E7', '李梅'],
      ['E8', '赵强'],
    ]);
    expect(preview.books[0]?.problems[0]?.message).toContain('公式');
    const refused = await one.refused('evaluation.applyBookImport', {
      token: preview.token,
      conflicts: null,
      choices: [],
      withoutProblems: false,
    });
    expect(refused.message).toContain('还有 3 个格子填写有误');
    expect(await cellsOf(cycle.id)).toEqual([{}, {}, {}, {}]);
    expect(await take(preview.token, { withoutProblems: true })).toMatchObject({ scores: 1, leftOut: 3 });
  });

  it('lies beside what was entered on screen meanwhile, and one of both is chosen', async () => {
    const { cycle } = await started();
    const file = await edited(await bookOf(cycle.id), (workbook) => {
      typed(workbook, 0, 0, 5);
      typed(workbook, 1, 0, 4);
    });
    desk.clock.advance(60_000);
    const sheet = await one.call('evaluation.scoreSheet', {
      cycleId: cycle.id,
      groupId: 'lead',
      raterId: 'r1',
    });
    const indicatorId = sheet.columns[0]?.indicatorId ?? '';
    await one.call('evaluation.saveScores', {
      cycleId: cycle.id,
      groupId: 'lead',
      rows: ['s1', 's2'].map((subjectId) => ({
        raterId: 'r1',
        subjectId,
        rev: 0,
        cells: [{ indicatorId, text: '3' }],
      })),
    });
    const preview = await sentBack(one, cycle.id, [file]);
    const conflicts = preview.books[0]?.conflicts ?? [];
    expect(conflicts.map(({ subject, inFile, onScreen }) => [subject, inFile, onScreen])).toEqual([
      ['王建国', '5', '3'],
      ['李梅', '4', '3'],
    ]);
    expect(conflicts[0]?.entered).toContain('周敏');
    expect(
      (
        await one.refused('evaluation.applyBookImport', {
          token: preview.token,
          conflicts: null,
          choices: [{ key: conflicts[0]?.key ?? '', take: 'file' }],
          withoutProblems: false,
        })
      ).message,
    ).toContain('还有 1 个分数与系统里的不一致');
    await take(preview.token, {
      conflicts: 'screen',
      choices: [{ key: conflicts[0]?.key ?? '', take: 'file' }],
    });
    const [first, second] = await cellsOf(cycle.id);
    expect([first?.[indicatorId], second?.[indicatorId]]).toEqual(['5', '3']);
  });

  it('is not written over what somebody entered after the preview', async () => {
    const { cycle } = await started();
    const file = await edited(await bookOf(cycle.id), (workbook) => typed(workbook, 0, 0, 5));
    const preview = await sentBack(one, cycle.id, [file]);
    const sheet = await one.call('evaluation.scoreSheet', {
      cycleId: cycle.id,
      groupId: 'lead',
      raterId: 'r1',
    });
    await one.call('evaluation.saveScores', {
      cycleId: cycle.id,
      groupId: 'lead',
      rows: [
        {
          raterId: 'r1',
          subjectId: 's2',
          rev: 0,
          cells: [{ indicatorId: sheet.columns[0]?.indicatorId ?? '', text: '3' }],
        },
      ],
    });
    const { code } = await one.refused('evaluation.applyBookImport', {
      token: preview.token,
      conflicts: 'file',
      choices: [],
      withoutProblems: false,
    });
    expect(code).toBe('conflict');
  });
});

describe('a file that cannot be taken', () => {
  it('says why: another cycle, moved rows, a changed identity, a copy, another kind of file', async () => {
    const { cycle } = await started();
    const other = await started('2026年冬季教师考核');
    const file = await bookOf(cycle.id);
    expect(await reasonOf(other.cycle.id, file)).toBe('是另一次考核的评分表');
    const swapped = await edited(file, (workbook) => {
      const sheet = workbook.worksheets[0];
      const [a, b] = [FIRST_ROW, FIRST_ROW + 1].map((row) => sheet?.getCell(row, 3).value);
      if (sheet)
        [sheet.getCell(FIRST_ROW, 3).value, sheet.getCell(FIRST_ROW + 1, 3).value] = [b ?? null, a ?? null];
    });
    expect(await reasonOf(cycle.id, swapped)).toContain('第 6 行应为“T001 王建国”，现在是“T001 李梅”');
    const forged = await edited(file, (workbook) => {
      workbook.getWorksheet('身份信息')?.eachRow((row) => {
        if (row.getCell(1).value === 'rater') row.getCell(2).value = 'r2';
      });
    });
    expect(await reasonOf(cycle.id, forged)).toContain('身份信息被改动过');
    const copied = await edited(file, (workbook) => {
      const hidden = workbook.getWorksheet('身份信息');
      if (hidden) workbook.removeWorksheet(hidden.id);
    });
    expect(await reasonOf(cycle.id, copied)).toContain('没有身份信息');
    const renamed = await edited(file, (workbook) => {
      const sheet = workbook.worksheets[0];
      if (sheet) sheet.name = '评分';
    });
    expect(await reasonOf(cycle.id, renamed)).toContain('缺少工作表“张校长”');
    expect(await reasonOf(cycle.id, { ...file, name: '评分.xls' })).toContain('另存为');
    const text = { name: '评分.xlsx', mime: '', base64: Buffer.from('hello').toString('base64') };
    expect(await reasonOf(cycle.id, text)).toContain('不是 Excel 文件');
  });

  it('does not keep the others from being taken, but two of one rater are both left out', async () => {
    const { cycle } = await started();
    const file = await edited(await bookOf(cycle.id), (workbook) => typed(workbook, 0, 0, 5));
    const second = await edited(await bookOf(cycle.id, 'r2'), (workbook) => typed(workbook, 0, 0, 4));
    const twin = await edited({ ...file, name: '又一份.xlsx' }, (workbook) => typed(workbook, 0, 0, 3));
    const { books, refused } = await sentBack(one, cycle.id, [file, second, twin]);
    expect(refused).toBe(2);
    expect(books[0]?.refused).toContain('与“又一份.xlsx”是同一名评分人的评分表');
    expect(books[1]?.refused).toBe('');
  });

  it('is not looked at once scoring has ended, and nothing is left of a cancelled import', async () => {
    const { cycle } = await started();
    const file = await edited(await bookOf(cycle.id), (workbook) => typed(workbook, 0, 0, 5));
    const files = Array.from({ length: 30 }, (_, at) => ({ ...file, name: `${String(at)}.xlsx` }));
    const { jobId } = await one.call('evaluation.startBookImport', { cycleId: cycle.id, files });
    await one.call('jobs.cancel', { id: jobId });
    expect((await jobEnded(one, jobId)).state).toBe('cancelled');
    expect(await one.call('evaluation.bookImport', { jobId })).toEqual({ preview: null });
    expect(await cellsOf(cycle.id)).toEqual([{}, {}, {}, {}]);
    const { cycle: now } = await one.call('evaluation.readCycle', { id: cycle.id });
    await one.call('evaluation.close', { id: cycle.id, rev: now.rev });
    const late = await one.refused('evaluation.startBookImport', { cycleId: cycle.id, files: [file] });
    expect(late).toMatchObject({ code: 'illegal-step', message: '已经收卷，不能再导入评分表。' });
  });
});

describe('the electronic score sheets of all raters', () => {
  it('are one zip with a list of who gets which, and come back as one zip', async () => {
    const { cycle } = await started();
    const { jobId } = await one.call('evaluation.startBooks', {
      cycleId: cycle.id,
      groupIds: ['lead', 'self'],
      perGroup: false,
    });
    expect(await jobEnded(one, jobId)).toMatchObject({ state: 'done' });
    const files = await unzipped(await fetched(one, jobId));
    expect([...files.keys()].sort()).toEqual(
      [
        '发放清单.xlsx',
        '领导评价/领导评价评分表 张校长.xlsx',
        '领导评价/领导评价评分表 陈主任.xlsx',
        ...names.map((name, at) => `自评/自评评分表 T00${String(at + 1)} ${name}.xlsx`),
      ].sort(),
    );
    const zip = new JSZip();
    for (const [path, file] of files) {
      const back = path === '发放清单.xlsx' ? file : await edited(file, (workbook) => filledIn(workbook, 1));
      zip.file(path, back.base64, { base64: true });
    }
    zip.file('__MACOSX/._x', 'litter');
    const packed = {
      name: '收回.zip',
      mime: 'application/zip',
      base64: await zip.generateAsync({ type: 'base64' }),
    };
    const preview = await sentBack(one, cycle.id, [packed]);
    expect(preview.books).toHaveLength(6);
    expect(preview.refused).toBe(0);
    await take(preview.token);
    const { progress } = await one.call('evaluation.readCycle', { id: cycle.id });
    expect(progress.done).toBe(12);
  });

  it('can be one workbook for a group, with a page for each rater', async () => {
    const { cycle } = await started();
    const { jobId } = await one.call('evaluation.startBooks', {
      cycleId: cycle.id,
      groupIds: ['lead', 'self'],
      perGroup: true,
    });
    await jobEnded(one, jobId);
    const files = await unzipped(await fetched(one, jobId));
    const lead = files.get('领导评价评分表.xlsx');
    const self = files.get('自评评分表.xlsx');
    if (!lead || !self) throw new Error(`missing among ${[...files.keys()].join('、')}`);
    expect((await opened(lead)).worksheets.map(({ name }) => name)).toEqual([
      '张校长',
      '陈主任',
      '填写说明',
      '身份信息',
    ]);
    const preview = await sentBack(one, cycle.id, [
      await edited(lead, (workbook) => filledIn(workbook, 1)),
      await edited(self, (workbook) => filledIn(workbook, 0)),
    ]);
    expect(preview.refused).toBe(0);
    await take(preview.token);
    expect((await one.call('evaluation.readCycle', { id: cycle.id })).progress.done).toBe(12);
  });

  it('name nobody where raters are anonymous: neither the files, nor their names, nor what is kept', async () => {
    const { cycle } = await started();
    const { jobId } = await one.call('evaluation.startBooks', {
      cycleId: cycle.id,
      groupIds: ['pupil'],
      perGroup: true,
    });
    await jobEnded(one, jobId);
    const files = await unzipped(await fetched(one, jobId));
    expect(files.size).toBe(pupils.length + 1);
    for (const [path, file] of files) {
      expect(path).not.toMatch(/学生\d/);
      const zip = await JSZip.loadAsync(Buffer.from(file.base64, 'base64'));
      for (const part of Object.values(zip.files)) {
        const text = await part.async('string');
        for (const { id, name } of pupils) {
          expect(text).not.toContain(name);
          expect(text).not.toContain(`>${id}<`);
        }
      }
    }
    const back = await Promise.all(
      [...files]
        .filter(([path]) => path !== '发放清单.xlsx')
        .map(([, file]) => edited(file, (workbook) => filledIn(workbook, 1))),
    );
    const preview = await sentBack(one, cycle.id, back);
    expect(preview.refused).toBe(0);
    expect(new Set(preview.books.map(({ rater: who }) => who))).toEqual(new Set(['无记名']));
    await take(preview.token);
    const journal = join(desk.dir, 'journal');
    for (const name of await readdir(journal)) {
      const lines = (await readFile(join(journal, name), 'utf8')).split('\n');
      const imports = lines.filter((line) => line.includes('evaluation.applyBookImport'));
      expect(imports).toHaveLength(1);
      for (const { id } of pupils) expect(imports.join('')).not.toContain(`"raterId":"${id}"`);
    }
  });

  it('are not handed out where an anonymous rater would be known by whom he rates', async () => {
    const view = await started();
    const { offers } = await one.call('evaluation.bookOffers', { cycleId: view.cycle.id });
    expect(offers.map(({ groupName, books, refused }) => [groupName, books, refused])).toEqual([
      ['领导评价', 2, ''],
      ['学生评教', 5, ''],
      ['自评', 4, ''],
    ]);
    const few = await started(
      '分派不同的考核',
      groups.map((group) =>
        group.id === 'pupil'
          ? {
              ...group,
              raters: group.raters.map((each, at) => (at === 0 ? { ...each, subjectIds: ['s1'] } : each)),
            }
          : group,
      ),
    );
    const after = await one.call('evaluation.bookOffers', { cycleId: few.cycle.id });
    expect(after.offers[1]?.refused).toContain('发放电子评分表会暴露是谁填的');
  });
});

describe('a file saved by another program', () => {
  it('is taken as LibreOffice writes it', async (test) => {
    const why = await whyNoOffice();
    if (why !== undefined) {
      test.skip(why);
      return;
    }
    const { cycle, content } = await started();
    const indicators = content.dimensions.flatMap((dimension) => dimension.indicators).length;
    const file = await edited(await bookOf(cycle.id), (workbook) => filledIn(workbook, 1));
    const saved = await savedByLibreOffice(file);
    expect(saved.base64).not.toBe(file.base64);
    const preview = await sentBack(one, cycle.id, [saved]);
    expect(preview.books[0]?.refused).toBe('');
    expect(preview.totals).toMatchObject({ fresh: names.length * indicators, problems: 0 });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(Buffer.from(saved.base64, 'base64')).buffer);
    expect(workbook.getWorksheet('身份信息')?.state).not.toBe('visible');
  });
});
