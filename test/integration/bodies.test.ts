import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import type { Seat } from '../../shared/features/organisation/bodies/schema.ts';
import { caseActs, decisionOf, meeting } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { readTable } from '../support/read-table.ts';
import { wordText } from '../support/screen-acts.ts';

let desk: TestDesk;
let one: Caller;
const acts = caseActs(() => one);

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

type View = ChannelOutput<'organisation.readBody'>;

const found = (change: Partial<ChannelInput<'organisation.saveBody'>> = {}): Promise<View> =>
  one.call('organisation.saveBody', {
    name: '问责工作领导小组',
    kind: 'leading-group',
    powers: ['decide'],
    basis: '校发〔2020〕3号',
    duties: '研究决定问责事项。',
    foundedOn: '2020-09-01',
    ...change,
  });

const seat = (staffId: string | null, change: Partial<Seat> = {}): Seat => ({
  staffId,
  name: '',
  about: '',
  role: 'member',
  task: '',
  stands: null,
  votes: '',
  ...change,
});

const target = ({ record }: View): { id: string; rev: number } => ({ id: record.id, rev: record.rev });

const appoint = (
  view: View,
  seats: Seat[],
  change: Partial<ChannelInput<'organisation.appoint'>> = {},
): Promise<View> =>
  one.call('organisation.appoint', {
    ...target(view),
    startsOn: '2020-09-01',
    way: 'appointed',
    basis: '校发〔2020〕3号',
    seats,
    newTerm: null,
    ...change,
  });

const namesOn = async (id: string, day: string): Promise<string[]> =>
  (await one.call('organisation.readBody', { id, day })).members
    .filter(({ sitting }) => sitting)
    .map(({ name, roleName }) => `${roleName}${name}`);

