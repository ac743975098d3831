/** Courses by the names under which tables of marks write them; the first is the one that is kept. */
const courses: readonly (readonly string[])[] = [
  ['语文'],
  ['数学'],
  ['英语'],
  ['外语'],
  ['日语'],
  ['俄语'],
  ['道德与法治', '道法', '品德', '品德与社会', '道德法治'],
  ['政治', '思想政治', '思政'],
  ['历史'],
  ['地理'],
  ['物理'],
  ['化学'],
  ['生物', '生物学'],
  ['科学'],
  ['信息科技', '信息技术', '信息', '通用技术'],
  ['体育', '体育与健康'],
  ['音乐'],
  ['美术'],
  ['艺术'],
  ['劳动', '劳动教育', '劳动与技术'],
  ['书法'],
  ['心理健康', '心理'],
  ['综合实践', '综合实践活动'],
  ['文综', '文科综合'],
  ['理综', '理科综合'],
];

const byName = new Map(courses.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));

/** A course by the name that is kept for it; one that is not known keeps the name that it has. */
export const courseName = (text: string): string => {
  const name = text.normalize('NFKC').replace(/\s/g, '');
  return byName.get(name) ?? name;
};

const SUFFIX = /(?:原始分|卷面分|卷面|成绩|分数|得分|分)$/;

/** The course of a column by its head without brackets: `语文`, `语文成绩`. Undefined: none. */
export const courseOfHead = (key: string): string | undefined =>
  byName.get(key) ?? byName.get(key.replace(SUFFIX, ''));

/** The course whose teacher a column names: `语文教师`. Undefined: none. */
export const taughtCourseOf = (key: string): string | undefined => {
  const bare = key.replace(/(?:任课)?(?:教师|老师)$/, '');
  return bare === key ? undefined : byName.get(bare);
};

/** What single characters stand for in the name of a group of teachers: 政史地, 音体美. */
const short: Readonly<Record<string, readonly string[]>> = {
  语: ['语文'],
  数: ['数学'],
  英: ['英语'],
  外: ['外语', '英语', '日语', '俄语'],
  道: ['道德与法治'],
  政: ['政治', '道德与法治'],
  史: ['历史'],
  地: ['地理'],
  物: ['物理'],
  理: ['物理'],
  化: ['化学'],
  生: ['生物'],
  科: ['科学'],
  信: ['信息科技'],
  体: ['体育'],
  音: ['音乐'],
  美: ['美术'],
  艺: ['艺术', '音乐', '美术'],
  劳: ['劳动'],
};
const together: Readonly<Record<string, readonly string[]>> = {
  文综: ['政治', '道德与法治', '历史', '地理', '文综'],
  理综: ['物理', '化学', '生物', '理综'],
};

/** The marks that are a department's: of these grades and these courses; null: of all. */
export interface DepartmentShare {
  readonly grades: readonly number[] | null;
  readonly courses: readonly string[] | null;
}

const DIGITS = '一二三四五六七八九';
const GRADE = /([一二三四五六七八九1-9])年级|([初高])([一二三123])/;

const gradeIn = (name: string): number | undefined => {
  const found = GRADE.exec(name);
  if (!found) return undefined;
  const numberOf = (text: string): number => DIGITS.indexOf(text) + 1 || Number(text);
  const [, grade, stage, year = ''] = found;
  if (grade !== undefined) return numberOf(grade);
  return numberOf(year) + (stage === '高' ? 9 : 6);
};

const coursesIn = (name: string): readonly string[] => {
  const whole = courses.flat().filter((course) => course.length > 1 && name.includes(course));
  const found = [...new Set(whole.map(courseName))].flatMap((course) => together[course] ?? [course]);
  if (found.length > 0) return found;
  const single = Array.from(name, (character) => short[character]);
  return single.length > 0 && single.every((some) => some !== undefined)
    ? single.flatMap((some) => some)
    : [];
};

/**
 * What a department answers for, by its name: `七年级组` for its grade, `语文教研组` and `政史地组` for courses,
 * `七年级语文备课组` for a course of its grade. Undefined: no marks are its own, as with 总务处.
 */
export const shareOfDepartment = (department: string): DepartmentShare | undefined => {
  const name = department.normalize('NFKC').replace(/[\s()]/g, '');
  const group = /(?:教研组|备课组|学科组|教研室|年级组|年级部|级部|年级|组)$/.exec(name);
  if (!group) return undefined;
  const grade = gradeIn(name);
  const rest = name
    .slice(0, group.index)
    .replace(GRADE, '')
    .replace(/^(?:小学|初中|高中)(?:部)?/, '');
  const taught = coursesIn(rest);
  if (grade === undefined && taught.length === 0) return undefined;
  return { grades: grade === undefined ? null : [grade], courses: taught.length === 0 ? null : taught };
};
