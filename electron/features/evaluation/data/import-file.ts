import type { dataChannels } from '../../../../shared/features/evaluation/data/channels.ts';
import type { DataField } from '../../../../shared/features/evaluation/data/fields.ts';
import { judgeData, type JudgedData } from '../../../../shared/features/evaluation/data/import-judge.ts';
import {
  columnsAt,
  guessLayout,
  headKey,
  type DataSheet,
  type HeadKnowledge,
  type Layout,
} from '../../../../shared/features/evaluation/data/import-layout.ts';
import type { DataPreview } from '../../../../shared/features/evaluation/data/views.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { ParsedInputOf } from '../../../../shared/kernel/channel.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { columnLetters } from '../../../documents/excel/score-sheet.ts';
import { readMany } from '../../../documents/workers/workbook-pool.ts';
import type { Reader, Store } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { bytesOf } from '../../file-content.ts';
import { requireCycle } from '../cycles.ts';
import { numberWordOf, subjectRegister } from './candidates.ts';
import { dataRowCollection, rememberedHeadCollection } from './collections.ts';
import { allFields } from './fields.ts';
import { dataRowOf } from './points.ts';
import { demandDataEntry, originOf } from './table.ts';
import { sheetHeads } from './sheet-heads.ts';

type Channels = typeof dataChannels;
type LayoutChoice = ParsedInputOf<Channels['evaluation.previewData']>['layout'];

/** A workbook that waits for its last button. Gone with the program: nothing of it is kept. */
export interface Pending {
  readonly owner: string;
  readonly cycleId: string;
  readonly file: string;
  readonly sheets: readonly DataSheet[];
}

const pendings = new WeakMap<Store, Map<string, Pending>>();
/** The workbooks that wait, by the token of their preview. */
export const pendingOf = (store: Store): Map<string, Pending> => {
  const held = pendings.get(store) ?? new Map<string, Pending>();
  pendings.set(store, held);
  return held;
};

/** @throws AppError `not-found` for a token of another session, or one that is gone. */
export const requirePending = ({ store, session }: CallContext, token: string): Pending => {
  const pending = pendingOf(store).get(token);
  if (pending?.owner !== session.id) throw new AppError('not-found', '这次预览已经失效，请重新选择文件。');
  return pending;
};

export const knowledge = (reader: Reader, cycle: Cycle, fields: readonly DataField[]): HeadKnowledge => ({
  kind: cycle.kind,
  fields: fields.map(({ name }) => name),
  remembered: new Map(
    reader
      .all(rememberedHeadCollection)
      .filter(({ kind }) => kind === cycle.kind)
      .map(({ head, meaning, shares }) => [head, { meaning, shares }]),
  ),
});

/** Rises with every change of a cycle's figures: rows are only ever added and replaced. */
export const seenOf = (reader: Reader, cycleId: string): number =>
  reader.by(dataRowCollection, 'cycle', cycleId).reduce((sum, { rev }) => sum + rev, 0);

const nothingFound = (sheets: readonly DataSheet[]): Layout => ({
  sheet: sheets[0]?.name ?? '',
  headRow: sheets[0]?.rows[0]?.number ?? 1,
  columns: [],
});

/** The layout that a person chose, its heads as the file has them; what he left open is guessed. */
export const layoutOf = (
  sheets: readonly DataSheet[],
  choice: LayoutChoice | null,
  known: HeadKnowledge,
): Layout => {
  if (choice === null) {
    const found = guessLayout(sheets, known);
    if (found) return found;
    const first = nothingFound(sheets);
    const sheet = sheets[0];
    return sheet ? { ...first, columns: columnsAt(sheet, first.headRow, known) } : first;
  }
  const sheet = sheets.find(({ name }) => name === choice.sheet);
  if (!sheet) throw new AppError('invalid', `文件里没有工作表“${choice.sheet}”，请重新选择。`);
  const guessed = columnsAt(sheet, choice.headRow, known);
  const { columns } = choice;
  return {
    sheet: sheet.name,
    headRow: choice.headRow,
    columns:
      columns === null
        ? guessed
        : guessed.map((one) => {
            const said = columns.find(({ column }) => column === one.column);
            return said ? { ...one, meaning: said.meaning, shares: said.shares } : one;
          }),
  };
};

