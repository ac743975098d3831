import type { dataChannels } from '../../../../shared/features/evaluation/data/channels.ts';
import { headKey, type Layout } from '../../../../shared/features/evaluation/data/import-layout.ts';
import type { DataImport } from '../../../../shared/features/evaluation/data/schema.ts';
import type { Cycle } from '../../../../shared/features/evaluation/schema.ts';
import type { HandlerOutputOf, ParsedInputOf } from '../../../../shared/kernel/channel.ts';
import { instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { Target } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Tx } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { requireCycle } from '../cycles.ts';
import { dataImportCollection, rememberedHeadCollection } from './collections.ts';
import { allFields } from './fields.ts';
import { judged, knowledge, layoutOf, pendingOf, requirePending, seenOf } from './import-file.ts';
import { dataRowOf } from './points.ts';
import { demandDataEntry } from './table.ts';
import { datumOf, writeEach } from './typing.ts';
import { writeImport } from './write-import.ts';

type Channels = typeof dataChannels;

const remember = (tx: Tx, cycle: Cycle, layout: Layout, context: CallContext): void => {
  for (const { head, meaning, shares } of layout.columns) {
    const key = headKey(head);
    if (key === '') continue;
    const held = tx.by(rememberedHeadCollection, 'place', `${cycle.kind}/${key}`)[0];
    const next = { kind: cycle.kind, head: key, meaning, shares: shares === true };
    if (!held) tx.insert(rememberedHeadCollection, { id: context.newId(), ...next });
    else if (JSON.stringify([held.meaning, held.shares]) !== JSON.stringify([meaning, next.shares]))
      tx.replace(rememberedHeadCollection, { ...held, ...next });
  }
};

/**
 * Does what a preview showed, all of it in one transaction, and remembers what its columns meant.
 *
 * @throws AppError `not-found` for a file that is gone; `invalid` while cells have problems that are not to be left out,
 *   conflicts have no choice, or a column is undecided; `conflict` when figures were changed meanwhile.
 */
export const applyData = async (
  given: ParsedInputOf<Channels['evaluation.applyData']>,
  context: CallContext,
): Promise<HandlerOutputOf<Channels['evaluation.applyData']>> => {
  const { store, actor, channel, newId, today } = context;
  const pending = requirePending(context, given.token);
  const fields = allFields(context.store, context.resourcesDir);
  const byName = new Map(fields.map((field) => [field.name, field]));
  const taken = new Map(given.choices.map(({ key, take }) => [key, take]));
  const result = await store.transact({ actor, act: channel }, (tx) => {
    const cycle = requireCycle(tx, pending.cycleId);
    demandDataEntry(tx, cycle, context);
    if (seenOf(tx, cycle.id) !== given.seen)
      throw new AppError('conflict', '预览之后又有人改过这次考核的数据，请重新核对。没有写入任何内容。');
    const layout = layoutOf(pending.sheets, given.layout, knowledge(tx, cycle, fields));
    const { entries, problems, refused, undecided } = judged(
      tx,
      cycle,
      pending,
      layout,
      given.layout.round,
      fields,
      today,
    );
    if (refused !== '') throw new AppError('invalid', refused);
    if (undecided.length > 0)
      throw new AppError('invalid', '有的列还没有说明数是百分数还是小数，请选择。没有写入任何内容。');
    if (problems.length > 0 && !given.withoutProblems)
      throw new AppError(
        'invalid',
        `还有 ${String(problems.length)} 处有误。请改正文件后重新导入，或者选择“先导入其余正确的数据”。没有写入任何内容。`,
      );
    const choiceOf = (key: string): 'file' | 'screen' | null => taken.get(key) ?? given.conflicts;
    const open = entries.filter(({ conflict, key }) => conflict && choiceOf(key) === null).length;
    if (open > 0)
      throw new AppError(
        'invalid',
        `还有 ${String(open)} 个数与系统里的不一致，请选择采用哪一个。没有写入任何内容。`,
      );
    const written = entries.filter(({ conflict, key }) => !conflict || choiceOf(key) === 'file');
    if (written.length === 0) throw new AppError('invalid', '没有要写入的数据。');
    const changes = written.map(({ subjectId, field: name, value, cell }): DataImport['changes'][number] => {
      const field = byName.get(name);
      if (!field) throw new RangeError(`no field ${name}`);
      const source = { kind: 'file' as const, file: pending.file, sheet: layout.sheet, cell };
      return {
        subjectId,
        field: name,
        before: dataRowOf(tx, cycle.id, subjectId)?.values[name] ?? null,
        after: datumOf(tx, field, value, source),
      };
    });
    writeImport(tx, { cycleId: cycle.id, file: pending.file, changes }, newId);
    remember(tx, cycle, layout, context);
    return {
      written: written.length,
      kept: entries.length - written.length,
      leftOut: problems.length,
    };
  });
  pendingOf(store).delete(given.token);
  return result;
};

/**
 * Takes an import back: figures that still are what it wrote become what they were before.
 *
 * @throws AppError `illegal-step` when it was taken back already, and what `demandDataEntry` refuses.
 */
export const undoData = (
  { id, rev }: Target,
  context: CallContext,
): Promise<{ restored: number; kept: number }> =>
  context.store.transact({ actor: context.actor, act: context.channel }, (tx) => {
    const done = tx.require(dataImportCollection, id, '导入记录');
    const cycle = requireCycle(tx, done.cycleId);
    demandDataEntry(tx, cycle, context);
    if (done.undone !== null) throw new AppError('illegal-step', '这次导入已经撤销过了。');
    const still = done.changes.filter(
      ({ subjectId, field, after }) =>
        JSON.stringify(dataRowOf(tx, cycle.id, subjectId)?.values[field]) === JSON.stringify(after),
    );
    writeEach(
      tx,
      cycle.id,
      still.map(({ subjectId, field, before }) => ({ subjectId, field, datum: before })),
      context.newId,
    );
    tx.replace(dataImportCollection, {
      ...done,
      rev,
      undone: { at: instantOfMs(tx.now), by: tx.actor },
    });
    return { restored: still.length, kept: done.changes.length - still.length };
  });
