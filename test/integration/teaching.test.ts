import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelOutput } from '../../shared/channels.ts';
import type { FileContent } from '../../shared/kernel/entity.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { readTable } from '../support/read-table.ts';
import { draftOf, withTeachers } from '../support/evaluation/teachers.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TODAY = '2026-11-24';
const TERM = '2026-09-01';

let desk: TestDesk;
let one: Caller;
let classIds: string[];
let courseIds: Map<string, string>;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await withTeachers(desk, [
    { name: '王芳', department: 1 },
    { name: '王芳', department: 2 },
    { name: '李强', department: 1 },
    { name: '赵敏', department: 2 },
  ]);
  classIds = [];
  for (const ordinal of [1, 2]) {
    const { id } = await one.call('organisation.saveClass', {
      entryYear: 2026,
      entryGrade: 7,
      ordinal,
      headTeacherId: null,
      graduatedOn: null,
    });
    classIds.push(id);
  }
  const { courses, added } = await one.call('organisation.addUsualCourses', {});
  expect(added).toBe(courses.length);
  courseIds = new Map(courses.map(({ id, name }) => [name, id]));
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const course = (name: string): string => courseIds.get(name) ?? '';
const classId = (at: number): string => classIds[at] ?? '';

const give = (at: number, name: string, staffIds: string[], day = TERM, seen: string[] = []) =>
  one.call('organisation.handOverTeaching', {
    day,
    cells: [{ classId: classId(at), courseId: course(name), seen, staffIds }],
  });

/** Of a day, by `class course`, the ids of those who teach. */
const taught = async (day: string | null = null): Promise<Record<string, string[]>> => {
  const table = await one.call('organisation.teachingTable', { day });
  const label = new Map(table.classes.map(({ id, label: words }) => [id, words]));
  const names = new Map(table.courses.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    table.cells.map((cell) => [
      `${label.get(cell.classId) ?? ''} ${names.get(cell.courseId) ?? ''}`,
      [...cell.staffIds],
    ]),
  );
};

const workbook = async (rows: readonly ExcelJS.CellValue[][]): Promise<string> => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('任课').addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
};

type Preview = NonNullable<ChannelOutput<'organisation.importPreview'>['preview']>;

