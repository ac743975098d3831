import type { PublicityRow, PublicityView } from '../../../shared/features/publicity/channels.ts';
import type { Publicity } from '../../../shared/features/publicity/schema.ts';
import { shownContent } from '../../../shared/features/publicity/shown.ts';
import {
  isOpenTo,
  missingToFinish,
  missingToShow,
  publicityActs,
} from '../../../shared/features/publicity/workflow.ts';
import { dueState } from '../../../shared/kernel/due-state.ts';
import type { LawFinding } from '../../../shared/law/findings.ts';
import type { Reader } from '../../store/types.ts';
import { calendarOf } from '../calendar/index.ts';
import { caseCollection } from '../cases/index.ts';
import type { CallContext } from '../context.ts';
import { lawOf, readingOf } from './law.ts';

/** The title as others read it: it goes into lists, searches, sheets and the register of numbers. */
export const shownTitle = ({ content }: Pick<Publicity, 'content'>): string => shownContent(content).title;

const order = new Intl.Collator('zh-CN', { numeric: true });

/** Newest first: by the day of drafting, then by number. */
export const newestPublicities = (records: readonly Publicity[]): Publicity[] =>
  [...records].sort((a, b) => {
    if (a.createdOn !== b.createdOn) return a.createdOn < b.createdOn ? 1 : -1;
    return order.compare(b.number, a.number);
  });

const dueOf = (reader: Reader, { state, run }: Publicity, today: string): PublicityRow['due'] => {
  if (state !== 'shown' || !run) return null;
  const due = dueState(calendarOf(reader), today, run.endsOn, { othersTerm: true });
  return { dueOn: run.endsOn, state: due.state, words: due.words, estimated: run.estimated };
};

const refusals = (findings: readonly LawFinding[]): LawFinding[] =>
  findings.filter(({ level }) => level === 'refuse');

/** Up, although the law would not let it up any more: a decision was set aside meanwhile. */
const mustComeDown = (reader: Reader, { state, content }: Publicity): boolean =>
  state === 'shown' && refusals(lawOf(reader, content)).length > 0;

export const publicityRow = (reader: Reader, record: Publicity, today: string): PublicityRow => ({
  id: record.id,
  number: record.number,
  title: shownTitle(record),
  kind: record.content.kind,
  scope: record.content.scope,
  state: record.state,
  items: record.content.items.length,
  startsOn: record.run?.startsOn ?? null,
  endsOn: record.run?.endsOn ?? null,
  due: dueOf(reader, record, today),
  openObjections: record.objections.filter(({ answer }) => answer === null).length,
  mustComeDown: mustComeDown(reader, record),
});

const casesOf = (reader: Reader, { content }: Publicity): PublicityView['cases'] =>
  [...new Set(content.items.flatMap(({ caseId }) => caseId ?? []))].flatMap((id) => {
    const record = reader.get(caseCollection, id);
    return record ? [{ id, number: record.number }] : [];
  });

const missingOf = (record: Publicity, today: string): string[] => {
  if (record.state === 'draft') return missingToShow(record.content);
  return record.state === 'shown' ? missingToFinish(record, today) : [];
};

/** What is found: everything before it goes up, only what must not hang on while it is up, nothing once it is over. */
const told = ({ state }: Publicity, findings: LawFinding[]): LawFinding[] => {
  if (state === 'draft') return findings;
  return state === 'shown' ? refusals(findings) : [];
};

export const publicityView = (
  record: Publicity,
  { store, today, can }: Pick<CallContext, 'store' | 'today' | 'can'>,
): PublicityView => {
  const reading = readingOf(store, record.content, record.run);
  return {
    record,
    acts: can('publicity.manage') ? publicityActs.filter((act) => isOpenTo(record.state, act)) : [],
    missing: missingOf(record, today),
    due: dueOf(store, record, today),
    cases: casesOf(store, record),
    mustComeDown: record.state === 'shown' && refusals(reading.findings).length > 0,
    ...reading,
    findings: told(record, reading.findings),
  };
};
