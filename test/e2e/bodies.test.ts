import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { download, openPage, pick, press, wordText } from '../support/screen-acts.ts';

const today = dayOfMs(Date.now());

describe('the bodies of a school, on the screens', () => {
  let screens: CaseScreens;

  beforeAll(async () => {
    screens = await openCaseScreens('bodies');
  });
  afterAll(() => screens.close());

  it('are founded by kind, get their members in one go, and say what they lack', async () => {
    const { page } = screens;
    await openPage(page, '/organisation/bodies');
    await page.getByText('还没有设立机构').waitFor();
    await screens.sound();
    await page.getByRole('button', { name: '设立机构' }).first().click();
    const founding = screens.dialog('设立机构');
    await pick(founding, '类别', '校长办公会');
    expect(await founding.getByLabel('机构名称').inputValue()).toBe('校长办公会');
    expect(await founding.getByLabel('研究决定问责处理').isChecked()).toBe(true);
    await founding.getByLabel('成立日期').fill(formatDay(addDays(today, -400)));
    await screens.sound();
    await press(founding, '设立机构');
    await page.getByText('还没有成员').first().waitFor();

    await press(page, '任命成员');
    const drawer = screens.dialog('任命成员：校长办公会');
    await press(drawer, '任命');
    await drawer.getByText('请选择成员，或者去掉这一行').first().waitFor();
    await screens.sound();
    await drawer.getByLabel('从哪天起').fill(formatDay(addDays(today, -400)));
    await drawer.getByLabel('任命文件或选举会议').fill('校发〔2025〕1号');
    await pick(drawer, '第 1 名成员的姓名', '李建国', 'ljg');
    await press(drawer, '增加教职工');
    await pick(drawer, '第 2 名成员的姓名', '赵文静', 'zwj');
    await screens.send(drawer, '任命');
    await page.getByText('只有 2 人，至少要 3 人').waitFor();

    await press(page, '任命成员');
    const more = screens.dialog('任命成员：校长办公会');
    await more.getByLabel('任命文件或选举会议').fill('校发〔2026〕2号');
    await pick(more, '第 1 名成员的姓名', '钱学礼', 'qxl');
    await screens.send(more, '任命');
    await page.getByText('健全').first().waitFor();
    await page.getByRole('img', { name: '成员任期图' }).waitFor();
    await screens.sound();
  });

  it('show who sat in them on a past day, and print that', async () => {
    const { page } = screens;
    const day = page.getByLabel('看哪一天的成员');
    await day.fill(formatDay(addDays(today, -10)));
    await day.press('Enter');
    await page.getByRole('cell', { name: '钱学礼' }).waitFor({ state: 'detached' });
    await screens.sound();
    const paper = await download(page, page.getByRole('button', { name: '导出成员表' }));
    const text = await wordText(paper.bytes);
    expect(text).toContain('李建国');
    expect(text).not.toContain('钱学礼');
    await press(page, '回到今天');
    await page.getByRole('cell', { name: '钱学礼' }).waitFor();
  });

  it('hand over to a new term, and fill the meeting that decides', async () => {
    const { page, one } = screens;
    await press(page, '换届');
    const drawer = screens.dialog('换届：校长办公会');
    await drawer.getByLabel('新一届开始').fill(formatDay(today));
    await drawer.getByLabel('任命文件或选举会议').fill('校发〔2026〕9号');
    await drawer.getByLabel('去掉第 3 名成员').click();
    await press(drawer, '增加教职工');
    await pick(drawer, '第 3 名成员的姓名', '刘芳', 'lf');
    await drawer.getByLabel('任期届满日').fill(formatDay(addDays(today, 1095)));
    await screens.sound();
    await screens.send(drawer, '换届');
    await page.getByRole('cell', { name: '刘芳' }).waitFor();
    expect(await page.getByRole('cell', { name: '钱学礼' }).count()).toBe(0);
    const { meeting } = await one.call('cases.lastMeeting', { body: 'principal-meeting' });
    expect(meeting).toMatchObject({ chairId: 'li', memberIds: ['li', 'zhao', 'liu'] });
  });

  it('left no error in the browser', () => {
    expect(screens.errors).toEqual([]);
  });
});