const previewOf = async (
  base64: string,
  createMissing = false,
  from: string | null = TERM,
  whole = false,
): Promise<Preview> => {
  const { jobId } = await one.call('organisation.startImport', {
    kind: 'teachings',
    file: { name: '任课.xlsx', mime: XLSX, base64 },
    createMissing,
    from,
    whole,
  });
  for (;;) {
    const job = await one.call('jobs.view', { id: jobId });
    if (job.state === 'done') break;
    if (job.state !== 'running') throw new Error(job.error?.message ?? job.state);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { preview } = await one.call('organisation.importPreview', { jobId });
  if (!preview) throw new Error('no preview');
  return preview;
};

const take = async (rows: readonly ExcelJS.CellValue[][]) =>
  one.call('organisation.applyImport', { token: (await previewOf(await workbook(rows))).token });

describe('who teaches what', () => {
  it('changes during the term without losing who taught before, and stands so after a restart', async () => {
    await give(0, '语文', ['s1']);
    await give(0, '数学', ['s3', 's4']);
    await give(0, '语文', ['s2'], '2026-10-15', ['s1']);
    await desk.restart();
    one = await desk.everyone();
    expect(await taught('2026-10-14')).toMatchObject({ '七年级（1）班 语文': ['s1'] });
    expect(await taught()).toEqual({
      '七年级（1）班 语文': ['s2'],
      '七年级（1）班 数学': ['s3', 's4'],
    });
    expect(await taught('2026-08-31')).toEqual({});
    const { teachings } = await one.call('organisation.teachings', { staffId: 's1' });
    expect(teachings).toMatchObject([
      {
        teacher: '王芳',
        number: 'J001',
        class: '七年级（1）班',
        course: '语文',
        startsOn: TERM,
        endsOn: '2026-10-14',
        current: false,
      },
    ]);
    const archive = await one.call('archive.person', { staffId: 's1' });
    expect(archive.entries).toContainEqual(
      expect.objectContaining({
        kind: '任课',
        title: '任教语文',
        about: '七年级（1）班，自2026年9月1日至2026年10月14日。',
      }),
    );
  });

  it('ends when somebody leaves and when a class graduates, and is kept', async () => {
    await give(0, '语文', ['s1']);
    await give(1, '语文', ['s3']);
    const { record } = await one.call('organisation.readStaff', { id: 's1' });
    await one.call('organisation.leaveSchool', { id: 's1', rev: record.rev, leftOn: '2026-11-20' });
    expect(await taught()).toEqual({ '七年级（2）班 语文': ['s3'] });
    expect(await taught('2026-11-20')).toMatchObject({ '七年级（1）班 语文': ['s1'] });
    const { classes } = await one.call('organisation.classes', {});
    const second = classes.find(({ ordinal }) => ordinal === 2);
    if (!second) throw new Error('no class');
    const { id, rev, entryYear, entryGrade, ordinal } = second;
    const graduatedOn = '2026-11-22';
    await one.call('organisation.saveClass', {
      id,
      rev,
      entryYear,
      entryGrade,
      ordinal,
      headTeacherId: null,
      graduatedOn,
    });
    expect((await one.call('organisation.teachings', { staffId: 's3' })).teachings).toMatchObject([
      { endsOn: graduatedOn },
    ]);
  });

  it('refuses what cannot be, at its cell, and saves none of it', async () => {
    const { record } = await one.call('organisation.readStaff', { id: 's4' });
    await one.call('organisation.leaveSchool', { id: 's4', rev: record.rev, leftOn: '2026-10-01' });
    const refused = await one.refused('organisation.handOverTeaching', {
      day: TODAY,
      cells: [
        { classId: classId(0), courseId: course('语文'), seen: [], staffIds: ['s1'] },
        { classId: classId(0), courseId: course('数学'), seen: [], staffIds: ['s4'] },
      ],
    });
    expect(refused).toMatchObject({ code: 'invalid', fields: [{ path: 'cells.1.staffIds' }] });
    expect(refused.message).toContain('七年级（1）班数学：赵敏在校到2026年10月1日为止');
    expect(await taught()).toEqual({});
  });

  it('does not write over what somebody else has changed meanwhile', async () => {
    await give(0, '语文', ['s1']);
    const cell = { classId: classId(0), courseId: course('语文'), seen: [], staffIds: ['s3'] };
    const refused = await one.refused('organisation.handOverTeaching', { day: TERM, cells: [cell] });
    expect(refused.code).toBe('conflict');
    expect(refused.message).toContain('七年级（1）班语文的任课教师刚被别人改过，现在是王芳。');
  });

  it('is corrected in its days, never twice at once', async () => {
    await give(0, '语文', ['s1']);
    const [teaching] = (await one.call('organisation.teachings', { staffId: 's1' })).teachings;
    if (!teaching) throw new Error('no teaching');
    const { id, rev, staffId, courseId } = teaching;
    const span = { staffId, classId: classId(0), courseId };
    const fixed = await one.call('organisation.saveTeaching', {
      ...span,
      id,
      rev,
      startsOn: '2026-09-07',
      endsOn: '2026-11-30',
    });
    expect(fixed).toMatchObject({ startsOn: '2026-09-07', endsOn: '2026-11-30', current: true });
    expect(
      await one.refused('organisation.saveTeaching', { ...span, startsOn: '2026-11-30', endsOn: null }),
    ).toMatchObject({ code: 'invalid', fields: [{ path: 'startsOn' }] });
    await one.call('organisation.saveTeaching', { ...span, startsOn: '2026-12-01', endsOn: null });
    expect((await one.call('organisation.teachings', { classId: classId(0) })).teachings).toHaveLength(2);
  });

  it('keeps a course open while it is taught', async () => {
    await give(0, '语文', ['s1']);
    const { courses } = await one.call('organisation.courses', {});
    const chinese = courses.find(({ name }) => name === '语文');
    if (!chinese) throw new Error('no course');
    expect(chinese.classCount).toBe(1);
    const { id, rev, name, order } = chinese;
    const refused = await one.refused('organisation.saveCourse', { id, rev, name, order, closedOn: TODAY });
    expect(refused).toMatchObject({ code: 'invalid', fields: [{ path: 'closedOn' }] });
    expect((await one.call('organisation.addUsualCourses', {})).added).toBe(0);
  });
});

describe('a table of teachings', () => {
  it('is read as schools keep it: classes as lines, courses as columns, titles above, the grade merged', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('七年级');
    sheet.addRow(['2026学年任课安排表']);
    sheet.addRow(['年级', '班级', '人数', '语文', '数学', '体育']);
    sheet.addRow(['七年级', '1班', 44, '王芳（J001）', '李强、赵敏', '赵敏']);
    sheet.addRow(['七年级', '2班', 45, 'J002', '李强', '赵敏']);
    sheet.mergeCells('A3:A4');
    sheet.mergeCells('F3:F4');
    const base64 = Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
    const preview = await previewOf(base64);
    expect(preview.problems).toEqual([]);
    expect(preview.ignored).toEqual(['人数']);
    expect(preview.counts).toMatchObject({ rows: 6, created: 6, changed: 0, absent: 0 });
    expect(preview.rows[0]).toMatchObject({
      number: '七年级（1）班',
      name: '语文',
      kind: 'new',
      changes: [{ label: '任课教师', before: '', after: '王芳（J001）' }],
    });
    await one.call('organisation.applyImport', { token: preview.token });
    expect(await taught(TERM)).toEqual({
      '七年级（1）班 语文': ['s1'],
      '七年级（1）班 数学': ['s3', 's4'],
      '七年级（1）班 体育与健康': ['s4'],
      '七年级（2）班 语文': ['s2'],
      '七年级（2）班 数学': ['s3'],
      '七年级（2）班 体育与健康': ['s4'],
    });
    // The same file again changes nothing.
    expect((await previewOf(base64)).counts).toMatchObject({ created: 0, changed: 0, same: 6 });
  });

  it('says cell by cell what is wrong and writes nothing', async () => {
    const preview = await previewOf(
      await workbook([
        ['班级', '语文', '数学', '科学'],
        ['七（1）班', '王芳', '钱多多', '李强'],
        ['八（9）班', '李强', null, null],
        ['七1', '赵敏', null, null],
        [null, null, '李强', null],
      ]),
    );
    expect(preview.problems.map(({ cell, column, message }) => [cell, column, message.slice(0, 12)])).toEqual(
      [
        ['B2', '语文', '有 2 名王芳，请写明工'],
        ['C2', '数学', '名册里没有在校的“钱多多'],
        ['D2', '科学', '学校的学科里没有“科学”'],
        ['A3', '班级', '学校现在没有“八（9）班'],
        ['A5', '班级', '请填写班级'],
      ].map(([cell, column, message = '']) => [cell, column, message.slice(0, 12)]),
    );
    expect(preview.unknown).toEqual([{ kind: 'course', name: '科学', rows: 1 }]);
    expect((await one.refused('organisation.applyImport', { token: preview.token })).code).toBe('invalid');
    expect(await taught()).toEqual({});
  });

  it('makes courses when asked to', async () => {
    const file = await workbook([
      ['班级', '科学'],
      ['703', '李强'],
      ['701', '李强'],
    ]);
    const wrong = await previewOf(file, true);
    expect(wrong.problems).toMatchObject([{ cell: 'A2', column: '班级' }]);
    const good = await previewOf(
      await workbook([
        ['班级', '科学'],
        ['701', '李强'],
      ]),
      true,
    );
    expect(await one.call('organisation.applyImport', { token: good.token })).toMatchObject({
      created: 1,
      made: 1,
    });
    expect(await taught()).toEqual({ '七年级（1）班 科学': ['s3'] });
  });

  it('is read as a list of lines, with a change during the term', async () => {
    const rows = [
      ['班级', '学科', '教师工号', '教师姓名', '开始日期', '结束日期'],
      ['七年级（1）班', '语文', 'J001', '王芳', '2026-9-1', '2026-10-14'],
      ['七年级（1）班', '语文', 'J002', '王芳', '2026-10-15', null],
      ['七年级（1）班', '数学', null, '李强', null, null],
      ['七年级（1）班', '数学', 'J004', null, null, null],
    ];
    expect(await take(rows)).toMatchObject({ created: 3 });
    expect(await taught('2026-10-14')).toMatchObject({ '七年级（1）班 语文': ['s1'] });
    expect(await taught()).toEqual({ '七年级（1）班 语文': ['s2'], '七年级（1）班 数学': ['s3', 's4'] });
    expect((await previewOf(await workbook(rows))).counts).toMatchObject({ created: 0, changed: 0, same: 3 });
    const next = await previewOf(
      await workbook([
        ['班级', '学科', '任课教师'],
        ['七（1）班', '数学', '李强'],
        ['七（1）班', '语文', '无'],
      ]),
      false,
      TODAY,
    );
    expect(next.rows).toMatchObject([
      { name: '数学', kind: 'changed', changes: [{ before: '李强、赵敏', after: '李强' }] },
      { name: '语文', kind: 'changed', changes: [{ before: '王芳（J002）', after: '' }] },
    ]);
    await one.call('organisation.applyImport', { token: next.token });
    expect(await taught()).toEqual({ '七年级（1）班 数学': ['s3'] });
    expect(await taught('2026-11-23')).toMatchObject({ '七年级（1）班 数学': ['s3', 's4'] });
  });

  it('is the whole of its classes only when it is said to be', async () => {
    await give(0, '语文', ['s1']);
    await give(0, '地理', ['s4']);
    await give(1, '地理', ['s4']);
    const file = await workbook([
      ['班级', '语文', '地理'],
      ['701', '王芳（J001）', null],
    ]);
    expect((await previewOf(file, false, TODAY)).counts).toMatchObject({ changed: 0, same: 1, absent: 2 });
    const preview = await previewOf(file, false, TODAY, true);
    expect(preview.counts).toMatchObject({ rows: 2, changed: 1, same: 1, absent: 1 });
    expect(preview.rows[0]).toMatchObject({
      number: '七年级（1）班',
      name: '地理',
      changes: [{ before: '赵敏', after: '' }],
    });
    await one.call('organisation.applyImport', { token: preview.token });
    expect(await taught()).toEqual({ '七年级（1）班 语文': ['s1'], '七年级（2）班 地理': ['s4'] });
    expect(await taught('2026-11-23')).toMatchObject({ '七年级（1）班 地理': ['s4'] });
  });

  it('complains of a number that is not the name beside it, and of the same line twice', async () => {
    const preview = await previewOf(
      await workbook([
        ['班级', '学科', '工号', '姓名'],
        ['701', '语文', 'J003', '王芳'],
        ['701', '数学', 'J003', '李强'],
        ['701', '数学', 'J003', '李强'],
        ['701', '英语', null, null],
      ]),
    );
    expect(preview.problems.map(({ cell, message }) => [cell, message])).toEqual([
      ['C2', '工号 J003 是李强，不是王芳'],
      ['D4', '与第 3 行重复'],
      ['5', '请填写教师工号或姓名；无人任课的写 无'],
    ]);
  });

  it('is refused when the school changed after the preview', async () => {
    const preview = await previewOf(
      await workbook([
        ['班级', '语文'],
        ['701', '李强'],
      ]),
    );
    await give(0, '语文', ['s4']);
    expect((await one.refused('organisation.applyImport', { token: preview.token })).code).toBe('conflict');
    expect(await taught()).toEqual({ '七年级（1）班 语文': ['s4'] });
  });

  it.each(['grid', 'list'] as const)('comes out as a %s that goes in again unchanged', async (layout) => {
    await give(0, '语文', ['s1']);
    await give(0, '数学', ['s3', 's4']);
    await give(1, '语文', ['s2'], '2026-10-08');
    const file: FileContent = await one.call('organisation.exportTeachings', { layout, day: null });
    const preview = await previewOf(file.base64, false, TODAY);
    expect(preview.problems).toEqual([]);
    expect(preview.counts).toMatchObject({ created: 0, changed: 0, same: 3, absent: 0 });
  });

  it('comes out by teacher, with all that each teaches', async () => {
    await give(0, '数学', ['s3', 's4']);
    await give(1, '数学', ['s3']);
    await give(1, '音乐', ['s3']);
    const rows = await readTable(await one.call('organisation.exportTeachers', { ids: ['s3', 's1'] }));
    expect(rows.slice(-3)).toEqual([
      ['工号', '姓名', '岗位', '任教', '班数'],
      ['J003', '李强', '教师', '数学：七年级（1、2）班；音乐：七年级（2）班', '2'],
      ['J001', '王芳', '教师', '', '0'],
    ]);
  });

  it.each(['grid', 'list'] as const)(
    'has a template as a %s that says nothing until it is filled in',
    async (layout) => {
      const file = await one.call('organisation.teachingTemplate', { layout });
      const book = new ExcelJS.Workbook();
      const bytes = Buffer.from(file.base64, 'base64');
      await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      const [sheet] = book.worksheets;
      if (!sheet) throw new Error('no sheet');
      if (layout === 'grid') {
        expect(sheet.getCell('A2').text).toBe('七年级（1）班');
        sheet.getCell('B2').value = '王芳（J002）';
      } else sheet.getRow(2).values = ['七年级（1）班', '语文', 'J002', '', '', ''];
      const preview = await previewOf(Buffer.from(await book.xlsx.writeBuffer()).toString('base64'));
      expect(preview.problems).toEqual([]);
      await one.call('organisation.applyImport', { token: preview.token });
      expect(await taught()).toEqual({ '七年级（1）班 语文': ['s2'] });
    },
  );
});

