import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { caseFromLead, establish, more } from '../support/case-way.ts';
import { download, openPage, press, wordText } from '../support/screen-acts.ts';

describe('a matter for others, from a lead to the archive', () => {
  let at: CaseScreens;

  beforeAll(async () => {
    at = await openCaseScreens('transferred');
  });
  afterAll(() => at.close());

  it('is taken in, and its facts are established', async () => {
    await caseFromLead(at, {
      content: '有老师涉嫌在校外殴打他人，派出所已经了解情况。',
      kind: 'staff',
      person: ['王立新', 'wlx'],
      matter: ['违法违规行为', '违法'],
      route: '一般程序',
    });
    await establish(at, '当晚二十时在校外与他人发生肢体冲突，有派出所接警回执证明。');
  });

  it('is handed over with a letter that takes a number, and is not the school’s any more', async () => {
    const { page } = at;
    const form = await more(at, '移送有关机关');
    await form.getByLabel('移送机关').fill('青禾市公安局');
    await form.getByLabel('移送理由').fill('涉嫌违反治安管理，应由公安机关处理，附接警回执复制件。');
    await at.sound();
    await at.send(form, '移送有关机关');
    await page.getByText('已移送', { exact: true }).first().waitFor();
    await page.getByText('移送办理', { exact: true }).first().waitFor();
    await at.sound();
    await press(page, '更多');
    expect(await page.getByRole('menuitem', { name: '作出决定' }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('makes the letter final and keeps it', async () => {
    const { page } = at;
    await at.tab('文书');
    await page.getByRole('button', { name: /^核对定稿：.*移送违法违规行为线索的函$/ }).click();
    const paper = at.dialog('定稿文书');
    await paper.getByRole('region', { name: '文书页面' }).getByText('青禾市公安局').first().waitFor();
    await at.sound();
    await at.send(paper, '定稿');
    await page.getByRole('button', { name: /^查看：.*移送违法违规行为线索的函$/ }).click();
    const letter = await download(page, at.dialog('查看文书').getByRole('button', { name: '存为 Word' }));
    const text = await wordText(letter.bytes);
    for (const part of ['青一中移〔', '1号', '青禾市公安局', '王立新', '青禾市第一中学'])
      expect(text).toContain(part);
    await press(at.dialog('查看文书'), '关闭');
  });

  it('records the answer and closes', async () => {
    const { page } = at;
    await press(page, '下一步:登记批复或反馈');
    const reply = at.dialog('登记反馈');
    await reply.getByRole('radio', { name: '已受理，由对方处理' }).check();
    await reply.getByLabel('对方文号').fill('青公受〔2026〕31号');
    await reply.getByLabel('反馈内容').fill('已受理，依法办理，结果另行通报。');
    await at.sound();
    await at.send(reply, '登记反馈');
    const closing = await at.next('办结归档');
    await closing.getByLabel('办结说明').fill('已移送公安机关并收到反馈。');
    await at.send(closing, '办结归档');
    await page.getByText('已归档').first().waitFor();
    await page.getByRole('complementary').getByText('已受理，由对方处理').waitFor();
    await at.tab('决定');
    await page
      .getByText(/青公受〔2026〕31号/)
      .first()
      .waitFor();
    await at.sound();
  });

  it('is found among the closed cases, and says nothing of the person in the archive', async () => {
    const { page } = at;
    await openPage(page, '/cases');
    await page
      .getByRole('row', { name: /问责〔\d+〕1号/ })
      .getByText('已归档')
      .waitFor();
    await at.sound();
    await openPage(page, '/archive');
    await page.getByRole('cell', { name: '王立新' }).click();
    const line = page.getByRole('list', { name: '王立新的时间线' });
    await line.getByText('任图书管理员').waitFor();
    expect(await line.innerText()).not.toContain('违法');
    expect(at.errors).toEqual([]);
  });
});
