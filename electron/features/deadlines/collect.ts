import { permissionsOf, roleIds, roles } from '../../../shared/features/accounts/permissions.ts';
import type { DeadlineFilter, DeadlineView } from '../../../shared/features/deadlines/channels.ts';
import { dueState, dueStates, type Due } from '../../../shared/kernel/due-state.ts';
import type { Permission } from '../../../shared/features/accounts/permissions.ts';
import type { WorkCalendar } from '../../../shared/kernel/workdays.ts';
import type { Reader } from '../../store/types.ts';
import { accountName } from '../accounts/index.ts';
import { calendarOf } from '../calendar/index.ts';
import type { CallContext } from '../context.ts';
import type { Deadline, DeadlineContext, DeadlineSource, Responsible } from '../deadline-source.ts';

type Caller = Pick<CallContext, 'session' | 'can' | 'today' | 'store'>;

export const idOf = (source: DeadlineSource, key: string): string => `${source.name}/${key}`;

export const contextFor = (reader: Reader, { session, can, store }: Caller): DeadlineContext => ({
  store,
  session,
  userId: session.user?.userId ?? '',
  calendar: calendarOf(reader),
  can,
});

const holders = new Map<Permission, string>();
/** The roles that carry a permission, in words. */
const holdersOf = (permission: Permission): string => {
  const known = holders.get(permission);
  if (known !== undefined) return known;
  const words = roleIds
    .filter((role) => permissionsOf([role]).has(permission))
    .map((role) => roles[role].label)
    .join('、');
  holders.set(permission, words);
  return words;
};

const responsibleWords = (reader: Reader, responsible: Responsible | null): string => {
  if (responsible === null) return '';
  return 'userId' in responsible
    ? accountName(reader, responsible.userId)
    : holdersOf(responsible.permission);
};

const isMine = (responsible: Responsible | null, { userId, can }: DeadlineContext): boolean => {
  if (responsible === null) return false;
  return 'userId' in responsible ? responsible.userId === userId : can(responsible.permission);
};

/** Many terms end on the same day, and counting working days takes longer than remembering them. */
const dueReckoner = (calendar: WorkCalendar, today: string) => {
  const known = new Map<string, Due>();
  return ({ dueOn, othersTerm }: Deadline): Due => {
    const name = `${dueOn} ${String(othersTerm)}`;
    const due = known.get(name) ?? dueState(calendar, today, dueOn, { othersTerm });
    known.set(name, due);
    return due;
  };
};

const view = (
  reader: Reader,
  source: DeadlineSource,
  deadline: Deadline,
  context: DeadlineContext,
  due: Due,
): DeadlineView => ({
  id: idOf(source, deadline.key),
  kind: `${source.name}.${deadline.kind}`,
  label: deadline.label,
  sourceLabel: source.label,
  title: deadline.title,
  ground: deadline.ground,
  startedOn: deadline.startedOn,
  dueOn: deadline.dueOn,
  rolledFrom: deadline.rolledFrom,
  estimated: deadline.estimated,
  recordPath: deadline.recordPath,
  recordNumber: deadline.recordNumber,
  recordTitle: deadline.recordTitle,
  people: [...deadline.people],
  responsible: responsibleWords(reader, deadline.responsible),
  mine: isMine(deadline.responsible, context),
  othersTerm: deadline.othersTerm,
  exportable: context.can(source.exportAccess),
  ...due,
});

const order = new Intl.Collator('zh-CN', { numeric: true });

/** Overdue first, then by the day; what has lapsed stands at the end. */
const byUrgency = (a: DeadlineView, b: DeadlineView): number =>
  Number(a.state === 'lapsed') - Number(b.state === 'lapsed') ||
  (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1) ||
  dueStates.indexOf(a.state) - dueStates.indexOf(b.state) ||
  order.compare(a.recordNumber, b.recordNumber);

/** Every running term that the caller may see, the most pressing first. */
export const collectDeadlines = (
  sources: readonly DeadlineSource[],
  reader: Reader,
  caller: Caller,
): DeadlineView[] => {
  const context = contextFor(reader, caller);
  const reckon = dueReckoner(context.calendar, caller.today);
  return sources
    .filter(({ access }) => caller.can(access))
    .flatMap((source) =>
      source
        .deadlines(reader, caller.today, context)
        .filter(({ permission }) => caller.can(permission))
        .map((deadline) => view(reader, source, deadline, context, reckon(deadline))),
    )
    .sort(byUrgency);
};

/** True when a term answers every question that the filter asks. */
export const fitsFilter = (
  { dueOn, kind, state, mine }: DeadlineView,
  { from, to, kinds, states, mine: onlyMine }: DeadlineFilter,
): boolean =>
  (from === undefined || dueOn >= from) &&
  (to === undefined || dueOn <= to) &&
  (kinds === undefined || kinds.includes(kind)) &&
  (states === undefined || states.includes(state)) &&
  (!onlyMine || mine);