describe('who rates whom by class', () => {
  const pupils = ['a', 'b', 'c'].flatMap((at) =>
    [0, 1].map((place) => ({ id: `p${String(place)}${at}`, name: `${String(place + 1)}班学生${at}`, place })),
  );

  const draft = async (plan: Parameters<typeof draftOf>[2] = {}) =>
    draftOf(
      one,
      [
        {
          id: 'pupils',
          kind: 'pupil',
          name: '学生评教',
          weight: 10_000,
          dimensionIds: null,
          anonymous: true,
          raters: pupils.map(({ id, name, place }) => ({ id, name, userId: null, classId: classId(place) })),
        },
      ],
      plan,
    );

  type Rule = { teachers?: 'all' | 'head' | 'course'; courseId?: string; former?: boolean };
  const assigned = async (
    view: Awaited<ReturnType<typeof draft>>,
    rule: Rule,
  ): Promise<Record<string, readonly string[] | null>> => {
    const { id } = view.cycle;
    const { cycle } = await one.call('evaluation.readCycle', { id });
    const after = await one.call('evaluation.assign', {
      id,
      rev: cycle.rev,
      groupId: 'pupils',
      assignment: { kind: 'class', ...rule },
    });
    const raters = after.cycle.groups[0]?.raters ?? [];
    return Object.fromEntries(
      raters.filter((rater) => rater.id.endsWith('a')).map((rater) => [rater.id, rater.subjectIds]),
    );
  };

  it('goes by who teaches today: all of them, the head teacher alone, or those of one course', async () => {
    await give(0, '语文', ['s1']);
    await give(0, '数学', ['s3', 's4']);
    await give(1, '数学', ['s3']);
    await give(0, '语文', ['s2'], '2026-10-15', ['s1']);
    const [first] = (await one.call('organisation.classes', {})).classes;
    if (!first) throw new Error('no class');
    const { id, rev, entryYear, entryGrade, ordinal, graduatedOn } = first;
    await one.call('organisation.saveClass', {
      ...{ id, rev, entryYear, entryGrade, ordinal, graduatedOn },
      headTeacherId: 's1',
    });
    const view = await draft();
    expect(await assigned(view, {})).toEqual({ p0a: ['s1', 's2', 's3', 's4'], p1a: ['s3'] });
    expect(await assigned(view, { teachers: 'head' })).toEqual({ p0a: ['s1'], p1a: [] });
    expect(await assigned(view, { teachers: 'course', courseId: course('语文') })).toEqual({
      p0a: ['s2'],
      p1a: [],
    });
    const { cycle } = await one.call('evaluation.readCycle', { id: view.cycle.id });
    const blank = await one.refused('evaluation.assign', {
      id: cycle.id,
      rev: cycle.rev,
      groupId: 'pupils',
      assignment: { kind: 'class', teachers: 'course' },
    });
    expect(blank).toMatchObject({ code: 'invalid', fields: [{ path: 'assignment.courseId' }] });
  });

  it('goes by the term of which the cycle speaks, when that is over', async () => {
    const year = await one.call('organisation.saveSchoolYear', {
      startYear: 2026,
      terms: [{ name: '秋季学期', startsOn: TERM, endsOn: '2026-10-31' }],
    });
    await give(0, '语文', ['s1']);
    await give(0, '语文', ['s2'], '2026-11-02', ['s1']);
    expect(await assigned(await draft(), {})).toMatchObject({ p0a: ['s2'] });
    expect(await assigned(await draft({ schoolYearId: year.id, term: 0 }), {})).toMatchObject({
      p0a: ['s1'],
    });
  });

  it('lets those who teach a class rate it, all of them or the head teacher alone', async () => {
    await give(0, '语文', ['s1']);
    await give(0, '数学', ['s3']);
    await give(1, '数学', ['s3']);
    const { versions } = await one.call('evaluation.adoptFromLibrary', { key: 'class' });
    const view = await draft({
      versionId: versions[0]?.version.id ?? '',
      groups: [
        {
          id: 'pupils',
          kind: 'peer',
          name: '任课教师评价',
          weight: 10_000,
          dimensionIds: null,
          raters: ['s1', 's3', 's4'].map((staffId) => ({
            id: `${staffId}a`,
            name: staffId,
            userId: null,
            staffId,
          })),
        },
      ],
    });
    expect(view.cycle.kind).toBe('class');
    expect(await assigned(view, {})).toEqual({ s1a: [classId(0)], s3a: classIds, s4a: [] });
    expect(await assigned(view, { teachers: 'head' })).toEqual({ s1a: [], s3a: [], s4a: [] });
    expect(await assigned(view, { teachers: 'course', courseId: course('语文') })).toEqual({
      s1a: [classId(0)],
      s3a: [],
      s4a: [],
    });
  });
});
