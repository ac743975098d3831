import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs, yearOf } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { closedAnnual, closedCycle } from '../support/evaluation/scored.ts';
import { withTeachers } from '../support/evaluation/teachers.ts';
import { download, openPage, pick, press, sheetRows, wordText } from '../support/screen-acts.ts';

const names = ['王建国', '李梅', '赵强', '孙悦', '周洁', '吴涛', '郑敏', '冯凯', '陈静', '欧阳兰'];
/** Four above the line of 优秀, two of them level. */
const totals = [95, 94, 93, 93, 85, 84, 75, 74, 73, 50];
const byId = Object.fromEntries(totals.map((total, at) => [`s${String(at + 1)}`, total]));
const today = dayOfMs(Date.now());
const days = { startsOn: addDays(today, -10), endsOn: addDays(today, 10) };

describe('results, from the totals to what is made known, on the screens', () => {
  let at: CaseScreens;
  let page: Page;
  let ownId: string;
  let annualId: string;
  const row = (name: string): Locator => page.getByRole('row', { name, exact: true });

  beforeAll(async () => {
    at = await openCaseScreens('results', async (one, desk) => {
      await withTeachers(
        desk,
        names.map((name, place) => ({ name, department: place < 6 ? 1 : 2 })),
      );
      const own = await closedCycle(one, byId, {
        ...days,
        quota: { share: 3000, by: 'all', poolBelow: 0, floor: 0, approval: '' },
      });
      ownId = own.cycle.id;
      const annual = await closedAnnual(one, byId, { year: yearOf(today), ...days });
      annualId = annual.cycle.id;
    });
    ({ page } = at);
  });
  afterAll(() => at.close());

  it('say who has a place, who is level at the line, and how each figure came about', async () => {
    await openPage(page, `/evaluation/cycles/${ownId}?tab=results`);
    const quota = page.getByRole('region', { name: '优秀名额' });
    await quota.getByText('末位同分：赵强、孙悦，只剩 1 个名额，须由会议研究决定').waitFor();
    await at.sound();
    await page.getByRole('button', { name: '赵强的总分 93.00，看怎么来的' }).click();
    const why = at.dialog('怎么来的');
    await why.getByText('名额 3 个，末位同分，由会议研究决定').waitFor();
    await press(why, '全部展开');
    await at.sound();
    await press(why, '关闭');
    await press(page, '筛选');
    await page.getByRole('checkbox', { name: '优秀名额' }).check();
    await page.keyboard.press('Escape');
    const sheet = await download(page, page.getByRole('button', { name: '导出所见' }));
    const listed = (await sheetRows(sheet.bytes)).flat().filter((cell) => names.includes(cell));
    expect(listed.toSorted()).toEqual(['孙悦', '赵强'].toSorted());
    await press(page, '清除条件');
  });

  it('are calibrated by keyboard, in a meeting that has to be on record, and back again', async () => {
    await press(page, '下一步:核对并确认结果');
    await page.getByRole('table', { name: '校准' }).waitFor();
    await page.getByText('名额线：3 个名额到此为止，下面 2 个末位同分，由会议研究决定').waitFor();
    await at.sound();
    await row('王建国').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    const meeting = at.dialog('登记校准会议');
    await meeting.getByText('保存后接着调整孙悦', { exact: false }).waitFor();
    await meeting.getByLabel('主持人').fill('李校长');
    await meeting.getByLabel('出席人员').fill('李校长、赵副校长、钱主任');
    await meeting.getByLabel('会议情况').fill('逐人研究了末位同分的两人。');
    await at.sound();
    await at.send(meeting, '登记会议');
    const drawer = at.dialog('调整孙悦的结果');
    await press(drawer, '记录调整');
    await drawer.getByText('请选择调整后的等次').first().waitFor();
    await drawer.locator('label').getByText('优秀', { exact: true }).click();
    await drawer.getByText('优秀已有 2 个，名额 3 个').waitFor();
    await drawer.getByLabel('调整理由').fill('承担毕业班工作，实绩突出');
    await at.sound();
    await at.send(drawer, '记录调整');
    await row('孙悦').getByText('优秀', { exact: true }).waitFor();
    await row('孙悦').getByText('调整等次：良好 → 优秀', { exact: false }).waitFor();
    const counts = page.getByRole('region', { name: '等次人数变化' });
    expect(await counts.getByRole('row', { name: /^优秀/ }).innerText()).toMatch(/4\s+2\s+3$/);
    await at.sound();

    await press(page, '撤销调整：孙悦');
    const undo = at.dialog('撤销调整');
    await undo.getByLabel('撤销理由').fill('再议一次');
    await at.send(undo, '撤销调整');
    await row('孙悦').getByText('良好', { exact: true }).waitFor();
    await page.getByText('再议一次').waitFor();
    await press(page, '调整孙悦');
    const again = at.dialog('调整孙悦的结果');
    await again.locator('label').getByText('优秀', { exact: true }).click();
    await again.getByLabel('调整理由').fill('复议维持，实绩突出');
    await at.send(again, '记录调整');
    await row('孙悦').getByText('优秀', { exact: true }).waitFor();
    const minutes = await download(
      page,
      page.getByRole('button', { name: '导出 Word：李校长主持的会议记录' }),
    );
    expect(await wordText(minutes.bytes)).toContain('复议维持，实绩突出');
    expect(minutes.name).toContain('校准会议记录');
  });

  it('are confirmed, made known by surname after a look at the list, and opened again', async () => {
    await press(page, '确认结果');
    const asked = at.dialog('确认“2026年教师考核”的结果');
    await asked.getByText('共 10 个考核对象：优秀 3', { exact: false }).waitFor();
    await at.sound();
    await at.send(asked, '确认结果');
    await openPage(page, `/evaluation/cycles/${ownId}?tab=results`);
    await press(page, '公布结果');
    const publishing = at.dialog('公布“2026年教师考核”的结果');
    expect(await publishing.getByRole('list', { name: '公布的名单' }).innerText()).toContain('欧阳*');
    expect(await publishing.innerText()).not.toContain('欧阳兰');
    await publishing.getByLabel('公布范围与方式').fill('教职工大会宣布');
    await at.sound();
    await at.send(publishing, '公布结果');
    await page.getByText('已公布', { exact: true }).waitFor();
    await page.getByRole('link', { name: '看公布的样子' }).click();
    await page.getByRole('heading', { name: '公布的考核结果' }).waitFor();
    await page.getByRole('list', { name: '公布的名单' }).waitFor();
    await at.sound();
    const shown = await page.getByRole('main').innerText();
    for (const name of names) expect(shown).not.toContain(name);

    await openPage(page, `/evaluation/cycles/${ownId}`);
    await press(page, '重新打开');
    const reopening = at.dialog('重新打开“2026年教师考核”');
    await reopening.getByText('已确认并公布的结果随即撤回').waitFor();
    await reopening.getByLabel('理由').fill('补正一人的等次');
    await at.sound();
    await at.send(reopening, '重新打开');
    await page.getByText('已收卷', { exact: true }).first().waitFor();
    await openPage(page, '/evaluation/published');
    await page.getByText('还没有公布考核结果').waitFor();
  });

  it('of a yearly assessment follow the law of the year, go to 公示, and tell what each grade brings', async () => {
    await openPage(page, `/evaluation/cycles/${annualId}?tab=calibration`);
    await page.getByText(`${String(yearOf(today))}年度`, { exact: true }).waitFor();
    await press(page, '周洁的年度情况');
    const facts = at.dialog('周洁的年度情况');
    await facts.getByLabel('病假、事假累计天数').fill('200');
    await at.sound();
    await at.send(facts, '保存年度情况');
    await row('周洁').getByText('不定等次', { exact: true }).waitFor();
    await row('周洁').getByText('请假 200 天').waitFor();
    await at.sound();
    await press(page, '确认结果');
    const asked = page.getByRole('dialog', { name: /^确认/ });
    await asked.getByText('年度考核的档次须由领导班子集体研究确定', { exact: false }).waitFor();
    await at.send(asked, '确认结果');
    await openPage(page, `/evaluation/cycles/${annualId}?tab=results`);
    await page
      .getByText('优秀 2 人：期满 0、公示中 0、没有公示 2（王建国、李梅）。', { exact: false })
      .waitFor();
    await at.sound();

    await press(page, '公布结果');
    const publishing = page.getByRole('dialog', { name: /^公布/ });
    await press(publishing, '公布结果');
    await publishing.getByText('还有 2 名优秀等次的人没有公示（王建国、李梅）', { exact: false }).waitFor();
    await press(publishing, '取消');

    await press(page, '结果运用一览');
    const list = page.getByRole('dialog', { name: '结果运用一览' });
    await list.getByText('向低一级岗位调整').waitFor();
    await at.sound();
    const sheet = await download(page, list.getByRole('button', { name: '导出所见' }));
    expect((await sheetRows(sheet.bytes)).flat().join()).toContain('向低一级岗位调整');
    await press(list, '关闭');

    await page.getByRole('link', { name: '起草公示' }).click();
    const notice = page.getByRole('article', { name: '公示文' });
    await notice.getByRole('cell', { name: '李梅' }).waitFor();
    expect(await notice.getByRole('row').filter({ hasText: '拟定优秀等次' }).count()).toBe(2);
  });

  it('of the next yearly assessment begin with one dialog', async () => {
    await openPage(page, '/evaluation/cycles');
    await press(page, '按 2023 年规定组织年度考核');
    const dialog = at.dialog('按 2023 年规定组织年度考核');
    await pick(dialog, '指标体系', '教师工作考核');
    await dialog.getByText('获集体记功以上奖励', { exact: false }).click();
    await press(dialog, '建立年度考核');
    await dialog.getByText('须填写主管部门的审核文号', { exact: false }).first().waitFor();
    await dialog.getByLabel('审核文号').fill('青教人〔2026〕8号');
    await at.sound();
    await at.send(dialog, '建立年度考核');
    await page.getByText('不超过 25%，2 个（青教人〔2026〕8号）').waitFor();
    await page.getByText('教师 10 人').waitFor();
    await at.sound();
    expect(at.errors).toEqual([]);
  });
});
