import { noticeText, scopeWords } from '../../../shared/features/publicity/notice.ts';
import {
  objectionWayLabels,
  publicityKindLabels,
  type Publicity,
} from '../../../shared/features/publicity/schema.ts';
import { shownContent } from '../../../shared/features/publicity/shown.ts';
import type { School } from '../../../shared/features/organisation/school.ts';
import { formatDay } from '../../../shared/kernel/dates.ts';
import { sentence } from '../../../shared/kernel/sentence.ts';
import type { TemplateValues } from '../../documents/word/template/fill.ts';
import { answerOf, outcomeOf, periodOf } from './papers.ts';

/** What fills the places of the school's own form of a notice: no name that the notice itself would not show. */
export const noticeFields = (school: School, record: Publicity): TemplateValues => {
  const { content, run } = record;
  const { title } = noticeText(content, run);
  const { lead, basis, items } = shownContent(content);
  return {
    标题: title,
    公示事项: title,
    公示说明: sentence(lead),
    依据: basis,
    名单: { rows: items.map(({ name, text }, at) => ({ 序号: String(at + 1), 姓名: name, 内容: text })) },
    公示期: run ? periodOf(record) : `自公示之日起${String(content.workdays)}个工作日`,
    受理部门: content.contact.department,
    联系电话: content.contact.phone,
    提出方式: sentence(content.contact.how),
    文书编号: record.number,
    学校全称: school.name,
    主管部门: school.authority,
    成文日期: formatDay(run?.startsOn ?? record.createdOn),
  };
};

/** What fills the places of the school's own form of the report of a publicity. */
export const resultFields = (school: School, record: Publicity): TemplateValues => {
  const { content, run, objections, takedown, result } = record;
  const { title } = noticeText(content, run);
  return {
    标题: '公示结果报告',
    公示标题: title,
    类别与范围: `${publicityKindLabels[content.kind]}，${scopeWords(content)}`,
    公示时间: periodOf(record),
    公示地点: run?.place ?? '',
    提前撤下: takedown ? `${formatDay(takedown.on)}。原因：${sentence(takedown.reason)}` : '无',
    异议与答复: {
      rows: objections.map((objection, at) => ({
        序号: String(at + 1),
        收到日期: formatDay(objection.receivedOn),
        方式: objectionWayLabels[objection.way],
        异议内容: objection.text,
        核实与答复: answerOf(objection),
      })),
    },
    公示结果: outcomeOf(record),
    文书编号: record.number,
    学校全称: school.name,
    主管部门: school.authority,
    成文日期: formatDay(result?.on ?? takedown?.on ?? run?.endsOn ?? record.createdOn),
  };
};
