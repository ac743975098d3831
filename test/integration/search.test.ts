import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelInput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

let desk: TestDesk;
let one: Caller;

const person = (number: string, name: string): ChannelInput<'organisation.saveStaff'> => ({
  number,
  name,
  gender: 'female',
  employment: 'established',
  partyMember: false,
  joinedOn: null,
  holdings: [],
});

beforeAll(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await one.call('organisation.saveStaff', person('T001', '王小明'));
  await one.call('organisation.saveStaff', person('T0012', '曾乐'));
});

afterAll(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const titles = async (caller: Caller, text: string, limit = 20): Promise<string[]> =>
  (await caller.call('search.find', { text, limit })).hits.map(({ title }) => title);

describe('searching', () => {
  it.each(['王小', 'wxm', 'wangxiaoming', 'Wang Xiao', '小明'])('finds a person by %s', async (text) =>
    expect(await titles(one, text)).toEqual(['王小明']),
  );

  it('puts the whole number before numbers that only begin so', async () => {
    expect(await titles(one, 't001')).toEqual(['王小明', '曾乐']);
    expect(await titles(one, 't001', 1)).toEqual(['王小明']);
  });

  it('knows surnames and names of several readings', async () => {
    expect(await titles(one, 'zengle')).toEqual(['曾乐']);
    expect(await titles(one, 'zengyue')).toEqual(['曾乐']);
  });

  it('finds nothing for nothing', async () => expect(await titles(one, '  ')).toEqual([]));

  it('follows what is added and renamed after the first search', async () => {
    const added = await one.call('organisation.saveStaff', person('T777', '赵云'));
    expect(await titles(one, 'zhaoyun')).toEqual(['赵云']);
    await one.call('organisation.saveStaff', {
      ...person('T777', '赵子龙'),
      id: added.record.id,
      rev: added.record.rev,
    });
    expect(await titles(one, 'zhaoyun')).toEqual([]);
    expect(await titles(one, 'zzl')).toEqual(['赵子龙']);
  });

  it('looks only through what was asked for', async () => {
    const { hits } = await one.call('search.find', { text: 'wxm', kinds: ['pupil', 'case'] });
    expect(hits).toEqual([]);
  });

  it('never shows what the role may not see', async () => {
    const draft = { accountName: 'finance', name: '钱多', roles: ['finance' as const], staffId: null };
    const { temporaryPassword } = await one.call('accounts.create', draft);
    const finance = desk.connect();
    await finance.call('accounts.login', { accountName: 'finance', password: temporaryPassword });
    await finance.call('accounts.changePassword', { current: temporaryPassword, next: 'money in figures' });
    const { classes } = await one.call('organisation.classes', {});
    const held =
      classes[0] ??
      (await one.call('organisation.saveClass', {
        entryYear: 2026,
        entryGrade: 7,
        ordinal: 1,
        headTeacherId: null,
        graduatedOn: null,
      }));
    await one.call('organisation.savePupil', {
      number: 'G330101201309010011',
      name: '王小朋',
      gender: 'male',
      bornOn: null,
      classId: held.id,
      guardians: [],
      enrolledOn: null,
    });
    expect(await titles(one, '王小')).toEqual(['王小明', '王小朋']);
    expect(await titles(finance, '王小')).toEqual(['王小明']);
    expect(await titles(finance, 'G330101201309010011')).toEqual([]);
  });
});
