import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import { caseActs, decisionOf, target, type View } from '../support/case-acts.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import type { Caller } from '../support/harness.ts';
import { download, named, openPage, pick, press, sheetRows, wordText } from '../support/screen-acts.ts';

/** Days of the past, since the app in the browser goes by the day of the PC. */
const ago = (days: number): string => addDays(dayOfMs(Date.now()), -days);

const PERSON = '王立新';

/** A warning decided by the principal's meeting 20 days ago, served 15 days ago, and carried out. */
const servedWarning = async (one: Caller): Promise<View> => {
  const acts = caseActs(() => one);
  let view = await acts.register({ route: 'ordinary', occurredOn: ago(60) });
  view = await one.call('cases.establishFacts', {
    ...target(view),
    facts: '值班当晚擅自离岗约两小时，有监控记录证明。',
    establishedOn: ago(55),
    checkerIds: ['chen', 'liu'],
    gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
  });
  view = await acts.file(view, { approvedOn: ago(50) });
  view = await acts.interview(view, { id: 'wang', name: PERSON }, { heldOn: ago(45) });
  view = await acts.finding(view, 'wang');
  view = await one.call('cases.submitReport', {
    ...target(view),
    course: '调取监控，询问当事人。',
    facts: '值班当晚擅自离岗约两小时。',
    nature: '违反值班纪律。',
    signerIds: ['chen', 'liu'],
    reportedOn: ago(40),
  });
  view = await one.call('cases.adoptReport', { ...target(view), on: ago(38), note: '同意。' });
  view = await acts.notify(view, { notifiedOn: ago(35) });
  view = await acts.hear(view, 'wang', { heardOn: ago(25) });
  view = await acts.decide(
    view,
    decisionOf('warning', ['wang'], { decidedOn: ago(20), effectiveOn: ago(20) }),
    [{ ruleId: 'out-of-band', reason: '情节较重，影响校园安全。' }],
  );
  view = await acts.issueAll(view);
  view = await one.call('cases.recordService', {
    ...acts.direct(view),
    ...target(view),
    servedOn: ago(15),
    completedOn: ago(15),
  });
  for (const { id: taskId } of view.record.tasks)
    view = await one.call('cases.completeTask', {
      ...target(view),
      taskId,
      on: ago(10),
      note: '已办理。',
    });
  return view;
};

