import type { RaterProgress } from '../../../../shared/features/evaluation/views.ts';
import { formatDay, instantOfMs } from '../../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../../shared/kernel/entity.ts';
import { AppError } from '../../../../shared/kernel/result.ts';
import { renderListTable } from '../../../documents/excel/list-table.ts';
import type { PlainForm } from '../../../documents/word/model.ts';
import { renderWord } from '../../../documents/word/pack.ts';
import type { CallContext } from '../../context.ts';
import { sheetFile, wordFile } from '../../file-content.ts';
import { readSchool } from '../../organisation/index.ts';
import { requireCycle, viewCycle } from '../cycles.ts';

const owed = ({ progress }: RaterProgress): number => progress.total - progress.done;

const rowOf = (sheet: RaterProgress, at: number): string[] => [
  String(at + 1),
  sheet.groupName,
  sheet.name,
  `${String(sheet.progress.done)} / ${String(sheet.progress.total)}`,
  String(owed(sheet)),
  formatDay(sheet.lastDay),
];

const columns = [
  { title: '序号', width: 6, align: 'center' },
  { title: '评分组', width: 14 },
  { title: '评分人', width: 16 },
  { title: '已评完', width: 10, align: 'center' },
  { title: '还差（份）', width: 10, align: 'center' },
  { title: '截止日期', width: 18, align: 'center' },
] as const;

/**
 * 催评单: everybody who still owes sheets, with the day until when. Of raters in anonymous groups it tells whether they
 * have finished, never what they gave.
 *
 * @throws AppError `illegal-step` unless scoring runs, or where nobody owes anything.
 */
export const exportReminders = async (
  { id, format }: { id: string; format: 'word' | 'excel' },
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock, today } = context;
  const cycle = requireCycle(store, id);
  if (cycle.state !== 'scoring') throw new AppError('illegal-step', '只有评分期间才有催评单。');
  const sheets = viewCycle(store, cycle, context)
    .sheets.filter((sheet) => owed(sheet) > 0)
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
  if (sheets.length === 0) throw new AppError('illegal-step', '评分表都已评完，没有要催的人。');
  const school = readSchool(store).name;
  const createdAt = instantOfMs(clock.now());
  const name = `${cycle.name} 催评单`;
  const sum = sheets.reduce((all, sheet) => all + owed(sheet), 0);
  const note = `截至${formatDay(today)}，还有 ${String(sheets.length)} 名评分人共 ${String(sum)} 份评分表没有评完。`;
  if (format === 'excel')
    return sheetFile(
      name,
      await renderListTable({
        title: `${cycle.name}催评单`,
        sheetName: '催评单',
        note,
        columns: [...columns, { title: '通知情况', width: 18 }],
        rows: sheets.map((sheet, at) => {
          const [, group = '', who = '', done = ''] = rowOf(sheet, at);
          return [at + 1, group, who, done, owed(sheet), formatDay(sheet.lastDay), ''];
        }),
        createdAt,
      }),
    );
  const paper: PlainForm = {
    form: 'plain',
    issuer: school,
    title: `${cycle.name}催评单`,
    body: [
      { kind: 'paragraph', text: `${note}请在截止日期以前评完；确有困难的，请向组织考核的人申请延期。` },
      {
        kind: 'table',
        columns: [...columns, { title: '本人签收', width: 16 }],
        rows: sheets.map((sheet, at) => [...rowOf(sheet, at), '']),
      },
    ],
    draft: false,
    properties: { title: name, author: school, createdAt },
  };
  return wordFile(name, await renderWord(paper));
};
