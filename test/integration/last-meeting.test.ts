import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseActs, decisionOf, meeting } from '../support/case-acts.ts';
import { hirePeople } from '../support/case-people.ts';
import { openDesk, type Caller, type TestDesk } from '../support/harness.ts';

describe('the last meeting of a body', () => {
  let desk: TestDesk;
  let one: Caller;
  const acts = caseActs(() => one);

  beforeEach(async () => {
    desk = await openDesk();
    one = await desk.everyone();
    await hirePeople(desk);
  });
  afterEach(() => desk.dispose());

  const decide = async (occurredOn: string, place: string, decidedOn: string): Promise<void> => {
    const registered = await acts.register({ occurredOn });
    const told = await acts.notify(await acts.establish(registered));
    await acts.decide(
      await acts.hear(told),
      decisionOf('circular-criticism', ['wang'], {
        decidedOn,
        effectiveOn: decidedOn,
        meeting: { ...meeting, place },
      }),
    );
  };

  it('is none before the body has decided anything', async () => {
    expect(await one.call('cases.lastMeeting', { body: 'principal-meeting' })).toEqual({ meeting: null });
  });

  it('is the one held last, with those who are still at the school, and of that body alone', async () => {
    await decide('2026-11-01', '三楼会议室', '2026-11-23');
    await decide('2026-11-02', '旧会议室', '2026-11-19');
    const { staff } = await one.call('organisation.staff', {});
    const qian = staff.find(({ id }) => id === 'qian');
    await one.call('organisation.leaveSchool', { id: 'qian', rev: qian?.rev ?? 0, leftOn: '2026-11-23' });
    expect(await one.call('cases.lastMeeting', { body: 'principal-meeting' })).toEqual({
      meeting: {
        name: '校长办公会',
        place: '三楼会议室',
        chairId: 'li',
        recorderId: 'zhao',
        memberIds: ['li', 'zhao'],
      },
    });
    expect(await one.call('cases.lastMeeting', { body: 'party-meeting' })).toEqual({ meeting: null });
    expect(desk.defects).toEqual([]);
  });
});
