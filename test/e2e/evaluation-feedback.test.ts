import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import type { Caller } from '../support/harness.ts';
import { samplePng } from '../support/sample-files.ts';
import { download, openPage, pick, press, sheetRows, wordText } from '../support/screen-acts.ts';

const today = (): string => dayOfMs(Date.now());

/** An evaluation of those who look after the books, rated on paper by three, closed and confirmed. */
const confirmed = async (one: Caller): Promise<string> => {
  const { versions } = await one.call('evaluation.adoptFromLibrary', { key: 'support' });
  const raters = ['张校长', '陈主任', '何主任'].map((name) => ({ id: name, name, userId: null }));
  const draft = await one.call('evaluation.createCycle', {
    plan: {
      name: '后勤人员考核',
      versionId: versions[0]?.version.id ?? '',
      schoolYearId: null,
      term: null,
      startsOn: addDays(today(), -10),
      endsOn: addDays(today(), 10),
      about: '',
      whenAbsent: 'block',
      groups: [{ id: 'g1', kind: 'leader', name: '领导评价', weight: 10_000, dimensionIds: null, raters }],
    },
  });
  const chosen = await one.call('evaluation.setSubjects', {
    id: draft.cycle.id,
    rev: draft.cycle.rev,
    subjects: { by: 'ids', ids: ['wang', 'chen', 'liu', 'qian'] },
  });
  const { cycle } = await one.call('evaluation.start', { id: chosen.cycle.id, rev: chosen.cycle.rev });
  for (const { id: raterId } of raters) {
    const sheet = await one.call('evaluation.scoreSheet', { cycleId: cycle.id, groupId: 'g1', raterId });
    const rows = sheet.rows.map((row, place) => ({
      raterId: row.raterId,
      subjectId: row.subject.id,
      rev: row.rev,
      cells: sheet.columns.map(({ indicatorId, method, fullMarks, levels }, column) => ({
        indicatorId,
        text:
          method === 'levels'
            ? (levels[0] ?? '')
            : method === 'points'
              ? String(Math.round((fullMarks * (100 - place * 8 - (column % 3) * 5)) / 1000) / 10)
              : '0',
      })),
    }));
    await one.call('evaluation.saveScores', { cycleId: cycle.id, groupId: 'g1', rows });
  }
  const closed = await one.call('evaluation.close', { id: cycle.id, rev: cycle.rev });
  await one.call('evaluation.confirm', { id: cycle.id, rev: closed.cycle.rev, undetermined: [] });
  return cycle.id;
};

