import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput } from '../../shared/channels.ts';
import { appealActs } from '../support/appeal-acts.ts';
import { caseActs, target, type View } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { signIn } from '../support/lead-desk.ts';

let desk: TestDesk;
let one: Caller;
let own: Caller;
const acts = caseActs(() => one);
const appeals = appealActs(() => one);

/** 王立新, whom the case is about, has every role that there is. */
beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
  own = await signIn(desk, one, {
    accountName: 'wanglixin',
    name: '王立新',
    roles: ['principal', 'office', 'investigator'],
    staffId: 'wang',
  });
});
afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const refusal = { code: 'forbidden' } as const;
const ABOUT_YOU = '本事项涉及您本人，按回避要求不能查看和办理';

const withEvidence = async (): Promise<View> =>
  one.call('cases.attachEvidence', {
    ...target(await acts.register()),
    title: '举报信',
    file: { name: '信.txt', mime: 'text/plain', base64: Buffer.from('有人看见').toString('base64') },
  });

describe('a case about oneself', () => {
  it('is neither listed, found, counted among deadlines nor read', async () => {
    const view = await withEvidence();
    const { id } = view.record;
    const read = await own.refused('cases.read', { id });
    expect(read).toMatchObject(refusal);
    expect(read.message).toContain(ABOUT_YOU);
    expect(read.message).toContain('以送达给您的文书为准');
    expect((await own.call('cases.list', {})).cases).toEqual([]);
    expect((await own.call('cases.waiting', { limit: 10 })).total).toBe(0);
    expect((await own.call('search.find', { text: '王立新' })).hits.map(({ kind }) => kind)).not.toContain(
      'case',
    );
    const from = { from: '2026-01-01', to: '2028-12-31' };
    const terms = await own.call('deadlines.list', from);
    expect(terms.deadlines.filter(({ recordNumber }) => recordNumber === view.record.number)).toEqual([]);
    // Others see all of it.
    expect((await one.call('cases.list', {})).cases).toHaveLength(1);
    expect((await one.call('search.find', { text: '王立新' })).hits.map(({ kind }) => kind)).toContain(
      'case',
    );
    expect(
      (await one.call('deadlines.list', from)).deadlines.some(
        ({ recordNumber }) => recordNumber === view.record.number,
      ),
    ).toBe(true);
  });

  it('opens none of its files, papers or exports', async () => {
    const view = await withEvidence();
    const { id } = view.record;
    const evidenceId = view.record.evidence[0]?.id ?? '';
    const refused = [
      await own.refused('cases.openEvidence', { id, evidenceId }),
      await own.refused('cases.exportList', { ids: [id] }),
      await own.refused('cases.exportFile', { id }),
      await own.refused('cases.startFileExport', { id, kind: 'zip' }),
      await own.refused('cases.previewPaper', { id, paperId: null, form: 'filing' }),
    ];
    for (const each of refused) {
      expect(each).toMatchObject(refusal);
      expect(each.message).toContain(ABOUT_YOU);
    }
  });

  it('is not acted in, and says who else can', async () => {
    const view = await withEvidence();
    const note = await own.refused('cases.addNote', { ...target(view), text: '备注' });
    expect(note).toMatchObject(refusal);
    expect(note.message).toBe(
      '您是本事项的当事人，按回避要求不能办理本事项。请由其他有权限的同事办理：周敏。',
    );
    const begun: ChannelInput<'files.begin'> = {
      for: 'cases.attachEvidence',
      name: '录像.mp4',
      mime: '',
      size: 3,
    };
    const { upload } = await own.call('files.begin', begun);
    await own.call('files.send', { upload, from: 0, base64: 'AAAA' });
    await own.call('files.finish', { upload });
    expect(
      await own.refused('cases.attachEvidence', { ...target(view), title: '录像', file: { upload } }),
    ).toMatchObject(refusal);
  });

  it('is not registered by oneself either', async () => {
    const mine = caseActs(() => own);
    await expect(mine.register()).rejects.toThrow('您是本事项的当事人，按回避要求不能办理本事项。');
  });

  it('goes to the authority where nobody else is left', async () => {
    const view = await acts.register();
    const { accounts } = await one.call('accounts.list', {});
    const admin = accounts.find(({ accountName }) => accountName === 'admin');
    if (!admin) throw new Error('no administrator');
    await one.call('accounts.update', {
      id: admin.id,
      rev: admin.rev,
      name: admin.name,
      roles: ['administrator'],
      staffId: null,
      active: true,
    });
    const refused = await own.refused('cases.withdraw', { ...target(view), reason: '不办了' });
    expect(refused).toMatchObject(refusal);
    expect(refused.message).toContain('学校里已没有其他有这项权限、又与本事项无关的用户');
    expect(refused.message).toContain('请系统管理员给一位无关的同事开通相应角色，或者报请青禾市教育局办理');
    expect((await own.refused('cases.read', { id: view.record.id })).message).toContain('报请青禾市教育局');
  });

  it('shows of its papers those alone that were served', async () => {
    const served = await appeals.served();
    const { papers } = await own.call('papers.list', { caseId: served.record.id });
    const all = (await one.call('papers.list', { caseId: served.record.id })).papers;
    const mine = new Set(
      served.record.services
        .filter(({ personId }) => personId === 'wang')
        .flatMap(({ paperIds }) => paperIds)
        .flatMap((paperId) => served.record.papers.find(({ id }) => id === paperId)?.issuedPaperId ?? []),
    );
    expect(mine.size).toBeGreaterThan(0);
    expect(papers.map(({ id }) => id).sort()).toEqual([...mine].sort());
    for (const { id } of all) {
      if (mine.has(id)) expect((await own.call('papers.read', { id })).base64.length).toBeGreaterThan(100);
      else expect((await own.refused('papers.read', { id })).message).toContain('涉及您本人');
    }
    const record = await one.call('cases.issueRecord', { ...target(served), form: 'meeting-record' });
    const minutes = record.record.papers.find(({ form }) => form === 'meeting-record')?.issuedPaperId ?? '';
    expect(await own.refused('papers.read', { id: minutes })).toMatchObject(refusal);
    const found = await own.call('search.find', { text: '王立新' });
    expect(found.hits.filter(({ kind, id }) => kind === 'paper' && !mine.has(id))).toEqual([]);
  });
});

describe('an appeal in a case about oneself', () => {
  it('is neither seen nor handled by the one who lodged it', async () => {
    const done = await acts.finishTasks(await appeals.served());
    desk.clock.set(Date.parse('2026-12-14T01:00:00.000Z'));
    one = await desk.everyone();
    await own.call('accounts.login', { accountName: 'wanglixin', password: 'own words of wanglixin' });
    const page = await appeals.register(done);
    const { id, rev, number } = page.appeal;
    expect((await own.call('appeals.list', {})).appeals).toEqual([]);
    expect((await own.call('appeals.ofCase', { caseId: page.appeal.case.id })).appeals).toEqual([]);
    expect((await own.call('appeals.waiting', { limit: 10 })).total).toBe(0);
    expect((await own.call('appeals.cases', {})).cases).toEqual([]);
    for (const refused of [
      await own.refused('appeals.read', { id }),
      await own.refused('appeals.begin', { caseId: page.appeal.case.id }),
      await own.refused('appeals.exportList', { ids: [id] }),
      await own.refused('appeals.withdraw', { id, rev, on: '2026-12-14', reason: '不办了' }),
    ])
      expect(refused).toMatchObject(refusal);
    expect((await own.call('search.find', { text: number })).hits).toEqual([]);
    expect((await one.call('appeals.list', {})).appeals).toHaveLength(1);
  });
});
