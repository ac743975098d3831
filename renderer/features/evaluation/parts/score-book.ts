import { z } from 'zod';
import type { SavedScores, SheetRow } from '../../../../shared/features/evaluation/views.ts';
import { cellKey, type GridChange, type GridRow } from '../../../ui/grid/grid-sheet.ts';

/** A cell that is not (or not yet) as it is typed on the data side. Kept on this PC until it is. */
export const editSchema = z.object({
  raterId: z.string(),
  subjectId: z.string(),
  indicatorId: z.string(),
  text: z.string(),
  /** The row's revision when it was typed. */
  rev: z.number().int(),
  /** waiting to be sent · on its way · refused by the rules · not delivered · changed by somebody else meanwhile. */
  state: z.enum(['waiting', 'sending', 'refused', 'failed', 'conflict']),
  message: z.string(),
});
export type Edit = z.infer<typeof editSchema>;

export interface RowToSave {
  raterId: string;
  subjectId: string;
  rev: number;
  cells: { indicatorId: string; text: string }[];
}

export interface Conflict {
  /** Of the row in the grid. */
  readonly row: string;
  readonly name: string;
  readonly message: string;
  readonly cells: readonly { readonly indicatorId: string; readonly mine: string; readonly theirs: string }[];
}

export interface BookView {
  readonly rows: readonly GridRow[];
  readonly errors: ReadonlyMap<string, string>;
  readonly conflicts: readonly Conflict[];
  readonly state: 'saved' | 'saving' | 'refused' | 'failed';
  /** Cells that are not saved, for whatever reason. */
  readonly open: number;
  /** Rows without an empty cell, saved. */
  readonly complete: number;
  /** Why nothing could be delivered. */
  readonly problem: string;
}

export interface BookParts {
  readonly rows: readonly SheetRow[];
  readonly indicatorIds: readonly string[];
  readonly kept: readonly Edit[];
  readonly save: (rows: RowToSave[]) => Promise<SavedScores>;
  readonly keep: (edits: readonly Edit[]) => void;
  /** Waits before sending, so that a block goes as one call. */
  readonly later: (act: () => void) => void;
}

export const rowId = (row: { readonly raterId: string; readonly subjectId: string }): string =>
  `${row.raterId}/${row.subjectId}`;

const idOf = (row: SheetRow): string => rowId({ raterId: row.raterId, subjectId: row.subject.id });

const SAVED_AT_ONCE = 500;

/**
 * A score sheet being typed: shows at once what is typed, sends it in batches, and remembers every cell that the data
 * side has not taken, with the reason. Knows nothing of React, so that it can be tried without a screen.
 */
export class ScoreBook {
  readonly #parts: BookParts;
  readonly #rows: Map<string, SheetRow>;
  readonly #edits = new Map<string, Edit>();
  readonly #drawn = new Map<string, GridRow>();
  readonly #listeners = new Set<() => void>();
  #view: BookView;
  #errors: ReadonlyMap<string, string> = new Map();
  #problem = '';
  #sending = false;
  #run: Promise<void> | undefined;
  #planned = false;

