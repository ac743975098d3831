import type { CaseAct } from '../../../shared/features/cases/acts.ts';
import { caseActs } from '../../../shared/features/cases/acts.ts';
import { isPaperOut, type CasePaper } from '../../../shared/features/cases/carrying-out.ts';
import type { CaseView } from '../../../shared/features/cases/channels.ts';
import type { CaseRow } from '../../../shared/features/cases/list.ts';
import { clockViews, nextClock } from '../../../shared/features/cases/clocks.ts';
import { decisionPapers, isNobodyServed } from '../../../shared/features/cases/conditions.ts';
import type { CaseRecord } from '../../../shared/features/cases/schema.ts';
import { awaitsLifting, isRunning } from '../../../shared/features/cases/sanction.ts';
import { isOpenTo, nextAct, outcomeOf, permissionOf } from '../../../shared/features/cases/workflow.ts';
import type { Reader } from '../../store/types.ts';
import type { CallContext } from '../context.ts';
import { measureNames } from './notice-words.ts';
import { paperMakers } from './paper-makers.ts';
import { paperOffers } from './paper-offers.ts';
import { paperFacts } from './paper-facts.ts';
import { warningsOf } from './others-named.ts';
import type { PaperFacts, PaperOfferKey } from './paper-source.ts';
import { sanctionsOfCase } from './sanctions.ts';

/** Papers that have their place in the case and were not issued yet. */
export const papersToIssue = (record: CaseRecord): readonly CasePaper[] =>
  record.papers.filter((paper) => !paper.void && !isPaperOut(paper));

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
    nextAct: nextAct(record),
    papersDue: papersToIssue(record).length,
  };
};

type Pointless = (record: CaseRecord, reader: Reader, today: string) => boolean;

const always: Pointless = () => true;

/** Acts that change nothing a person could want: a number can only be made void where there is one. */
const pointless: Readonly<Partial<Record<CaseAct, Pointless>>> = {
  voidNumber: (record) =>
    !isNobodyServed(record) || decisionPapers(record).every(({ numberId }) => numberId === null),
  issueNotice: (record) => {
    const papers = decisionPapers(record);
    return (
      papers.length === 0 || !isNobodyServed(record) || papers.every(({ external }) => external !== null)
    );
  },
  close: (record) => record.state === 'decided' && decisionPapers(record).length > 0,
  completeTask: ({ tasks }) => tasks.every(({ done }) => done !== null),
  extendClock: ({ clocks }) => clocks.every(({ endedOn }) => endedOn !== null),
  split: ({ subjects }) => subjects.length < 2,
  liftSanction: ({ id }, reader, today) =>
    !sanctionsOfCase(reader, id).some(
      (sanction) =>
        awaitsLifting(sanction, today) || (sanction.pupilLevel === 'sanction' && isRunning(sanction, today)),
    ),
  absorb: always,
  applyReview: always,
};

const factsIn =
  (reader: Reader, record: CaseRecord) =>
  (key: PaperOfferKey, paperId: string | null): PaperFacts =>
    paperFacts(reader, record, key, record.papers.find(({ id }) => id === paperId) ?? null);

export const caseView = (
  record: CaseRecord,
  { store, today, can }: Pick<CallContext, 'store' | 'today' | 'can'>,
): CaseView => {
  const factsOf = factsIn(store, record);
  const next = nextAct(record);
  const outcome = next === null ? undefined : outcomeOf(next, record.state, record);
  return {
    record,
    nextAct: next,
    acts: caseActs.filter(
      (act) =>
        isOpenTo(record, act) && can(permissionOf(act)) && pointless[act]?.(record, store, today) !== true,
    ),
    missing: outcome?.ok === false && outcome.reason === 'incomplete' ? [...outcome.missing] : [],
    clocks: clockViews(record, today),
    sanctions: [...sanctionsOfCase(store, record.id)],
    papers: paperOffers(
      record,
      (key, paperId) => paperMakers[key.form].lacking(factsOf(key, paperId)),
      (key, paperId) => warningsOf(store, key.form, factsOf(key, paperId)),
    ),
  };
};

/** One for all: a collator costs more than thousands of comparisons. */
const byNumber = new Intl.Collator('zh-CN', { numeric: true });

/** Newest first: by the day of registration, then by number. */
export const newestCases = (records: readonly CaseRecord[]): CaseRecord[] =>
  records.toSorted((a, b) => {
    if (a.registeredOn !== b.registeredOn) return a.registeredOn < b.registeredOn ? 1 : -1;
    return byNumber.compare(b.number, a.number);
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
