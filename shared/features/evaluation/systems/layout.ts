/** The workbook of an indicator system, as it is written and read back. */
export const TREE_SHEET = '指标体系';
export const BAND_SHEET = '等次';
export const GUIDE_SHEET = '填写说明';

/** What stands in the first column of a line. */
export const LEVELS = { dimension: '维度', indicator: '指标' } as const;

export const NAME_LABEL = '名称';
export const KIND_LABEL = '适用对象';
export const ABOUT_LABEL = '说明';

/** Columns by what they hold. Found by their titles when a file is read: they may have been moved. */
export const treeColumns = [
  { key: 'level', title: '层级', width: 8, about: '“维度”或“指标”。指标写在所属维度的下面。' },
  { key: 'name', title: '名称', width: 22, about: '维度不超过 40 字，指标不超过 60 字。' },
  {
    key: 'weight',
    title: '权重（%）',
    width: 10,
    about: '0 到 100，最多两位小数。各维度合计 100，同一维度下各指标合计 100。',
  },
  { key: 'share', title: '占总分（%）', width: 11, about: '自动计算：维度权重 × 指标权重。不用填写。' },
  {
    key: 'sum',
    title: '下级合计（%）',
    width: 12,
    about: '自动计算：这个维度下各指标的权重合计。不用填写。',
  },
  { key: 'fullMarks', title: '满分', width: 8, about: '指标填写，1 到 1000 的整数。' },
  {
    key: 'method',
    title: '评分方法',
    width: 11,
    about: '指标填写：直接打分、等级、扣分/加分、公式计算。',
  },
  {
    key: 'levels',
    title: '等级与分值',
    width: 26,
    about: '评分方法是“等级”时填写，如：优=10；良=8.5；中=7；差=5。',
  },
  { key: 'start', title: '起评分', width: 8, about: '评分方法是“扣分/加分”时填写。' },
  { key: 'maxDeduct', title: '最多扣', width: 8, about: '评分方法是“扣分/加分”时填写，空着是 0。' },
  { key: 'maxAdd', title: '最多加', width: 8, about: '评分方法是“扣分/加分”时填写，空着是 0。' },
  {
    key: 'formula',
    title: '公式',
    width: 22,
    about: '评分方法是“公式计算”时填写，如：及格率 * 0.6 + 优秀率 * 0.4。',
  },
  {
    key: 'veto',
    title: '否决线',
    width: 8,
    about: '一票否决项填写：平均分低于它的定为最低等次。其他指标空着。',
  },
  { key: 'standard', title: '评分标准', width: 44, about: '看什么、怎样算好。不超过 500 字。' },
  { key: 'evidence', title: '佐证材料', width: 26, about: '凭什么评分。不超过 200 字。' },
  { key: 'id', title: '编号', width: 4, about: '系统用来认出原有的维度和指标，已隐藏。' },
] as const;
export type TreeColumn = (typeof treeColumns)[number]['key'];

export const bandColumns = ['等次', '总分达到'] as const;
