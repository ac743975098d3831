import type { CaseSubject, PersonRef } from '../../../shared/features/cases/people.ts';
import type { School } from '../../../shared/features/organisation/school.ts';

/** The people and the school of the sample papers: nobody who exists. */

export const sampleSchool: School = {
  id: 'school',
  rev: 1,
  name: '青禾市第一中学',
  documentCode: '青一中',
  stage: 'junior',
  ownership: 'public',
  authority: '青禾市教育局',
  address: '青禾市文苑路18号',
  phone: '0571-88001200',
};

export const actor = { userId: 'u1', name: '周敏' };
export const at = '2026-11-20T02:00:00.000Z';
export const stamp = { at, by: actor };

export const person = (id: string, name: string): PersonRef => ({ id, name });
export const people = {
  principal: person('s7', '李建国'),
  vice: person('s8', '赵文静'),
  teaching: person('s3', '陈晓东'),
  moral: person('s4', '刘芳'),
  office: person('s5', '周敏'),
  safety: person('s6', '孙志强'),
  union: person('s9', '何秀兰'),
} as const;

export const staff = (change: Partial<CaseSubject>): CaseSubject => ({
  personId: 's1',
  kind: 'staff',
  number: 'T012',
  name: '王立新',
  department: '总务处',
  post: '安全管理员',
  postGrade: '专业技术十一级',
  employment: 'established',
  managerial: false,
  band: null,
  minor: false,
  guardian: null,
  ...change,
});

export const pupil = (change: Partial<CaseSubject>): CaseSubject => ({
  personId: 'p1',
  kind: 'pupil',
  number: 'G330101201305010011',
  name: '林浩然',
  department: '八年级（3）班',
  post: '',
  postGrade: '',
  employment: null,
  managerial: false,
  band: 'junior',
  minor: true,
  guardian: { name: '林国栋', relation: '父亲', phone: '13800000001' },
  ...change,
});