  constructor(parts: BookParts) {
    this.#parts = parts;
    this.#rows = new Map(parts.rows.map((row) => [idOf(row), row]));
    for (const edit of parts.kept) this.#restore(edit);
    this.#view = this.#look();
    if ([...this.#edits.values()].some(({ state }) => state === 'waiting')) this.#plan();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): BookView => this.#view;

  /** What the grid says was typed, pasted, filled or undone. */
  readonly change = (changes: readonly GridChange[]): void => {
    for (const { row: id, column, value } of changes) {
      const row = this.#rows.get(id);
      if (!row) continue;
      const key = cellKey(id, column);
      // A call under way may carry an older text of this cell: then even the saved text has to be sent again.
      const underWay = this.#edits.get(key)?.state === 'sending';
      if ((row.cells[column] ?? '') === value && !underWay) this.#edits.delete(key);
      else
        this.#edits.set(key, {
          raterId: row.raterId,
          subjectId: row.subject.id,
          indicatorId: column,
          text: value,
          rev: row.rev,
          state: 'waiting',
          message: '',
        });
      this.#drawn.delete(id);
    }
    this.#tell();
    this.#plan();
  };

  /** Sends again what was not delivered. */
  readonly retry = (): void => {
    for (const [key, edit] of this.#edits)
      if (edit.state === 'failed') this.#edits.set(key, { ...edit, state: 'waiting', message: '' });
    this.#tell();
    void this.flush();
  };

  /** Ends a conflict: `mine` sends what was typed here onto the new state, `theirs` lets it go. */
  readonly settle = (id: string, choice: 'mine' | 'theirs'): void => {
    const row = this.#rows.get(id);
    for (const [key, edit] of this.#edits) {
      if (edit.state !== 'conflict' || rowId(edit) !== id) continue;
      if (choice === 'theirs') this.#edits.delete(key);
      else this.#edits.set(key, { ...edit, state: 'waiting', message: '', rev: row?.rev ?? edit.rev });
    }
    this.#drawn.delete(id);
    this.#tell();
    if (choice === 'mine') void this.flush();
  };

  /** Takes over rows as they are now; those with edits here keep them, and are checked when they are sent. */
  readonly adopt = (rows: readonly SheetRow[]): void => {
    if (this.#sending) return;
    const busy = new Set([...this.#edits.values()].map(rowId));
    let any = false;
    for (const row of rows) {
      const id = idOf(row);
      const held = this.#rows.get(id);
      if (busy.has(id) || held?.rev === row.rev) continue;
      this.#rows.set(id, row);
      this.#drawn.delete(id);
      any = true;
    }
    if (any) this.#tell();
  };

  /** A row as it was last saved. */
  readonly saved = (id: string): SheetRow | undefined => this.#rows.get(id);

  /** Takes over a row that was just saved by another way than its scores. */
  readonly replace = (row: SheetRow): void => {
    this.#rows.set(idOf(row), row);
    this.#drawn.delete(idOf(row));
    this.#tell();
  };

  /** Sends everything that waits, in one call after the other; resolves when all of it has been answered. */
  readonly flush = (): Promise<void> => {
    this.#run ??= this.#send().finally(() => {
      this.#run = undefined;
    });
    return this.#run;
  };

  async #send(): Promise<void> {
    const batch = this.#batch();
    if (batch.length === 0) return;
    this.#sending = true;
    const sent: Edit[] = [];
    for (const [key, edit] of this.#edits) {
      if (edit.state !== 'waiting' || !batch.some((row) => rowId(row) === rowId(edit))) continue;
      const going: Edit = { ...edit, state: 'sending' };
      this.#edits.set(key, going);
      sent.push(going);
    }
    this.#tell();
    try {
      this.#take(sent, await this.#parts.save(batch));
      this.#problem = '';
    } catch (cause) {
      this.#problem = cause instanceof Error ? cause.message : '没有保存成功。';
      for (const edit of sent) this.#mark(edit, 'failed', `这一格还没有保存：${this.#problem}`);
    }
    this.#sending = false;
    this.#tell();
    if (this.#problem === '') await this.#send();
  }

  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    this.#parts.later(() => {
      this.#planned = false;
      void this.flush();
    });
  }

