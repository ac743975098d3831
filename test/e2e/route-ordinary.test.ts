import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { callMeeting, caseFromLead, establish, finishTasks, serve } from '../support/case-way.ts';
import { samplePdf } from '../support/sample-files.ts';
import { download, openPage, pick, press, wordText } from '../support/screen-acts.ts';

const FACTS = '值班当晚十九时至二十一时擅自离岗约两小时，事后补填巡查记录，有门禁和监控证明。';
const proof = Buffer.from(samplePdf(['门禁记录']));
const today = dayOfMs(Date.now());

describe('the ordinary route, from a lead to the archive', () => {
  let at: CaseScreens;
  let issued: Buffer;

  beforeAll(async () => {
    at = await openCaseScreens('ordinary');
  });
  afterAll(() => at.close());

  it('takes the lead in and makes a case of it on the ordinary route', async () => {
    await caseFromLead(at, {
      content: '晚间值班时有老师擅自离岗，巡查记录是后来补填的。',
      kind: 'staff',
      person: ['王立新', 'wlx'],
      matter: ['失职渎职', '失职'],
      route: '一般程序',
    });
  });

  it('establishes the facts and files the case', async () => {
    await establish(at, FACTS);
    const filing = await at.next('批准立案');
    await pick(filing, '批准人', '李建国', 'ljg');
    await filing.getByText('陈晓东：没有登记的回避情形').waitFor();
    await at.sound();
    await at.send(filing, '批准立案');
    await at.page
      .getByText(/办案期限/)
      .first()
      .waitFor();
  });

  it('plans, interviews and finds, each offered while it is missing', async () => {
    const { page } = at;
    expect(await page.getByRole('button', { name: /^下一步[:：]提交调查报告$/ }).isDisabled()).toBe(true);
    await press(page, '制定调查方案');
    const plan = at.dialog('制定调查方案');
    await press(plan, '填入常用步骤');
    await plan.getByText('询问王立新，听取本人对事实的说明').waitFor();
    await at.sound();
    await at.send(plan, '保存调查方案');

    await at.tab('证据');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '门禁记录.pdf', mimeType: 'application/pdf', buffer: proof });
    await page.getByRole('row', { name: '门禁记录' }).first().waitFor();
    await at.sound();

    await press(page, '询问每一名当事人的笔录');
    const talk = at.dialog('记录询问谈话');
    await press(talk, '王立新');
    await talk.getByLabel('开始时间').fill('900');
    await talk.getByLabel('结束时间').fill('9:40');
    await talk.getByLabel('地点').fill('谈话室');
    await pick(talk, '记录人', '刘芳', '刘芳');
    await talk.getByLabel('已告知权利义务和申请回避的权利').check();
    await talk.getByRole('textbox', { name: '第 1 问' }).fill('当晚为什么离岗？');
    await talk.getByRole('textbox', { name: '第 1 问' }).press('Enter');
    await page.keyboard.type('家中有急事，没有请假。');
    await at.sound();
    await at.send(talk, '保存笔录');

    await press(page, '对每一名当事人的责任认定');
    const finding = at.dialog('认定责任');
    await finding.getByRole('radio', { name: '直接责任' }).check();
    const measure = finding.getByLabel('对王立新建议的措施');
    await measure.fill('警告');
    await measure.press('Enter');
    await finding.getByRole('button', { name: '去掉警告', exact: true }).waitFor();
    await at.sound();
    await at.send(finding, '保存对王立新的认定');
    await at.sound();
  });

  it('reports, adopts and seals', async () => {
    const report = await at.next('提交调查报告');
    await report.getByText('笔录、认定、签名都已齐备，可以提交。').waitFor();
    await at.sound();
    await at.send(report, '提交调查报告');
    const adopt = await at.next('采纳调查报告');
    await at.sound();
    await at.send(adopt, '采纳调查报告');
    await at.tab('调查');
    await at.page.getByText('封存校验值').waitFor();
    await at.sound();
    await at.tab('证据');
    await at.page.getByRole('row', { name: '门禁记录' }).first().waitFor();
    expect(await at.page.locator('input[type=file]').count()).toBe(0);
  });

  it('tells the intended measure and hears the statement', async () => {
    const told = await at.next('告知本人');
    expect(await told.getByLabel('拟作出的处理').inputValue()).toBe('拟给予王立新警告处分');
    await told.getByLabel('已告知有权申请听证').check();
    await at.sound();
    await at.send(told, '记录告知');
    const said = await at.next('记录陈述');
    await said.getByText('告知的内容：拟给予王立新警告处分').waitFor();
    await said.getByLabel('陈述内容').fill('家中老人突发急病，愿意接受处理。');
    await said.getByRole('radio', { name: '部分采纳' }).check();
    await said.getByLabel('采纳意见的理由').fill('急事属实，可以从轻；补填记录的事实不变。');
    await at.sound();
    await at.send(said, '记录陈述');
  });

  it('decides by the votes of the meeting', async () => {
    const form = await at.next('作出决定');
    await form.getByRole('button', { name: '去掉王立新的警告' }).waitFor();
    await callMeeting(form);
    await form.getByText('应到 3 人，实到 3 人，达到法定人数').waitFor();
    const grid = form.getByRole('grid', { name: '表决' });
    await grid.getByRole('gridcell').first().focus();
    await at.page.keyboard.type('113');
    await form
      .getByRole('status', { name: '决定结果' })
      .getByText('同意 2 票，不同意 0 票，弃权 1 票')
      .waitFor();
    await form.getByLabel('认定与处理理由').fill('擅自离岗并补填巡查记录，应负直接责任。');
    await form
      .getByText(/不能这样决定/)
      .first()
      .waitFor({ state: 'detached' });
    await form.getByText(/决定后取得文号：青一中处〔\d{4}〕1号/).waitFor();
    await at.sound();
    await at.send(form, '作出决定');
  });

  it('issues the 处分决定 as previewed and serves it', async () => {
    const { page } = at;
    const paper = await at.next('印发文书');
    const pages = paper.getByRole('region', { name: '文书页面' });
    await pages.getByText('关于给予王立新警告处分的决定').first().waitFor();
    await at.sound();
    const draft = await download(page, paper.getByRole('button', { name: '存为 Word' }));
    await at.send(paper, '定稿并印发');

    await at.tab('文书');
    await page
      .getByRole('button', { name: /^查看：.*处分的决定$/ })
      .first()
      .click();
    const seen = at.dialog('查看文书');
    await seen.getByText('这是封存的原件').waitFor();
    issued = (await download(page, seen.getByRole('button', { name: '存为 Word' }))).bytes;
    await press(seen, '关闭');
    const text = await wordText(issued);
    // The day of printing is known only now; nothing else has changed.
    expect(text).toBe(`${await wordText(draft.bytes)}${formatDay(today)}印发`);
    for (const part of ['青一中处〔', '王立新', '警告', '申请复核', '30日', '青禾市第一中学'])
      expect(text).toContain(part);

    await serve(at);
    await page.getByRole('button', { name: /^全部 \d+ 个期限$/ }).click();
    await page.getByRole('complementary').getByText('复核申请期限（王立新）').waitFor();
  });

  it('shows the period of the sanction on its line', async () => {
    await at.tab('处理期间');
    const period = at.page.getByRole('tabpanel', { name: /^处理期间/ });
    await period.getByText('王立新：警告').waitFor();
    await period.getByText(formatDay(today)).first().waitFor();
    await period
      .getByText(formatDay(addDays(addMonths(today, 6), -1)))
      .first()
      .waitFor();
    await at.sound();
  });

  it('carries out every task before it closes', async () => {
    const { page } = at;
    await finishTasks(at);
    const closing = await at.next('办结归档');
    await closing.getByLabel('办结说明').fill('处分已送达、备案，执行事项全部办结。');
    await at.send(closing, '办结归档');
    await page.getByText('已归档').first().waitFor();
    await at.sound();
  });

  it('hands over the whole file: as one Word file, and as a zip with every paper and proof as it is', async () => {
    const { page } = at;
    const book = await download(page, page.getByRole('button', { name: '导出案卷', exact: true }));
    expect(book.name).not.toContain('王立新');
    const text = await wordText(book.bytes);
    for (const part of ['王立新', '李建国', '补填巡查记录', '青一中处〔', '部分采纳'])
      expect(text).toContain(part);

    await page.getByRole('button', { name: '其他导出方式' }).click();
    const packed = await download(page, page.getByRole('menuitem', { name: '全部文书和证据（压缩包）' }));
    expect(packed.name).toMatch(/\.zip$/);
    expect(packed.name).not.toContain('王立新');
    const zip = await JSZip.loadAsync(packed.bytes);
    const files = await Promise.all(
      Object.values(zip.files)
        .filter(({ dir }) => !dir)
        .map((file) => file.async('nodebuffer')),
    );
    for (const wanted of [issued, proof]) expect(files.some((bytes) => bytes.equals(wanted))).toBe(true);
  });

  it('stands in the archive of the person', async () => {
    const { page } = at;
    await openPage(page, '/archive');
    await page.getByRole('cell', { name: '王立新' }).click();
    const line = page.getByRole('list', { name: '王立新的时间线' });
    await line.getByText('警告：失职渎职').waitFor();
    await at.sound();
    expect(at.errors).toEqual([]);
  });
});
