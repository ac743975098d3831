import type { CaseAct } from '../../../shared/features/cases/acts.ts';
import { caseActs } from '../../../shared/features/cases/acts.ts';
import type { CaseRow, CaseView } from '../../../shared/features/cases/channels.ts';
import { clockViews, nextClock } from '../../../shared/features/cases/clocks.ts';
import { decisionPapers, isNobodyServed } from '../../../shared/features/cases/conditions.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { awaitsLifting } from '../../../shared/features/cases/sanction.ts';
import { isOpenTo, nextAct, outcomeOf, permissionOf } from '../../../shared/features/cases/workflow.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { measureNames } from './notice-words.ts';
import { paperMakers } from './paper-makers.ts';
import { paperOffers } from './paper-offers.ts';
import type { PaperFacts } from './paper-source.ts';
import { sanctionsOfCase } from './sanctions.ts';

export const caseRow = (record: CaseRecord, today: string): CaseRow => {
  const numbers = decisionPapers(record).flatMap(({ number }) => number ?? []);
  return {
    id: record.id,
    number: record.number,
    route: record.route,
    state: record.state,
    matter: record.matter.name,
    summary: record.summary,
    people: record.subjects.map(({ name }) => name),
    hasMinor: record.subjects.some(({ minor }) => minor),
    occurredOn: record.occurredOn,
    registeredOn: record.registeredOn,
    measure: record.decision ? measureNames(record.decision.items) : null,
    paperNumber: numbers.length > 0 ? numbers.join('、') : null,
    nextClock: nextClock(record, today),
  };
};

/** Acts that change nothing a person could want: a number can only be made void where there is one. */
const isPointless = (reader: Reader, record: CaseRecord, act: CaseAct, today: string): boolean => {
  const papers = decisionPapers(record);
  switch (act) {
    case 'voidNumber':
      return !isNobodyServed(record) || papers.every(({ numberId }) => numberId === null);
    case 'issueNotice':
      return (
        papers.length === 0 || !isNobodyServed(record) || papers.every(({ external }) => external !== null)
      );
    case 'close':
      return record.state === 'decided' && papers.length > 0;
    case 'completeTask':
      return record.tasks.every(({ done }) => done !== null);
    case 'extendClock':
      return record.clocks.every(({ endedOn }) => endedOn !== null);
    case 'split':
      return record.subjects.length < 2;
    case 'liftSanction':
      return !sanctionsOfCase(reader, record.id).some(
        (sanction) => awaitsLifting(sanction, today) || sanction.pupilLevel === 'sanction',
      );
    case 'absorb':
    case 'applyReview':
      return true;
    default:
      return false;
  }
};

const lackingIn =
  (reader: Reader, record: CaseRecord) =>
  (
    key: { form: keyof typeof paperMakers; personId: string | null; aboutId: string | null },
    paperId: string | null,
  ) => {
    const maker = paperMakers[key.form];
    if (!maker) return [];
    const facts: PaperFacts = {
      school: readSchool(reader),
      record,
      sanctions: sanctionsOfCase(reader, record.id),
      paper: record.papers.find(({ id }) => id === paperId) ?? null,
      subject: record.subjects.find(({ personId }) => personId === key.personId) ?? null,
      aboutId: key.aboutId,
    };
    return maker.lacking(facts);
  };

export const caseView = (
  record: CaseRecord,
  { store, today, can }: Pick<CallContext, 'store' | 'today' | 'can'>,
): CaseView => {
  const next = nextAct(record);
  const outcome = next === null ? undefined : outcomeOf(next, record.state, record);
  return {
    record,
    nextAct: next,
    acts: caseActs.filter(
      (act) => isOpenTo(record, act) && can(permissionOf(act)) && !isPointless(store, record, act, today),
    ),
    missing: outcome?.ok === false && outcome.reason === 'incomplete' ? [...outcome.missing] : [],
    clocks: clockViews(record, today),
    sanctions: [...sanctionsOfCase(store, record.id)],
    papers: paperOffers(record, lackingIn(store, record)),
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