describe('a body and its members', () => {
  it('keeps who sat in it on any day: founding, a new term, leaving, dissolution and back', async () => {
    const empty = await found();
    expect(empty.gaps).toEqual(['还没有成员']);
    const first = await appoint(empty, [seat('li', { role: 'chair' }), seat('zhao'), seat('qian')], {
      newTerm: { endsOn: '2023-08-31' },
    });
    expect(first.gaps).toEqual(['任期已于2023年8月31日届满，请换届']);

    const second = await appoint(first, [seat('zhao', { role: 'chair' }), seat('li'), seat('qian')], {
      startsOn: '2023-09-01',
      way: 'elected',
      basis: '2023年9月教代会选举',
      newTerm: { endsOn: '2027-08-31' },
    });
    const { id } = second.record;
    expect(second.gaps).toEqual([]);
    expect((await namesOn(id, '2023-08-31'))[0]).toBe('组长李建国');
    expect((await namesOn(id, '2023-09-01'))[0]).not.toBe('组长李建国');

    const qian = second.members.find(({ staffId, sitting }) => staffId === 'qian' && sitting);
    const after = await one.call('organisation.endMember', {
      ...target(second),
      memberId: qian?.id ?? '',
      endsOn: '2026-11-01',
      reason: '工作调整',
    });
    expect(after.gaps).toEqual(['只有 2 人，至少要 3 人']);
    expect(await namesOn(id, '2026-11-01')).toHaveLength(3);
    expect(await namesOn(id, '2026-11-02')).toHaveLength(2);

    const gone = await one.call('organisation.dissolveBody', {
      ...target(after),
      on: '2026-11-20',
      why: '机构调整',
    });
    expect(gone.members.some(({ sitting }) => sitting)).toBe(false);
    expect(
      (
        await one.refused('organisation.appoint', {
          ...target(gone),
          startsOn: '2026-11-21',
          way: 'appointed',
          basis: '任命',
          seats: [seat('qian')],
          newTerm: null,
        })
      ).code,
    ).toBe('illegal-step');
    const back = await one.call('organisation.restoreBody', target(gone));
    expect(back.members.filter(({ sitting }) => sitting)).toHaveLength(2);

    await desk.restart();
    one = await desk.everyone();
    expect(await namesOn(id, '2023-08-31')).toHaveLength(3);
  });

  it('refuses what cannot be, and saves nothing of it', async () => {
    const view = await appoint(await found(), [seat('li', { role: 'chair' })]);
    const again = (seats: Seat[], change: Partial<ChannelInput<'organisation.appoint'>> = {}) =>
      one.refused('organisation.appoint', {
        ...target(view),
        startsOn: '2021-09-01',
        way: 'appointed',
        basis: '任命',
        seats,
        newTerm: null,
        ...change,
      });
    expect((await again([seat('zhao'), seat('li')])).message).toContain('已经是成员');
    expect((await again([seat('zhao', { role: 'chair' })])).message).toContain('不能同时有两名负责人');
    expect((await again([seat(null)])).fields?.[0]?.path).toBe('seats.0.name');
    expect((await again([seat('zhao')], { startsOn: '2019-09-01' })).message).toContain('早于机构成立');
    expect(
      (
        await one.refused('organisation.saveBody', {
          name: '财务小组',
          kind: 'finance',
          powers: ['decide'],
          foundedOn: '2020-09-01',
        })
      ).fields?.[0]?.path,
    ).toBe('powers');
    const now = await one.call('organisation.readBody', { id: view.record.id, day: null });
    expect(now.record).toEqual(view.record);
  });

  it('ends with the last day at the school, and stands in the archive', async () => {
    const view = await appoint(await found(), [seat('li', { role: 'chair' }), seat('qian'), seat('zhao')]);
    const { record } = await one.call('organisation.readStaff', { id: 'qian' });
    await one.call('organisation.leaveSchool', { id: 'qian', rev: record.rev, leftOn: '2026-11-23' });
    const now = await one.call('organisation.readBody', { id: view.record.id, day: null });
    expect(now.members.find(({ staffId }) => staffId === 'qian')).toMatchObject({
      sitting: false,
      endsOn: '2026-11-23',
      endReason: '离校',
    });
    const { entries } = await one.call('archive.person', { staffId: 'qian' });
    expect(entries.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['任问责工作领导小组成员', '不再任问责工作领导小组成员']),
    );
  });

  it('is found, printed as a table and taken out with all who ever sat in it', async () => {
    const view = await appoint(await found(), [
      seat('li', { role: 'chair', task: '全面负责' }),
      seat('zhao'),
      seat(null, { name: '周明', about: '社区代表' }),
    ]);
    const { id } = view.record;
    const { hits } = await one.call('search.find', { text: 'wzgz', limit: 20 });
    expect(hits.map((hit) => [hit.kind, hit.title])).toContainEqual(['body', '问责工作领导小组']);
    const paper = await one.call('organisation.bodiesPaper', { ids: [id], day: '2026-11-25' });
    const text = await wordText(Buffer.from(paper.base64, 'base64'));
    for (const part of ['机构设置一览表', '问责工作领导小组', '全面负责', '社区代表', '校发〔2020〕3号'])
      expect(text).toContain(part);
    const sheet = await readTable(await one.call('organisation.exportBodies', { ids: [id] }));
    expect(sheet.flat()).toEqual(expect.arrayContaining(['周明', '任命', '在任']));
  });
});

describe('the body that decides a case', () => {
  it('fills the meeting, and a meeting of others needs a reason that is kept', async () => {
    await appoint(await found({ name: '校长办公会', kind: 'principal-meeting' }), [
      seat('li', { role: 'chair' }),
      seat('zhao'),
      seat('qian'),
      seat('sun'),
    ]);
    const called = await one.call('cases.lastMeeting', { body: 'principal-meeting' });
    expect(called.meeting).toMatchObject({ chairId: 'li', memberIds: ['li', 'zhao', 'qian', 'sun'] });

    const heard = await acts.hear(await acts.notify(await acts.establish(await acts.register())));
    const draft = decisionOf('circular-criticism', ['wang'], { meeting });
    const refused = await one.refused('cases.decide', {
      id: heard.record.id,
      rev: heard.record.rev,
      decision: draft,
      overrides: [],
    });
    expect(refused.message).toContain('没有列入参加人员');
    const decided = await one.call('cases.decide', {
      id: heard.record.id,
      rev: heard.record.rev,
      decision: draft,
      overrides: [{ ruleId: 'meeting-off-roll', reason: '该成员借调在外，已书面请假' }],
    });
    expect(decided.record.decision?.overrides.map(({ ruleId }) => ruleId)).toEqual(['meeting-off-roll']);
  });
});
