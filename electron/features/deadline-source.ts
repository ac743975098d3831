import type { Permission } from '../../shared/features/accounts/permissions.ts';
import type { DueDay, WorkCalendar } from '../../shared/kernel/workdays.ts';
import type { Reader, Tx } from '../store/types.ts';
import type { CallContext } from './context.ts';

/** Who has to act before a term ends: a named user, whoever carries a permission, or nobody in the house (null). */
export type Responsible = { readonly userId: string } | { readonly permission: Permission };

/** One running term of one record. A term that has ended or was stopped is not handed over. */
export interface Deadline {
  /** Unique within its source and stable from call to call, e.g. the clock's id. */
  readonly key: string;
  /** The kind of term: a code for filters (`handling`) and its Chinese name (办理期限). */
  readonly kind: string;
  readonly label: string;
  /** What has to be done, or what ends, in a few words: 作出决定, 第 2 项整改完成. */
  readonly title: string;
  /** Where the term comes from, as shown to a person. */
  readonly ground: string;
  readonly startedOn: string;
  readonly dueOn: string;
  /** The last day before 民法典第二百零三条 moved it; null when it was not moved. */
  readonly rolledFrom: string | null;
  /** True when it was counted before the year's notice on holidays was known (预估). */
  readonly estimated: boolean;
  /** Where the screen opens the record, as a route of the app, e.g. `/cases/…`. */
  readonly recordPath: string;
  /** 案号, 线索编号…; empty when the record has none. */
  readonly recordNumber: string;
  readonly recordTitle: string;
  /** Names as this caller may read them: the source masks pupils and protected sources. */
  readonly people: readonly string[];
  /** What one has to carry to see this term; beside the source's own `access`. */
  readonly permission: Permission;
  readonly responsible: Responsible | null;
  /** A term that others may use (复核申请期限): once it has passed it is over, and nobody in the house is late. */
  readonly othersTerm: boolean;
}

/** For whom the deadlines are told. */
export interface DeadlineContext extends Pick<CallContext, 'session' | 'can' | 'store'> {
  readonly userId: string;
  readonly calendar: WorkCalendar;
}

/** What counting a term again by the present calendar gives. */
export interface Recounted {
  /** The deadline's key. */
  readonly key: string;
  readonly before: string;
  readonly after: DueDay;
}

/** How terms that rest on an estimate are counted again once the year's notice is known. */
export interface Recompute {
  /**
   * Every running estimated term as the calendar gives it now, also those that keep their day; without those whose
   * day somebody laid down or was told. Changes nothing.
   */
  preview(reader: Reader, calendar: WorkCalendar): readonly Recounted[];
  /**
   * Writes the new days of those running, estimated terms whose keys are given, in the caller's transaction; terms
   * that have ended or were never estimated stay as they are. Returns how many terms it wrote.
   */
  apply(tx: Tx, calendar: WorkCalendar, keys: ReadonlySet<string>): number;
}

/** What a feature offers to the calendar of deadlines: it never hands over what the caller may not see. */
export interface DeadlineSource {
  /** Unique among the sources; with a deadline's key it names the deadline. */
  readonly name: string;
  /** What it is called in filters: 问责事项, 线索, 考核. */
  readonly label: string;
  /** Without it the source is not asked. */
  readonly access: Permission;
  /** Without it the source's terms may be looked at but not taken along in a sheet. */
  readonly exportAccess: Permission;
  /** Every running term, in no particular order. `today` is `YYYY-MM-DD` in China's civil calendar. */
  deadlines(reader: Reader, today: string, context: DeadlineContext): readonly Deadline[];
  /** Left out by a source whose terms are never estimated. */
  readonly recompute?: Recompute;
}
