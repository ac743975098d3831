import { addDays } from '../../shared/kernel/dates.ts';
import { standardCalendar } from '../../shared/kernel/workdays.ts';
import type { Happening } from './cases.ts';
import { logIn, type World } from './world.ts';

/** Days before the present on which the application comes in. */
const AGO = 5;

/**
 * Somebody applies for a review of the newest decision that reached him or her; it waits to be admitted by people who had no
 * part in that decision.
 */
export const planAppeals = (world: World): Happening[] => {
  const day = standardCalendar.workdayOnOrAfter(addDays(world.today, -AGO));
  const act = async (): Promise<void> => {
    const office = await logIn(world, 'bangongshi');
    const { cases } = await office.call('appeals.cases', {});
    for (const { caseId } of cases) {
      const { complaints } = await office.call('appeals.begin', { caseId });
      const complaint = complaints.find(
        ({ kind, knownOn, ways }) =>
          kind === 'staff' &&
          knownOn !== null &&
          ways.some((way) => way.kind === 'review' && way.closedBy === '' && (way.dueOn ?? '') >= day),
      );
      if (!complaint) continue;
      await office.call('appeals.register', {
        caseId,
        personId: complaint.personId,
        kind: 'review',
        capacity: 'self',
        applicantName: complaint.name,
        receivedOn: day,
        way: 'direct',
        itemIds: complaint.items.map(({ itemId }) => itemId),
        requests: '请求撤销原处理。',
        reasons: '当天是临时调课，课前已经向年级组长说明，并不是无故缺岗；处理以前没有向年级组长核实。',
      });
      return;
    }
    throw new Error('nobody of the demo school may apply for a review');
  };
  return [{ day, act }];
};
