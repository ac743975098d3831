import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { readTable } from '../support/read-table.ts';

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

type MeasureInput = ChannelInput<'standards.addMeasure'>['content'];

const measure = async (id: string): Promise<ChannelOutput<'standards.editMeasure'>> => {
  const found = (await one.call('standards.measures', {})).measures.find((each) => each.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
};
const contentOf = async (id: string): Promise<MeasureInput> => {
  const content = (await measure(id)).versions.at(-1)?.content;
  if (!content) throw new Error('no version');
  return content;
};

describe("a measure of the school's own", () => {
  it('is added under a code of its own, exported, and taken out of use', async () => {
    const content = {
      ...(await contentOf('criticism-oral')),
      name: '教研组内提醒',
      about: '由教研组长提醒。',
    };
    const added = await one.call('standards.addMeasure', { content });
    expect(added.id).toMatch(/^own-/);
    expect(added.versions).toHaveLength(1);
    const off = await one.call('standards.enableMeasure', { id: added.id, rev: added.rev, enabled: false });
    expect(off.enabled).toBe(false);
    const file = await one.call('standards.exportMeasures', { ids: [added.id, 'pupil-suspension'] });
    const cells = await readTable(file);
    expect(cells.flat()).toEqual(expect.arrayContaining(['教研组内提醒', '已停用', '不超过 7 天']));
    // Columns that say nothing of any row are left out.
    expect(cells.flat()).not.toContain('处分种类');
  });

  /** One measure that the law forbids, with the article that says so, and a near miss that it lets through. */
  const table: readonly {
    readonly what: string;
    readonly from: string;
    readonly wrong: Partial<MeasureInput>;
    readonly article: string;
    readonly right: Partial<MeasureInput>;
  }[] = [
    {
      what: 'a sanction for contract staff',
      from: 'warning',
      wrong: { targets: ['established', 'contract'] },
      article: '《事业单位工作人员处分规定》第二条',
      right: { targets: ['established'] },
    },
    {
      what: 'a sanction of its own length',
      from: 'demerit',
      wrong: { periodMonths: 18 },
      article: '《事业单位工作人员处分规定》（未核对原文）',
      right: { periodMonths: 12 },
    },
    {
      what: '记大过 for teachers',
      from: 'major-demerit',
      wrong: { track: 'other' },
      article: '《事业单位工作人员处分规定》（未核对原文）',
      right: { track: 'managerial' },
    },
    {
      what: '降低岗位等级 for managers',
      from: 'lower-post',
      wrong: { track: 'any' },
      article: '《公职人员政务处分法》第七条',
      right: { track: 'other' },
    },
    {
      what: '开除 by the school',
      from: 'dismissal',
      wrong: { decidedBy: ['party-meeting', 'authority'] },
      article: '《事业单位工作人员处分规定》（未核对原文）',
      right: { decidedBy: ['authority'] },
    },
    {
      what: '开除学籍 below senior school',
      from: 'pupil-expulsion',
      wrong: { pupil: { level: 'sanction', form: 'expulsion', bands: ['junior', 'senior'] } },
      article: '《义务教育法》第二十七条',
      right: { pupil: { level: 'sanction', form: 'expulsion', bands: ['senior'] } },
    },
    {
      what: '劝退 under another name',
      from: 'pupil-moral-talk',
      wrong: { name: '劝退' },
      article: '《未成年人保护法》第二十八条',
      right: { name: '劝导' },
    },
    {
      what: 'a suspension of eight days',
      from: 'pupil-suspension',
      wrong: { maxDays: 8 },
      article: '《中小学教育惩戒规则（试行）》第十条',
      right: { maxDays: 7 },
    },
    {
      what: 'a grave measure for the youngest',
      from: 'pupil-admonition',
      wrong: { pupil: { level: 'grave', form: 'ordinary', bands: ['primary-lower', 'primary-upper'] } },
      article: '《中小学教育惩戒规则（试行）》第十条',
      right: { pupil: { level: 'grave', form: 'ordinary', bands: ['primary-upper'] } },
    },
    {
      what: 'a teacher who suspends alone',
      from: 'pupil-school-service',
      wrong: { decidedBy: ['teacher'] },
      article: '《中小学教育惩戒规则（试行）》第九条（未核对原文）',
      right: { decidedBy: ['department'] },
    },
    {
      what: 'pupils in a 通报',
      from: 'circular-criticism',
      wrong: { targets: ['pupil'] },
      article: '《未成年人保护法》第一百零三条',
      right: { targets: ['contract'] },
    },
    {
      what: 'corporal punishment',
      from: 'pupil-standing',
      wrong: { name: '罚站一上午' },
      article: '《中小学教育惩戒规则（试行）》第十二条',
      right: { name: '站立反省' },
    },
    {
      what: 'a fine by name',
      from: 'rectification',
      wrong: { name: '罚款 200 元' },
      article: '《行政处罚法》第十七条',
      right: { about: '不得罚款，只责令整改。' },
    },
    {
      what: 'wages cut',
      from: 'performance-pay',
      wrong: { effects: '扣发当月工资。' },
      article: '《劳动法》第五十条',
      right: { effects: '不得扣发工资，按方案核算奖励性绩效。' },
    },
    {
      what: "a sanction's name for something else",
      from: 'contract-warning',
      wrong: { name: '警告' },
      article: '《事业单位人事管理条例》第二十九条',
      right: { name: '书面警示单' },
    },
    {
      what: 'the qualification taken away by the school',
      from: 'post-transfer',
      wrong: { name: '取消教师资格' },
      article: '《教师资格条例》第十九条',
      right: { name: '调离教学岗位' },
    },
    {
      what: 'dispatched staff moved to another post',
      from: 'post-transfer',
      wrong: { targets: ['established', 'dispatched'] },
      article: '《劳动合同法》第五十八条',
      right: { targets: ['established'] },
    },
    {
      what: 'honours barred for a year in a matter of ethics',
      from: 'honours-barred-ethics',
      wrong: { periodMonths: 12 },
      article: '《中小学教师违反职业道德行为处理办法》第三条',
      right: { periodMonths: 30 },
    },
  ];
  it.each(table)('may not be $what', async ({ from, wrong, article, right }) => {
    const before = await measure(from);
    const content = await contentOf(from);
    const edit = { id: before.id, rev: before.rev, why: '按会议意见修改' };
    const refusal = await one.refused('standards.editMeasure', {
      ...edit,
      content: { ...content, ...wrong },
    });
    expect({ code: refusal.code, article: refusal.article }).toEqual({ code: 'unlawful', article });
    expect(refusal.fields?.some(({ message }) => message.includes(article))).toBe(true);
    const edited = await one.call('standards.editMeasure', { ...edit, content: { ...content, ...right } });
    expect(edited.versions).toHaveLength(2);
  });
});

describe("a matter of the school's own", () => {
  it('offers only what may follow it', async () => {
    const content: ChannelInput<'standards.addMatter'>['content'] = {
      name: '成绩下滑',
      field: 'pupil',
      ethics: false,
      about: '期中考试成绩明显下滑。',
      subjects: ['pupil'],
      academic: true,
      grounds: ['pupil-rules-12'],
      usualMeasures: ['pupil-tutoring', 'pupil-standing'],
    };
    const refusal = await one.refused('standards.addMatter', { content });
    expect(refusal).toMatchObject({ code: 'unlawful', article: '《中小学教育惩戒规则（试行）》第十二条' });
    expect(refusal.fields?.[0]?.path).toBe('content.usualMeasures.1');
    const staffOnly = { ...content, usualMeasures: ['pupil-tutoring', 'warning'] };
    expect((await one.refused('standards.addMatter', { content: staffOnly })).code).toBe('unlawful');
    const added = await one.call('standards.addMatter', {
      content: { ...content, usualMeasures: ['pupil-tutoring'] },
    });
    const cells = (await readTable(await one.call('standards.exportMatters', { ids: [added.id] }))).flat();
    expect(cells).toEqual(expect.arrayContaining(['成绩下滑', '学业辅导']));
  });
});

describe('a reason', () => {
  it("may not be the program's own", async () => {
    const before = await measure('rectification');
    const edit = {
      id: before.id,
      rev: before.rev,
      why: '随程序更新',
      content: await contentOf('rectification'),
    };
    expect((await one.refused('standards.editMeasure', edit)).fields?.[0]?.path).toBe('why');
  });
});
