import type { dataChannels } from '../../../../shared/features/evaluation/data/channels.ts';
import { headKey } from '../../../../shared/features/evaluation/data/import-layout.ts';
import type { ExamMeaning } from '../../../../shared/features/evaluation/data/exam-meaning.ts';
import type { DataImport } from '../../../../shared/features/evaluation/data/schema.ts';
import type { HandlerOutputOf, ParsedInputOf } from '../../../../shared/kernel/channel.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import type { Tx } from '../../../store/types.ts';
import type { CallContext, NewId } from '../../context.ts';
import { requireCycle } from '../cycles.ts';
import { rememberedExamHeadCollection } from './collections.ts';
import { judgeExam, type UnderstoodExam } from './exam-judge.ts';
import { pendingExams, requireExam } from './exam.ts';
import { allFields } from './fields.ts';
import { seenOf } from './import-file.ts';
import { dataRowOf } from './points.ts';
import { demandDataEntry } from './table.ts';
import { datumOf } from './typing.ts';
import { writeImport } from './write-import.ts';

type Channels = typeof dataChannels;

/** A column as it is remembered: with the full marks of its course, unless nobody ever said them. */
const kept = (
  meaning: ExamMeaning,
  full: { readonly full: number; readonly from: string } | undefined,
): ExamMeaning =>
  meaning.kind === 'marksOf' && full
    ? { ...meaning, full: full.from === 'usual' ? null : full.full }
    : meaning;

const remember = (tx: Tx, { layout, read }: UnderstoodExam, newId: NewId): void => {
  for (const { column, head, meaning } of layout.columns) {
    const key = headKey(head);
    if (key === '') continue;
    const next = kept(meaning, read.fulls.get(column));
    const held = tx.by(rememberedExamHeadCollection, 'head', key)[0];
    if (!held) tx.insert(rememberedExamHeadCollection, { id: newId(), head: key, meaning: next });
    else if (JSON.stringify(held.meaning) !== JSON.stringify(next))
      tx.replace(rememberedExamHeadCollection, { ...held, meaning: next });
  }
};

/**
 * Writes the chosen figures of a preview, all in one transaction, and remembers what the columns were.
 *
 * @throws AppError `not-found` for files that are gone, `invalid` while they have problems, `conflict` when figures were
 *   changed meanwhile.
 */
export const applyExam = async (
  { token, seen, choice, fields: chosen }: ParsedInputOf<Channels['evaluation.applyExam']>,
  context: CallContext,
): Promise<HandlerOutputOf<Channels['evaluation.applyExam']>> => {
  const { store, actor, channel, newId, today, resourcesDir } = context;
  const pending = requireExam(context, token);
  const written = await store.transact({ actor, act: channel }, (tx) => {
    const cycle = requireCycle(tx, pending.cycleId);
    demandDataEntry(tx, cycle, context);
    if (seenOf(tx, cycle.id) !== seen)
      throw new AppError('conflict', '统计之后又有人改过这次考核的数据，请重新统计。没有写入任何内容。');
    const fields = allFields(tx, resourcesDir);
    const byName = new Map(fields.map((field) => [field.name, field]));
    const { now, before, figures, problems, refused } = judgeExam(tx, cycle, pending, choice, fields, today);
    if (refused !== '') throw new AppError('invalid', refused);
    if (problems.length > 0)
      throw new AppError(
        'invalid',
        `还有 ${String(problems.length)} 处有误，请改正后重新统计：少算几名学生，比率就不对了。没有写入任何内容。`,
      );
    const changes = [...figures].flatMap(([subjectId, own]) =>
      own.flatMap(({ field: name, value, words }): DataImport['changes'] => {
        const field = byName.get(name);
        if (!field || !chosen.includes(name)) return [];
        const held = dataRowOf(tx, cycle.id, subjectId)?.values[name] ?? null;
        const after = datumOf(tx, field, value, { kind: 'exam', file: pending.now.name, words });
        return [{ subjectId, field: name, before: held, after }];
      }),
    );
    if (changes.length === 0) throw new AppError('invalid', '没有要写入的数据。');
    writeImport(tx, { cycleId: cycle.id, file: pending.now.name, changes }, newId);
    remember(tx, now, newId);
    if (before) remember(tx, before, newId);
    return changes.length;
  });
  pendingExams(store).delete(token);
  return { written };
};
