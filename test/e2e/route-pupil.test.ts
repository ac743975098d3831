import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDay } from '../../shared/kernel/dates.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { callMeeting, caseFromLead, checkers, finishTasks } from '../support/case-way.ts';
import { download, openPage, pick, press, wordText } from '../support/screen-acts.ts';

const PUPIL = '林小雨';
const GUARDIAN = '林建军';

describe('the route of a pupil, from a lead to the archive', () => {
  let at: CaseScreens;

  beforeAll(async () => {
    at = await openCaseScreens('pupil', (one) =>
      one.call('standards.addSchoolRule', {
        title: '学生日常行为管理办法',
        scope: 'pupils',
        consulted: { on: '2025-07-01', note: '学生和家长' },
        discussed: { on: '2025-07-10', note: '家长委员会、教职工代表大会' },
        filed: { on: '2025-08-20', note: '青禾市教育局' },
        adoptedBy: '校长办公会',
        adoptedOn: '2025-08-18',
        publishedOn: '2025-08-25',
        clauses: [
          { no: '第六条', text: '上课应当遵守课堂纪律。' },
          { no: '第九条', text: '不得打架斗殴。' },
        ],
      }),
    );
  });
  afterAll(() => at.close());

  it('comes from a lead that names nobody, and goes the way of pupils by itself', async () => {
    await caseFromLead(at, {
      content: '课间有学生在操场打架，一名学生手臂擦伤。',
      kind: 'pupil',
      person: [PUPIL, PUPIL],
      matter: ['打架斗殴', '打架'],
      route: '学生教育惩戒',
    });
    const facts = await at.next('确认事实');
    await facts.getByLabel('核实的事实').fill('课间在操场动手打人，致同学手臂擦伤，有监控和校医记录证明。');
    for (const checker of checkers) await pick(facts, '核实人员', ...checker);
    for (const judged of ['故意', '较重', '校内影响'])
      await facts.getByRole('radio', { name: judged, exact: true }).check();
    await at.sound();
    await at.send(facts, '确认事实');
  });

  it('tells the guardian, hears the pupil, and holds the hearing that was asked for', async () => {
    const { page } = at;
    const told = await at.next('告知本人');
    expect(await told.getByLabel('告知的监护人').inputValue()).toBe(GUARDIAN);
    await pick(told, '告知监护人的方式', '当面');
    await told.getByLabel('拟作出的处理').fill('拟给予警告');
    await told.getByLabel('已告知有权申请听证').check();
    await at.sound();
    await at.send(told, '记录告知');

    const said = await at.next('记录陈述');
    await said.getByLabel('陈述内容').fill('是对方先骂人，动手是我不对。');
    await said.getByRole('radio', { name: '部分采纳' }).check();
    await said.getByLabel('采纳意见的理由').fill('对方辱骂在先属实，可以从轻；动手打人的事实不变。');
    await said.getByLabel('学生或者家长申请听证').check();
    await at.sound();
    await at.send(said, '记录陈述');

    const hearing = await at.next('记录听证');
    await hearing.getByLabel('听证地点').fill('会议室');
    await pick(hearing, '主持人', '陈晓东', 'cxd');
    await hearing.getByText('主持人参加了本事项的核实、调查，请换人主持。').waitFor();
    await pick(hearing, '主持人', '赵文静', 'zwj');
    await pick(hearing, '记录人', '钱学礼', 'qxl');
    await hearing.getByLabel('参加人员').fill('学生、父亲、班主任');
    await hearing.getByLabel('听证情况').fill('学生和家长陈述了事情经过，班主任介绍了平时表现。');
    await hearing.getByLabel('听证意见').fill('事实清楚，建议从轻。');
    await at.sound();
    await at.send(hearing, '记录听证');
    await at.tab('告知与申辩');
    await page.getByText('已听证', { exact: true }).first().waitFor();
    await at.sound();
  });

  it('decides, citing a clause of a published rule of the school', async () => {
    const { page } = at;
    const form = await at.next('作出决定');
    const measure = form.getByLabel(`对${PUPIL}增加措施`);
    await measure.fill('开除学籍');
    await page
      .locator('.ant-select-item-option-disabled')
      .filter({ hasText: '开除学籍' })
      .filter({ hasText: '义务教育' })
      .first()
      .waitFor();
    await measure.fill('警告');
    await page.locator('.ant-select-item-option-active').filter({ hasText: /^警告/ }).first().waitFor();
    await measure.press('Enter');
    await form.getByRole('button', { name: `去掉${PUPIL}的警告` }).waitFor();
    await pick(form, '依据', '《学生日常行为管理办法》第九条', '管理办法');
    await callMeeting(form);
    await press(form, `${PUPIL}警告:全体同意`);
    await form.getByLabel('认定与处理理由').fill('动手打人致伤，情节较重；能够认错并道歉，从轻处理。');
    await form
      .getByText(/不能这样决定/)
      .first()
      .waitFor({ state: 'detached' });
    await form.getByText(/决定后取得文号：青一中/).waitFor();
    await at.sound();
    await at.send(form, '作出决定');
  });

  it('issues the decision, names nobody in the name of the file, and serves it on the guardian', async () => {
    const { page } = at;
    const paper = await at.next('印发文书');
    const pages = paper.getByRole('region', { name: '文书页面' });
    await pages.getByText(PUPIL).first().waitFor();
    await at.sound();
    await at.send(paper, '定稿并印发');
    await at.tab('文书');
    await page
      .getByRole('button', { name: /^查看：/ })
      .first()
      .click();
    const seen = at.dialog('查看文书');
    const file = await download(page, seen.getByRole('button', { name: '存为 Word' }));
    await press(seen, '关闭');
    expect(file.name).not.toContain(PUPIL);
    const text = await wordText(file.bytes);
    for (const part of [PUPIL, GUARDIAN, '《学生日常行为管理办法》', '第九条', '15个工作日', '申诉', '听证'])
      expect(text).toContain(part);

    const service = await at.next('记录送达');
    await service.getByText('学生的文书送达监护人，由监护人签收。').waitFor();
    expect(await service.getByLabel('签收人').inputValue()).toBe(GUARDIAN);
    await service.getByLabel('送达地点').fill('学生家中');
    for (const server of checkers) await pick(service, '送达人', ...server);
    await at.sound();
    await at.send(service, '记录送达');
  });

  it('shows the fifteen working days for an appeal', async () => {
    const { page } = at;
    const { clocks } = await at.one.call('cases.read', {
      id: new URL(page.url()).hash.replace('#/cases/', ''),
    });
    const appeal = clocks.find(({ kind }) => kind === 'pupil-appeal');
    if (!appeal) throw new Error('no term for an appeal');
    const all = page.getByRole('button', { name: /^全部 \d+ 个期限$/ });
    if ((await all.count()) > 0) await all.click();
    const aside = page.getByRole('complementary');
    await aside.getByText(appeal.label).waitFor();
    await aside.getByText(new RegExp(`${formatDay(appeal.dueOn)}止.*15 个工作日`)).waitFor();
  });

  it('arranges help, closes, and hands over a file whose name names nobody', async () => {
    const { page } = at;
    await finishTasks(at);
    const closing = await at.next('办结归档');
    await closing.getByLabel('办结说明').fill('决定已送达监护人，帮扶已安排。');
    await at.send(closing, '办结归档');
    await page.getByText('已归档').first().waitFor();
    const file = await download(page, page.getByRole('button', { name: '导出案卷' }));
    expect(file.name).not.toContain(PUPIL);
    await at.sound();
    await openPage(page, '/cases');
    await page
      .getByRole('row', { name: /问责〔\d+〕1号/ })
      .getByText('已归档')
      .waitFor();
    await at.sound();
    expect(at.errors).toEqual([]);
  });
});
