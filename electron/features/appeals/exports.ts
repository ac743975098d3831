import { kindLabels, outcomeLabels, receiptWayLabels } from '../../../shared/features/appeals/kinds.ts';
import { isLate } from '../../../shared/features/appeals/terms.ts';
import { stateLabels } from '../../../shared/features/appeals/workflow.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import type { CallContext } from '../context.ts';
import { sheetFile } from '../file-content.ts';
import { readSchool } from '../organisation/index.ts';
import { requireAppealFor } from './change.ts';
import { appealRow, nowOf } from './views.ts';

/** The appeals named, in that order, as a sheet; children are masked. */
export const exportAppealList = async (
  { ids }: { ids: readonly string[] },
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock, today } = context;
  const now = nowOf(context);
  const appeals = ids.map((id) => requireAppealFor(context, id));
  const school = readSchool(store).name;
  const bytes = await renderListTable({
    title: `${school}申诉复核台账`,
    sheetName: '申诉复核',
    landscape: true,
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '编号', width: 16 },
      { title: '种类', width: 12, align: 'center' },
      { title: '案号', width: 18 },
      { title: '当事人', width: 14 },
      { title: '申请人', width: 14 },
      { title: '原处理', width: 18 },
      { title: '收到日期', width: 16 },
      { title: '提出方式', width: 14, align: 'center' },
      { title: '是否超期', width: 10, align: 'center' },
      { title: '受理机构', width: 20 },
      { title: '状态', width: 14, align: 'center' },
      { title: '下一个期限', width: 22 },
      { title: '结果', width: 10, align: 'center' },
      { title: '决定日期', width: 16 },
      { title: '文号', width: 20 },
    ],
    rows: appeals.map((appeal, index) => {
      const row = appealRow(appeal, now);
      const own = appeal.papers.find(({ form }) => form === 'decision')?.number;
      return [
        index + 1,
        row.number,
        kindLabels[row.kind],
        row.caseNumber,
        row.person,
        row.applicant,
        row.against,
        formatDay(row.receivedOn),
        receiptWayLabels[appeal.way],
        isLate(appeal) ? '是' : '否',
        appeal.organ,
        stateLabels[row.state],
        row.nextClock ? `${row.nextClock.label} ${formatDay(row.nextClock.dueOn)}` : '',
        row.outcome === null ? '' : outcomeLabels[row.outcome],
        row.decidedOn === null ? '' : formatDay(row.decidedOn),
        own ?? appeal.decision?.number ?? '',
      ];
    }),
    note: `共 ${String(appeals.length)} 件，${formatDay(today)}导出。学生和家长姓名已隐去。内部资料，请妥善保管。`,
    createdAt: instantOfMs(clock.now()),
  });
  return sheetFile(`${school}申诉复核台账（${formatDay(today)}）`, bytes);
};
