import type { dataChannels } from '../../../../shared/features/evaluation/data/channels.ts';
import type { ExamChoice, ExamPreview } from '../../../../shared/features/evaluation/data/exam-views.ts';
import type { ParsedInputOf } from '../../../../shared/kernel/channel.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { readMany } from '../../../documents/workers/workbook-pool.ts';
import type { Store } from '../../../store/types.ts';
import type { CallContext } from '../../context.ts';
import { bytesOf } from '../../file-content.ts';
import { requireCycle } from '../cycles.ts';
import { judgeExam, type ExamFile, type PendingExam } from './exam-judge.ts';
import { examPreviewOf } from './exam-preview.ts';
import { allFields } from './fields.ts';
import { demandDataEntry } from './table.ts';

type Channels = typeof dataChannels;

const pendings = new WeakMap<Store, Map<string, PendingExam>>();
/** The tables that wait, by the token of their preview. */
export const pendingExams = (store: Store): Map<string, PendingExam> => {
  const held = pendings.get(store) ?? new Map<string, PendingExam>();
  pendings.set(store, held);
  return held;
};

/** @throws AppError `not-found` for a token of another session, or one that is gone. */
export const requireExam = ({ store, session }: CallContext, token: string): PendingExam => {
  const pending = pendingExams(store).get(token);
  if (pending?.owner !== session.id) throw new AppError('not-found', '这次统计已经失效，请重新选择成绩表。');
  return pending;
};

const previewOf = (
  { store, today, resourcesDir }: CallContext,
  token: string,
  pending: PendingExam,
  choice: ExamChoice,
): ExamPreview => {
  const cycle = requireCycle(store, pending.cycleId);
  const fields = allFields(store, resourcesDir);
  const judged = judgeExam(store, cycle, pending, choice, fields, today);
  return examPreviewOf(store, cycle, token, choice, judged, fields);
};

/**
 * Reads the marks of an exam, and of an earlier one for 增值, and reckons what they say of each subject.
 *
 * @throws AppError `invalid` for what is no workbook, and what `demandDataEntry` refuses.
 */
export const readExamFiles = async (
  { cycleId, now, before, teaching, lines }: ParsedInputOf<Channels['evaluation.readExam']>,
  context: CallContext,
): Promise<ExamPreview> => {
  const { store, session, newId } = context;
  demandDataEntry(store, requireCycle(store, cycleId), context);
  const files = [now, before, teaching].flatMap((file) => file ?? []);
  const read = await readMany(
    files.map((file) => ({ name: file.name, bytes: bytesOf(file) })),
    (file) => file,
  );
  const fileOf = (wanted: (typeof files)[number]): ExamFile => {
    const one = read[files.indexOf(wanted)];
    if (one?.kind !== 'read')
      throw new AppError('invalid', `“${wanted.name}”：${one?.message ?? '读不出来。'}`);
    return { name: wanted.name, sheets: one.sheets.filter(({ rows }) => rows.length > 0) };
  };
  const waiting = pendingExams(store);
  for (const [one, { owner }] of waiting) if (owner === session.id) waiting.delete(one);
  const token = newId();
  const pending: PendingExam = {
    owner: session.id,
    cycleId,
    now: fileOf(now),
    before: before && fileOf(before),
    teaching: teaching && fileOf(teaching),
  };
  waiting.set(token, pending);
  const choice: ExamChoice = { lines, absent: 'leftOut', now: null, before: null };
  return previewOf(context, token, pending, choice);
};

/** @throws AppError `not-found` for files that are gone, `invalid` for a sheet that they do not have. */
export const previewExam = (
  { token, choice }: ParsedInputOf<Channels['evaluation.previewExam']>,
  context: CallContext,
): ExamPreview => previewOf(context, token, requireExam(context, token), choice);
