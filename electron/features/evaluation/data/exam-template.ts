import type { dataChannels } from '../../../../shared/features/evaluation/data/channels.ts';
import { classLabel } from '../../../../shared/features/organisation/grades.ts';
import type { ParsedInputOf } from '../../../../shared/kernel/channel.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { renderRosterTemplate, type TemplateColumn } from '../../../documents/excel/roster-template.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile } from '../../file-content.ts';
import { classCollection } from '../../organisation/index.ts';
import { requireCycle } from '../cycles.ts';

const usualCourses = ['语文', '数学', '英语', '道德与法治', '历史', '地理', '物理', '化学', '生物'] as const;

const number: TemplateColumn = {
  title: '学号',
  required: true,
  width: 20,
  allowed: '学籍号，两次考试按它认人；没有时按班级和姓名。',
};
const pupilColumns: readonly TemplateColumn[] = [
  number,
  { title: '姓名', required: true, width: 12, allowed: '学生姓名。' },
  { title: '班级', required: true, width: 16, allowed: '如：七年级（3）班、七3班、2026级3班。' },
];

const GAIN =
  '增值要两张成绩表：本次和上次。标准分 = 50 + 10 ×（得分 − 平均分）÷ 标准差，按年级、学科在两次都参加的学生中计算；增值 = 本次标准分的平均 − 上次标准分的平均。';

const wideColumns: readonly TemplateColumn[] = [
  ...pupilColumns,
  ...usualCourses.map((course) => ({
    title: course,
    required: false,
    width: 11,
    allowed: '数字，最多两位小数；缺考写“缺考”，免考写“免考”，没有这一科的留空。',
  })),
];
const longColumns: readonly TemplateColumn[] = [
  ...pupilColumns,
  { title: '学科', required: true, width: 10, allowed: '如：语文。一名学生一个学科一行。' },
  {
    title: '成绩',
    required: true,
    width: 10,
    allowed: '数字，最多两位小数；缺考写“缺考”，免考写“免考”。',
  },
  { title: '满分', required: false, width: 10, allowed: '不写按 100 分。' },
  { title: '教师工号', required: false, width: 12, allowed: '统计教师的数据时填写。' },
  {
    title: '任课教师',
    required: false,
    width: 12,
    allowed: '教师工号和姓名至少填一项，同名的须填工号。',
  },
];
const teachingColumns: readonly TemplateColumn[] = [
  { title: '班级', required: true, width: 18, allowed: '请不要改。' },
  ...usualCourses.map((course) => ({
    title: course,
    required: false,
    width: 12,
    allowed: '任课教师的姓名或者工号；同名的写工号。',
  })),
];

const forms = {
  wide: {
    name: '成绩表模板',
    sheetName: '成绩',
    columns: wideColumns,
    notes: [
      '一名学生一行，一科一列；没有的学科请删去那一列，别的学科请自己加列。',
      '满分不是 100 的，在表头写明，如：语文（120分），或者在表头下面加一行，姓名写“满分”。',
      '请填写数值，不要写公式；总分、名次的列不计入，可以留着。',
      GAIN,
    ],
  },
  long: {
    name: '逐科成绩表模板',
    sheetName: '成绩',
    columns: longColumns,
    notes: ['一名学生一个学科一行；请填写数值，不要写公式。', GAIN],
  },
  teaching: {
    name: '任课表模板',
    sheetName: '任课表',
    columns: teachingColumns,
    notes: [
      '一个班级一行，一个学科一列，格子里写任课教师的姓名或者工号。',
      '统计教师的数据时，成绩表一名学生一行的，按“机构与人员”里的任课安排归到教师；没有登记的，或者考试以后换过教师的，用这张表。也可以把它放进成绩表的另一张工作表。',
    ],
  },
} as const;

/** An empty table to fill in: of marks in one of two forms, or of who teaches what in which class. */
export const examTemplate = async (
  { cycleId, form }: ParsedInputOf<(typeof dataChannels)['evaluation.examTemplate']>,
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const cycle = requireCycle(store, cycleId);
  const { name, sheetName, columns, notes } = forms[form];
  const classes = store
    .all(classCollection)
    .filter(({ graduatedOn }) => graduatedOn === null || graduatedOn >= today)
    .sort((a, b) => b.entryYear - a.entryYear || a.ordinal - b.ordinal);
  const bytes = await renderRosterTemplate({
    sheetName,
    createdAt: instantOfMs(clock.now()),
    columns,
    rows: form === 'teaching' ? classes.map((held) => [classLabel(held, today)]) : [],
    notes,
  });
  return sheetFile(`${cycle.name}${name}`, bytes);
};
