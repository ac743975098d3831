import type { RosterKind } from './import.ts';

/** A column of a roster file: what it is called in the template, and by what other names files have it. */
export interface RosterColumn {
  readonly key: string;
  readonly title: string;
  readonly synonyms: readonly string[];
  /** Without it a file is not a roster. */
  readonly required: boolean;
  readonly width: number;
  /** What may stand in it: shown in the template and in every complaint. */
  readonly allowed: string;
}

const column = (
  key: string,
  title: string,
  allowed: string,
  synonyms: readonly string[] = [],
  width = 14,
  required = false,
): RosterColumn => ({ key, title, synonyms, required, width, allowed });

const staff: readonly RosterColumn[] = [
  column(
    'number',
    '工号',
    '字母、数字和横线，每人不同',
    ['职工号', '教工号', '职工编号', '教师编号', '编号', '工号编号'],
    12,
    true,
  ),
  column('name', '姓名', '不超过 30 字', ['教师姓名', '职工姓名', '名字'], 12, true),
  column('gender', '性别', '男、女', [], 8),
  column('employment', '编制与身份', '在编、编外合同、劳务派遣、临时聘用', [
    '编制',
    '身份',
    '用工形式',
    '人员类别',
    '编制情况',
  ]),
  column(
    'department',
    '部门',
    '学校已有的部门；几个用顿号隔开',
    ['所在部门', '科室', '处室', '教研组', '部门名称'],
    16,
  ),
  column('post', '岗位', '学校已有的岗位；几个用顿号隔开', ['职务', '岗位名称', '现任岗位', '任职岗位'], 16),
  column('since', '任职日期', '日期，如 2024-9-1', ['任现职时间', '任职时间', '任现岗时间']),
  column('postGrade', '岗位等级', '不超过 30 字', ['岗位级别', '聘用等级']),
  column('title', '职称', '不超过 30 字', ['专业技术职务', '专业职称']),
  column('partyMember', '党员', '是、否', ['是否党员', '中共党员', '政治面貌'], 8),
  column('phone', '手机', '数字和横线', ['电话', '手机号', '手机号码', '联系电话'], 14),
  column('joinedOn', '入职日期', '日期，如 2019-9-1', [
    '到校日期',
    '来校时间',
    '到校时间',
    '入职时间',
    '入校时间',
  ]),
];

const pupils: readonly RosterColumn[] = [
  column(
    'number',
    '学籍号',
    '字母和数字，每人不同',
    ['学号', '全国学籍号', '学籍号码', '学籍编号'],
    22,
    true,
  ),
  column('name', '姓名', '不超过 30 字', ['学生姓名', '名字'], 12, true),
  column('gender', '性别', '男、女', [], 8),
  column('bornOn', '出生日期', '日期，如 2013-5-20', ['出生年月日', '生日']),
  column(
    'class',
    '班级',
    '学校已有的班级，如 七年级3班、七（3）班、2026级3班',
    ['所在班级', '班级名称', '年级班级'],
    16,
  ),
  column('enrolledOn', '入学日期', '日期，如 2026-9-1', ['入校日期', '入学时间']),
  column(
    'guardian1',
    '监护人姓名',
    '不超过 30 字',
    ['监护人1姓名', '家长姓名', '监护人', '家长', '监护人一', '家长1姓名'],
    12,
  ),
  column('relation1', '与学生关系', '如 父亲、母亲', ['关系', '监护人1关系', '监护人关系', '家长关系'], 12),
  column(
    'phone1',
    '监护人电话',
    '数字和横线',
    ['监护人1电话', '家长电话', '联系电话', '监护人手机', '家长手机', '电话'],
    14,
  ),
  column('guardian2', '监护人2姓名', '不超过 30 字', ['家长2姓名', '监护人二'], 12),
  column('relation2', '监护人2关系', '如 父亲、母亲', ['家长2关系', '与学生关系2'], 12),
  column('phone2', '监护人2电话', '数字和横线', ['家长2电话'], 14),
];

