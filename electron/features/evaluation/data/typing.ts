import type { DataField } from '../../../../shared/features/evaluation/data/fields.ts';
import { readDatum } from '../../../../shared/features/evaluation/data/read-datum.ts';
import type { Datum, DatumSource } from '../../../../shared/features/evaluation/data/schema.ts';
import type { dataChannels } from '../../../../shared/features/evaluation/data/channels.ts';
import type { HandlerOutputOf, ParsedInputOf } from '../../../../shared/kernel/channel.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Tx } from '../../../store/types.ts';
import type { CallContext, NewId } from '../../context.ts';
import { requireCycle } from '../cycles.ts';
import { requireVersion } from '../systems.ts';
import { dataRowCollection } from './collections.ts';
import { allFields } from './fields.ts';
import { dataRowOf, formulaIndicators } from './points.ts';
import { dataTableRow, demandDataEntry } from './table.ts';

type Channels = typeof dataChannels;

/** A figure as it is kept, now and by the caller. */
export const datumOf = (tx: Tx, field: DataField, value: string, source: DatumSource): Datum => ({
  value,
  unit: field.unit,
  source,
  saved: { at: instantOfMs(tx.now), by: tx.actor },
});

/** Writes the figures of one subject; null takes one away. */
const writeFigures = (
  tx: Tx,
  place: { readonly cycleId: string; readonly subjectId: string; readonly id: string },
  figures: ReadonlyMap<string, Datum | null>,
): void => {
  const { cycleId, subjectId, id } = place;
  const held = dataRowOf(tx, cycleId, subjectId);
  const kept = new Map(Object.entries(held?.values ?? {}));
  for (const [name, datum] of figures)
    if (datum) kept.set(name, datum);
    else kept.delete(name);
  const values = Object.fromEntries(kept);
  if (held) tx.replace(dataRowCollection, { ...held, values });
  else tx.insert(dataRowCollection, { id, cycleId, subjectId, values });
};

/** Writes figures of many subjects, each subject's in one go. */
export const writeEach = (
  tx: Tx,
  cycleId: string,
  figures: readonly { readonly subjectId: string; readonly field: string; readonly datum: Datum | null }[],
  newId: NewId,
): void => {
  const bySubject = new Map<string, Map<string, Datum | null>>();
  for (const { subjectId, field, datum } of figures) {
    const own = bySubject.get(subjectId) ?? new Map<string, Datum | null>();
    bySubject.set(subjectId, own.set(field, datum));
  }
  for (const [subjectId, own] of bySubject) writeFigures(tx, { cycleId, subjectId, id: newId() }, own);
};

/**
 * Saves figures as typed. A row that somebody changed meanwhile is left alone and comes back as it is.
 *
 * @throws AppError `illegal-step` once confirmed, `forbidden`, `not-found` for a subject who is not in the cycle.
 */
export const saveData = async (
  { cycleId, rows }: ParsedInputOf<Channels['evaluation.saveData']>,
  context: CallContext,
): Promise<HandlerOutputOf<Channels['evaluation.saveData']>> => {
  const fields = new Map(allFields(context.store, context.resourcesDir).map((field) => [field.name, field]));
  return context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const cycle = requireCycle(tx, cycleId);
    demandDataEntry(tx, cycle, context);
    const formulas = formulaIndicators(requireVersion(tx, cycle.versionId).content);
    const subjects = new Map(cycle.subjects.map((subject) => [subject.id, subject]));
    const problems: { subjectId: string; field: string; message: string }[] = [];
    const conflicts: { subjectId: string; message: string }[] = [];
    const after = rows.map(({ subjectId, rev, cells }) => {
      const subject = subjects.get(subjectId);
      if (!subject) throw new AppError('not-found', '有对象已经不在这次考核里，请刷新后重试。');
      const held = dataRowOf(tx, cycleId, subjectId);
      if ((held?.rev ?? 0) !== rev) {
        conflicts.push({ subjectId, message: `“${subject.name}”的数据刚刚由别人改过` });
        return dataTableRow(subject, held, formulas);
      }
      const figures = new Map<string, Datum | null>();
      for (const { field: name, text } of cells) {
        const field = fields.get(name);
        const read = field && readDatum(field, { text });
        if (!field || !read)
          problems.push({ subjectId, field: name, message: `没有“${name}”这个数据，请先在“数据字段”里添加` });
        else if (read.kind === 'problem') problems.push({ subjectId, field: name, message: read.problem });
        else
          figures.set(name, read.kind === 'empty' ? null : datumOf(tx, field, read.value, { kind: 'typed' }));
      }
      if (figures.size > 0) writeFigures(tx, { cycleId, subjectId, id: context.newId() }, figures);
      return dataTableRow(subject, dataRowOf(tx, cycleId, subjectId), formulas);
    });
    return { rows: after, problems, conflicts };
  });
};