describe('an appeal that annuls, from a served decision to the papers and the empty archive', () => {
  let at: CaseScreens;
  let served: View;

  beforeAll(async () => {
    at = await openCaseScreens('appeal', async (one) => {
      served = await servedWarning(one);
    });
  });
  afterAll(() => at.close());

  it('is empty at first, and begins from a case with its term told', async () => {
    const { page } = at;
    await openPage(page, '/appeals');
    await page.getByText('还没有申诉、复核').waitFor();
    await at.sound();
    await openPage(page, `/cases/${served.record.id}`);
    await page.getByRole('link', { name: '登记复核、申诉' }).click();
    await page.getByText(/，在期限内。/).waitFor();
    await page.getByText(`送达日期 ${formatDay(ago(15))}`).waitFor();
    await page.getByLabel('请求事项').fill('请求撤销警告处分。');
    await page
      .getByLabel('事实和理由')
      .fill('当晚家中老人突发急病，离岗前已电话报告值班领导，处分认定事实不清。');
    await page.getByLabel('收到日期').fill(ago(8).replaceAll('-', ''));
    await page.getByLabel('把申请书、证据材料拖到这里').setInputFiles({
      name: '复核申请书.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('复核申请书'),
    });
    await at.sound();
    await press(page, '登记申请');
    await page.getByRole('heading', { name: /申〔\d+〕1号 复核/ }).waitFor();
    await page.getByText('办理期间不停止原决定的执行；处理结果不得比原来更重。').waitFor();
    await at.sound();
  });

  it('is heard: accepted, with the paper as previewed', async () => {
    const { page } = at;
    const form = await at.next('受理');
    await form.getByLabel('受理日期').fill(ago(6).replaceAll('-', ''));
    await at.sound();
    await at.send(form, '受理');
    await at.tab('文书与送达');
    await press(page, '核对印发:复核受理通知书（王立新）');
    const paper = page.getByRole('dialog', { name: /受理通知书/ });
    await paper.getByRole('region', { name: '文书页面' }).getByText('不停止原决定的执行').first().waitFor();
    await at.sound();
    await press(paper, '定稿并印发');
    await page.getByRole('dialog', { name: /^印发/ }).getByRole('button', { name: '定稿并印发' }).click();
    await page.getByText('已印发，待送达').waitFor();
    await press(paper, '关闭');
  });

  it('is handled by others alone', async () => {
    const { page } = at;
    const form = await at.next('确定办理人员');
    await pick(form, '第 1 名姓名', '孙海燕', 'shy');
    await pick(form, '第 2 名姓名', '陈晓东', 'cxd');
    await form.getByText('陈晓东参与了核实，不能办理对这一决定的复核、申诉。').waitFor();
    await at.sound();
    await press(form, '确定');
    await form
      .getByText(/请另选没有参与过本事项/)
      .first()
      .waitFor();
    await pick(form, '第 2 名姓名', '何思远', 'hsy');
    await form.getByText('没有发现应当回避的人员。').waitFor();
    await at.send(form, '确定');

    const look = await at.next('记录查核');
    await look.getByLabel('日期').fill(ago(3).replaceAll('-', ''));
    await look.getByLabel('情况').fill('审阅案卷，听取申请人意见，向值班领导核实：离岗前确已电话报告。');
    await at.sound();
    await at.send(look, '记录查核');
    await at.tab('办理');
    await page.getByText('离岗前确已电话报告').first().waitFor();
    await at.sound();
  });

  it('is decided by vote, with all that it will do beside it', async () => {
    const form = await at.next('作出决定');
    await form.getByRole('radio', { name: /^撤销/ }).check();
    await form.getByLabel('认定的事实不清、证据不足').check();
    await form
      .getByLabel('查明的事实')
      .fill('申请人离岗前已电话报告值班领导并获同意，原决定认定的“擅自离岗”不能成立。');
    await form.getByLabel('理由', { exact: true }).fill('原决定认定的主要事实不清、证据不足，应当撤销。');
    await form.getByLabel('会议地点').fill('小会议室');
    const votes = (name: string) => form.getByRole('radiogroup', { name: `${name}的表决` });
    await votes('孙海燕').getByText('同意', { exact: true }).click();
    await votes('何思远').getByText('不同意', { exact: true }).click();
    await form.getByText(/同意 1 票，不同意 1 票.*未通过/).waitFor();
    await votes('何思远').getByText('同意', { exact: true }).click();
    await form.getByText(/同意 2 票.*，通过/).waitFor();
    await form.getByText(/撤销对王立新的“警告”/).waitFor();
    await form.getByText(/办结归档/).waitFor();
    await form.getByText('没有发现不合规定之处。').waitFor();
    await at.sound();
    await at.send(form, '作出决定');
    await at.tab('决定');
    await at.page.getByText('没有处理').waitFor();
    await at.sound();
  });

  it('issues, serves and sends out the papers', async () => {
    const { page } = at;
    await at.tab('文书与送达');
    for (const name of ['集体研究记录', '复核决定', '的通知', '申请登记表']) {
      await page.getByRole('button', { name: new RegExp(`^核对印发[:：].*${name}`) }).click();
      const paper = page.locator('.ant-drawer').last();
      await paper.getByRole('region', { name: '文书页面' }).locator('p').first().waitFor();
      await press(paper, '定稿并印发');
      await page.getByRole('dialog', { name: /^印发/ }).getByRole('button', { name: '定稿并印发' }).click();
      await paper.getByRole('button', { name: '定稿并印发' }).waitFor({ state: 'hidden' });
      if (name === '复核决定') {
        const { name: file, bytes } = await download(page, paper.getByRole('button', { name: '存为 Word' }));
        expect(file).toMatch(/^青一中复〔\d+〕1号 .*复核决定\.docx$/);
        const text = await wordText(bytes);
        for (const part of ['请求撤销警告处分', '青一中处〔', '不能成立', '30日内向青禾市教育局'])
          expect(text).toContain(part);
        await at.sound();
      }
      await press(paper, '关闭');
      await paper.waitFor({ state: 'hidden' });
    }
    const serve = await at.next('记录送达');
    for (const label of ['送交日期', '签收日期']) await serve.getByLabel(label).fill('今天');
    await pick(serve, '送达人', '孙海燕', 'shy');
    await pick(serve, '送达人', '何思远', 'hsy');
    await at.sound();
    await at.send(serve, '记录送达');
    const out = await at.next('记录更正范围');
    await out.getByText(/人事档案管理部门/).waitFor();
    await out.getByLabel('发送情况').fill('已送达本人、教育局和档案室，原宣布范围内已说明。');
    await at.sound();
    await at.send(out, '记录');
    await page.getByText('下一步的救济期限').or(page.getByText('下一步救济期限')).first().waitFor();
  });

  it('undoes what was carried out, and closes', async () => {
    const { page } = at;
    await at.tab('决定');
    await at.sound();
    for (;;) {
      const open = page.getByRole('button', { name: named('下一步：办结恢复事项') });
      if (!(await open.isVisible())) break;
      const form = await at.next('办结恢复事项');
      await form.getByLabel('办理情况').fill('已经更正。');
      await at.send(form, '办结');
      await page.waitForTimeout(300);
    }
    const close = await at.next('办结归档');
    await close.getByLabel('办结说明').fill('办理完毕，材料齐全。');
    await at.send(close, '办结归档');
    await page.getByText('已办结').first().waitFor();
    await at.sound();
  });

  it('leaves nothing of the sanction in the archive, the case and the list', async () => {
    const { page } = at;
    await openPage(page, '/archive/wang');
    await page.getByRole('heading', { name: PERSON }).first().waitFor();
    const archive = await page.getByRole('main').innerText();
    expect(archive).not.toMatch(/警告|问责决定|复核/);
    await at.sound();
    await openPage(page, '/appeals');
    await page.getByRole('cell', { name: /^申〔/ }).waitFor();
    await at.sound();
    const { name, bytes } = await download(page, page.getByRole('button', { name: '导出所见' }));
    expect(name).toContain('申诉复核台账');
    const rows = await sheetRows(bytes);
    expect(rows.flat().join(' ')).toMatch(/申〔\d+〕1号.*王立新.*已办结.*撤销/);
    const view = await at.one.call('cases.read', { id: served.record.id });
    expect(view.record).toMatchObject({ state: 'closed', decision: null });
    expect(at.errors).toEqual([]);
  });

  it('has its papers in the register with those of the case, printed in one go', async () => {
    const { page } = at;
    await openPage(page, '/papers');
    const rows = page.locator('tbody tr[data-row-key]');
    await rows.first().waitFor();
    const papers = await rows.count();
    expect(await page.getByText('复核受理通知书').count()).toBeGreaterThan(0);
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset['printed'] = String(
          document.querySelectorAll('.mz-print-sheet section').length,
        );
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await page.locator('thead').getByRole('checkbox').check();
    await press(page, `打印所选 ${String(papers)} 份`);
    await page.locator('body[data-printed]').waitFor({ timeout: 60_000 });
    const pages = Number(await page.locator('body').getAttribute('data-printed'));
    expect(pages).toBeGreaterThanOrEqual(papers);
    // Stopped in time, the printer is not asked.
    await page.evaluate(() => {
      delete document.body.dataset['printed'];
    });
    await press(page, `打印所选 ${String(papers)} 份`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: named('取消') })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('body').getAttribute('data-printed')).toBeNull();
    await at.sound();
    expect(at.errors).toEqual([]);
  });
});
