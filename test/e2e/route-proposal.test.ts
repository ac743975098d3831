import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOfMs, formatDay } from '../../shared/kernel/dates.ts';
import { target } from '../support/case-acts.ts';
import { openCaseScreens, type CaseScreens } from '../support/case-screens.ts';
import { callMeeting, caseFromLead, finishTasks, serve } from '../support/case-way.ts';
import { samplePdf } from '../support/sample-files.ts';
import { download, openPage, press, wordText } from '../support/screen-acts.ts';

const today = dayOfMs(Date.now());
const gravity = { nature: 'wilful', degree: 'medium', impact: 'school' } as const;

/** From registration to the statement, without the screens: the tests of the ordinary route see to those. */
const investigate = async ({ one }: CaseScreens, caseId: string): Promise<void> => {
  let view = await one.call('cases.read', { id: caseId });
  view = await one.call('cases.establishFacts', {
    ...target(view),
    facts: '教师节期间收受家长礼品卡两张，价值一千元，有转赠记录和本人说明证实。',
    establishedOn: today,
    checkerIds: ['chen', 'liu'],
    gravity,
  });
  view = await one.call('cases.fileCase', {
    ...target(view),
    approverId: 'li',
    approvedOn: today,
    suspected: '《新时代中小学教师职业行为十项准则》',
    reason: '初核属实，需要立案调查。',
    teamIds: ['chen', 'liu'],
  });
  view = await one.call('cases.recordInterview', {
    ...target(view),
    interview: {
      kind: 'subject',
      personId: 'wang',
      name: '王立新',
      capacity: '当事人',
      minor: false,
      heldOn: today,
      from: '09:00',
      to: '09:40',
      place: '谈话室',
      interviewerIds: ['chen', 'liu'],
      recorderId: 'liu',
      rightsTold: true,
      lines: [{ question: '礼品卡是怎么回事？', answer: '家长托人转交，当时没有退回。' }],
      signed: true,
    },
  });
  view = await one.call('cases.recordFinding', {
    ...target(view),
    finding: {
      personId: 'wang',
      responsibility: 'direct',
      facts: '收受家长礼品卡两张，价值一千元。',
      gravity,
      circumstances: [],
      measureCodes: ['warning'],
      opinion: '建议给予警告。',
    },
  });
  view = await one.call('cases.submitReport', {
    ...target(view),
    course: '询问当事人和家长，调取转赠记录。',
    facts: '教师节期间收受家长礼品卡两张，价值一千元，事后已退还。',
    positions: '本人承认事实。',
    nature: '违反廉洁从教要求，应负直接责任。',
    signerIds: ['chen', 'liu'],
    reportedOn: today,
  });
  view = await one.call('cases.adoptReport', { ...target(view), on: today, note: '同意调查报告。' });
  view = await one.call('cases.notify', {
    ...target(view),
    way: 'written',
    notifiedOn: today,
    intended: [{ personId: 'wang', text: '拟给予王立新警告处分' }],
    hearingOffered: true,
  });
  await one.call('cases.hearStatement', {
    ...target(view),
    personId: 'wang',
    outcome: 'stated',
    heardOn: today,
    text: '已经退还，愿意接受处理。',
    adoption: 'part',
    adoptionReason: '退还属实，可以从轻。',
  });
};

