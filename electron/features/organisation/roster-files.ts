import { formatDay } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { employmentLabels, genderLabels } from '../../../shared/features/organisation/schema.ts';
import { rosterFileLabels, type PeopleKind } from '../../../shared/features/organisation/import.ts';
import { rosterColumns } from '../../../shared/features/organisation/roster-columns.ts';
import { renderListTable, type ListColumn } from '../../documents/excel/list-table.ts';
import { renderRosterTemplate } from '../../documents/excel/roster-template.ts';
import { instantOfMs } from '../../../shared/kernel/dates.ts';
import type { CallContext } from '../context.ts';
import { sheetFile } from '../file-content.ts';
import {
  classCollection,
  departmentCollection,
  postCollection,
  pupilCollection,
  staffCollection,
} from './collections.ts';
import { readSchool } from './readers.ts';
import { classView, pupilView, staffView } from './views.ts';

const dayText = (day: string | null): string => (day === null ? '' : formatDay(day));

const NOTES: Readonly<Record<PeopleKind, readonly string[]>> = {
  staff: [
    '一行一人，从第 2 行填起。表头可以增减、换顺序；认不出的列不会读入。',
    '系统只凭工号认人：工号已有的更新，没有的新增，名册里有而表中没有的不动。',
    '留空的格子不改变原有内容。岗位只会增加，不会因导入而免去。',
  ],
  pupils: [
    '一行一名学生，从第 2 行填起。表头可以增减、换顺序；认不出的列不会读入。',
    '系统只凭学籍号认人：学籍号已有的更新，没有的新增，名册里有而表中没有的不动。',
    '留空的格子不改变原有内容。',
  ],
};

export const rosterTemplate = async (context: CallContext, kind: PeopleKind): Promise<FileContent> => {
  const { store, today, clock } = context;
  const choices: Readonly<Record<string, readonly string[]>> = {
    gender: Object.values(genderLabels),
    employment: Object.values(employmentLabels),
    partyMember: ['是', '否'],
    department: store
      .all(departmentCollection)
      .filter(({ closedOn }) => closedOn === null)
      .map(({ name }) => name),
    post: store.all(postCollection).map(({ name }) => name),
    class: store
      .all(classCollection)
      .filter(({ graduatedOn }) => graduatedOn === null)
      .map((held) => classView(store, held, today).label),
  };
  const bytes = await renderRosterTemplate({
    sheetName: rosterFileLabels[kind],
    notes: NOTES[kind],
    createdAt: instantOfMs(clock.now()),
    columns: rosterColumns[kind].map(({ key, title, required, width, allowed }) => {
      const offered = choices[key];
      return { title, required, width, allowed, ...(offered ? { choices: offered } : {}) };
    }),
  });
  return sheetFile(`${rosterFileLabels[kind]}模板`, bytes);
};

const staffColumns: readonly ListColumn[] = [
  { title: '工号', width: 10 },
  { title: '姓名', width: 10 },
  { title: '性别', width: 6, align: 'center' },
  { title: '编制与身份', width: 12 },
  { title: '部门', width: 16 },
  { title: '岗位', width: 16 },
  { title: '岗位等级', width: 14 },
  { title: '职称', width: 12 },
  { title: '党员', width: 6, align: 'center' },
  { title: '手机', width: 14 },
  { title: '入职日期', width: 15 },
  { title: '离校日期', width: 15 },
];

/** The people named, in that order, under the heads that an import understands. */
export const exportStaff = async (context: CallContext, ids: readonly string[]): Promise<FileContent> => {
  const { store, today, clock } = context;
  const title = `${readSchool(store).name}教职工名册`;
  const bytes = await renderListTable({
    title,
    sheetName: '教职工名册',
    landscape: true,
    note: `共 ${String(ids.length)} 人，${formatDay(today)}导出`,
    createdAt: instantOfMs(clock.now()),
    columns: staffColumns,
    rows: ids.map((id) => {
      const { record, holdings } = staffView(store, store.require(staffCollection, id, '教职工'), today);
      // Departments and posts side by side, so that an import of this list pairs them as they are.
      const held = holdings.filter(({ current }) => current);
      return [
        record.number,
        record.name,
        genderLabels[record.gender],
        employmentLabels[record.employment],
        held.map(({ department }) => department).join('、'),
        held.map(({ post }) => post).join('、'),
        record.postGrade,
        record.title,
        record.partyMember ? '是' : '否',
        record.phone,
        dayText(record.joinedOn),
        dayText(record.leftOn),
      ];
    }),
  });
  return sheetFile(title, bytes);
};

const pupilColumns: readonly ListColumn[] = [
  { title: '学籍号', width: 22 },
  { title: '姓名', width: 10 },
  { title: '性别', width: 6, align: 'center' },
  { title: '出生日期', width: 15 },
  { title: '班级', width: 16 },
  { title: '入学日期', width: 15 },
  { title: '监护人姓名', width: 12 },
  { title: '与学生关系', width: 10 },
  { title: '监护人电话', width: 14 },
  { title: '监护人2姓名', width: 12 },
  { title: '监护人2关系', width: 10 },
  { title: '监护人2电话', width: 14 },
  { title: '离校日期', width: 15 },
];

export const exportPupils = async (context: CallContext, ids: readonly string[]): Promise<FileContent> => {
  const { store, today, clock } = context;
  const title = `${readSchool(store).name}学生名册`;
  const bytes = await renderListTable({
    title,
    sheetName: '学生名册',
    landscape: true,
    note: `共 ${String(ids.length)} 人，${formatDay(today)}导出。含未成年人个人信息，请妥善保管。`,
    createdAt: instantOfMs(clock.now()),
    columns: pupilColumns,
    rows: ids.map((id) => {
      const view = pupilView(store, store.require(pupilCollection, id, '学生'), today);
      const { record } = view;
      const guardian = (place: number): string[] => {
        const held = record.guardians[place];
        return held ? [held.name, held.relation, held.phone] : ['', '', ''];
      };
      return [
        record.number,
        record.name,
        genderLabels[record.gender],
        dayText(record.bornOn),
        view.class,
        dayText(record.enrolledOn),
        ...guardian(0),
        ...guardian(1),
        dayText(record.leftOn),
      ];
    }),
  });
  return sheetFile(title, bytes);
};
