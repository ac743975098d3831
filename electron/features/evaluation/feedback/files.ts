import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { feedbackStateLabels, feedbackState } from '../../../../shared/features/evaluation/feedback/state.ts';
import { formatResult } from '../../../../shared/features/evaluation/decimal.ts';
import {
  rewardOutcomeLabels,
  type Feedback,
} from '../../../../shared/features/evaluation/feedback/schema.ts';
import {
  feedbackPaperLabels,
  type FeedbackPaper,
} from '../../../../shared/features/evaluation/feedback/views.ts';
import type { Subject } from '../../../../shared/features/evaluation/schema.ts';
import { dayOfInstant, formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent, FileRef } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import { renderRecordSheets } from '../../../documents/excel/record-sheet.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile, storedFile, wordFile, XLSX } from '../../file-content.ts';
import type { JobHandle } from '../../jobs.ts';
import { startKeptFile } from '../../kept-files.ts';
import { readSchool } from '../../organisation/index.ts';
import { requireCycle } from '../cycles.ts';
import { findFeedback, standingFeedback, type FeedbackPlace, type Found } from './change.ts';
import { feedbackCollection } from './collections.ts';
import { confirmedCycle, sheetFacts } from './facts.ts';
import { feedbackList } from './list.ts';
import { readyPlan } from './papers/plan.ts';
import { renderReady, type ReadyPaper } from './papers/ready.ts';
import { readyReward } from './papers/reward.ts';
import { resultRecord } from './papers/sheet-book.ts';
import { readySheet, sheetTitle } from './papers/sheet.ts';
import { readyTalk } from './papers/talk.ts';

const factsOf = (context: CallContext, { confirmed, subject, held }: Found) =>
  sheetFacts(context.store, confirmed, subject, held?.told?.limit ?? null);

const kept = async (context: CallContext, file: FileRef) => ({
  file: await storedFile(context.store, file),
  draft: false,
});

const madeNow = (
  context: CallContext,
  found: Found,
  paper: FeedbackPaper,
  itemId: string | null,
): ReadyPaper => {
  const { cycle, subject, held } = found;
  const school = readSchool(context.store).name;
  const facts = factsOf(context, found);
  switch (paper) {
    case 'sheet':
      return readySheet({ school, cycle, subject, facts, toldOn: undefined });
    case 'talk':
      return readyTalk({ school, cycle, subject, facts, talk: held?.talk ?? null });
    case 'plan':
      if (!held?.plan) throw new AppError('not-found', '还没有改进计划。');
      return readyPlan(school, cycle, subject, facts.grade, held.plan);
    case 'reward': {
      const proposal = held?.proposals.find(({ id }) => id === itemId);
      if (proposal?.kind !== 'reward') throw new AppError('not-found', '没有这份奖励建议，请刷新后重试。');
      return readyReward(school, cycle, subject, facts, proposal);
    }
    case 'reply':
      throw new AppError('not-found', '复核答复以后才有答复书。');
  }
};

const feedbackWith = (
  context: CallContext,
  { cycleId, subjectId }: FeedbackPlace,
  has: (one: Feedback) => boolean,
) =>
  context.store
    .by(feedbackCollection, 'cycle', cycleId)
    .find((one) => one.subjectId === subjectId && has(one));

/** A paper to look at: as it was handed over where it was, otherwise as it would be now. */
export const feedbackPaper = async (
  {
    paper,
    itemId,
    ...place
  }: FeedbackPlace & { readonly paper: FeedbackPaper; readonly itemId: string | null },
  context: CallContext,
): Promise<{ file: FileContent; draft: boolean }> => {
  if (paper === 'reply') {
    // An answer that sent the result back stays with the feedback of the withdrawn result.
    const reply = feedbackWith(context, place, ({ reviews }) =>
      reviews.some(({ id }) => id === itemId),
    )?.reviews.find(({ id }) => id === itemId)?.decision?.paper;
    if (!reply) throw new AppError('not-found', '复核答复以后才有答复书。');
    return kept(context, reply);
  }
  const found = findFeedback(context.store, place);
  if (paper === 'sheet' && found.held?.told) return kept(context, found.held.told.sheet);
  const ready = madeNow(context, found, paper, itemId);
  const name = `${found.cycle.name} ${feedbackPaperLabels[paper]} ${found.subject.name}`;
  return { file: wordFile(name, await renderReady(context.store, ready)), draft: ready.model.draft };
};

