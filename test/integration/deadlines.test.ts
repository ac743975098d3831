import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarOf } from '../../electron/features/calendar/index.ts';
import { sanctionCollection } from '../../electron/features/cases/index.ts';
import {
  classCollection,
  departmentCollection,
  postCollection,
  pupilCollection,
  staffCollection,
} from '../../electron/features/organisation/index.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import type { RoleId } from '../../shared/features/accounts/permissions.ts';
import { noEffect } from '../../shared/features/standards/measure.ts';
import { shippedYear } from '../../shared/kernel/workdays.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

type Table = ChannelInput<'calendar.save'>;
type Listed = ChannelOutput<'deadlines.list'>;

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
  await desk.app().store.transact({ actor: { userId: 'test', name: '测试' }, act: 'test.hire' }, (tx) => {
    tx.insert(departmentCollection, { id: 'd1', name: '语文组', order: 1, closedOn: null });
    tx.insert(postCollection, { id: 'p1', name: '语文教师', kind: 'teacher', managerial: false });
    tx.insert(staffCollection, {
      id: 'wang',
      number: 'T001',
      name: '王立新',
      gender: 'male',
      employment: 'established',
      postGrade: '',
      title: '',
      partyMember: false,
      phone: '',
      joinedOn: '2015-09-01',
      leftOn: null,
      holdings: [{ postId: 'p1', departmentId: 'd1', startsOn: '2020-09-01', endsOn: null }],
    });
  });
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const today = (day: string): void => desk.clock.set(Date.parse(`${day}T01:00:00.000Z`));

/** A session of its own lasts half an hour; after the clock was moved one logs in again. */
const again = async (): Promise<void> => void (one = await desk.everyone());

const register = (occurredOn: string): Promise<ChannelOutput<'cases.register'>> =>
  one.call('cases.register', {
    matterCode: 'duty-patrol',
    summary: '晚间值班期间擅自离岗',
    occurredOn,
    subjects: [{ kind: 'staff', id: 'wang' }],
    source: { kind: 'inspection' },
  });

const as = async (role: RoleId): Promise<Caller> => {
  const accountName = `user.${role}`;
  const draft = { accountName, name: '林晓', roles: [role], staffId: null };
  const { temporaryPassword } = await one.call('accounts.create', draft);
  const other = desk.connect();
  await other.call('accounts.login', { accountName, password: temporaryPassword });
  await other.call('accounts.changePassword', { current: temporaryPassword, next: `own words of ${role}` });
  return other;
};

/** 2027 as the notice might have it: the second Saturday of January is worked. */
const table2027: Table = {
  year: 2027,
  rest: ['2027-01-01', '2027-01-02', '2027-01-03'],
  work: ['2027-01-09'],
  notice: '关于2027年部分节假日安排的通知',
  rev: null,
  why: '通知已发布',
};

const list = (filter: ChannelInput<'deadlines.list'> = {}): Promise<Listed> =>
  one.call('deadlines.list', filter);

