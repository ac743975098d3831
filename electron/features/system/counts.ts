import type { AnyCollection, Reader } from '../../store/types.ts';

/** What people call the records of a collection. Those left out are the program's own bookkeeping. */
const labels: Readonly<Record<string, string>> = {
  schoolYears: '学年',
  departments: '部门',
  posts: '岗位',
  staff: '教职工',
  classes: '班级',
  pupils: '学生',
  leads: '线索',
  'source-looks': '线索来源查看记录',
  cases: '问责事项',
  sanctions: '问责决定',
  documentNumbers: '文号',
  issuedPapers: '已印发文书',
  indicatorSystems: '指标体系',
  cycles: '考核',
  scoreSheets: '评分表',
  confirmedResults: '已确认的考核结果',
  measures: '问责措施',
  matters: '问责事由',
  lawGrounds: '法律依据',
  lawRules: '法律规则',
  schoolRules: '校内制度',
  calendarYears: '本校录入的节假日年份',
  accounts: '用户',
  archiveExports: '档案导出记录',
};

/** How many records of each kind a school has, in the order in which the features are joined. */
export const countRecords = (
  reader: Reader,
  collections: readonly AnyCollection[],
): { label: string; count: number }[] =>
  collections.flatMap((collection) => {
    const label = labels[collection.name];
    if (label === undefined) return [];
    return [{ label, count: collection.accept({ visit: (spec) => reader.count(spec) }) }];
  });