const filesOf = ({ told, talk, signed, reviews, plan }: Feedback): FileRef[] => [
  ...(told ? [told.sheet] : []),
  ...(talk?.files ?? []),
  ...(signed?.files ?? []),
  ...reviews.flatMap(({ files, decision }) => [...files, ...(decision ? [decision.paper] : [])]),
  ...(plan?.followUps ?? []).flatMap(({ files }) => files),
  ...(plan?.closing?.files ?? []),
];

/** A file that was filed with a feedback. @throws AppError `not-found`. */
export const feedbackFile = (
  { hash, ...place }: FeedbackPlace & { readonly hash: string },
  context: CallContext,
): Promise<FileContent> => {
  const held = feedbackWith(context, place, (one) => filesOf(one).some((file) => file.hash === hash));
  const file = held && filesOf(held).find((one) => one.hash === hash);
  if (!file) throw new AppError('not-found', '没有这份材料，请刷新后重试。');
  return storedFile(context.store, file);
};

/** The result sheet of one subject as a workbook. */
export const exportFeedbackSheet = async (
  place: FeedbackPlace,
  context: CallContext,
): Promise<FileContent> => {
  const found = findFeedback(context.store, place);
  const record = resultRecord(
    readSchool(context.store).name,
    found.cycle,
    found.subject,
    factsOf(context, found),
  );
  const bytes = await renderRecordSheets([record], found.confirmed.confirmedAt);
  return sheetFile(sheetTitle(found.cycle, found.subject), bytes);
};

const chosenOf = (subjects: readonly Subject[], subjectIds: readonly string[]): Subject[] => {
  const known = new Map(subjects.map((subject) => [subject.id, subject]));
  return [...new Set(subjectIds)].map((id) => {
    const subject = known.get(id);
    if (!subject) throw new AppError('not-found', '所选对象里有不属于这次考核的，请刷新后重试。');
    return subject;
  });
};

/** 1980-01-01, the zip format's own zero. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;
const safe = (name: string): string => name.replace(FORBIDDEN, ' ').trim();

export interface Batch {
  readonly cycleId: string;
  readonly subjectIds: readonly string[];
}

/**
 * Result sheets of many in the background: sheets that were handed over as they were, the others as drafts.
 *
 * @throws AppError `illegal-step` unless the results stand, `not-found` for somebody who is no subject.
 */
export const startFeedbackSheets = (
  { cycleId, subjectIds, form }: Batch & { readonly form: 'word' | 'excel' },
  context: CallContext,
): { jobId: string } => {
  const { store } = context;
  const cycle = requireCycle(store, cycleId);
  const confirmed = confirmedCycle(store, cycle);
  const subjects = chosenOf(cycle.subjects, subjectIds);
  const school = readSchool(store).name;
  const factsFor = (subject: Subject) => {
    const told = standingFeedback(store, cycle, subject.id)?.told ?? null;
    return { told, facts: sheetFacts(store, confirmed, subject, told?.limit ?? null) };
  };
  const words = async (job: JobHandle): Promise<Uint8Array> => {
    const zip = new JSZip();
    for (const [at, subject] of subjects.entries()) {
      await job.report(at, subjects.length, `第 ${String(at + 1)} 份，共 ${String(subjects.length)} 份`);
      const { told, facts } = factsFor(subject);
      const bytes = told
        ? await store.readFile(told.sheet.hash)
        : await renderReady(store, readySheet({ school, cycle, subject, facts, toldOn: undefined }));
      const name = safe(
        [subject.department, subject.number, subject.name].filter((part) => part !== '').join(' '),
      );
      const taken = zip.file(`${name}.docx`) !== null;
      zip.file(`${name}${taken ? ` ${String(at + 1)}` : ''}.docx`, bytes, { date: NO_DATE });
    }
    await job.report(subjects.length, subjects.length, '正在装成压缩包');
    return zip.generateAsync({ type: 'uint8array' });
  };
  const book = (job: JobHandle): Promise<Uint8Array> =>
    renderRecordSheets(
      subjects.map((subject) => resultRecord(school, cycle, subject, factsFor(subject).facts)),
      confirmed.confirmedAt,
      (done) => job.report(done, subjects.length, `第 ${String(done)} 张，共 ${String(subjects.length)} 张`),
    );
  const write = async (path: string, job: JobHandle) => {
    const bytes = await (form === 'word' ? words(job) : book(job));
    await writeFile(path, bytes);
    return { size: bytes.byteLength, hash: createHash('sha256').update(bytes).digest('hex') };
  };
  const file =
    form === 'word'
      ? { name: `${safe(cycle.name)} 结果反馈单.zip`, mime: 'application/zip' }
      : { name: `${safe(cycle.name)} 结果反馈单.xlsx`, mime: XLSX };
  return { jobId: startKeptFile(context, { task: '生成结果反馈单', ...file }, write) };
};

