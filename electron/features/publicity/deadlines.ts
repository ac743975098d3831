import { scopeWords } from '../../../shared/features/publicity/notice.ts';
import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import type { WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Deadline, DeadlineSource } from '../deadline-source.ts';
import { publicityCollection } from './collections.ts';
import { shownTitle } from './views.ts';

/** Working days in which the house ends a publicity whose term is over. */
const TO_FINISH = 3;

const open = ({ objections }: Publicity): number => objections.filter(({ answer }) => answer === null).length;

type Term = Pick<Deadline, 'kind' | 'label' | 'title' | 'ground' | 'startedOn' | 'dueOn' | 'othersTerm'>;

/** While it hangs others may object; from the day after, the house has to end it. */
const termOf = (
  { content }: Publicity,
  run: NonNullable<Publicity['run']>,
  today: string,
  calendar: WorkCalendar,
): Term =>
  today <= run.endsOn
    ? {
        kind: 'publicity',
        label: '公示期',
        title: '听取异议',
        ground: `公示 ${String(content.workdays)} 个工作日，范围：${scopeWords(content)}`,
        startedOn: run.startsOn,
        dueOn: run.endsOn,
        othersTerm: true,
      }
    : {
        kind: 'finish',
        label: '结束公示',
        title: '处理异议，写明结果，结束公示',
        ground: `公示期${formatDay(run.endsOn)}届满，校内要求 ${String(TO_FINISH)} 个工作日内结束`,
        startedOn: run.endsOn,
        dueOn: calendar.afterWorkdays(run.endsOn, TO_FINISH).day,
        othersTerm: false,
      };

/** Publicities that are up. The day that hangs on the wall stays as it is, also when holidays are known later. */
export const publicityDeadlineSource: DeadlineSource = {
  name: 'publicity',
  label: '公示',
  access: 'publicity.read',
  exportAccess: 'publicity.manage',
  deadlines: (reader, today, { calendar }) =>
    reader.by(publicityCollection, 'state', 'shown').flatMap((record) => {
      const { run } = record;
      if (!run) return [];
      const waiting = open(record);
      return [
        {
          key: record.id,
          ...termOf(record, run, today, calendar),
          rolledFrom: null,
          estimated: run.estimated,
          recordPath: `/publicity/${record.id}`,
          recordNumber: record.number,
          recordTitle: `${shownTitle(record)}${waiting > 0 ? `（${String(waiting)} 条异议未答复）` : ''}`,
          people: [],
          permission: 'publicity.read',
          responsible: { permission: 'publicity.manage' },
        },
      ];
    }),
};
