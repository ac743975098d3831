import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import JSZip from 'jszip';
import { archiveExportCollection } from '../../electron/features/archive/collections.ts';
import type { ChannelOutput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

let desk: TestDesk;
let one: Caller;
let wang: string;
let others: string[];

const hire = async (
  number: string,
  name: string,
  holding: { postId: string; departmentId: string },
): Promise<string> =>
  (
    await one.call('organisation.saveStaff', {
      number,
      name,
      gender: 'male',
      employment: 'established',
      partyMember: false,
      joinedOn: '2015-09-01',
      holdings: [{ ...holding, startsOn: '2016-09-01', endsOn: null }],
    })
  ).record.id;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  const office = await one.call('organisation.saveDepartment', { name: '德育处', order: 1, closedOn: null });
  const post = await one.call('organisation.savePost', {
    name: '班主任',
    kind: 'teacher',
    managerial: false,
  });
  const holding = { postId: post.id, departmentId: office.id };
  wang = await hire('T001', '王立新', holding);
  others = [await hire('T002', '陈晓东', holding), await hire('T003', '刘芳', holding)];
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

type Case = ChannelOutput<'cases.read'>;
const target = ({ record }: Case): { id: string; rev: number } => ({ id: record.id, rev: record.rev });

const register = (): Promise<Case> =>
  one.call('cases.register', {
    matterCode: 'duty-patrol',
    summary: '晚间值班期间擅自离岗',
    occurredOn: '2026-11-09',
    subjects: [{ kind: 'staff', id: wang }],
    source: { kind: 'inspection' },
  });

const decided = async (): Promise<Case> => {
  let view = await register();
  view = await one.call('cases.establishFacts', {
    ...target(view),
    facts: '11月9日19时至22时擅自离岗约两小时。',
    establishedOn: '2026-11-12',
    checkerIds: others,
    gravity: { nature: 'careless', degree: 'medium', impact: 'school' },
  });
  view = await one.call('cases.notify', { ...target(view), way: 'written', notifiedOn: '2026-11-13' });
  view = await one.call('cases.hearStatement', {
    ...target(view),
    personId: wang,
    outcome: 'stated',
    heardOn: '2026-11-16',
    text: '家中有急事。',
    adoption: 'part',
    adoptionReason: '事由属实，可以从轻。',
  });
  return one.call('cases.decide', {
    ...target(view),
    decision: {
      items: [
        {
          personId: wang,
          measureCode: 'circular-criticism',
          votes: others.map((memberId) => ({ memberId, vote: 'for' as const })),
        },
      ],
      grounds: [{ kind: 'law', ref: 'education-law-29' }],
      body: 'principal-meeting',
      decidedOn: '2026-11-20',
      meeting: {
        name: '校长办公会',
        place: '会议室',
        chairId: others[0] ?? '',
        recorderId: others[1] ?? '',
        members: others.map((personId) => ({ personId, attendance: 'present' as const })),
      },
      reason: '擅自离岗，应负直接责任。',
      effectiveOn: '2026-11-20',
    },
  });
};

const kinds = async (): Promise<string[]> =>
  (await one.call('archive.person', { staffId: wang })).entries.map(({ kind }) => kind);

describe('a person’s archive', () => {
  it('shows posts and decisions as one timeline, and nothing of a matter that is not decided', async () => {
    await register();
    expect(new Set(await kinds())).toEqual(new Set(['任职']));

    const { record } = await decided();
    await one.call('cases.issueNotice', {
      id: record.id,
      rev: record.rev,
      paperId: record.papers[0]?.id ?? '',
    });
    const seen = await one.call('archive.person', { staffId: wang });
    expect(seen.facts).toContainEqual({ label: '部门', value: '德育处' });
    const days = seen.entries.map(({ day }) => day);
    expect(days).toEqual([...days].sort().reverse());
    const entry = seen.entries.find(({ link }) => link === `/cases/${record.id}`);
    expect(entry).toMatchObject({ day: '2026-11-20', tone: 'bad' });

    await desk.restart();
    one = await desk.everyone();
    expect(await one.call('archive.person', { staffId: wang })).toEqual(seen);
    const { people } = await one.call('archive.list', {});
    const [first, second] = people;
    expect(first).toMatchObject({ name: '王立新', posts: '班主任', left: false });
    expect(first?.counts.length).toBeGreaterThan(1);
    expect(second?.counts.map(({ kind }) => kind)).toEqual(['任职']);
  });

  it('is printed as a dossier with all that is shown, and keeps who took it out', async () => {
    await decided();
    const { entries } = await one.call('archive.person', { staffId: wang });
    const file = await one.call('archive.exportDossier', { staffId: wang });
    expect(file.name).toBe('王立新（T001）问责档案册.docx');
    const zip = await JSZip.loadAsync(file.base64, { base64: true });
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    const text = xml.replace(/<[^>]+>/g, '');
    for (const { title } of entries) expect(text).toContain(title);
    expect(text).toContain('周敏');

    await desk.restart();
    const [taken] = desk.app().store.all(archiveExportCollection);
    expect(taken).toMatchObject({
      what: 'dossier',
      staffIds: [wang],
      fileName: file.name,
      by: { name: '周敏' },
    });
  });

  it('lists exactly the people named, and is closed to those who may not see it', async () => {
    const file = await one.call('archive.exportList', { staffIds: [others[1] ?? '', wang] });
    const zip = await JSZip.loadAsync(file.base64, { base64: true });
    const strings = (await zip.file('xl/sharedStrings.xml')?.async('string')) ?? '';
    expect(strings).toContain('刘芳');
    expect(strings.indexOf('刘芳')).toBeLessThan(strings.indexOf('王立新'));
    expect(strings).not.toContain('陈晓东');
    expect(await one.refused('archive.person', { staffId: 'nobody' })).toMatchObject({ code: 'not-found' });
    expect(await desk.connect().refused('archive.list', {})).toMatchObject({ code: 'forbidden' });
  });
});
