import { formatResult } from '../../../shared/features/evaluation/decimal.ts';
import { keptBackBySubject, shownRows } from '../../../shared/features/evaluation/results/kept-back.ts';
import { causesOf } from '../../../shared/features/evaluation/results/words.ts';
import type { Cycle } from '../../../shared/features/evaluation/schema.ts';
import type { ResultRow } from '../../../shared/features/evaluation/views.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import { renderScoreWorkbook, type ScoreWorkbook } from '../../documents/excel/score-sheet.ts';
import type { CallContext } from '../context.ts';
import { sheetFile } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import { scoreSheetCollection } from './collections.ts';
import { requireCycle } from './cycles.ts';
import { currentResults } from './results.ts';
import { cycleWorkbook } from './workbook.ts';

const standing = (cycle: Cycle, confirmed: boolean, today: string): string =>
  confirmed
    ? '结果已确认。'
    : `${cycle.state === 'draft' ? '尚未开始评分' : '评分中'}，截至${formatDay(today)}。`;

/** The cycle as a workbook that reckons by itself. @throws AppError `illegal-step` before scoring has begun. */
export const wholeWorkbook = (cycle: Cycle, context: CallContext): ScoreWorkbook => {
  const { store, clock, today } = context;
  if (cycle.state === 'draft') throw new AppError('illegal-step', '评分还没有开始，没有可导出的评分。');
  const { content, rows, confirmed } = currentResults(store, cycle);
  const seesNames = context.can('evaluation.manage');
  return cycleWorkbook({
    schoolName: readSchool(store).name,
    cycle,
    content,
    note: standing(cycle, confirmed !== null, today),
    rows: shownRows(cycle, rows, seesNames),
    kept: keptBackBySubject(cycle, rows, seesNames),
    seesNames,
    sheets: store.by(scoreSheetCollection, 'cycle', cycle.id),
    createdAt: instantOfMs(clock.now()),
  });
};

/** The same at once, as a file. @throws AppError as above. */
export const exportSheet = async ({ id }: { id: string }, context: CallContext): Promise<FileContent> => {
  const cycle = requireCycle(context.store, id);
  return sheetFile(`${cycle.name}评分表`, await renderScoreWorkbook(wholeWorkbook(cycle, context)));
};

const outcomeCells = ({ outcome }: ResultRow): (string | number | null)[] => {
  switch (outcome.kind) {
    case 'graded': {
      const { total, grade, rank } = outcome.figures;
      return [
        formatResult(total),
        grade,
        rank,
        [...causesOf(outcome.figures), ...(outcome.vetoed ? ['不参加排名'] : [])].join('；'),
      ];
    }
    case 'incomplete':
      return [null, '未评完', null, outcome.missing.join('；')];
    case 'undetermined':
      return [null, '不定等次', null, outcome.reason];
    case 'assigned':
    case 'concealed':
      return [null, outcome.grade, null, outcome.reason];
  }
};

/** The list of results as it is seen. @throws AppError `not-found` when somebody named has no result here. */
export const exportResults = async (
  { id, subjectIds }: { id: string; subjectIds: readonly string[] },
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock, today } = context;
  const cycle = requireCycle(store, id);
  const { rows: reckoned, confirmed } = currentResults(store, cycle);
  const rows = shownRows(cycle, reckoned, context.can('evaluation.manage'));
  const bySubject = new Map(rows.map((row) => [row.subject.id, row]));
  const wanted = subjectIds.map((subjectId) => {
    const row = bySubject.get(subjectId);
    if (!row) throw new AppError('not-found', '所选对象里有不属于这次考核的，请刷新后重试。');
    return row;
  });
  const bytes = await renderListTable({
    title: `${cycle.name}结果`,
    sheetName: '考核结果',
    columns: [
      { title: '工号/编号', width: 12 },
      { title: '姓名/名称', width: 14 },
      { title: '部门', width: 16 },
      { title: '岗位', width: 16 },
      { title: '总分', width: 10, align: 'right' },
      { title: '等次', width: 10, align: 'center' },
      { title: '名次', width: 8, align: 'center' },
      { title: '说明', width: 36 },
    ],
    rows: wanted.map((row) => [
      row.subject.number,
      row.subject.name,
      row.subject.department,
      row.subject.post,
      ...outcomeCells(row),
    ]),
    note: standing(cycle, confirmed !== null, today),
    landscape: true,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(`${cycle.name}结果`, bytes);
};
