import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import { standardCalendar } from '../../shared/kernel/workdays.ts';
import { caseActs, decisionOf, target, type View } from '../support/case-acts.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { testClock, type Caller } from '../support/harness.ts';
import { samplePng } from '../support/sample-files.ts';
import { download, openPage, pick, press, sheetRows, wordText } from '../support/screen-acts.ts';

const DAY_MS = 86_400_000;
/** On this day, long enough ago for a publicity to be over, the cases are decided and served. */
const PREPARED = 21;

/** Days of the past, since the app in the browser goes by the day of the PC. */
const ago = (days: number): string => addDays(dayOfMs(Date.now()), -days);

/** A case whose decision on one person is served. */
const served = async (one: Caller, personId: string, name: string): Promise<View> => {
  const acts = caseActs(() => one);
  const begun = await acts.register({ subjects: [{ kind: 'staff', id: personId }], occurredOn: ago(50) });
  const established = await one.call('cases.establishFacts', {
    ...target(begun),
    facts: '值班当晚擅自离岗约两小时，有监控记录证明。',
    establishedOn: ago(45),
    checkerIds: ['chen', 'liu'],
    gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
  });
  const notified = await acts.notify(established, { notifiedOn: ago(40) });
  const heard = await acts.hear(notified, personId, { heardOn: ago(36) });
  const decided = await acts.decide(
    heard,
    decisionOf('circular-criticism', [personId], { decidedOn: ago(30), effectiveOn: ago(30) }),
  );
  return one.call('cases.recordService', {
    ...acts.direct(await acts.issueAll(decided), personId),
    receiver: name,
    servedOn: ago(24),
    completedOn: ago(24),
  });
};

/** The draft of a publicity of a case, as it was left lying. */
const drafted = async (one: Caller, { record }: View): Promise<string> => {
  const { candidates } = await one.call('publicity.candidates', { caseId: record.id });
  const draft = await one.call('publicity.create', {
    content: {
      kind: 'result',
      title: '关于巡查记录问题处理结果的公示',
      lead: '经研究，现将处理结果公示如下',
      basis: '《学校值班管理办法》',
      scope: 'staff',
      naming: 'masked',
      workdays: 5,
      contact: { department: '纪检委员办公室', phone: '0571-8800 1234', how: '以书面形式实名提出。' },
      items: candidates,
    },
  });
  return draft.record.id;
};

