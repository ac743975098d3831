import { slotsOf } from '../../kernel/fill.ts';

/**
 * Blanks of a text that the program fills. Stored as `{name}`; a person reads and writes 【姓名】. Blanks without a
 * Chinese name of their own are counted: 【空格一】.
 */
const names: Readonly<Record<string, string>> = {
  name: '姓名',
  school: '学校',
  authority: '主管教育部门',
  paper: '文书名称',
  word: '用词',
  measure: '措施',
  employment: '编制与身份',
  count: '人数',
  why: '原因',
  deadline: '期限',
  number: '编号',
  body: '决定机构',
  competent: '有权机构',
  what: '问题',
  title: '标题',
  day: '日期',
  law: '法规',
  article: '条号',
  track: '人员类别',
  proposed: '拟报措施',
  measures: '各项措施',
  end: '期满日',
  longest: '最晚期满日',
  earlier: '原处分',
  until: '原期满日',
  months: '月数',
  approved: '立案日期',
  due: '到期日',
  days: '天数',
  stage: '学段',
  when: '告知情况',
  needed: '应到人数',
  told: '告知日期',
  received: '收到日期',
  before: '原处理',
  after: '新处理',
  kind: '申请种类',
  application: '申请名称',
};

const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The Chinese name of every blank of a text, in its order; no two are the same. */
export const slotNames = (template: string): readonly { readonly slot: string; readonly shown: string }[] => {
  const taken = new Set<string>();
  return slotsOf(template).map((slot, at) => {
    const wanted = names[slot];
    const shown = wanted === undefined || taken.has(wanted) ? `空格${digits[at] ?? String(at + 1)}` : wanted;
    taken.add(shown);
    return { slot, shown };
  });
};

/** A stored text as a person reads it. `shipped` tells which blanks there are. */
export const showSlots = (text: string, shipped: string): string =>
  slotNames(shipped).reduce((at, { slot, shown }) => at.replaceAll(`{${slot}}`, `【${shown}】`), text);

/** What a person wrote as it is stored. A 【word】 that is no blank of the shipped text stays as it is. */
export const hideSlots = (text: string, shipped: string): string =>
  slotNames(shipped).reduce((at, { slot, shown }) => at.replaceAll(`【${shown}】`, `{${slot}}`), text);

/** The blanks, as they are shown, that the text lost or has no word for. */
export const slotFaults = (
  text: string,
  shipped: string,
): { readonly lost: readonly string[]; readonly unknown: readonly string[] } => {
  const held = slotsOf(text);
  const known = slotNames(shipped);
  return {
    lost: known.filter(({ slot }) => !held.includes(slot)).map(({ shown }) => `【${shown}】`),
    unknown: held.filter((slot) => !known.some((one) => one.slot === slot)).map((slot) => `{${slot}}`),
  };
};
