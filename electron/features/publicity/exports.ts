import type { FileContent } from '../../../shared/kernel/entity.ts';
import {
  publicityKindLabels,
  publicityStateLabels,
  scopeLabels,
} from '../../../shared/features/publicity/schema.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import { AppError } from '../../../shared/kernel/result.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import { enlarge } from '../../documents/word/enlarge.ts';
import type { CallContext } from '../context.ts';
import { bytesOf, sheetFile, storedFile, wordFile } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import { requirePublicity } from './change.ts';
import { renderPublicityPaper } from './rendered.ts';
import { publicityRow } from './views.ts';

const day = (value: string | null): string => (value === null ? '' : formatDay(value));

/** The publicities named, in that order, as a sheet; it names nobody. */
export const exportList = async (
  { ids }: { ids: readonly string[] },
  { store, clock, today }: CallContext,
): Promise<FileContent> => {
  const rows = ids.map((id) => publicityRow(store, requirePublicity(store, id), today));
  const school = readSchool(store).name;
  const bytes = await renderListTable({
    title: `${school}公示一览表`,
    sheetName: '公示',
    landscape: true,
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '编号', width: 18 },
      { title: '标题', width: 40 },
      { title: '类别', width: 14 },
      { title: '范围', width: 14 },
      { title: '开始', width: 16 },
      { title: '期满', width: 16 },
      { title: '状态', width: 10, align: 'center' },
      { title: '未答复异议', width: 12, align: 'center' },
    ],
    rows: rows.map((row, at) => [
      at + 1,
      row.number,
      row.title,
      publicityKindLabels[row.kind],
      scopeLabels[row.scope],
      day(row.startsOn),
      day(row.endsOn),
      publicityStateLabels[row.state],
      row.openObjections,
    ]),
    note: `共 ${String(rows.length)} 项，${formatDay(today)}导出。`,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(`${school}公示一览表（${formatDay(today)}）`, bytes);
};

const titles = { notice: '公示', result: '公示结果报告' } as const;

/** A paper of a publicity: a draft until it went up, then the file itself; on A3 it is the same paper, larger. */
export const publicityPaper = async (
  { id, which, sheet }: { id: string; which: 'notice' | 'result'; sheet: 'A4' | 'A3' },
  { store }: CallContext,
): Promise<{ file: FileContent; draft: boolean }> => {
  const record = requirePublicity(store, id);
  if (which === 'result' && record.state === 'draft')
    throw new AppError('illegal-step', '公示结束后才有公示结果报告。');
  const name = `${record.number} ${titles[which]}${sheet === 'A3' ? '（A3）' : ''}`;
  const kept = record.papers[which];
  if (kept) {
    const file = await storedFile(store, kept);
    if (sheet === 'A4') return { file, draft: false };
    return { file: wordFile(name, await enlarge(bytesOf(file))), draft: false };
  }
  const bytes = await renderPublicityPaper(store, which, record, true);
  return { file: wordFile(name, sheet === 'A3' ? await enlarge(bytes) : bytes), draft: true };
};