describe('what the school may only propose, from a lead to the archive', () => {
  let at: CaseScreens;

  beforeAll(async () => {
    at = await openCaseScreens('proposal');
  });
  afterAll(() => at.close());

  it('comes from a lead and is investigated', async () => {
    const caseId = await caseFromLead(at, {
      content: '教师节有老师收了家长的礼品卡。',
      kind: 'staff',
      person: ['王立新', 'wlx'],
      matter: ['收受礼品礼金', '礼品'],
      route: '一般程序',
    });
    await investigate(at, caseId);
    await at.page.reload();
    await at.page.getByText('已听取陈述', { exact: true }).first().waitFor();
    await at.sound();
  });

  it('is said to be a proposal before it is voted on, and becomes one', async () => {
    const form = await at.next('作出决定');
    await form.getByText('学校只能提出建议，由青禾市教育局决定。').waitFor();
    await callMeeting(form);
    await press(form, '王立新警告:全体同意');
    await form.getByText('超出学校权限：这将是一份处分建议（请示）').waitFor();
    await form.getByLabel('认定与处理理由').fill('收受家长礼品卡，违反廉洁从教要求，应负直接责任。');
    expect(await form.getByLabel('报送机关').inputValue()).toBe('青禾市教育局');
    await form.getByText(/报请后取得文号：青一中处建〔\d{4}〕1号/).waitFor();
    await at.sound();
    await at.send(form, '提出处分建议');
    await at.page.getByText('已报请', { exact: true }).first().waitFor();
  });

  it('does nothing to anybody yet', async () => {
    await at.tab('处理期间');
    await at.page.getByText('还没有处理', { exact: true }).waitFor();
    await at.sound();
    const { entries } = await at.one.call('archive.person', { staffId: 'wang' });
    expect(entries.filter(({ title }) => title.includes('收受礼品'))).toEqual([]);
  });

  it('goes out as a 请示 with its number and who signs it', async () => {
    const { page } = at;
    await at.tab('文书');
    await page.getByRole('button', { name: /^核对定稿：.*请示$/ }).click();
    const paper = at.dialog('定稿文书');
    await paper.getByRole('region', { name: '文书页面' }).getByText('请示').first().waitFor();
    await at.sound();
    await at.send(paper, '定稿');
    await page.getByRole('button', { name: /^查看：.*请示$/ }).click();
    const seen = at.dialog('查看文书');
    const text = await wordText(
      (await download(page, seen.getByRole('button', { name: '存为 Word' }))).bytes,
    );
    for (const part of ['青一中处建〔', '青禾市教育局', '王立新', '警告', '妥否，请批示'])
      expect(text).toContain(part);
    await press(seen, '关闭');
  });

  it('records the reply with its scan, and only now takes effect', async () => {
    const { page } = at;
    await press(page, '下一步:登记批复或反馈');
    const reply = at.dialog('登记批复');
    await reply.getByRole('radio', { name: '同意建议，已作出决定' }).check();
    await reply.getByLabel('对方文号').fill('青教处〔2026〕12号');
    await reply.getByLabel('批复内容').fill('同意给予王立新警告处分。');
    await press(reply, '登记批复');
    await reply.getByText('请添加主管部门决定的扫描件').first().waitFor();
    await reply.getByLabel('把来文的扫描件拖到这里').setInputFiles({
      name: '教育局处分决定.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(samplePdf(['处分决定'])),
    });
    await reply.getByText('教育局处分决定.pdf').waitFor();
    await at.sound();
    await at.send(reply, '登记批复');
    await page.getByText('已印发', { exact: true }).first().waitFor();

    await at.tab('处理期间');
    const period = page.getByRole('tabpanel', { name: /^处理期间/ });
    await period.getByText('王立新：警告').waitFor();
    await period.getByText(/青禾市教育局.*决定，青教处〔2026〕12号/).waitFor();
    await period
      .getByText(formatDay(addDays(addMonths(today, 6), -1)))
      .first()
      .waitFor();
  });

  it('shows the scan as it came, and serves it', async () => {
    const { page } = at;
    await at.tab('文书');
    await page.getByRole('button', { name: /^查看：青禾市教育局对王立新的处分决定$/ }).click();
    const scan = at.dialog('查看文书');
    await scan.getByText('与登记时一致').waitFor();
    await at.sound();
    await press(scan, '关闭');
    await serve(at);
    await finishTasks(at);
    const closing = await at.next('办结归档');
    await closing.getByLabel('办结说明').fill('教育局的决定已送达并执行。');
    await at.send(closing, '办结归档');
  });

  it('stands in the archive as what the authority decided', async () => {
    const { page } = at;
    await openPage(page, '/archive');
    await page.getByRole('cell', { name: '王立新' }).click();
    const line = page.getByRole('list', { name: '王立新的时间线' });
    await line.getByText('警告：收受礼品礼金').waitFor();
    const text = await line.innerText();
    expect(text).toContain('青禾市教育局');
    expect(text).toContain('青教处〔2026〕12号');
    await at.sound();
    expect(at.errors).toEqual([]);
  });
});