/** 班级 stands in every table of teachings, of either layout; schools often write the grade in a column of its own. */
export const classColumn = column(
  'class',
  '班级',
  '学校已有的班级，如 七年级3班、七（3）班、703、2026级3班',
  ['班别', '班', '所在班级', '班级名称', '年级班级', '任教班级', '教学班'],
  16,
  true,
);
export const gradeColumn = column('grade', '年级', '如 七年级；班级一列已写明年级的不用填', ['所在年级'], 10);

const teachings: readonly RosterColumn[] = [
  classColumn,
  column('course', '学科', '学校已有的学科，如 语文', ['科目', '课程', '任教学科', '任课学科'], 14, true),
  column(
    'number',
    '教师工号',
    '同名教师必须填写',
    ['工号', '职工号', '教工号', '教师编号', '任课教师工号'],
    12,
  ),
  column(
    'name',
    '教师姓名',
    '在校教职工；几个人合上用顿号隔开；无人任课写 无',
    ['姓名', '任课教师', '教师', '任课老师', '老师'],
    16,
  ),
  column(
    'startsOn',
    '开始日期',
    '日期，如 2026-9-1；不填按导入时选的生效日期',
    ['任课开始日期', '自', '起'],
    14,
  ),
  column('endsOn', '结束日期', '日期；不填表示一直任课', ['任课结束日期', '至', '止'], 14),
  gradeColumn,
];

export const rosterColumns: Readonly<Record<RosterKind, readonly RosterColumn[]>> = {
  staff,
  pupils,
  teachings,
};

/** A head's words without what people put around them: blanks, stars, notes in brackets. */
const plainTitle = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[((【[].*?[))】\]]/g, '')
    .replace(/[\s*:：]/g, '');

export interface FoundHead {
  /** The place of the head's last row among the rows given. */
  readonly at: number;
  /** By the column's key, the place in the row. */
  readonly columns: ReadonlyMap<string, number>;
  /** Titles that mean nothing here. */
  readonly ignored: readonly string[];
}

const HEAD_WITHIN = 30;

const match = (titles: readonly string[], columns: readonly RosterColumn[]): Omit<FoundHead, 'at'> => {
  const found = new Map<string, number>();
  const ignored: string[] = [];
  const take = (fits: (column: RosterColumn, title: string) => boolean, unclaimed: Set<number>): void => {
    for (const place of unclaimed) {
      const title = plainTitle(titles[place] ?? '');
      const wanted = columns.find((each) => !found.has(each.key) && fits(each, title));
      if (!wanted) continue;
      found.set(wanted.key, place);
      unclaimed.delete(place);
    }
  };
  const open = new Set(titles.flatMap((title, place) => (plainTitle(title) === '' ? [] : [place])));
  take((each, title) => each.title === title, open);
  take((each, title) => each.synonyms.includes(title), open);
  for (const place of open) ignored.push((titles[place] ?? '').trim());
  return { columns: found, ignored };
};

/**
 * Finds the head among the first rows of a sheet, whatever stands above it. Where a head takes two rows (merged cells
 * repeat their words in both), the lower words go before the upper ones. Undefined when there is no head with all
 * required columns.
 */
export const findHead = (
  rows: readonly (readonly string[])[],
  columns: readonly RosterColumn[],
): FoundHead | undefined => {
  const complete = ({ columns: found }: Omit<FoundHead, 'at'>): boolean =>
    columns.every(({ key, required }) => !required || found.has(key));
  const anchor = columns.find(({ required }) => required)?.key ?? '';
  for (const [at, titles] of rows.slice(0, HEAD_WITHIN).entries()) {
    const upper = match(titles, columns);
    if (!complete(upper)) continue;
    const below = rows[at + 1];
    const anchorAt = upper.columns.get(anchor) ?? -1;
    if (below && plainTitle(below[anchorAt] ?? '') === plainTitle(titles[anchorAt] ?? '')) {
      const width = Math.max(titles.length, below.length);
      const joined = Array.from({ length: width }, (_blank, place) =>
        (below[place] ?? '') === '' ? (titles[place] ?? '') : (below[place] ?? ''),
      );
      const lower = match(joined, columns);
      if (complete(lower)) return { at: at + 1, ...lower };
    }
    return { at, ...upper };
  }
  return undefined;
};