describe('feedback, on the screens', () => {
  let screens: CaseScreens;
  let page: Page;
  let cycleId = '';
  const attach = (title: string): Promise<void> =>
    screens
      .dialog(title)
      .locator('input[type=file]')
      .setInputFiles({ name: '签字页.png', mimeType: 'image/png', buffer: Buffer.from(samplePng(40, 30)) });

  beforeAll(async () => {
    screens = await openCaseScreens('feedback', async (one) => {
      cycleId = await confirmed(one);
    });
    ({ page } = screens);
  });

  afterAll(() => screens.close());

  it('lists everybody, and makes the sheets of all in one go', async () => {
    await openPage(page, `/evaluation/cycles/${cycleId}?tab=feedback`);
    const table = page.getByRole('table');
    await table.getByText('未反馈').first().waitFor();
    expect(await table.getByText('未反馈').count()).toBe(4);
    await screens.sound();
    const book = await download(page, page.getByRole('button', { name: '整册 Excel' }));
    expect(book.name).toMatch(/反馈单\.xlsx$/);
    expect((await sheetRows(book.bytes))[0]?.[0]).toContain('考核结果反馈单');
  });

  it('tells a person his result, with the sheet frozen as it was handed over', async () => {
    await page.getByText('王立新').first().click();
    const drawer = await screens.next('告知结果');
    await drawer.getByLabel('提出异议的截止日期').fill(addDays(today(), 7).replaceAll('-', ''));
    await screens.send(drawer, '定稿并告知');
    await press(page, '考核结果反馈单');
    const paper = screens.dialog('考核结果反馈单');
    await paper.getByText('异议与救济').first().waitFor();
    const file = await download(page, paper.getByRole('button', { name: /存为 Word/ }));
    expect(await wordText(file.bytes)).toContain(`${formatDay(addDays(today(), 7))}前`);
    await page.keyboard.press('Escape');
  });

  it('records the talk and the signature', async () => {
    const talk = await screens.next('反馈谈话');
    await talk.getByLabel('谈话人', { exact: true }).fill('张校长');
    await talk.getByLabel('记录人').fill('周敏');
    await talk.getByLabel('本人陈述').fill('感谢学校肯定。');
    await screens.send(talk, '登记谈话');
    const sign = await screens.next('登记本人意见');
    await press(sign, '登记');
    await sign
      .getByText(/请添加本人签字的反馈单/)
      .first()
      .waitFor();
    await attach('登记本人意见');
    await sign.getByText('签字页.png').waitFor();
    await screens.send(sign, '登记');
    await page.getByText('已签收').first().waitFor();
    await screens.tab('告知与谈话');
    await page.getByText('感谢学校肯定。').waitFor();
    await screens.sound();
  });

  it('takes an objection, refuses the person himself as reviewer, and answers it by somebody else', async () => {
    await screens.tab('异议复核');
    await press(page, '提出异议');
    const filing = screens.dialog('提出异议');
    await filing.getByLabel('请求').fill('请求重新核算');
    await filing.getByLabel('理由', { exact: true }).fill('值班没有计入');
    await screens.send(filing, '登记异议');
    const deciding = await screens.next('复核答复');
    await pick(deciding, '复核人', '王立新', '王立新');
    await deciding.getByLabel('核实情况').fill('值班记录已经计入');
    await deciding.getByLabel('复核意见和理由').fill('评分有据');
    await press(deciding, '答复');
    await deciding
      .getByText(/王立新是考核对象本人/)
      .first()
      .waitFor();
    await deciding.locator('.ant-select-selection-item-remove').click();
    await pick(deciding, '复核人', '李建国', '李建国');
    await screens.send(deciding, '答复');
    await page.getByText('已复核').first().waitFor();
    await page
      .getByText(/考复〔\d{4}〕1号/)
      .first()
      .waitFor();
  });

  it('plans what is to get better, follows it up, and shows its terms among all others', async () => {
    await screens.tab('改进计划');
    await press(page, '制定改进计划');
    const plan = screens.dialog('改进计划');
    const end = addDays(today(), 60).replaceAll('-', '');
    await plan.getByLabel('结束日期').fill(end);
    await plan.getByLabel('责任人').fill('陈主任');
    for (;;) {
      const more = plan.getByRole('button', { name: /^去掉目标/ });
      if ((await more.count()) === 0) break;
      await more.last().click();
    }
    await plan.getByLabel('改进目标').fill('图书登记及时');
    await plan.getByLabel('改进措施').fill('每周抽查一次');
    await plan.getByLabel('完成期限').fill(addDays(today(), 30).replaceAll('-', ''));
    await screens.send(plan, '保存改进计划');
    await page.getByText('改进中').first().waitFor();
    const follow = await screens.next('登记跟进');
    await follow.getByLabel('情况').fill('抽查三次，登记及时。');
    await screens.send(follow, '登记跟进');
    await page.getByText('抽查三次，登记及时。').waitFor();
    await screens.sound();
    const { deadlines } = await screens.one.call('deadlines.list', {});
    expect(deadlines.map(({ title }) => title)).toContain('完成改进目标：图书登记及时');
  });

  it('passes on what comes of it: a lead, a proposal for a reward and what was decided about it', async () => {
    await screens.tab('建议');
    await press(page, '转为问责线索');
    const lead = screens.dialog('转为问责线索');
    await lead.getByLabel('发现的问题').fill('三次没有按时盘点图书，账目对不上。');
    await screens.send(lead, '登记线索');
    await page.getByText(/^转为线索 线索〔\d{4}〕1号$/).waitFor();
    await press(page, '建议奖励');
    const reward = screens.dialog('建议奖励');
    await reward.getByLabel('建议的奖励').fill('通报表扬');
    await reward.getByLabel('主要事迹').fill('全年开放图书馆二百三十天。');
    await screens.send(reward, '登记建议');
    await page.getByText('待办理', { exact: true }).waitFor();
    await screens.sound();
    await press(page, '登记办理结果:通报表扬');
    const settling = screens.dialog('登记办理结果');
    await settling.getByLabel('办理情况').fill('校长办公会研究，给予通报表扬。');
    await screens.send(settling, '登记');
    await page.getByText('已给予奖励', { exact: true }).waitFor();
    await screens.sound();
    expect(screens.errors).toEqual([]);
  });
});
