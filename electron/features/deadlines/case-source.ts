import { handlingClock, reviewClock, serviceClock } from '../../../shared/features/cases/clocks.ts';
import { clockKindLabels, type CaseRecord, type Clock } from '../../../shared/features/cases/schema.ts';
import { nextAct, permissionOf } from '../../../shared/features/cases/workflow.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { DueDay, WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Reader, Tx } from '../../store/types.ts';
import { casesCollections } from '../cases/index.ts';
import type { Deadline, DeadlineSource, Recounted, Responsible } from '../deadline-source.ts';

const [caseCollection] = casesCollections;

const isOpen = ({ state }: CaseRecord): boolean => state !== 'closed' && state !== 'withdrawn';

const running = (reader: Reader): CaseRecord[] => reader.all(caseCollection).filter(isOpen);

/** What a person has to do, or may do, before the term ends. */
const purposes: Readonly<Record<Clock['kind'], string>> = {
  handling: '作出决定',
  statement: '本人陈述申辩',
  service: '送达文书',
  review: '本人可以申请复核',
  rectification: '完成整改',
};

const responsibleOf = (record: CaseRecord, kind: Clock['kind']): Responsible | null => {
  if (kind === 'review' || kind === 'statement') return null;
  if (kind === 'service' || kind === 'rectification') return { permission: 'cases.serve' };
  const next = nextAct(record);
  return next === null ? null : { permission: permissionOf(next) };
};

const deadlineOf = (record: CaseRecord, clock: Clock): Deadline => {
  const person = record.subjects.find(({ staffId }) => staffId === clock.staffId)?.name;
  const item = record.rectification.findIndex(({ id }) => id === clock.itemId);
  const about = person ?? (item < 0 ? undefined : `第 ${String(item + 1)} 项`);
  const people = person === undefined ? record.subjects.map(({ name }) => name) : [person];
  return {
    key: clock.id,
    kind: clock.kind,
    label: clockKindLabels[clock.kind],
    title: purposes[clock.kind] + (about === undefined ? '' : `（${about}）`),
    ground: clock.ground,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    rolledFrom: clock.rolledFrom,
    estimated: clock.estimated,
    recordPath: `/cases/${record.id}`,
    recordNumber: record.number,
    recordTitle: record.matter.name,
    people,
    permission: 'cases.read',
    responsible: responsibleOf(record, clock.kind),
    othersTerm: clock.kind === 'review' || clock.kind === 'statement',
  };
};

/**
 * The term counted anew from its first day, by the rule of its kind; null for one whose day stands in a decision or
 * was told to the person.
 */
const recount = (calendar: WorkCalendar, { kind, startedOn, staffId }: Clock): DueDay | null => {
  const dueOf = ({ dueOn, rolledFrom, estimated }: Omit<Clock, 'id'>): DueDay => ({
    day: dueOn,
    rolledFrom,
    estimated,
  });
  switch (kind) {
    case 'handling':
      return dueOf(handlingClock(calendar, startedOn));
    case 'service':
      return dueOf(serviceClock(calendar, startedOn));
    case 'review':
      return dueOf(reviewClock(calendar, startedOn, staffId ?? ''));
    case 'statement':
    case 'rectification':
      return null;
  }
};

const recountable = ({ endedOn, estimated }: Clock): boolean => endedOn === null && estimated;

const preview = (reader: Reader, calendar: WorkCalendar): Recounted[] =>
  running(reader).flatMap(({ clocks }) =>
    clocks.filter(recountable).flatMap((clock) => {
      const after = recount(calendar, clock);
      return after ? [{ key: clock.id, before: clock.dueOn, after }] : [];
    }),
  );

const apply = (tx: Tx, calendar: WorkCalendar, keys: ReadonlySet<string>): number => {
  let written = 0;
  for (const record of running(tx)) {
    const notes: string[] = [];
    const clocks = record.clocks.map((clock) => {
      const due = recountable(clock) && keys.has(clock.id) ? recount(calendar, clock) : null;
      if (!due) return clock;
      notes.push(`${clockKindLabels[clock.kind]}：${formatDay(clock.dueOn)}改为${formatDay(due.day)}`);
      return { ...clock, dueOn: due.day, rolledFrom: due.rolledFrom, estimated: due.estimated };
    });
    if (notes.length === 0) continue;
    written += notes.length;
    const made = { at: instantOfMs(tx.now), by: tx.actor };
    tx.replace(caseCollection, {
      ...record,
      clocks,
      history: [
        ...record.history,
        { made, act: '按节假日安排重新计算期限', state: record.state, note: notes.join('；') },
      ],
    });
  }
  return written;
};

/** The running terms of cases that are not yet closed. */
export const caseDeadlineSource: DeadlineSource = {
  name: 'cases',
  label: '问责事项',
  access: 'cases.read',
  exportAccess: 'cases.export',
  deadlines: (reader) =>
    running(reader).flatMap((record) =>
      record.clocks.filter(({ endedOn }) => endedOn === null).map((clock) => deadlineOf(record, clock)),
    ),
  recompute: { preview, apply },
};