describe('a publicity, on the screens', () => {
  let screens: CaseScreens;
  let page: Page;
  let servedCase: View;
  let draftId = '';
  const notice = (): Locator => page.getByRole('article', { name: '公示文' });
  const inForm = (label: string): Locator => page.getByRole('main').getByLabel(label, { exact: true });
  /** One of several buttons of which one is pressed: what can be clicked is its label. */
  const choose = (label: string): Promise<void> =>
    page.getByRole('main').locator('label').getByText(label, { exact: true }).click();
  const body = (): Promise<string> => page.locator('body').innerText();

  beforeAll(async () => {
    screens = await openCaseScreens(
      'publicity',
      async (one) => {
        servedCase = await served(one, 'wang', '王立新');
        draftId = await drafted(one, await served(one, 'he', '何思远'));
      },
      testClock(Date.now() - PREPARED * DAY_MS),
    );
    ({ page } = screens);
  });

  afterAll(() => screens.close());

  it('is drafted from a served case, and shows word for word what others will read', async () => {
    await openPage(page, `/publicity/new?case=${servedCase.record.id}`);
    await page.getByRole('heading', { name: '起草公示' }).waitFor();
    const candidate = page.getByRole('checkbox', { name: /^王立新/ });
    expect(await candidate.isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: /^何思远.*已列入公示〔\d{4}〕1号/ }).isChecked()).toBe(
      false,
    );
    await notice().getByRole('cell', { name: '王**', exact: true }).waitFor();
    // Where to object stands as it stood last time.
    expect(await inForm('受理部门').inputValue()).toBe('纪检委员办公室');
    expect(await inForm('标题').inputValue()).toBe('关于值班与巡查问题处理结果的公示');

    await inForm('标题').fill('关于王立新值班离岗问题处理结果');
    await notice().getByRole('heading', { name: '关于王**值班离岗问题处理结果的公示' }).waitFor();
    expect(await notice().innerText()).not.toContain('王立新');
    await page.getByRole('radio', { name: /^不写姓名/ }).check();
    await notice().getByRole('heading', { name: '关于有关人员值班离岗问题处理结果的公示' }).waitFor();
    await page.getByRole('radio', { name: /^实名/ }).check();
    await notice().getByRole('cell', { name: '王立新', exact: true }).waitFor();
    await page.getByRole('radio', { name: /^隐去部分姓名/ }).check();
    await notice().getByRole('cell', { name: '王**', exact: true }).waitFor();

    await inForm('公示说明').fill('林小雨、陈晓东在场，现将处理结果公示如下');
    await page.getByText('不能这样公示：公示中出现未成年人姓名').waitFor();
    await page.getByText('公示文里还看得到全名：陈晓东').waitFor();
    await screens.sound();
    await inForm('公示说明').fill('经研究，现将处理结果公示如下');
    await inForm('公示期（工作日）').fill('3');
    await page.getByText('请注意：公示不足五个工作日').waitFor();
    await page.getByLabel('仍要这样公示的书面理由').fill('学期最后一周，经校长办公会同意');
    await screens.sound();

    // What is typed outlives the closing of the window.
    await page.waitForTimeout(400);
    await openPage(page, '/publicity');
    await page.getByRole('heading', { name: /^公示/ }).waitFor();
    await openPage(page, `/publicity/new?case=${servedCase.record.id}`);
    await page.getByText('已恢复上次没有保存的内容。').waitFor();
    expect(await page.getByLabel('仍要这样公示的书面理由').inputValue()).toContain('校长办公会');
    await press(page, '存为草稿');
    await page.getByRole('heading', { name: /^公示〔\d{4}〕2号 关于王\*\*值班离岗/ }).waitFor();
  });

  it('goes up with its last day reckoned, and hangs on paper as it was read', async () => {
    const form = await screens.next('开始公示');
    const today = dayOfMs(Date.now());
    const last = standardCalendar.afterWorkdays(today, 3).day;
    await form.getByText(new RegExp(`^${formatDay(last)} 星期.$`)).waitFor();
    expect(await form.getByLabel('仍要这样公示的书面理由').inputValue()).toContain('校长办公会');
    await form.getByLabel('地点或方式').fill('教学楼一楼公示栏');
    await screens.sound();
    await screens.send(form, '开始公示');
    await page.getByText('公示中', { exact: true }).waitFor();
    await page.getByText('封存的原件，再打印还是这一份。').waitFor();
    const small = await download(page, page.getByRole('button', { name: '存为 Word' }));
    const text = await wordText(small.bytes);
    expect(text).toContain(formatDay(last));
    expect(text).toContain('王**');
    expect(text + small.name).not.toContain('王立新');
    await page.getByText('A3 大幅').click();
    await page.getByText('公示（A3）').waitFor();
    await screens.sound();
    const large = await download(page, page.getByRole('button', { name: '存为 Word' }));
    expect(large.name).toContain('（A3）');
    expect(await wordText(large.bytes)).toBe(text);
    // Nothing of the content can be changed any more.
    expect(await page.getByRole('button', { name: '修改内容' }).count()).toBe(0);
    await page
      .getByRole('list', { name: '公示进度' })
      .getByText(`${formatDay(last)}止`)
      .waitFor();
  });

  it('hears an objection and answers it, keeps a picture, and does not end before its time', async () => {
    await press(page, '登记异议');
    const objection = screens.dialog('登记异议');
    await objection.getByLabel('异议人（可选）').fill('何老师');
    await objection.getByLabel('异议内容').fill('离岗时间没有两小时。');
    await screens.sound();
    await screens.send(objection, '登记异议');
    const answer = await screens.next('答复异议');
    await answer.getByText('离岗时间没有两小时。').waitFor();
    await answer.getByLabel('核实与答复').fill('经复核门禁记录，时间属实。');
    await press(answer, '答复异议');
    await answer.getByText('请填写异议是否属实').waitFor();
    await answer.getByRole('radio', { name: '不属实', exact: true }).check();
    await screens.send(answer, '答复异议');
    await screens.tab('异议');
    await page.getByText('不属实，已答复').waitFor();
    await screens.sound();

    expect(await page.getByRole('button', { name: /^下一步[:：]结束公示$/ }).isDisabled()).toBe(true);
    await page.getByText(/^公示期满（/).waitFor();

    await screens.tab('照片与材料');
    await press(page, '添加照片或材料');
    const drawer = screens.dialog('添加照片或材料');
    await drawer.locator('input[type=file]').setInputFiles({
      name: '公示栏照片.png',
      mimeType: 'image/png',
      buffer: Buffer.from(samplePng(320, 200)),
    });
    await screens.send(drawer, '添加');
    await press(page, '公示栏照片.png');
    await page.getByRole('dialog', { name: '公示栏照片.png' }).getByText('与登记时一致').waitFor();
    await screens.sound();
    await page.getByRole('dialog', { name: '公示栏照片.png' }).getByRole('button', { name: '关闭' }).click();
  });

  it('is taken down before its time, with the reason in its report', async () => {
    await press(page, '撤下公示');
    const drawer = screens.dialog('撤下公示');
    await drawer.getByLabel('撤下原因').fill('标题有误，改正后重新公示');
    await screens.send(drawer, '撤下公示');
    await page.getByText('已撤下', { exact: true }).first().waitFor();
    await screens.tab('文书');
    await choose('公示结果报告');
    await page.getByText('封存的原件，再打印还是这一份。').waitFor();
    const report = await wordText(
      (await download(page, page.getByRole('button', { name: '存为 Word' }))).bytes,
    );
    expect(report).toContain('标题有误，改正后重新公示');
    expect(report).toContain('不属实。经复核门禁记录，时间属实。');
    expect(report).not.toContain('何老师');
    await screens.tab('经过');
    await page.getByRole('list', { name: '经过' }).getByText('撤下公示').waitFor();
  });

  it('whose term is over waits on 今日, and ends with its report', async () => {
    await openPage(page, `/publicity/${draftId}`);
    const form = await screens.next('开始公示');
    await form.getByLabel('开始日期').fill(ago(PREPARED).replaceAll('-', ''));
    await form.getByText(/^公示 5 个工作日，最后一日$/).waitFor();
    await form.getByLabel('地点或方式').fill('校务公开栏');
    await screens.send(form, '开始公示');
    await page.getByText('封存的原件，再打印还是这一份。').waitFor();

    await openPage(page, '/');
    const card = page.getByRole('region', { name: '公示待办' });
    await screens.sound();
    await card.getByRole('link', { name: /^结束公示/ }).click();
    const finish = await screens.next('结束公示');
    expect(await finish.getByLabel('公示结果').inputValue()).toBe('公示期间没有收到异议。');
    await screens.sound();
    await screens.send(finish, '结束公示');
    await page.getByText('已结束', { exact: true }).waitFor();
    await page.getByText('封存的原件，再打印还是这一份。').waitFor();
    const report = await wordText(
      (await download(page, page.getByRole('button', { name: '存为 Word' }))).bytes,
    );
    expect(report).toContain('公示期间没有收到异议。');
    expect(report).toContain('校务公开栏');
    expect(report).not.toContain('何思远');
  });

  it('of counts, honours and typed lines is drafted by hand, and thrown away with its number kept void', async () => {
    await openPage(page, '/publicity/new');
    await choose('问责情况汇总');
    await press(page, '填入汇总');
    await notice()
      .getByText(/按事由：合计少于3件（人次），不分项列出/)
      .waitFor();
    await screens.sound();
    await choose('年度考核优秀');
    await pick(page.getByRole('main'), '从名册添加', '陈晓东', 'cxd');
    await inForm('公示内容').fill('拟定优秀等次');
    await notice().getByRole('cell', { name: '陈晓东' }).waitFor();
    await inForm('公示期（工作日）').fill('4');
    await page.getByText('不能这样公示：年度考核公示不足五个工作日').waitFor();
    await press(page, '改为 5 个工作日');
    await page.getByText('没有发现不合规定之处。').waitFor();
    await choose('评优评先与表彰');
    await pick(page.getByRole('main'), '从名册添加', '林小雨', 'lxy');
    await page.getByRole('listitem', { name: '第 2 项' }).getByLabel('公示内容').fill('获评三好学生');
    await notice().getByRole('cell', { name: '我校一名学生' }).waitFor();
    await press(page, '监护人同意写姓名');
    await page.getByLabel('同意的监护人').fill('林建军');
    await notice().getByRole('cell', { name: '林小雨' }).waitFor();
    await screens.sound();
    await press(page, '存为草稿');
    await page.getByRole('heading', { name: /^公示〔\d{4}〕3号/ }).waitFor();
    await press(page, '删除草稿');
    await page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click();
    await page.getByRole('heading', { level: 1, name: /^公示 ?2 项$/ }).waitFor();
    await page.getByText(/3号作废/).waitFor();
  });

  it('is found in the list, filtered, and exported as it is seen', async () => {
    await openPage(page, '/publicity');
    await page.getByRole('cell', { name: '已结束' }).waitFor();
    await screens.sound();
    expect(await body()).not.toMatch(/王立新|何思远/);
    await press(page, '筛选');
    await page.getByRole('checkbox', { name: '已撤下' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('cell', { name: '已结束' }).waitFor({ state: 'detached' });
    const sheet = await download(page, page.getByRole('button', { name: '导出所见' }));
    const rows = await sheetRows(sheet.bytes);
    expect(rows.filter((row) => row.some((cell) => cell.startsWith('公示〔')))).toHaveLength(1);
    expect(JSON.stringify(rows)).toContain('关于王**值班离岗问题处理结果');
    expect(screens.errors).toEqual([]);
  });
});
