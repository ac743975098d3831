import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs } from '../../shared/kernel/dates.ts';
import { seriousViolations } from '../support/axe.ts';
import { hirePeople } from '../support/case-people.ts';
import { openBrowser } from '../support/chromium.ts';
import { administrator, openDesk, testClock, type Caller, type TestDesk } from '../support/harness.ts';
import { openPage, pick, press } from '../support/screen-acts.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';

/** A case of two people on the light route, told and heard, so that it waits for the decision. */
const heardCase = async (one: Caller, today: string): Promise<string> => {
  const ago = (days: number): string => addDays(today, -days);
  let view = await one.call('cases.register', {
    matterCode: 'duty-patrol',
    summary: '晚间值班期间两人先后离岗',
    occurredOn: ago(20),
    subjects: [
      { kind: 'staff', id: 'wang' },
      { kind: 'staff', id: 'he' },
    ],
    source: { kind: 'inspection' },
  });
  const target = (): { id: string; rev: number } => ({ id: view.record.id, rev: view.record.rev });
  view = await one.call('cases.establishFacts', {
    ...target(),
    facts: '值班当晚两人先后离岗约两小时，有监控和值班登记证明。',
    establishedOn: ago(15),
    checkerIds: ['chen', 'liu'],
    gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
  });
  view = await one.call('cases.notify', { ...target(), way: 'written', notifiedOn: ago(12) });
  for (const personId of ['wang', 'he'])
    view = await one.call('cases.hearStatement', {
      ...target(),
      personId,
      outcome: 'stated',
      heardOn: ago(9),
      text: '承认离岗。',
      adoption: 'part',
      adoptionReason: '态度较好，可以从轻。',
    });
  return view.record.id;
};

describe('a meeting decides on two people', () => {
  let desk: TestDesk;
  let caseId: string;
  let app: ServedApp;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  const drawer = (): Locator => page.getByRole('dialog', { name: '作出决定', exact: true });
  const sound = (): Promise<void> =>
    expect.poll(() => seriousViolations(page), { timeout: 4000, interval: 300 }).toEqual([]);

  beforeAll(async () => {
    const clock = testClock(Date.now());
    desk = await openDesk({ clock });
    const one = await desk.everyone();
    await hirePeople(desk);
    caseId = await heardCase(one, dayOfMs(clock.now()));
    await desk.app().close();
    app = await serveApp(desk.dir);
    browser = await openBrowser();
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(app.url);
    await page.getByLabel('登录名').fill(administrator.accountName);
    await page.getByLabel('密码', { exact: true }).fill(administrator.password);
    await press(page, '登录');
    await page.getByRole('button', { name: /^用户/ }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await desk.dispose();
  });

  it('shows a sanction greyed with the reason, because the light route cannot give it', async () => {
    await openPage(page, `/cases/${caseId}`);
    await press(page, '下一步:作出决定');
    const field = drawer().getByLabel('对王立新增加措施');
    await field.fill('警告');
    const option = page.locator('.ant-select-item-option-disabled').filter({ hasText: '简易办理不能作出' });
    await option.first().waitFor();
    await field.press('Enter');
    expect(await drawer().getByText('提出处理意见后').count()).toBe(1);
    await field.fill('');
    await field.press('Escape');
  });

  it('takes a measure for each of them by keyboard', async () => {
    for (const [person, measure] of [
      ['王立新', '通报批评'],
      ['何思远', '书面批评教育'],
    ] as const) {
      const field = drawer().getByLabel(`对${person}增加措施`);
      await field.fill(measure);
      await field.press('Enter');
      await drawer()
        .getByRole('button', { name: `去掉${person}的${measure}` })
        .waitFor();
    }
    await sound();
  });

  it('counts the quorum while members are called, and keeps a person concerned out', async () => {
    const add = drawer().getByLabel('增加参加人员');
    for (const name of ['王立新', '李建国', '赵文静', '钱学礼']) {
      await add.fill(name);
      await page.locator('.ant-select-item-option').filter({ hasText: name }).first().waitFor();
      await add.press('Enter');
      await drawer()
        .getByRole('button', { name: `去掉${name}`, exact: true })
        .waitFor();
    }
    expect(await drawer().getByLabel('王立新回避的原因').inputValue()).toBe('是被问责人本人');
    await drawer().getByText('应到 4 人，实到 3 人，回避 1 人，达到法定人数').waitFor();
    await drawer().getByLabel('会议地点').fill('行政楼会议室');
    await pick(drawer(), '主持人', '李建国');
    await pick(drawer(), '记录人', '赵文静', 'zwj');
    await sound();
  });

  it('takes the votes by keyboard, and says which proposal failed', async () => {
    const grid = drawer().getByRole('grid', { name: '表决' });
    await grid.getByRole('gridcell').first().focus();
    // Everybody for the first proposal; of the second one is for, one against, one abstains.
    await page.keyboard.type('111123');
    await grid.getByRole('gridcell', { name: '钱学礼对何思远书面批评教育：弃权' }).waitFor();
    const result = drawer().getByRole('status', { name: '决定结果' });
    await result.getByText('同意 1 票，不同意 1 票，弃权 1 票，未通过').waitFor();
    await expect
      .poll(() => result.getByRole('listitem').allInnerTexts())
      .toEqual([
        expect.stringMatching(/^写入决定[\s\S]*对王立新：通报批评[\s\S]*同意 3 票/),
        expect.stringMatching(/^不写入决定[\s\S]*对何思远：书面批评教育/),
      ]);
    await sound();
  });

  it('decides what passed, and nothing else', async () => {
    await drawer().getByLabel('认定与处理理由').fill('擅离岗位，应负直接责任；能够承认错误，可以从轻。');
    await drawer().getByText('没有发现不合规定之处').waitFor();
    await press(drawer(), '作出决定');
    await drawer().waitFor({ state: 'hidden' });
    await app.stop();
    await desk.restart();
    const one = await desk.everyone();
    const { record } = await one.call('cases.read', { id: caseId });
    expect(record.state).toBe('decided');
    expect(record.decision?.items.map(({ personId, measure }) => [personId, measure.name])).toEqual([
      ['wang', '通报批评'],
    ]);
    expect(
      record.decision?.meeting?.members.map(({ person, attendance }) => [person.name, attendance]),
    ).toEqual([
      ['王立新', 'recused'],
      ['李建国', 'present'],
      ['赵文静', 'present'],
      ['钱学礼', 'present'],
    ]);
    expect(record.decision?.meeting?.motions.map(({ measureName }) => measureName)).toEqual([
      '通报批评',
      '书面批评教育',
    ]);
    expect(errors).toEqual([]);
  });
});
