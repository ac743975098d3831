import type { SelfEvaluation } from '../../../../shared/features/evaluation/school/schema.ts';
import {
  actionKindLabels,
  actionState,
  actionStateLabels,
} from '../../../../shared/features/evaluation/school/schema.ts';
import { formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent, FileRef } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile, storedFile, wordFile } from '../../file-content.ts';
import { readSchool } from '../../organisation/index.ts';
import { renderWithTemplate } from '../../papers/index.ts';
import { requireCycle } from '../cycles.ts';
import { selfEvaluationCollection } from './collections.ts';
import { selfReportValues } from './report-values.ts';
import { selfReport } from './report.ts';
import { requirePlace, selfEvaluationOf, viewSelfEvaluation, type SelfPlace } from './view.ts';

const filesOf = ({ texts, reports, actions }: SelfEvaluation): FileRef[] => [
  ...texts.flatMap(({ files }) => files),
  ...reports.map(({ file }) => file),
  ...actions.flatMap(({ closed }) => closed?.files ?? []),
];

/** A file filed with a self-evaluation. @throws AppError `not-found`. */
export const selfEvaluationFile = (
  { hash, ...place }: SelfPlace & { readonly hash: string },
  { store }: CallContext,
): Promise<FileContent> => {
  requirePlace(store, place);
  const held = selfEvaluationOf(store, place);
  const file = held && filesOf(held).find((one) => one.hash === hash);
  if (!file) throw new AppError('not-found', '没有这份材料，请刷新后重试。');
  return storedFile(store, file);
};

/** 自评报告 in Word; a draft until the results are confirmed. */
export const selfReportFile = async (place: SelfPlace, context: CallContext): Promise<FileContent> => {
  const { store, clock, today } = context;
  const view = viewSelfEvaluation(store, place, context);
  const school = readSchool(store).name;
  const { bytes } = await renderWithTemplate(
    store,
    'self-evaluation',
    selfReportValues(view, school, today),
    selfReport(view, { school, today, createdAt: instantOfMs(clock.now()) }),
  );
  return wordFile(`${view.cycleName} ${view.subject.name}自评报告`, bytes);
};

/** The list of actions of a whole cycle. @throws AppError `not-found` when there is none. */
export const exportActions = async (
  { cycleId }: { readonly cycleId: string },
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const cycle = requireCycle(store, cycleId);
  const held = store.by(selfEvaluationCollection, 'cycle', cycleId);
  const rows = cycle.subjects.flatMap((subject) =>
    (held.find(({ subjectId }) => subjectId === subject.id)?.actions ?? []).map((action) => [
      subject.name,
      actionKindLabels[action.kind],
      action.item,
      action.responsible,
      formatDay(action.dueOn),
      actionStateLabels[actionState(action, today)],
      action.closed
        ? `${formatDay(action.closed.on)}完成：${action.closed.note}`
        : action.progress.map(({ on, text }) => `${formatDay(on)}：${text}`).join('；'),
    ]),
  );
  if (rows.length === 0) throw new AppError('not-found', '这次考核还没有列入清单的事项。');
  const name = `${cycle.name}整改和改进清单`;
  const bytes = await renderListTable({
    title: name,
    sheetName: '清单',
    columns: [
      { title: '序号', width: 7, align: 'center' },
      { title: '对象', width: 16 },
      { title: '类别', width: 8, align: 'center' },
      { title: '事项', width: 40 },
      { title: '责任人', width: 14 },
      { title: '完成期限', width: 16, align: 'center' },
      { title: '状态', width: 10, align: 'center' },
      { title: '进展', width: 44 },
    ],
    rows: rows.map((row, at) => [at + 1, ...row]),
    note: `截至${formatDay(today)}。`,
    landscape: true,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(name, bytes);
};
