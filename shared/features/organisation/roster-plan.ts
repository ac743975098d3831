import type { ImportProblem, ImportRow } from './import.ts';
import type { RosterColumn } from './roster-columns.ts';
import { problemAt, type FileCell, type RosterRow } from './roster-rows.ts';
import type { ReadValue } from './roster-values.ts';

/** Something that a file names and the school does not have yet. */
export interface Missing {
  readonly kind: 'department' | 'post' | 'class' | 'course';
  readonly name: string;
}

/** What an import would do, before anything is done. */
export interface RosterPlan<T> {
  readonly rows: readonly ImportRow[];
  readonly problems: readonly ImportProblem[];
  /** With how many rows name each. */
  readonly missing: readonly (Missing & { readonly rows: number })[];
  /** The people as they will be; `before` is undefined for a new one. */
  readonly people: readonly { readonly before: T | undefined; readonly after: T }[];
}

/** Gathers what the rows of a file say, cell by cell. */
export class RowReader {
  readonly problems: ImportProblem[] = [];
  readonly #columns: ReadonlyMap<string, RosterColumn>;
  readonly #row: RosterRow;

  constructor(columns: readonly RosterColumn[], row: RosterRow) {
    this.#columns = new Map(columns.map((column) => [column.key, column]));
    this.#row = row;
  }

  /** The value of a cell; undefined when it is blank or wrong (then the problem is kept). */
  read<T>(key: string, read: (text: string, cell: FileCell) => ReadValue<T>): T | undefined {
    const cell = this.#row.cells.get(key);
    if (!cell || cell.broken || cell.text === '') return undefined;
    const value = read(cell.text, cell);
    if (value.ok) return value.value;
    this.complain(key, value.message);
    return undefined;
  }

  complain(key: string, message: string): void {
    const column = this.#columns.get(key);
    if (column) this.problems.push(problemAt(this.#row, column, message));
  }
}

/** Counts what is missing over many rows. */
export class MissingNames {
  readonly #counts = new Map<string, Missing & { rows: number }>();

  add(missing: Missing, rows = 1): void {
    const key = `${missing.kind}|${missing.name}`;
    const held = this.#counts.get(key) ?? { ...missing, rows: 0 };
    held.rows += rows;
    this.#counts.set(key, held);
  }

  list(): readonly (Missing & { rows: number })[] {
    return [...this.#counts.values()];
  }
}

/** The plans of a roster's parts, made with one lookup in the order of its rows, as the plan of the whole. */
export const joinPlans = <T>(plans: readonly RosterPlan<T>[]): RosterPlan<T> => {
  const missing = new MissingNames();
  for (const { kind, name, rows } of plans.flatMap((plan) => plan.missing)) missing.add({ kind, name }, rows);
  return {
    rows: plans.flatMap(({ rows }) => rows),
    problems: plans.flatMap(({ problems }) => problems),
    missing: missing.list(),
    people: plans.flatMap(({ people }) => people),
  };
};

/** The changes between two records in words, and what they make of the row. */
export const rowOf = (
  row: RosterRow,
  before: ReadonlyMap<string, string> | undefined,
  after: ReadonlyMap<string, string>,
): ImportRow => {
  const changes = [...after].flatMap(([label, now]) => {
    const was = before?.get(label) ?? '';
    return was === now ? [] : [{ label, before: was, after: now }];
  });
  return {
    row: row.row,
    number: row.number,
    name: row.name,
    kind: before === undefined ? 'new' : changes.length > 0 ? 'changed' : 'same',
    changes,
  };
};
