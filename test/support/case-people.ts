import {
  classCollection,
  departmentCollection,
  postCollection,
  pupilCollection,
  staffCollection,
} from '../../electron/features/organisation/index.ts';
import type { TestDesk } from './harness.ts';

/** People of the school, by id: put there directly, so that tests of cases stand on cases alone. */
const staff = [
  ['wang', 'T001', '王立新', 'established', 'librarian'],
  ['sun', 'T002', '孙海燕', 'dispatched', 'librarian'],
  ['chen', 'T003', '陈晓东', 'established', 'librarian'],
  ['liu', 'T004', '刘芳', 'established', 'librarian'],
  ['li', 'T005', '李建国', 'established', 'head'],
  ['zhao', 'T006', '赵文静', 'established', 'head'],
  ['qian', 'T007', '钱学礼', 'established', 'librarian'],
  ['he', 'T008', '何思远', 'contract', 'librarian'],
] as const;

const pupils = [
  ['lin', 'G001', '林小雨', 'class-7'],
  ['gao', 'G002', '高一鸣', 'class-7'],
] as const;

/** Puts staff, two pupils of the seventh grade and a department into the school. */
export const hirePeople = (desk: TestDesk): Promise<unknown> =>
  desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test.hire' }, (tx) => {
    tx.insert(departmentCollection, { id: 'library', name: '图书馆', order: 1, closedOn: null });
    tx.insert(postCollection, { id: 'librarian', name: '图书管理员', kind: 'support', managerial: false });
    tx.insert(postCollection, { id: 'head', name: '副校长', kind: 'leader', managerial: true });
    for (const [id, number, name, employment, postId] of staff)
      tx.insert(staffCollection, {
        id,
        number,
        name,
        gender: 'male',
        employment,
        postGrade: '专业技术十级',
        title: '',
        partyMember: false,
        phone: '',
        joinedOn: '2015-09-01',
        leftOn: null,
        holdings: [{ postId, departmentId: 'library', startsOn: '2015-09-01', endsOn: null }],
      });
    tx.insert(classCollection, {
      id: 'class-7',
      entryYear: 2026,
      entryGrade: 7,
      ordinal: 3,
      headTeacherId: 'liu',
      graduatedOn: null,
    });
    for (const [id, number, name, classId] of pupils)
      tx.insert(pupilCollection, {
        id,
        number,
        name,
        gender: 'female',
        bornOn: '2013-05-06',
        classId,
        guardians: [{ name: `${name.slice(0, 1)}建军`, relation: '父亲', phone: '13800000000' }],
        enrolledOn: '2026-09-01',
        leftOn: null,
      });
  });
