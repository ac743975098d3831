import { channelLabels, wayLabels } from '../../../shared/features/leads/schema.ts';
import { stateLabels } from '../../../shared/features/leads/acts.ts';
import { formatDay, instantOfMs } from '../../../shared/kernel/dates.ts';
import type { FileContent } from '../../../shared/kernel/entity.ts';
import { renderListTable } from '../../documents/excel/list-table.ts';
import type { CallContext } from '../context.ts';
import { readSchool } from '../organisation/index.ts';
import { requireLead } from './change.ts';
import { fileOf, XLSX } from '../file-content.ts';
import { leadMask } from './masks.ts';
import { leadClockViews, nowOf } from './views.ts';

const sourceWords = { source: '实名（保密）', code: '匿名（凭码查询）', nobody: '无须答复' } as const;

/** The leads named, in that order, as a sheet: no source in it, pupils masked, staff masked where asked for. */
export const exportLeadList = async (
  { ids, maskStaff }: { ids: readonly string[]; maskStaff: boolean },
  context: CallContext,
): Promise<FileContent> => {
  const { store, clock, today } = context;
  const now = nowOf(context);
  const mask = leadMask(store, { staff: maskStaff });
  const leads = ids.map((id) => requireLead(store, id, context));
  const school = readSchool(store).name;
  const bytes = await renderListTable({
    title: `${school}线索台账`,
    sheetName: '线索台账',
    landscape: true,
    columns: [
      { title: '序号', width: 6, align: 'center' },
      { title: '编号', width: 18 },
      { title: '收到日期', width: 16 },
      { title: '来源渠道', width: 16, align: 'center' },
      { title: '来源', width: 16, align: 'center' },
      { title: '涉及的人', width: 18 },
      { title: '事由', width: 14 },
      { title: '反映的内容', width: 46 },
      { title: '状态', width: 16, align: 'center' },
      { title: '下一个期限', width: 26 },
      { title: '最近答复', width: 16 },
    ],
    rows: leads.map((lead, index) => {
      const [clock] = leadClockViews(lead, now);
      const reply = lead.replies.at(-1);
      return [
        index + 1,
        lead.number,
        formatDay(lead.receivedOn),
        `${channelLabels[lead.channel]}，${wayLabels[lead.way]}`,
        sourceWords[lead.replyTo],
        mask.people(lead).join('、'),
        lead.matter?.name ?? '',
        mask.text(lead, lead.content),
        stateLabels[lead.state],
        clock ? `${clock.label} ${formatDay(clock.dueOn)}` : '',
        reply ? formatDay(reply.repliedOn) : '',
      ];
    }),
    note: `共 ${String(leads.length)} 条，${formatDay(today)}导出。不含来源身份，学生姓名${maskStaff ? '和教职工姓名' : ''}已隐去。内部资料，请妥善保管。`,
    createdAt: instantOfMs(clock.now()),
  });
  return fileOf(`${school}线索台账（${formatDay(today)}）.xlsx`, XLSX, bytes);
};