  #restore(edit: Edit): void {
    const row = this.#rows.get(rowId(edit));
    const now = row?.cells[edit.indicatorId] ?? '';
    if (!row || now === edit.text || !this.#parts.indicatorIds.includes(edit.indicatorId)) return;
    const key = cellKey(rowId(edit), edit.indicatorId);
    this.#edits.set(
      key,
      row.rev === edit.rev || now === ''
        ? { ...edit, rev: row.rev, state: 'waiting', message: '' }
        : { ...edit, state: 'conflict', message: `这一格后来被改为“${now}”，您填的“${edit.text}”没有保存` },
    );
  }

  #batch(): RowToSave[] {
    const rows = new Map<string, RowToSave>();
    for (const edit of this.#edits.values()) {
      if (edit.state !== 'waiting') continue;
      const id = rowId(edit);
      const held = this.#rows.get(id);
      if (!held) continue;
      const row = rows.get(id) ?? {
        raterId: edit.raterId,
        subjectId: edit.subjectId,
        rev: held.rev,
        cells: [],
      };
      row.cells.push({ indicatorId: edit.indicatorId, text: edit.text });
      rows.set(id, row);
      if (rows.size >= SAVED_AT_ONCE) break;
    }
    return [...rows.values()];
  }

  /** Changes the state of an edit, unless the cell was typed into again since. */
  #mark(edit: Edit, state: Edit['state'], message: string): void {
    const key = cellKey(rowId(edit), edit.indicatorId);
    if (this.#edits.get(key) === edit) this.#edits.set(key, { ...edit, state, message });
  }

  #take(sent: readonly Edit[], answer: SavedScores): void {
    for (const row of answer.rows) {
      this.#rows.set(idOf(row), row);
      this.#drawn.delete(idOf(row));
    }
    const problems = new Map(
      answer.problems.map((one) => [cellKey(rowId(one), one.indicatorId), one.message]),
    );
    for (const edit of sent) {
      const key = cellKey(rowId(edit), edit.indicatorId);
      const problem = problems.get(key);
      if (answer.conflicts.some((one) => rowId(one) === rowId(edit))) continue;
      if (problem !== undefined) this.#mark(edit, 'refused', problem);
      else if (this.#edits.get(key) === edit) this.#edits.delete(key);
    }
    for (const conflict of answer.conflicts) this.#contest(rowId(conflict), conflict.message);
  }

  /** Every cell typed into a row that somebody else changed waits for a choice, those typed meanwhile as well. */
  #contest(id: string, message: string): void {
    for (const [key, edit] of this.#edits) {
      if (rowId(edit) !== id) continue;
      const theirs = this.#rows.get(id)?.cells[edit.indicatorId] ?? '';
      if (theirs === edit.text) this.#edits.delete(key);
      else {
        const now = theirs === '' ? '空' : `“${theirs}”`;
        const words = `${message} 这一格现在是${now}，您填的是“${edit.text}”`;
        this.#edits.set(key, { ...edit, state: 'conflict', message: words });
      }
    }
  }

  #tell(): void {
    this.#parts.keep([...this.#edits.values()]);
    this.#view = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #draw(id: string, row: SheetRow): GridRow {
    const drawn = this.#drawn.get(id);
    if (drawn) return drawn;
    const cells: Record<string, string> = {
      ...row.cells,
      name: row.subject.name,
      place: [row.subject.department, row.subject.post].filter((part) => part !== '').join(' '),
    };
    for (const indicatorId of this.#parts.indicatorIds) {
      const edit = this.#edits.get(cellKey(id, indicatorId));
      if (edit) cells[indicatorId] = edit.text;
    }
    const made: GridRow = { id, label: row.subject.name, cells, readOnly: !row.mayEnter };
    this.#drawn.set(id, made);
    return made;
  }

  #conflicts(): Conflict[] {
    const byRow = new Map<string, Edit[]>();
    for (const edit of this.#edits.values())
      if (edit.state === 'conflict') byRow.set(rowId(edit), [...(byRow.get(rowId(edit)) ?? []), edit]);
    return [...byRow].flatMap(([id, edits]) => {
      const row = this.#rows.get(id);
      return row
        ? [
            {
              row: id,
              name: row.subject.name,
              message: edits[0]?.message ?? '',
              cells: edits.map(({ indicatorId, text }) => ({
                indicatorId,
                mine: text,
                theirs: row.cells[indicatorId] ?? '',
              })),
            },
          ]
        : [];
    });
  }

  /** The same map as before as long as nothing in it changes: rows are drawn again when it is another one. */
  #errorsOf(edits: readonly Edit[]): ReadonlyMap<string, string> {
    const errors = new Map(
      edits.flatMap((edit) =>
        edit.message === '' ? [] : [[cellKey(rowId(edit), edit.indicatorId), edit.message] as const],
      ),
    );
    const same =
      errors.size === this.#errors.size && [...errors].every(([key, text]) => this.#errors.get(key) === text);
    if (!same) this.#errors = errors;
    return this.#errors;
  }

  #look(): BookView {
    const edits = [...this.#edits.values()];
    const has = (state: Edit['state']): boolean => edits.some((edit) => edit.state === state);
    const errors = this.#errorsOf(edits);
    const whole = (row: SheetRow): boolean =>
      this.#parts.indicatorIds.every((id) => (row.cells[id] ?? '') !== '');
    return {
      rows: [...this.#rows].map(([id, row]) => this.#draw(id, row)),
      errors,
      conflicts: this.#conflicts(),
      state: has('failed')
        ? 'failed'
        : has('waiting') || has('sending')
          ? 'saving'
          : edits.length > 0
            ? 'refused'
            : 'saved',
      open: edits.length,
      complete: [...this.#rows.values()].filter(whole).length,
      problem: this.#problem,
    };
  }
}
