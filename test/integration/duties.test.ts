import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';
import { readTable } from '../support/read-table.ts';
import { wordText } from '../support/screen-acts.ts';

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await hirePeople(desk);
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const librarian = { kind: 'post', id: 'librarian' } as const;

const adopt = async (): Promise<void> => {
  const { offers } = await one.call('duties.library', {});
  await one.call('duties.adopt', {
    appliesFrom: '2025-09-01',
    choices: offers.flatMap(({ holder, entry }) => (entry ? [{ holder, key: entry.key }] : [])),
  });
};

describe('duties of posts', () => {
  it('come from the library for all who have none, and show what is missing', async () => {
    const { offers } = await one.call('duties.library', {});
    expect(offers.map(({ called, entry }) => [called, entry?.key])).toEqual(
      expect.arrayContaining([
        ['图书管理员', 'librarian'],
        ['班主任', 'head-teacher'],
        ['副校长', 'vice-safety'],
      ]),
    );
    await adopt();
    const { lists, findings } = await one.call('duties.lists', {});
    expect(lists.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['图书管理员岗位职责', '副校长岗位职责', '班主任岗位职责']),
    );
    // Six librarians share what one alone should answer for.
    expect(findings.map(({ kind }) => kind)).toContain('shared');
    const again = await one.refused('duties.adopt', {
      appliesFrom: '2025-09-01',
      choices: [{ holder: librarian, key: 'librarian' }],
    });
    expect(again.message).toContain('已经有岗位职责');
  });

  it('keep what applied on a past day when they are changed, and tell the difference', async () => {
    await adopt();
    const { lists } = await one.call('duties.lists', {});
    const id = lists.find(({ title }) => title === '图书管理员岗位职责')?.id ?? '';
    const view = await one.call('duties.read', { id });
    const before = view.record.versions[0]?.items ?? [];
    const items = [
      ...before.slice(1),
      {
        text: '每周向年级送书',
        standard: '有登记',
        ground: '',
        rhythm: 'weekly' as const,
        sole: false,
      },
    ];
    const target = { id, rev: view.record.rev };
    const early = await one.refused('duties.change', {
      ...target,
      appliesFrom: '2025-09-01',
      why: '调整',
      items,
    });
    expect(early.fields?.[0]?.path).toBe('appliesFrom');
    const same = await one.refused('duties.change', {
      ...target,
      appliesFrom: '2026-09-01',
      why: '调整',
      items: before,
    });
    expect(same.fields?.[0]?.path).toBe('items');
    const changed = await one.call('duties.change', {
      ...target,
      appliesFrom: '2026-09-01',
      why: '增加送书上门',
      items,
    });
    expect(changed.changes[0]).toMatchObject({ version: 2, why: '增加送书上门' });
    expect(changed.changes[0]?.added.join()).toContain('每周向年级送书');
    await desk.restart();
    const texts = async (day: string): Promise<string> =>
      (await one.call('duties.ofPerson', { staffId: 'chen', day })).lists
        .flatMap((list) => list.items.map(({ text }) => text))
        .join('；');
    one = await desk.everyone();
    expect(await texts('2026-08-31')).not.toContain('每周向年级送书');
    expect(await texts('2026-09-01')).toContain('每周向年级送书');
    expect(await texts('2025-08-31')).toBe('');
  });

  it('go with the class that one heads and the body in which one sits', async () => {
    const body = await one.call('organisation.saveBody', {
      name: '财务小组',
      kind: 'finance',
      powers: ['finance'],
      foundedOn: '2025-09-01',
    });
    await one.call('organisation.appoint', {
      id: body.record.id,
      rev: body.record.rev,
      startsOn: '2025-09-01',
      way: 'appointed',
      basis: '校发〔2025〕1号',
      seats: [{ staffId: 'liu', name: '', role: 'chair', stands: null }],
      newTerm: null,
    });
    await adopt();
    const { lists } = await one.call('duties.ofPerson', { staffId: 'liu', day: '2026-11-24' });
    expect(lists.map(({ title, through }) => [title, through])).toEqual([
      ['图书管理员岗位职责', '图书馆'],
      ['班主任岗位职责', '七年级（3）班'],
      ['财务小组职责', '财务小组 组长'],
    ]);
    expect((await one.call('duties.ofPerson', { staffId: 'liu', day: '2025-09-10' })).lists).toHaveLength(2);
  });

  it('are printed for the signatures of both sides, as a collection and as a sheet', async () => {
    const none = await one.refused('duties.personPaper', { staffIds: ['liu'], day: '2026-11-24' });
    expect(none.message).toContain('刘芳在2026年11月24日没有岗位职责');
    await adopt();
    const paper = await one.call('duties.personPaper', { staffIds: ['liu', 'li'], day: '2026-11-24' });
    const text = await wordText(Buffer.from(paper.base64, 'base64'));
    for (const part of ['岗位职责书', '刘芳', '李建国', '班主任岗位职责', '本人签名'])
      expect(text).toContain(part);
    const { lists } = await one.call('duties.lists', {});
    const ids = lists.map(({ id }) => id);
    const all = await one.call('duties.listsPaper', { ids });
    expect(await wordText(Buffer.from(all.base64, 'base64'))).toContain('副校长岗位职责');
    const rows = await readTable(await one.call('duties.exportLists', { ids }));
    expect(rows.length).toBe(lists.reduce((sum, { items }) => sum + items, 0) + 3);
  });

  it('end on a day and come back', async () => {
    await adopt();
    const { lists } = await one.call('duties.lists', {});
    const id = lists.find(({ kind }) => kind === 'head')?.id ?? '';
    const view = await one.call('duties.read', { id });
    const ended = await one.call('duties.end', { id, rev: view.record.rev, endedOn: '2026-10-01' });
    expect(ended.applies).toBeNull();
    expect((await one.call('duties.library', {})).offers.map(({ called }) => called)).toContain('班主任');
    const back = await one.call('duties.end', { id, rev: ended.record.rev, endedOn: null });
    expect(back.applies).toBe(1);
  });
});