/** What the table of a workbook would do to the figures on record. */
export const judged = (
  reader: Reader,
  cycle: Cycle,
  pending: Pending,
  layout: Layout,
  round: boolean,
  fields: readonly DataField[],
  today: string,
): JudgedData => {
  const sheet = pending.sheets.find(({ name }) => name === layout.sheet) ?? { name: '', rows: [] };
  return judgeData({
    sheet,
    layout,
    round,
    fields: new Map(fields.map((field) => [field.name, field])),
    register: subjectRegister(reader, cycle, today),
    numberWord: numberWordOf(cycle.kind),
    present: (subjectId, field) => {
      const values = dataRowOf(reader, cycle.id, subjectId)?.values ?? {};
      return Object.hasOwn(values, field) ? values[field] : undefined;
    },
    sourceOf: originOf,
  });
};

const MOST_SHOWN = 500;
const SAMPLES = 3;

const previewOf = (
  reader: Reader,
  cycle: Cycle,
  token: string,
  pending: Pending,
  choice: LayoutChoice | null,
  fields: readonly DataField[],
  today: string,
): DataPreview => {
  const known = knowledge(reader, cycle, fields);
  const layout = layoutOf(pending.sheets, choice, known);
  const round = choice?.round ?? false;
  const { entries, problems, conflicts, counts, skipped, undecided, refused } = judged(
    reader,
    cycle,
    pending,
    layout,
    round,
    fields,
    today,
  );
  const below = (pending.sheets.find(({ name }) => name === layout.sheet)?.rows ?? []).filter(
    ({ number }) => number > layout.headRow,
  );
  return {
    token,
    file: pending.file,
    seen: seenOf(reader, cycle.id),
    sheets: sheetHeads(pending.sheets),
    sheet: layout.sheet,
    headRow: layout.headRow,
    round,
    columns: layout.columns.map(({ column, head, meaning, shares }) => ({
      column,
      meaning,
      shares,
      letters: columnLetters(column + 1),
      head,
      samples: below
        .flatMap(({ cells }) => {
          const cell = cells.get(column);
          return cell ? [cell.percent ? `${cell.text}（按百分比显示）` : cell.text] : [];
        })
        .slice(0, SAMPLES),
      undecided: undecided.includes(column),
      remembered: known.remembered.has(headKey(head)),
    })),
    counts: {
      ...counts,
      conflicts: entries.filter(({ conflict }) => conflict).length,
      problems: problems.length,
    },
    problems: problems.slice(0, MOST_SHOWN),
    conflicts: [...conflicts],
    skipped: skipped.slice(0, MOST_SHOWN),
    refused,
  };
};

/**
 * Reads a workbook and works out what it would do. Nothing is changed.
 *
 * @throws AppError `invalid` for what is no workbook or holds nothing, and what `demandDataEntry` refuses.
 */
export const readDataFile = async (
  { cycleId, file }: { cycleId: string; file: FileContent },
  context: CallContext,
): Promise<DataPreview> => {
  const { store, session, newId, today } = context;
  demandDataEntry(store, requireCycle(store, cycleId), context);
  const fields = allFields(context.store, context.resourcesDir);
  const [read] = await readMany([{ name: file.name, bytes: bytesOf(file) }], (each) => each);
  if (read?.kind !== 'read') throw new AppError('invalid', read?.message ?? '这个文件读不出来。');
  const sheets = read.sheets.filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) throw new AppError('invalid', `“${file.name}”里没有内容，请重新选择文件。`);
  const waiting = pendingOf(store);
  for (const [token, { owner }] of waiting) if (owner === session.id) waiting.delete(token);
  const token = newId();
  const pending: Pending = { owner: session.id, cycleId, file: file.name, sheets };
  waiting.set(token, pending);
  return previewOf(store, requireCycle(store, cycleId), token, pending, null, fields, today);
};

/** @throws AppError `not-found` for a file that is gone, `invalid` for a sheet that it does not have. */
export const previewData = async (
  { token, layout }: ParsedInputOf<Channels['evaluation.previewData']>,
  context: CallContext,
): Promise<DataPreview> => {
  const pending = requirePending(context, token);
  const fields = allFields(context.store, context.resourcesDir);
  const cycle = requireCycle(context.store, pending.cycleId);
  return previewOf(context.store, cycle, token, pending, layout, fields, context.today);
};