describe("the school's calendar", () => {
  it('shows what is shipped, read-only, and estimates the years to come', async () => {
    const { thisYear, years } = await one.call('calendar.years', {});
    expect(thisYear).toBe(2026);
    expect(years.slice(0, 4)).toEqual([
      { year: 2028, origin: 'unknown' },
      { year: 2027, origin: 'unknown' },
      { year: 2026, origin: 'shipped' },
      { year: 2025, origin: 'shipped' },
    ]);
    const shipped = await one.call('calendar.year', { year: 2026 });
    expect(shipped).toMatchObject({ rev: null, hasShipped: true, versions: [], doubts: [] });
    expect(shipped.content).toEqual({ ...shippedYear(2026), notice: '' });
    const { days } = await one.call('calendar.days', { from: '2026-12-31', to: '2027-01-02' });
    expect(days).toEqual([
      { day: '2026-12-31', working: true, nature: 'workday', estimated: false, name: null },
      { day: '2027-01-01', working: false, nature: 'holiday', estimated: true, name: '元旦' },
      { day: '2027-01-02', working: false, nature: 'weekend', estimated: true, name: null },
    ]);
  });

  it('takes in a year, keeps who changed it, when and why, and goes back to what is shipped', async () => {
    const saved = await one.call('calendar.save', table2027);
    expect(saved).toMatchObject({ origin: 'school', rev: 1, content: { work: ['2027-01-09'] } });
    // 春节, 清明… are missing: it is kept, and says so.
    expect(saved.doubts[0]).toContain('法定节假日没有登记为放假：2月5日');
    expect((await one.call('calendar.days', { from: '2027-01-09', to: '2027-01-09' })).days[0]).toEqual({
      day: '2027-01-09',
      working: true,
      nature: 'make-up',
      estimated: false,
      name: null,
    });
    await desk.restart();
    await again();
    const held = await one.call('calendar.year', { year: 2027 });
    expect(held).toEqual(saved);
    const reset = await one.call('calendar.reset', { year: 2027, rev: 1, why: '录错年份' });
    expect(reset).toMatchObject({ origin: 'unknown', rev: 2 });
    expect(reset.versions).toMatchObject([
      { version: 1, made: { by: { name: '周敏' } }, why: '通知已发布', counts: { rest: 3, work: 1 } },
      { version: 2, why: '录错年份', counts: null },
    ]);
    expect(
      (await one.call('calendar.days', { from: '2027-01-09', to: '2027-01-09' })).days[0]?.estimated,
    ).toBe(true);
    const twice = await one.refused('calendar.reset', { year: 2027, rev: 2, why: '再来' });
    expect(twice.code).toBe('illegal-step');
  });

  it('refuses what cannot be, what somebody else has changed, and whoever may not', async () => {
    const weekday = await one.refused('calendar.save', { ...table2027, work: ['2027-01-05'] });
    expect(weekday).toMatchObject({ code: 'invalid', fields: [{ path: 'work.0' }] });
    const year = await one.refused('calendar.save', { ...table2027, rest: ['2026-12-31'] });
    expect(year.message).toContain('不在 2027 年');
    await one.call('calendar.save', table2027);
    expect((await one.refused('calendar.save', table2027)).code).toBe('conflict');
    expect((await one.refused('calendar.save', { ...table2027, rev: 7 })).code).toBe('conflict');
    const reader = await as('reader');
    expect((await reader.refused('calendar.save', { ...table2027, rev: 1 })).code).toBe('forbidden');
    expect((await reader.call('calendar.year', { year: 2027 })).origin).toBe('school');
  });

  it('reads a sheet into lines', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('放假安排');
    sheet.addRow(['日期', '安排']);
    sheet.addRow([new Date('2027-01-01T00:00:00Z'), '休']);
    sheet.addRow(['2027年1月9日', '班']);
    const base64 = Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
    const file = { name: '安排.xlsx', mime: 'application/octet-stream', base64 };
    expect(await one.call('calendar.readFile', { file })).toEqual({
      text: '日期\t安排\n2027-01-01\t休\n2027年1月9日\t班',
    });
    const text = Buffer.from('2027-01-01 休').toString('base64');
    const wrong = await one.refused('calendar.readFile', { file: { ...file, base64: text } });
    expect(wrong.code).toBe('invalid');
  });

  it('is the same object until a table changes, and knows inside a transaction what it has changed', async () => {
    const { store } = desk.app();
    const before = calendarOf(store);
    expect(calendarOf(store)).toBe(before);
    await one.call('calendar.save', table2027);
    const after = calendarOf(store);
    expect(after).not.toBe(before);
    expect(calendarOf(store)).toBe(after);
    expect(after.isWorkday('2027-01-09')).toBe(true);
    expect(after.isWorkday('2026-10-10')).toBe(true);
  });
});

