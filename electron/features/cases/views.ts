import type { CaseRow, CaseView } from '../../../shared/features/cases/channels.ts';
import { clockViews, nextClock } from '../../../shared/features/cases/clocks.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import {
  caseActs,
  isOpenTo,
  nextAct,
  outcomeOf,
  permissionOf,
  type CaseAct,
} from '../../../shared/features/cases/workflow.ts';
import type { CallContext } from '../context.ts';

export const caseRow = (record: CaseRecord, today: string): CaseRow => ({
  id: record.id,
  number: record.number,
  state: record.state,
  matter: record.matter.name,
  summary: record.summary,
  people: record.subjects.map(({ name }) => name),
  occurredOn: record.occurredOn,
  registeredOn: record.registeredOn,
  measure: record.decision?.measure.name ?? null,
  paperNumber: record.paper?.number ?? null,
  nextClock: nextClock(record, today),
});

/** Acts that change nothing a person could want: a number can only be made void where there is one. */
const isPointless = (record: CaseRecord, act: CaseAct): boolean =>
  ((act === 'voidNumber' || act === 'issueNotice') && record.paper === null) ||
  (act === 'voidNumber' && record.services.length > 0) ||
  (act === 'issueNotice' && record.services.length > 0) ||
  (act === 'close' && record.state === 'decided' && record.paper !== null);

export const caseView = (
  record: CaseRecord,
  { today, can }: Pick<CallContext, 'today' | 'can'>,
): CaseView => {
  const next = nextAct(record);
  const outcome = next === null ? undefined : outcomeOf(next, record.state, record);
  return {
    record,
    nextAct: next,
    acts: caseActs.filter(
      (act) => isOpenTo(record.state, act) && can(permissionOf(act)) && !isPointless(record, act),
    ),
    missing: outcome?.ok === false && outcome.reason === 'incomplete' ? [...outcome.missing] : [],
    clocks: clockViews(record, today),
  };
};

/** Newest first: by the day of registration, then by number. */
export const newestCases = (records: readonly CaseRecord[]): CaseRecord[] =>
  [...records].sort((a, b) => {
    if (a.registeredOn !== b.registeredOn) return a.registeredOn < b.registeredOn ? 1 : -1;
    return b.number.localeCompare(a.number, 'zh-CN', { numeric: true });
  });

type WaitingRow = CaseRow & { nextAct: CaseAct };

/** What waits for the caller, the most pressing first; cases without a term come last. */
export const waitingCases = (
  records: readonly CaseRecord[],
  { today, can }: Pick<CallContext, 'today' | 'can'>,
): WaitingRow[] =>
  newestCases(records)
    .flatMap((record): WaitingRow[] => {
      const next = nextAct(record);
      return next !== null && can(permissionOf(next)) ? [{ ...caseRow(record, today), nextAct: next }] : [];
    })
    .sort(
      (a, b) =>
        (a.nextClock?.daysLeft ?? Number.MAX_SAFE_INTEGER) -
        (b.nextClock?.daysLeft ?? Number.MAX_SAFE_INTEGER),
    );
