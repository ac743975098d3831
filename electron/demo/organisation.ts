import type { RosterKind } from '../../shared/features/organisation/import.ts';
import { renderListTable, type ListTable } from '../documents/excel/list-table.ts';
import { sheetFile } from '../features/file-content.ts';
import { instantOfMs } from '../../shared/kernel/dates.ts';
import type { Caller } from './caller.ts';
import { administratorAccount, logIn, type World } from './world.ts';

type Row = ListTable['rows'][number];

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

/** The school's structure as an office types it in before the first roster comes. */
export const layOut = async (world: World): Promise<void> => {
  const { content, year } = world;
  const office = await logIn(world, administratorAccount.accountName);
  for (const startYear of [year - 1, year]) {
    const terms = [
      { name: '第一学期', startsOn: `${String(startYear)}-09-01`, endsOn: `${String(startYear + 1)}-01-25` },
      {
        name: '第二学期',
        startsOn: `${String(startYear + 1)}-02-20`,
        endsOn: `${String(startYear + 1)}-07-05`,
      },
    ];
    await office.call('organisation.saveSchoolYear', { startYear, terms });
  }
  for (const [order, name] of content.departments.entries())
    await office.call('organisation.saveDepartment', { name, order, closedOn: null });
  for (const post of content.posts) await office.call('organisation.savePost', post);
};

const waitForJob = async (caller: Caller, id: string): Promise<void> => {
  for (;;) {
    const job = await caller.call('jobs.view', { id });
    if (job.state === 'done') return;
    if (job.state !== 'running') throw new Error(`${job.title}: ${job.error?.message ?? job.state}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Brings a roster in as an Excel file, through the same preview that a clerk looks at. */
export const importRoster = async (
  world: World,
  kind: RosterKind,
  title: string,
  head: readonly string[],
  rows: readonly Row[],
  from: string | null = null,
): Promise<void> => {
  const bytes = await renderListTable({
    title: `${world.content.school.name}${title}`,
    sheetName: title,
    columns: head.map((text) => ({ title: text, width: 14 })),
    rows,
    createdAt: instantOfMs(world.clock.now()),
  });
  const office = await logIn(world, administratorAccount.accountName);
  const { jobId } = await office.call('organisation.startImport', {
    kind,
    from,
    whole: true,
    createMissing: true,
    file: sheetFile(title, bytes),
  });
  await waitForJob(office, jobId);
  const { preview } = await office.call('organisation.importPreview', { jobId });
  if (!preview || preview.problems.length > 0)
    throw new Error(`${title}: ${JSON.stringify(preview?.problems.slice(0, 3))}`);
  await office.call('organisation.applyImport', { token: preview.token });
};

const STAFF_HEAD = [
  '工号',
  '姓名',
  '性别',
  '编制与身份',
  '部门',
  '岗位',
  '岗位等级',
  '职称',
  '党员',
  '手机',
  '入职日期',
];

/** The staff as the personnel file lists them. */
export const bringInStaff = async (world: World): Promise<void> => {
  const { content, draw, nextName, year } = world;
  const rows: Row[] = [];
  for (const place of content.staffing) {
    for (let each = 0; each < place.count; each += 1) {
      const joined = year - 2 - draw.below(18);
      const outside = place.grade.startsWith('技术工') || draw.below(12) === 0;
      rows.push([
        `T${padded(rows.length + 1, 4)}`,
        nextName(),
        draw.below(5) < 2 ? '男' : '女',
        outside ? '编外合同' : '在编',
        place.department,
        place.post,
        place.grade,
        place.title,
        draw.below(3) === 0 ? '是' : '否',
        `139${padded(draw.below(100_000_000), 8)}`,
        `${String(joined)}-0${String(7 + draw.below(2))}-${padded(1 + draw.below(28), 2)}`,
      ]);
    }
  }
  await importRoster(world, 'staff', '教职工名册', STAFF_HEAD, rows);
};

const PUPIL_HEAD = [
  '学籍号',
  '姓名',
  '性别',
  '出生日期',
  '班级',
  '入学日期',
  '监护人姓名',
  '与学生关系',
  '监护人电话',
];

const GRADES = ['七年级', '八年级', '九年级'] as const;

/** The pupils who entered in the given years, as the roster of the present school year lists them. */
const bringInPupils = async (world: World, entryYears: readonly number[], now: number): Promise<void> => {
  const { content, draw, nextName } = world;
  const rows: Row[] = [];
  for (const entryYear of entryYears) {
    for (let ordinal = 1; ordinal <= content.classesPerGrade; ordinal += 1) {
      for (let each = 1; each <= content.pupilsPerClass; each += 1) {
        const name = nextName();
        rows.push([
          `G3301${String(entryYear)}${padded(ordinal, 2)}${padded(each, 3)}`,
          name,
          draw.below(2) === 0 ? '男' : '女',
          `${String(entryYear - 12)}-${padded(1 + draw.below(12), 2)}-${padded(1 + draw.below(28), 2)}`,
          `${GRADES[now - entryYear] ?? ''}（${String(ordinal)}）班`,
          `${String(entryYear)}-09-01`,
          `${name.slice(0, 1)}${draw.pick(Array.from(content.givenSecond))}`,
          draw.pick(content.relations),
          `138${padded(draw.below(100_000_000), 8)}`,
        ]);
      }
    }
  }
  await importRoster(world, 'pupils', '学生名册', PUPIL_HEAD, rows);
};

/** Last year's two lower grades, which are today's two upper ones. */
export const bringInLastYear = (world: World): Promise<void> => {
  world.clock.moveTo(`${String(world.year - 1)}-09-02`);
  return bringInPupils(world, [world.year - 1, world.year - 2], world.year - 1);
};

/** This year's new grade, and a head teacher for every class. */
export const bringInThisYear = async (world: World): Promise<void> => {
  world.clock.moveTo(`${String(world.year)}-09-02`);
  await bringInPupils(world, [world.year], world.year);
  const office = await logIn(world, administratorAccount.accountName);
  const { classes } = await office.call('organisation.classes', {});
  const { staff } = await office.call('organisation.staff', {});
  const teachers = staff.filter(({ post }) => /^(语文|数学|英语)教师$/.test(post));
  for (const [index, each] of classes.entries()) {
    const { id, rev, entryYear, entryGrade, ordinal, graduatedOn } = each;
    const headTeacherId = teachers[index]?.id ?? null;
    await office.call('organisation.saveClass', {
      id,
      rev,
      entryYear,
      entryGrade,
      ordinal,
      graduatedOn,
      headTeacherId,
    });
  }
};