describe('the terms that run', () => {
  it('come from every source, the most pressing first, with their state in working days', async () => {
    const first = await register('2026-11-09');
    today('2026-12-22');
    await again();
    await register('2026-12-10');
    const all = await list();
    expect(all.today).toBe('2026-12-22');
    expect(all.kinds).toContainEqual({ kind: 'cases.handling', label: '问责事项·办理期限' });
    expect(all.deadlines.map(({ dueOn, words, state }) => [dueOn, words, state])).toEqual([
      ['2026-12-24', '还剩 2 个工作日', 'within3'],
      ['2027-01-21', '还剩 21 个工作日', 'later'],
    ]);
    expect(all.deadlines[0]).toMatchObject({
      kind: 'cases.handling',
      recordPath: `/cases/${first.record.id}`,
      recordNumber: '问责〔2026〕1号',
      people: ['王立新'],
      mine: true,
      responsible: '调查人员',
      exportable: true,
    });
    today('2026-12-26');
    await again();
    expect((await list({ states: ['overdue'] })).deadlines.map(({ words }) => words)).toEqual([
      '已逾期 2 天',
    ]);
    expect((await list({ from: '2026-12-25' })).deadlines.map(({ dueOn }) => dueOn)).toEqual(['2027-01-21']);
    expect((await list({ to: '2026-12-24' })).deadlines).toHaveLength(1);
    expect((await list({ kinds: ['cases.service'] })).deadlines).toEqual([]);
    const crossed = await one.refused('deadlines.list', { from: '2026-12-02', to: '2026-12-01' });
    expect(crossed.fields?.[0]?.path).toBe('to');
  });

  it('are told to nobody who may not see them, and are taken along only by those who may', async () => {
    await register('2026-11-09');
    const [id] = (await list()).deadlines.map((deadline) => deadline.id);
    if (id === undefined) throw new Error('the term is missing');
    const evaluator = await as('evaluator');
    expect((await evaluator.call('deadlines.list', {})).deadlines).toEqual([]);
    expect((await evaluator.refused('deadlines.export', { ids: [id] })).code).toBe('not-found');
    const investigator = await as('investigator');
    const seen = await investigator.call('deadlines.list', { mine: true });
    expect(seen.deadlines).toMatchObject([{ mine: true, exportable: false }]);
    expect((await investigator.refused('deadlines.export', { ids: [id] })).code).toBe('forbidden');
    const office = await as('office');
    expect((await office.call('deadlines.list', { mine: true })).deadlines).toEqual([]);
    expect((await office.call('deadlines.list', {})).deadlines).toHaveLength(1);
  });

  it('name no child, and go on after a case until its sanction is lifted', async () => {
    const { store } = desk.app();
    const signed = { actor: { userId: 'test', name: '测试' }, act: 'test' };
    await store.transact(signed, (tx) => {
      tx.insert(classCollection, {
        id: 'class',
        entryYear: 2024,
        entryGrade: 7,
        ordinal: 3,
        headTeacherId: null,
        graduatedOn: null,
      });
      tx.insert(pupilCollection, {
        id: 'duanmu',
        number: 'G0001',
        name: '端木向晚',
        gender: 'female',
        bornOn: '2012-05-06',
        classId: 'class',
        guardians: [],
        enrolledOn: '2024-09-01',
        leftOn: null,
      });
    });
    const { matters } = await one.call('standards.matters', {});
    const matterCode = matters.find(({ id }) => id.startsWith('pupil'))?.id ?? '';
    const { record } = await one.call('cases.register', {
      matterCode,
      summary: '课间打闹',
      occurredOn: '2026-11-20',
      subjects: [{ kind: 'pupil', id: 'duanmu' }],
      source: { kind: 'inspection' },
    });
    const before = await list();
    expect(before.deadlines).toMatchObject([{ kind: 'cases.handling', people: ['端木**'] }]);
    expect(JSON.stringify(before)).not.toContain('向晚');

    const period = {
      caseId: record.id,
      caseNumber: record.number,
      itemId: 'item',
      personId: 'duanmu',
      personKind: 'pupil' as const,
      matterCode,
      matterName: record.matter.name,
      occurredOn: record.occurredOn,
      measureCode: 'pupil-warning',
      measureVersion: 1,
      measureName: '警告',
      measureKind: 'pupil-sanction' as const,
      sanction: null,
      pupilLevel: 'sanction' as const,
      effect: noEffect,
      effects: '',
      decidedOn: '2026-05-21',
      decidedBy: '学校',
      effectiveOn: '2026-05-22',
      endsOn: '2026-11-22',
      paperNumber: null,
      summary: '',
      mergedWith: [],
      lifting: null,
      annulled: null,
    };
    await store.transact(signed, (tx) => {
      tx.insert(sanctionCollection, { ...period, id: 's1' });
      // Its rest ran on in the later one.
      tx.insert(sanctionCollection, { ...period, id: 's0', endsOn: '2026-08-01' });
      tx.replace(sanctionCollection, { ...tx.require(sanctionCollection, 's1', '处分'), mergedWith: ['s0'] });
      // One that does its work by itself.
      tx.insert(sanctionCollection, { ...period, id: 's2', pupilLevel: 'light' });
    });
    const after = await list({ kinds: ['cases.lifting'] });
    expect(after.deadlines).toMatchObject([
      // A Sunday: the end of a period is not moved.
      { dueOn: '2026-11-22', words: '已逾期 2 天', title: '办理期满解除（端木**：警告）', rolledFrom: null },
    ]);
  });

  it('follow an evaluation from its planning to its end, with the sheets that wait for the caller', async () => {
    const { versions } = await one.call('evaluation.adoptFromLibrary', { key: 'teacher' });
    const { cycle } = await one.call('evaluation.createCycle', {
      plan: {
        name: '教师考核',
        versionId: versions[0]?.version.id ?? '',
        schoolYearId: null,
        term: null,
        startsOn: '2026-11-20',
        endsOn: '2026-12-01',
        about: '',
        whenAbsent: 'block',
        groups: [
          {
            id: 'g1',
            kind: 'leader',
            name: '领导评价',
            weight: 10_000,
            dimensionIds: null,
            raters: [{ id: 'r1', name: '张校长', userId: null }],
          },
        ],
      },
    });
    const planned = await list();
    expect(planned.deadlines).toMatchObject([
      { kind: 'evaluation.start', dueOn: '2026-11-20', words: '已逾期 4 天', recordTitle: '教师考核' },
    ]);
    const { cycle: filled } = await one.call('evaluation.setSubjects', {
      id: cycle.id,
      rev: cycle.rev,
      subjects: { by: 'kind', departmentIds: null },
    });
    await one.call('evaluation.start', { id: filled.id, rev: filled.rev });
    expect((await list()).deadlines.map(({ kind, mine, words }) => [kind, mine, words])).toEqual([
      ['evaluation.end', true, '还剩 5 个工作日'],
      ['evaluation.sheets', true, '还剩 5 个工作日'],
    ]);
    const finance = await as('finance');
    expect((await finance.call('deadlines.list', {})).deadlines).toMatchObject([
      { kind: 'evaluation.end', mine: false, exportable: false },
    ]);
  });

  it('go into a sheet as they are seen', async () => {
    await register('2026-11-09');
    const { deadlines } = await list();
    const file = await one.call('deadlines.export', { ids: deadlines.map(({ id }) => id) });
    expect(file.name).toBe('青禾市第一中学待办期限一览表（2026年11月24日）.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(Buffer.from(file.base64, 'base64')).buffer);
    const row = book.worksheets[0]?.getRow(4).values;
    expect(row).toEqual([
      undefined,
      1,
      '还剩 22 个工作日',
      '2026年12月24日',
      '办理期限',
      '作出决定',
      '问责〔2026〕1号',
      '王立新',
      '调查人员',
      expect.stringContaining('30 日'),
    ]);
  });

  it('go into a calendar file that names nobody', async () => {
    await register('2026-11-09');
    const { deadlines } = await list();
    const file = await one.call('deadlines.exportCalendar', { ids: deadlines.map(({ id }) => id) });
    const text = Buffer.from(file.base64, 'base64').toString();
    expect(text).toContain('SUMMARY:办理期限：问责〔2026〕1号\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20261224\r\n');
    expect(text).not.toContain('王立新');
    expect((await one.refused('deadlines.exportCalendar', { ids: ['cases/gone'] })).code).toBe('not-found');
  });

  it('keep their days when a year becomes known, until they are counted again, each on its own', async () => {
    today('2026-12-10');
    await again();
    const { record } = await register('2026-12-01');
    const before = (await list()).deadlines[0];
    // The thirtieth day is a Saturday.
    expect(before).toMatchObject({ dueOn: '2027-01-11', rolledFrom: '2027-01-09', estimated: true });
    expect((await one.call('deadlines.estimated', {})).terms).toMatchObject([
      { before: '2027-01-11', after: '2027-01-11', stillEstimated: true },
    ]);

    await one.call('calendar.save', table2027);
    expect((await list()).deadlines[0]).toMatchObject({ dueOn: '2027-01-11', estimated: true });
    const { terms, hidden } = await one.call('deadlines.estimated', {});
    expect(hidden).toBe(0);
    expect(terms).toMatchObject([
      { id: before?.id, before: '2027-01-11', after: '2027-01-09', stillEstimated: false, othersTerm: false },
    ]);
    const administrator = await as('administrator');
    expect(await administrator.call('deadlines.estimated', {})).toEqual({ terms: [], hidden: 1 });
    const ids = terms.map(({ id }) => id);
    expect((await administrator.refused('deadlines.recompute', { ids })).code).toBe('not-found');

    expect(await one.call('deadlines.recompute', { ids })).toEqual({ recomputed: 1 });
    expect((await list()).deadlines[0]).toMatchObject({
      dueOn: '2027-01-09',
      rolledFrom: null,
      estimated: false,
    });
    const changed = await one.call('cases.read', { id: record.id });
    expect(changed.record.history.at(-1)).toMatchObject({
      act: '按节假日安排重新计算期限',
      note: '办理期限：2027年1月11日改为2027年1月9日',
    });
    expect((await one.call('deadlines.estimated', {})).terms).toEqual([]);
    expect((await one.refused('deadlines.recompute', { ids })).code).toBe('not-found');
  });
});