const shownTotal = (total: number | null): string => (total === null ? '' : formatResult(total));
const shownDay = (day: string | null): string => (day === null ? '' : formatDay(day));

/** The list of feedback as it is seen. @throws AppError `not-found` for somebody who is no subject. */
export const exportFeedbacks = async (
  { cycleId, subjectIds }: Batch,
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock, today } = context;
  const cycle = requireCycle(store, cycleId);
  const rows = new Map(feedbackList(store, cycleId, today).rows.map((row) => [row.subject.id, row]));
  const name = `${cycle.name}反馈情况`;
  const bytes = await renderListTable({
    title: name,
    sheetName: '反馈情况',
    columns: [
      { title: '编号', width: 12 },
      { title: '姓名/名称', width: 14 },
      { title: '部门', width: 16 },
      { title: '等次', width: 10, align: 'center' },
      { title: '总分', width: 10, align: 'right' },
      { title: '反馈情况', width: 12, align: 'center' },
      { title: '告知日期', width: 16, align: 'center' },
      { title: '待办', width: 34 },
    ],
    rows: chosenOf(cycle.subjects, subjectIds).map((subject) => {
      const row = rows.get(subject.id);
      return [
        subject.number,
        subject.name,
        subject.department,
        row?.grade ?? '',
        row ? shownTotal(row.total) : '',
        feedbackStateLabels[row?.state ?? feedbackState(undefined)],
        row ? shownDay(row.toldOn) : '',
        row?.due ?? '',
      ];
    }),
    note: `截至${formatDay(today)}。`,
    landscape: true,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(name, bytes);
};

/** All proposals for rewards of a cycle. @throws AppError `not-found` when there is none. */
export const exportRewardProposals = async (
  { cycleId }: { readonly cycleId: string },
  { store, clock }: CallContext,
): Promise<FileContent> => {
  const cycle = requireCycle(store, cycleId);
  const found = store
    .by(feedbackCollection, 'cycle', cycleId)
    .filter((one) => one.confirmation === cycle.confirmations);
  const rows = cycle.subjects.flatMap((subject) =>
    found
      .filter(({ subjectId }) => subjectId === subject.id)
      .flatMap(({ proposals }) =>
        proposals.flatMap((one) =>
          one.kind === 'reward'
            ? [
                [
                  subject.name,
                  subject.department,
                  one.reward,
                  one.text,
                  formatDay(dayOfInstant(one.made.at)),
                  one.settled
                    ? `${formatDay(one.settled.on)}${rewardOutcomeLabels[one.settled.outcome]}：${one.settled.note}`
                    : '待办理',
                ],
              ]
            : [],
        ),
      ),
  );
  if (rows.length === 0) throw new AppError('not-found', '这次考核还没有奖励建议。');
  const name = `${cycle.name}奖励建议`;
  const bytes = await renderListTable({
    title: name,
    sheetName: '奖励建议',
    columns: [
      { title: '序号', width: 7, align: 'center' },
      { title: '姓名/名称', width: 14 },
      { title: '部门', width: 16 },
      { title: '建议的奖励', width: 20 },
      { title: '主要事迹', width: 44 },
      { title: '建议日期', width: 16, align: 'center' },
      { title: '办理结果', width: 26 },
    ],
    rows: rows.map((row, at) => [at + 1, ...row]),
    landscape: true,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(name, bytes);
};
