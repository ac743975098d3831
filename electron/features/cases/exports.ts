import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { stateLabels } from '../../../shared/features/cases/states.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import { renderWord } from '../../documents/word/pack.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { caseFile } from './case-file.ts';
import { requireCase } from './change.ts';
import { wordFile } from './issue.ts';
import { fileName } from './notice-words.ts';
import { caseRow } from './views.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The cases named, in that order, as a sheet. */
export const exportCaseList = async (
  { ids }: { ids: readonly string[] },
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const rows = ids.map((id) => caseRow(requireCase(store, id), today));
  const school = readSchool(store).name;
  const bytes = await renderListTable({
    title: `${school}问责事项一览表`,
    sheetName: '问责事项',
    landscape: true,
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '案号', width: 18 },
      { title: '当事人', width: 16 },
      { title: '事项', width: 16 },
      { title: '事由', width: 40 },
      { title: '发生日期', width: 16 },
      { title: '登记日期', width: 16 },
      { title: '状态', width: 12, align: 'center' },
      { title: '措施', width: 14 },
      { title: '文号', width: 20 },
    ],
    rows: rows.map((row, index) => [
      index + 1,
      row.number,
      row.people.join('、'),
      row.matter,
      row.summary,
      formatDay(row.occurredOn),
      formatDay(row.registeredOn),
      stateLabels[row.state],
      row.measure ?? '',
      row.paperNumber ?? '',
    ]),
    note: `共 ${String(rows.length)} 件，${formatDay(today)}导出。内部资料，请妥善保管。`,
    createdAt: instantOfMs(clock.now()),
  });
  return {
    name: fileName(`${school}问责事项一览表（${formatDay(today)}）`, 'xlsx'),
    mime: XLSX,
    base64: Buffer.from(bytes).toString('base64'),
  };
};

/** The whole record of one case as a Word file. */
export const exportCaseFile = async (
  { id }: { id: string },
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const record = requireCase(store, id);
  const model = caseFile(readSchool(store), record, today, instantOfMs(clock.now()));
  return wordFile(fileName(`${record.number} 案卷`, 'docx'), await renderWord(model));
};
