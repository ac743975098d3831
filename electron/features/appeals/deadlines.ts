import {
  clockKindLabels,
  type Appeal,
  type AppealClockKind,
} from '../../../shared/features/appeals/schema.ts';
import { isOthersTerm, recounted, runningClocks } from '../../../shared/features/appeals/terms.ts';
import type { Reader } from '../../store/types.ts';
import type { Deadline, DeadlineSource, Recounted } from '../deadline-source.ts';
import { appealCollection } from './collections.ts';
import { visibleTo } from './recusal.ts';
import { shownPerson } from './views.ts';
import { kindWord, measuresOf } from './words.ts';

const titles: Readonly<Record<AppealClockKind, string>> = {
  admission: '审查是否受理',
  completion: '申请人补正材料',
  handling: '作出复核（申诉）决定',
  authority: '主管部门作出决定',
  service: '送达文书',
  remedy: '本人可以提出申诉',
};

const deadlinesOf = (appeal: Appeal): Deadline[] =>
  runningClocks(appeal).map((clock): Deadline => ({
    key: clock.id,
    kind: clock.kind,
    label: clockKindLabels[clock.kind],
    title: titles[clock.kind],
    ground: clock.ground,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    rolledFrom: clock.rolledFrom,
    estimated: clock.estimated,
    recordPath: `/appeals/${appeal.id}`,
    recordNumber: appeal.number,
    recordTitle: `${kindWord(appeal)}：${measuresOf(appeal.items)}`,
    people: [shownPerson(appeal)],
    permission: 'cases.read',
    responsible: isOthersTerm(clock.kind) ? null : { permission: 'appeals.handle' },
    othersTerm: isOthersTerm(clock.kind),
  }));

/** What appeals give to the calendar of deadlines. */
export const appealDeadlineSource: DeadlineSource = {
  name: 'appeals',
  label: '申诉复核',
  access: 'cases.read',
  exportAccess: 'cases.export',
  deadlines: (reader: Reader, _today: string, context) =>
    visibleTo(reader, reader.all(appealCollection), context).flatMap(deadlinesOf),
  recompute: {
    preview: (reader, calendar) =>
      reader.all(appealCollection).flatMap((appeal) =>
        runningClocks(appeal).flatMap((clock): Recounted[] => {
          const after = recounted(appeal, clock, calendar);
          return after ? [{ key: clock.id, before: clock.dueOn, after }] : [];
        }),
      ),
    apply(tx, calendar, keys) {
      let written = 0;
      for (const appeal of tx.all(appealCollection)) {
        const due = new Map(
          runningClocks(appeal)
            .filter(({ id }) => keys.has(id))
            .flatMap((clock) => {
              const after = recounted(appeal, clock, calendar);
              return after ? [[clock.id, after] as const] : [];
            }),
        );
        if (due.size === 0) continue;
        written += due.size;
        tx.replace(appealCollection, {
          ...appeal,
          clocks: appeal.clocks.map((clock) => {
            const after = due.get(clock.id);
            return after
              ? { ...clock, dueOn: after.day, rolledFrom: after.rolledFrom, estimated: after.estimated }
              : clock;
          }),
        });
      }
      return written;
    },
  },
};
