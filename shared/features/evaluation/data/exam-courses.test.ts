import { describe, expect, it } from 'vitest';
import { courseOfHead, shareOfDepartment, taughtCourseOf } from './exam-courses.ts';

describe('courses in the heads of a table of marks', () => {
  it.each([
    ['语文', '语文'],
    ['语文成绩', '语文'],
    ['道法', '道德与法治'],
    ['体育与健康', '体育'],
    ['总分', undefined],
    ['班级名次', undefined],
    ['语文名次', undefined],
  ])('%s is %s', (head, course) => {
    expect(courseOfHead(head)).toBe(course);
  });

  it('may name a teacher instead', () => {
    expect(taughtCourseOf('语文教师')).toBe('语文');
    expect(taughtCourseOf('数学任课老师')).toBe('数学');
    expect(taughtCourseOf('语文')).toBeUndefined();
    expect(taughtCourseOf('任课教师')).toBeUndefined();
  });
});

describe('what a department answers for', () => {
  it.each([
    ['语文教研组', null, ['语文']],
    ['七年级组', [7], null],
    ['初一年级部', [7], null],
    ['高二年级', [11], null],
    ['七年级语文备课组', [7], ['语文']],
    ['理化教研组', null, ['物理', '化学']],
    ['政史地组', null, ['政治', '道德与法治', '历史', '地理']],
    ['文综教研组', null, ['政治', '道德与法治', '历史', '地理', '文综']],
    ['体艺教研组', null, ['体育', '艺术', '音乐', '美术']],
  ])('%s', (name, grades, courses) => {
    expect(shareOfDepartment(name)).toEqual({ grades, courses });
  });

  it.each(['总务处', '政教处', '校长室', '办公室', '综合组', '团委'])('%s: no marks', (name) => {
    expect(shareOfDepartment(name)).toBeUndefined();
  });
});
