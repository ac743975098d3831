import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '../../shared/channels.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

let desk: TestDesk;
let one: Caller;

beforeEach(async () => {
  desk = await openDesk();
  one = await desk.everyone();
});

afterEach(async () => {
  expect(desk.defects).toEqual([]);
  await desk.dispose();
});

const department = async (name: string): Promise<string> =>
  (await one.call('organisation.saveDepartment', { name, order: 1, closedOn: null })).id;

const post = async (name: string, managerial = false): Promise<string> =>
  (await one.call('organisation.savePost', { name, kind: 'teacher', managerial })).id;

type StaffInput = ChannelInput<'organisation.saveStaff'>;

const person = (number: string, change: Partial<StaffInput> = {}): StaffInput => ({
  number,
  name: '王立新',
  gender: 'male',
  employment: 'established',
  partyMember: false,
  joinedOn: '2015-09-01',
  holdings: [],
  ...change,
});

const target = ({ record }: ChannelOutput<'organisation.readStaff'>): { id: string; rev: number } => ({
  id: record.id,
  rev: record.rev,
});

describe('people and posts', () => {
  it('keeps several posts at once, ends one on its last day, and stands so after a restart', async () => {
    const office = await department('教务处');
    const chinese = await post('语文教师');
    const dean = await post('教务主任', true);
    const hired = await one.call(
      'organisation.saveStaff',
      person('T001', {
        holdings: [
          { postId: chinese, departmentId: office, startsOn: '2015-09-01', endsOn: null },
          { postId: dean, departmentId: office, startsOn: '2020-09-01', endsOn: null },
        ],
      }),
    );
    expect(hired).toMatchObject({ department: '教务处', post: '语文教师、教务主任', managerial: true });

    const last = await one.call('organisation.endPost', { ...target(hired), place: 1, endsOn: '2026-11-24' });
    expect(last).toMatchObject({ post: '语文教师、教务主任', managerial: true });
    desk.clock.advance(86_400_000);
    await desk.restart();
    one = await desk.everyone();
    const after = await one.call('organisation.readStaff', { id: hired.record.id });
    expect(after).toMatchObject({ post: '语文教师', managerial: false });
    expect(after.holdings.map(({ current }) => current)).toEqual([true, false]);
  });

  it('refuses an end before the start at its field, and changes nothing', async () => {
    const office = await department('教务处');
    const chinese = await post('语文教师');
    const holding = { postId: chinese, departmentId: office, startsOn: '2020-09-01', endsOn: '2020-08-31' };
    const failure = await one.refused('organisation.saveStaff', person('T001', { holdings: [holding] }));
    expect(failure).toMatchObject({ code: 'invalid', fields: [{ path: 'holdings.0.endsOn' }] });
    expect((await one.call('organisation.staff', {})).staff).toEqual([]);
  });

  it('lets a person leave with the posts ended and everything kept, and come back', async () => {
    const office = await department('教务处');
    const chinese = await post('语文教师');
    const hired = await one.call(
      'organisation.saveStaff',
      person('T001', {
        holdings: [{ postId: chinese, departmentId: office, startsOn: '2015-09-01', endsOn: null }],
      }),
    );
    const led = await one.call('organisation.saveClass', {
      entryYear: 2026,
      entryGrade: 7,
      ordinal: 3,
      headTeacherId: hired.record.id,
      graduatedOn: null,
    });
    expect(led).toMatchObject({ label: '七年级（3）班', headTeacher: '王立新' });
    const leaving = { ...target(hired), leftOn: '2026-11-20' };
    expect(await one.refused('organisation.leaveSchool', leaving)).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'leftOn' }],
    });
    await one.call('organisation.saveClass', {
      id: led.id,
      rev: led.rev,
      entryYear: 2026,
      entryGrade: 7,
      ordinal: 3,
      headTeacherId: null,
      graduatedOn: null,
    });
    const gone = await one.call('organisation.leaveSchool', leaving);
    expect(gone.record).toMatchObject({ leftOn: '2026-11-20', holdings: [{ endsOn: '2026-11-20' }] });
    const [row] = (await one.call('organisation.staff', {})).staff;
    expect(row).toMatchObject({ present: false, post: '' });
    const back = await one.call('organisation.returnToSchool', target(gone));
    expect(back.record.leftOn).toBeNull();
  });

  it('refuses a number that is taken, and a change to what somebody else has changed', async () => {
    const first = await one.call('organisation.saveStaff', person('T001'));
    const taken = await one.refused('organisation.saveStaff', person('T001', { name: '刘芳' }));
    expect(taken).toMatchObject({ code: 'conflict', message: '工号 T001 已有人使用。' });
    const change = { ...person('T001', { phone: '0571-8800 1200' }), ...target(first) };
    await one.call('organisation.saveStaff', change);
    expect(await one.refused('organisation.saveStaff', change)).toMatchObject({ code: 'conflict' });
  });

  it('does not close a department in which somebody still serves', async () => {
    const office = await department('教务处');
    const chinese = await post('语文教师');
    await one.call(
      'organisation.saveStaff',
      person('T001', {
        holdings: [{ postId: chinese, departmentId: office, startsOn: '2015-09-01', endsOn: null }],
      }),
    );
    const close = { id: office, rev: 1, name: '教务处', order: 1, closedOn: '2026-11-24' };
    const failure = await one.refused('organisation.saveDepartment', close);
    expect(failure).toMatchObject({ code: 'invalid', fields: [{ path: 'closedOn' }] });
    expect(failure.message).toContain('王立新');
  });

  it('keeps terms in order within their year', async () => {
    const terms = [
      { name: '第一学期', startsOn: '2026-09-01', endsOn: '2027-01-25' },
      { name: '第二学期', startsOn: '2027-02-20', endsOn: '2027-07-05' },
    ];
    const year = await one.call('organisation.saveSchoolYear', { startYear: 2026, terms });
    expect(year).toMatchObject({ label: '2026—2027 学年', current: true });
    expect(await one.refused('organisation.saveSchoolYear', { startYear: 2026, terms })).toMatchObject({
      code: 'conflict',
    });
    const reversed = {
      startYear: 2027,
      terms: [{ ...terms[0], name: '第一学期', startsOn: '2027-09-01', endsOn: '2027-08-01' }],
    };
    expect(await one.refused('organisation.saveSchoolYear', reversed)).toMatchObject({ code: 'invalid' });
  });

  it('refuses a class that graduates before it has entered', async () => {
    const held = { entryYear: 2026, entryGrade: 7, ordinal: 1, headTeacherId: null };
    expect(await one.refused('organisation.saveClass', { ...held, graduatedOn: '2026-06-30' })).toMatchObject(
      { code: 'invalid', fields: [{ path: 'graduatedOn' }] },
    );
    const saved = await one.call('organisation.saveClass', { ...held, graduatedOn: '2029-06-30' });
    expect(saved.graduatedOn).toBe('2029-06-30');
  });
});
