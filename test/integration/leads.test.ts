import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseCollection } from '../../electron/features/cases/collections.ts';
import { leadDeadlines, leadsOfCase } from '../../electron/features/leads/index.ts';
import { leadReceiptCollection, sourceLookCollection } from '../../electron/features/leads/collections.ts';
import type { ChannelInput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { bytesOfOpened } from '../support/opened-file.ts';
import {
  PHONE,
  populate,
  PUPIL,
  report,
  signIn,
  SOURCE,
  target,
  textFile,
  type LeadView,
} from '../support/lead-desk.ts';

const saying = (part: string): unknown => expect.stringContaining(part);
const MINUTE = 60_000;

let desk: TestDesk;
let admin: Caller;
let office: Caller;
let principal: Caller;

beforeEach(async () => {
  desk = await openDesk();
  admin = await desk.everyone();
  await populate(desk);
  office = await signIn(desk, admin, {
    accountName: 'bangongshi',
    name: '刘芳',
    roles: ['office'],
    staffId: 'liu',
  });
  principal = await signIn(desk, admin, { accountName: 'xiaozhang', name: '李建国', roles: ['principal'] });
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const register = async (change: Partial<ChannelInput<'leads.register'>> = {}): Promise<LeadView> =>
  (await office.call('leads.register', { ...report, ...change })).view;

const anonymous: Partial<ChannelInput<'leads.register'>> = {
  channel: 'anonymous',
  way: 'box',
  replyTo: 'code',
  source: {},
};

const triageReply = (view: LeadView): Promise<LeadView> =>
  office.call('leads.triage', { ...target(view), way: 'reply', reason: '情况清楚，由总务处说明后答复' });

const answer: Omit<ChannelInput<'leads.reply'>, 'id' | 'rev'> = {
  repliedOn: '2026-11-24',
  way: 'phone',
  outcome: 'partly',
  text: '经核实，当晚值班人员离岗属实，学校已经安排整改。',
};

describe('a lead', () => {
  it('is numbered, told, judged, answered, closed, and stands there after a restart', async () => {
    const first = await register();
    expect(first.lead.number).toBe('线索〔2026〕1号');
    expect((await register({ channel: 'inspection', replyTo: 'nobody', source: {} })).lead.number).toBe(
      '线索〔2026〕2号',
    );
    expect(first.nextAct).toBe('triage');
    expect(first.clocks.map(({ kind, dueOn, words }) => [kind, dueOn, words])).toEqual([
      ['acknowledge', '2026-11-27', '还剩 3 个工作日'],
      ['reply', '2026-12-11', '还剩 13 个工作日'],
    ]);

    const told = await office.call('leads.acknowledge', { ...target(first), on: '2026-11-23', way: 'phone' });
    expect(told.clocks.map(({ kind }) => kind)).toEqual(['reply']);
    expect(told.acts).not.toContain('acknowledge');

    const judged = await triageReply(told);
    expect(judged.lead.state).toBe('replying');
    const replied = await office.call('leads.reply', { ...target(judged), ...answer });
    expect(replied.lead.state).toBe('replied');
    expect(replied.clocks).toEqual([]);
    const closed = await office.call('leads.close', {
      ...target(replied),
      outcome: 'partly',
      note: '已答复，家长没有异议。',
    });
    expect(closed.lead.state).toBe('closed');
    expect(closed.nextAct).toBeNull();

    await desk.restart();
    office = desk.connect();
    await office.call('accounts.login', { accountName: 'bangongshi', password: 'own words of bangongshi' });
    const again = await office.call('leads.read', { id: first.lead.id });
    expect(again.lead).toEqual(closed.lead);
    expect(again.lead.history.map(({ act }) => act)).toEqual([
      '登记线索',
      '告知受理',
      '研判：直接答复',
      '答复',
      '办结',
    ]);
    const { numbers } = await office.call('papers.numbers', {});
    expect(numbers.filter(({ kind }) => kind === 'lead').map(({ title }) => title)).toEqual([
      '线索（家长）',
      '线索（检查）',
    ]);
  });

  it('is refused with the field at fault', async () => {
    const refused = (change: Partial<ChannelInput<'leads.register'>>) =>
      office.refused('leads.register', { ...report, ...change });
    expect(await refused({ receivedOn: '2026-11-25' })).toMatchObject({ fields: [{ path: 'receivedOn' }] });
    expect(await refused({ occurredOn: '2026-11-21' })).toMatchObject({ fields: [{ path: 'occurredOn' }] });
    expect(await refused({ source: {} })).toMatchObject({ fields: [{ path: 'source.name' }] });
    expect(await refused({ channel: 'anonymous' })).toMatchObject({ message: saying('匿名') });
    expect(await refused({ replyTo: 'code' })).toMatchObject({ fields: [{ path: 'source.name' }] });
    expect(await refused({ content: ' ' })).toMatchObject({ message: '请填写反映的内容' });
    expect(await refused({ answerBy: '2026-11-01' })).toMatchObject({ fields: [{ path: 'answerBy' }] });
    expect(await refused({ staffIds: ['nobody'] })).toMatchObject({ code: 'not-found' });
    expect((await office.call('leads.list', {})).leads).toEqual([]);
  });

  it('is not closed silently, and a stale screen is told so', async () => {
    const judged = await office.call('leads.triage', {
      ...target(await register()),
      way: 'shelve',
      reason: '线索不具体，暂时无法核实',
    });
    const closing = { outcome: 'unclear' as const, note: '留存备查。' };
    expect(await office.refused('leads.close', { ...target(judged), ...closing })).toMatchObject({
      code: 'illegal-step',
      message: saying('答复，或不答复的理由'),
    });
    expect(
      await office.refused('leads.close', { ...target(judged), rev: judged.lead.rev - 1, ...closing }),
    ).toMatchObject({ code: 'conflict' });
    const closed = await office.call('leads.close', {
      ...target(judged),
      ...closing,
      withoutReply: '联系不上来源',
    });
    expect(closed.lead.closing?.withoutReply).toBe('联系不上来源');
    const again = await office.call('leads.reopen', { ...target(closed), reason: '来源补充了材料' });
    expect(again.lead.state).toBe('shelved');
    expect(again.clocks.map(({ kind }) => kind)).toEqual(['reply']);
  });

  it('goes to others with a paper, and back when the triage is taken back with a reason', async () => {
    const view = await register();
    const transfer = {
      receiverKind: 'authority' as const,
      receiver: '青禾市教育局',
      request: '请核实并反馈',
      transferredOn: '2026-11-23',
      answerBy: '2026-12-04',
    };
    const moved = await office.call('leads.triage', {
      ...target(view),
      way: 'transfer',
      reason: '涉及管理权限以外的事项',
      transfer,
    });
    expect(moved.lead.state).toBe('transferred');
    const paper = await office.call('leads.paper', { id: view.lead.id, kind: 'transfer' });
    expect(paper.name).toBe('线索〔2026〕1号 线索转办单.docx');
    expect(
      await office.refused('leads.triage', { ...target(moved), way: 'reply', reason: '改为答复' }),
    ).toMatchObject({ code: 'illegal-step' });
    expect(await office.refused('leads.undoTriage', { ...target(moved), reason: ' ' })).toMatchObject({
      code: 'invalid',
    });
    const back = await office.call('leads.undoTriage', { ...target(moved), reason: '转错了单位' });
    expect(back.lead).toMatchObject({ state: 'received', triage: null });
    expect(back.lead.history.at(-1)).toMatchObject({ act: '撤回研判', note: '转错了单位' });
  });

  it('becomes a case at once, which finds its leads again', async () => {
    const view = await register({ pupilIds: ['duanmu'], matterCode: 'duty-patrol' });
    const other = await register({ content: '值班老师晚上不在岗。' });
    await office.call('leads.merge', { ...target(other), otherId: view.lead.id, reason: '同一件事' });
    const from = {
      matterCode: 'duty-patrol',
      summary: `晚间值班离岗，致${PUPIL}受伤无人处理`,
      occurredOn: '2026-11-18',
      subjects: [{ kind: 'staff' as const, id: 'wang' }],
    };
    const filed = await office.call('leads.triage', {
      ...target(view),
      way: 'case',
      reason: '初步核实，应当问责',
      case: from,
    });
    expect(filed.lead.state).toBe('filed');
    expect(filed.case).toMatchObject({ number: '问责〔2026〕1号', withdrawn: false });
    const record = desk.app().store.get(caseCollection, filed.case?.id ?? '');
    expect(record).toMatchObject({
      summary: '晚间值班离岗，致端木**受伤无人处理',
      links: { leadIds: [view.lead.id] },
      source: { kind: 'lead', note: '线索〔2026〕1号', reporter: null },
    });
    expect(leadsOfCase(desk.app().store, filed.case?.id ?? '').map(({ number }) => number)).toEqual([
      '线索〔2026〕1号',
      '线索〔2026〕2号',
    ]);
    expect(await office.refused('leads.undoTriage', { ...target(filed), reason: '登记错了' })).toMatchObject({
      code: 'illegal-step',
      message: saying('问责〔2026〕1号还在办理'),
    });
    await principal.call('cases.withdraw', {
      id: filed.case?.id ?? '',
      rev: record?.rev ?? 0,
      reason: '登记错了',
    });
    const back = await office.call('leads.undoTriage', { ...target(filed), reason: '登记错了' });
    expect(back).toMatchObject({ case: null, lead: { state: 'received' } });
    expect(leadsOfCase(desk.app().store, filed.case?.id ?? '')).toEqual([]);
  });

  it('leaves no case behind when the case is refused', async () => {
    const view = await register();
    const failure = await office.refused('leads.triage', {
      ...target(view),
      way: 'case',
      reason: '应当问责',
      case: {
        matterCode: 'no-such',
        summary: '离岗',
        occurredOn: '2026-11-18',
        subjects: [{ kind: 'staff', id: 'wang' }],
      },
    });
    expect(failure.code).toBe('not-found');
    expect(desk.app().store.all(caseCollection)).toEqual([]);
    expect((await office.call('leads.read', { id: view.lead.id })).lead.state).toBe('received');
  });

  it('is put right with a reason, and asks an investigator only to register', async () => {
    const investigator = await signIn(desk, admin, {
      accountName: 'diaocha',
      name: '陈晓东',
      roles: ['investigator'],
    });
    const { view } = await investigator.call('leads.register', report);
    expect(view.acts).toContain('amend');
    expect(view.acts).not.toContain('triageReply');
    expect(
      await investigator.refused('leads.triage', { ...target(view), way: 'reply', reason: '答复' }),
    ).toMatchObject({ code: 'forbidden' });
    const amended = await investigator.call('leads.amend', {
      ...target(view),
      content: '11月18日晚值班时擅自离岗。',
      occurredOn: '2026-11-18',
      staffIds: ['wang', 'chen'],
      matterCode: 'duty-patrol',
      reason: '补充人员',
    });
    expect(amended.lead.people.map(({ name }) => name)).toEqual(['王立新', '陈晓东']);
    expect(amended.lead.matter?.name).toBe('值班与巡查');
  });

  it('has its notes apart and its files by their hash', async () => {
    const view = await register({ files: [{ file: textFile('录音说明.txt', '值班记录') }] });
    const noted = await office.call('leads.addNote', { id: view.lead.id, text: '先找宿管了解' });
    expect(noted.notes.map(({ text }) => text)).toEqual(['先找宿管了解']);
    expect(JSON.stringify(noted.lead)).not.toContain('宿管');
    const more = await office.call('leads.attach', { ...target(view), file: textFile('照片.txt') });
    expect(more.lead.attachments.map(({ file }) => file.name)).toEqual(['录音说明.txt', '照片.txt']);
    const [first] = more.lead.attachments;
    const read = await office.call('leads.openAttachment', {
      id: view.lead.id,
      attachmentId: first?.id ?? '',
    });
    expect((await bytesOfOpened(desk, office, read)).toString()).toBe('值班记录');
    expect(
      await office.refused('leads.attach', { ...target(more), file: { ...textFile('空.txt'), base64: '' } }),
    ).toMatchObject({ fields: [{ path: 'file' }] });
  });
});

describe('an anonymous lead', () => {
  it('gives its code once and keeps only a salted hash of it', async () => {
    const { view, receipt } = await office.call('leads.register', { ...report, ...anonymous });
    expect(receipt?.code).toMatch(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
    expect(receipt?.slip.name).toBe('线索〔2026〕1号 查询凭条.docx');
    expect(view.clocks.map(({ kind }) => kind)).toEqual(['reply']);
    const [kept] = desk.app().store.all(leadReceiptCollection);
    expect(JSON.stringify(kept)).not.toContain(receipt?.code.slice(0, 4));
    expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await register(anonymous)).lead.id).not.toBe(view.lead.id);
    const salts = desk
      .app()
      .store.all(leadReceiptCollection)
      .map(({ salt }) => salt);
    expect(new Set(salts).size).toBe(2);
  });

  it('answers its code by state and public reply alone, also after it was merged', async () => {
    const { view, receipt } = await office.call('leads.register', {
      ...report,
      ...anonymous,
      pupilIds: ['duanmu'],
    });
    const code = receipt?.code ?? '';
    expect(await office.call('leads.lookUp', { code: code.toLowerCase().replaceAll('-', ' ') })).toEqual({
      state: '已收到，正在研究',
      asOf: '2026-11-24',
      reply: null,
    });
    const main = await register();
    await office.call('leads.merge', { ...target(view), otherId: main.lead.id, reason: '同一件事' });
    expect(await office.call('leads.lookUp', { code })).toMatchObject({ state: '已与同类反映合并办理' });
    const judged = await triageReply(main);
    await office.call('leads.reply', { ...target(judged), ...answer, text: `${PUPIL}已经得到照顾。` });
    const told = await office.call('leads.lookUp', { code });
    expect(told).toMatchObject({ state: '已办理，答复如下', reply: { on: '2026-11-24' } });
    expect(told.reply?.text).toContain('已经得到照顾');
    expect(JSON.stringify(told)).not.toContain('离岗两个小时');
    await desk.restart();
    admin = await desk.everyone();
    expect(await admin.call('leads.lookUp', { code })).toEqual(told);
  });

  it('slows down whoever tries codes, and answers a mistyped and an unknown one alike', async () => {
    const { receipt } = await office.call('leads.register', { ...report, ...anonymous });
    const wrong = ['2222-2222-2222-2222', 'nonsense', '3333-3333-3333-3333', '4444'];
    const failures = [];
    for (const code of wrong) failures.push(await office.refused('leads.lookUp', { code }));
    expect(new Set(failures.map(({ message }) => message)).size).toBe(1);
    await office.refused('leads.lookUp', { code: '5555-5555-5555-5555' });
    expect(await office.refused('leads.lookUp', { code: receipt?.code ?? '' })).toMatchObject({
      code: 'forbidden',
      message: saying('30 秒'),
    });
    expect((await principal.call('leads.lookUp', { code: receipt?.code ?? '' })).reply).toBeNull();
    desk.clock.advance(31_000);
    expect((await office.call('leads.lookUp', { code: receipt?.code ?? '' })).reply).toBeNull();
  });
});

describe('a source', () => {
  const ask = (who: Caller, id: string): Promise<LeadView> =>
    who.call('leads.requestSource', { id, reason: '需要补充询问事发经过' });

  const openRequest = (view: LeadView): { requestId: string; rev: number } => {
    const [first] = view.source.requests;
    return { requestId: first?.id ?? '', rev: first?.rev ?? 0 };
  };

  it('opens only after another person has consented, for a short time, each look on record', async () => {
    await admin.call('accounts.setAutoLock', { minutes: 120 });
    const { lead } = await register({ files: [{ file: textFile('来信.txt', '手写信'), reveals: true }] });
    expect(lead.attachments).toEqual([]);
    expect(await office.refused('leads.openSource', { id: lead.id })).toMatchObject({ code: 'forbidden' });
    const asked = await ask(office, lead.id);
    expect(asked.source).toMatchObject({ held: true, files: 1, mayRequest: false, looks: [] });
    expect(asked.source.requests).toMatchObject([{ requestedBy: '刘芳', mayAnswer: false, mayOpen: false }]);
    expect(
      await office.refused('leads.answerSource', { ...openRequest(asked), granted: true }),
    ).toMatchObject({ code: 'forbidden', message: saying('不能同意自己的申请') });
    expect(await office.refused('leads.requestSource', { id: lead.id, reason: '再问' })).toMatchObject({
      code: 'conflict',
    });
    expect((await principal.call('leads.waiting', {})).requests).toEqual([
      { leadId: lead.id, number: lead.number, requestedBy: '刘芳' },
    ]);

    const granted = await principal.call('leads.answerSource', { ...openRequest(asked), granted: true });
    expect(granted.source.requests[0]?.mayOpen).toBe(false);
    expect(await principal.refused('leads.openSource', { id: lead.id })).toMatchObject({ code: 'forbidden' });

    const opened = await office.call('leads.openSource', { id: lead.id });
    expect(opened).toMatchObject({ name: SOURCE, contact: PHONE, files: [{ name: '来信.txt' }] });
    const file = await office.call('leads.openSourceFile', {
      id: lead.id,
      fileId: opened.files[0]?.id ?? '',
    });
    expect(Buffer.from(file.base64, 'base64').toString()).toBe('手写信');
    desk.clock.advance(29 * MINUTE);
    await office.call('leads.openSource', { id: lead.id });
    desk.clock.advance(2 * MINUTE);
    expect(await office.refused('leads.openSource', { id: lead.id })).toMatchObject({ code: 'forbidden' });

    const seen = await principal.call('leads.read', { id: lead.id });
    expect(seen.source.looks.map(({ by, what, reason }) => [by, what, reason])).toEqual([
      ['刘芳', '来源信息', '需要补充询问事发经过'],
      ['刘芳', '第 1 份材料', '需要补充询问事发经过'],
      ['刘芳', '来源信息', '需要补充询问事发经过'],
    ]);
    expect(desk.app().store.count(sourceLookCollection)).toBe(3);
  });

  it('stays shut after a refusal, which needs a reason', async () => {
    const { lead } = await register();
    const asked = await ask(office, lead.id);
    expect(
      await principal.refused('leads.answerSource', { ...openRequest(asked), granted: false }),
    ).toMatchObject({ fields: [{ path: 'note' }] });
    const refused = await principal.call('leads.answerSource', {
      ...openRequest(asked),
      granted: false,
      note: '可以先通过书面方式核实',
    });
    expect(refused.source.requests[0]?.answer).toMatchObject({ granted: false, openUntil: null });
    expect(await office.refused('leads.openSource', { id: lead.id })).toMatchObject({ code: 'forbidden' });
    expect(
      await principal.refused('leads.answerSource', { ...openRequest(asked), rev: 2, granted: true }),
    ).toMatchObject({ code: 'illegal-step' });
    expect((await ask(office, lead.id)).source.requests).toHaveLength(2);
  });

  it('is out of reach for whoever the lead is about, as is the lead', async () => {
    const { lead } = await register({ staffIds: ['wang'] });
    const wang = await signIn(desk, admin, {
      accountName: 'wanglixin',
      name: '王立新',
      roles: ['principal', 'office'],
      staffId: 'wang',
    });
    const asked = await ask(office, lead.id);
    for (const refusal of [
      await wang.refused('leads.requestSource', { id: lead.id, reason: '想知道' }),
      await wang.refused('leads.answerSource', { ...openRequest(asked), granted: true }),
      await wang.refused('leads.openSource', { id: lead.id }),
      await wang.refused('leads.read', { id: lead.id }),
      await wang.refused('leads.triage', { id: lead.id, rev: lead.rev, way: 'shelve', reason: '不办' }),
      await wang.refused('leads.exportList', { ids: [lead.id] }),
      await wang.refused('leads.copy', { id: lead.id, phrases: [], purpose: '看看' }),
    ])
      expect(refusal).toMatchObject({ code: 'forbidden', message: saying('回避') });
    expect((await wang.call('leads.list', {})).leads).toEqual([]);
    expect(await wang.call('leads.waiting', {})).toMatchObject({ total: 0, requests: [] });
    expect((await wang.call('search.find', { text: '线索〔2026〕1号' })).hits).toEqual([]);
    expect((await office.call('search.find', { text: '线索〔2026〕1号' })).hits).toMatchObject([
      { kind: 'lead', id: lead.id },
    ]);
    expect((await wang.call('leads.similar', { content: report.content, day: '2026-11-20' })).leads).toEqual(
      [],
    );
    // Written down by name alone it is the same person.
    const named = await register({ staffIds: [], others: ['王 立新'] });
    expect(await wang.refused('leads.read', { id: named.lead.id })).toMatchObject({ code: 'forbidden' });
  });

  it('may become known later and is kept apart then as well', async () => {
    const { lead } = await register({
      replyTo: 'nobody',
      source: {},
      content: `${SOURCE}说值班时有人离岗。`,
    });
    expect(lead.content).toContain(SOURCE);
    const known = await office.call('leads.addSource', {
      id: lead.id,
      rev: lead.rev,
      source: { name: SOURCE, contact: '' },
    });
    expect(known.source.held).toBe(true);
    expect(known.lead).toMatchObject({ content: '反映人说值班时有人离岗。', replyTo: 'source' });
    expect(
      await office.refused('leads.addSource', { ...target(known), source: { name: '另一人' } }),
    ).toMatchObject({ code: 'illegal-step' });
  });
});

describe('duplicates', () => {
  it('are suggested with reasons, while typing and beside the lead', async () => {
    const first = await register({ pupilIds: ['duanmu'] });
    await register({ content: '食堂饭菜太凉，希望改进。', staffIds: ['chen'], occurredOn: null });
    const typed = await office.call('leads.similar', {
      content: '值班人员晚间擅自离岗，宿舍楼有学生受伤',
      day: '2026-11-21',
      staffIds: ['wang'],
      pupilIds: ['duanmu'],
    });
    expect(typed.leads).toHaveLength(1);
    expect(typed.leads[0]).toMatchObject({ id: first.lead.id, state: 'received' });
    expect(typed.leads[0]?.reasons[0]).toBe('都涉及王立新、端木**');
    const beside = await office.call('leads.similar', {
      id: first.lead.id,
      content: first.lead.content,
      day: '2026-11-18',
    });
    expect(beside.leads).toEqual([]);
  });

  it('go into another lead with a reason, and out of it again', async () => {
    const [main, copy] = [await register(), await register()];
    const merged = await office.call('leads.merge', {
      ...target(copy),
      otherId: main.lead.id,
      reason: '同一人就同一事再次来电',
    });
    expect(merged.lead).toMatchObject({ state: 'merged', merged: { number: main.lead.number } });
    expect((await office.call('leads.read', { id: main.lead.id })).duplicates).toMatchObject([
      { number: copy.lead.number, reason: '同一人就同一事再次来电' },
    ]);
    expect(
      await office.refused('leads.merge', { ...target(main), otherId: copy.lead.id, reason: '反过来' }),
    ).toMatchObject({ code: 'illegal-step' });
    expect(
      await office.refused('leads.merge', { ...target(main), otherId: main.lead.id, reason: '自己' }),
    ).toMatchObject({ fields: [{ path: 'otherId' }] });
    const out = await office.call('leads.unmerge', { ...target(merged), reason: '时间不同' });
    expect(out.lead).toMatchObject({ state: 'received', merged: null });
    expect(out.clocks.map(({ kind }) => kind)).toEqual(['acknowledge', 'reply']);
  });

  it('may also only be said to belong together', async () => {
    const [one, two] = [await register(), await register()];
    await office.call('leads.relate', { ...target(one), otherId: two.lead.id, reason: '同一值班组' });
    expect((await office.call('leads.read', { id: two.lead.id })).related).toMatchObject([
      { number: one.lead.number, reason: '同一值班组' },
    ]);
    expect(
      await office.refused('leads.relate', { ...target(two), otherId: one.lead.id, reason: '再次' }),
    ).toMatchObject({ code: 'conflict' });
  });
});

describe('what waits', () => {
  it('comes by its term, overdue ones counted, and stands in the calendar of deadlines', async () => {
    const late = await register({ receivedOn: '2026-10-20', occurredOn: null });
    const ordered = await register({ channel: 'superior', answerBy: '2026-11-25' });
    const waiting = await office.call('leads.waiting', {});
    expect(waiting).toMatchObject({ total: 2, overdue: 1 });
    expect(waiting.leads.map(({ id }) => id)).toEqual([late.lead.id, ordered.lead.id]);
    expect(waiting.leads[0]?.nextClock).toMatchObject({ state: 'overdue', words: saying('已逾期') });
    expect(ordered.clocks[0]).toMatchObject({ dueOn: '2026-11-25', ground: '上级转办时要求的期限' });
    const deadlines = leadDeadlines(desk.app().store, 'nobody');
    expect(deadlines).toHaveLength(4);
    expect(deadlines[0]).toMatchObject({
      recordPath: `/leads/${late.lead.id}`,
      recordNumber: '线索〔2026〕1号',
      label: '受理告知期限',
    });
    const { deadlines: shown } = await office.call('deadlines.list', {});
    expect(shown.filter(({ sourceLabel }) => sourceLabel === '线索')).toHaveLength(4);
  });
});
