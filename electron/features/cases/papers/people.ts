import type { CaseSubject } from '../../../../shared/features/cases/people.ts';
import { employmentLabels } from '../../../../shared/features/organisation/schema.ts';

/** 教务处语文教师; 七年级（3）班; blank for a department, which is its own place. */
export const placeOf = ({ kind, department, post }: CaseSubject): string =>
  kind === 'department' ? '' : `${department}${post}`;

/** 王芳（教务处语文教师）; 教务处. */
export const introduced = (subject: CaseSubject): string => {
  const place = placeOf(subject);
  return place === '' ? subject.name : `${subject.name}（${place}）`;
};

/** 王芳，青禾市第一中学教务处语文教师，专业技术十一级。: who is told of, as the opening of a decision needs it. */
export const subjectLine = (school: string, subject: CaseSubject): string => {
  const place = placeOf(subject);
  const parts = [
    subject.name,
    ...(subject.kind === 'department' ? [school] : [`${school}${place}`]),
    ...(subject.postGrade === '' ? [] : [subject.postGrade]),
  ];
  return `${parts.join('，')}。`;
};

/** 在编人员，从事管理的人员; 学生; 部门. */
export const standingOf = ({ kind, employment, managerial }: CaseSubject): string => {
  if (kind === 'pupil') return '学生';
  if (kind === 'department' || employment === null) return '部门';
  return managerial ? `${employmentLabels[employment]}，从事管理的人员` : employmentLabels[employment];
};
