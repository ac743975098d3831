import type { Stage } from '../school.ts';

const compulsory = ['语文', '数学', '英语', '道德与法治'] as const;
const arts = ['体育与健康', '音乐', '美术'] as const;
const practical = ['信息科技', '劳动', '综合实践活动', '心理健康'] as const;
const junior = ['历史', '地理', '生物学', '物理', '化学'] as const;
const senior = [
  '语文',
  '数学',
  '英语',
  '思想政治',
  '历史',
  '地理',
  '物理',
  '化学',
  '生物学',
  ...arts,
  '信息技术',
  '通用技术',
  '劳动',
  '综合实践活动',
  '心理健康',
] as const;

/**
 * What schools of a stage usually teach, in the order of their timetables: 义务教育课程方案（2022年版）,
 * 普通高中课程方案（2017年版2020年修订）; arts as music and fine art, as schools staff them.
 */
export const usualCourses = (stage: Stage): string[] => {
  switch (stage) {
    case 'primary':
      return [...compulsory, '科学', ...arts, ...practical];
    case 'junior':
      return [...compulsory, ...junior, ...arts, ...practical];
    case 'senior':
      return [...senior];
    case 'nineYear':
      return [...compulsory, '科学', ...junior, ...arts, ...practical];
    case 'complete':
      return [...new Set([...compulsory, '思想政治', ...junior, ...arts, ...practical, ...senior])];
  }
};

/** Names under which one course goes in schools' tables, the official one first. */
const families: readonly (readonly string[])[] = [
  ['道德与法治', '道法', '政治', '思想政治', '思政', '思品'],
  ['生物学', '生物'],
  ['体育与健康', '体育', '体健'],
  ['信息科技', '信息技术', '信息', '计算机'],
  ['英语', '外语'],
  ['综合实践活动', '综合实践', '综实'],
  ['心理健康', '心理', '心理健康教育'],
  ['劳动', '劳技', '劳动教育'],
  ['通用技术', '通技'],
];

const everyStage = new Set(
  (['nineYear', 'senior'] as const).flatMap((stage) => usualCourses(stage)).concat(families.flat()),
);

/** A course's name without blanks and notes in brackets. */
export const plainCourse = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*:]/g, '');

/** True for what some school somewhere teaches under this name: tells a course from 备注 or 人数 in the head of a table. */
export const isCourseName = (text: string): boolean => everyStage.has(plainCourse(text));

/**
 * The school's course that a name means: by its own name, or by another name of the same course where only one of the
 * school's courses can be meant. Undefined for a name that none of them goes by.
 */
export const courseNamed = <T extends { readonly name: string }>(
  text: string,
  courses: readonly T[],
): T | undefined => {
  const name = plainCourse(text);
  const exact = courses.find((course) => plainCourse(course.name) === name);
  if (exact) return exact;
  const family = families.find((names) => names.includes(name)) ?? [];
  const akin = courses.filter((course) => family.includes(plainCourse(course.name)));
  return akin.length === 1 ? akin[0] : undefined;
};
