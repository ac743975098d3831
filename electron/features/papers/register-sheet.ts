import { formatDay, formatInstant } from '../../../shared/kernel/dates.ts';
import type { DocumentNumber, IssuedPaper } from '../../../shared/features/papers/schema.ts';
import type { ListTable } from '../../documents/excel/list-table.ts';

const stateOf = (number: DocumentNumber, paper: IssuedPaper | undefined): string => {
  if (number.voided) return `作废（${number.voided.reason}）`;
  if (number.kind !== 'document') return '已登记';
  return paper ? '已印发' : '待印发';
};

/** 文号登记簿 of one year as a sheet: every number with what became of it, voids included. */
export const registerSheet = (
  year: number,
  school: string,
  numbers: readonly DocumentNumber[],
  papers: ReadonlyMap<string, IssuedPaper>,
  at: string,
): ListTable => ({
  title: `${school}${String(year)}年文号登记簿`,
  sheetName: `${String(year)}年文号`,
  landscape: true,
  columns: [
    { title: '序号', width: 6, align: 'center' },
    { title: '编号', width: 22 },
    { title: '文书或事项', width: 52 },
    { title: '取号时间', width: 22 },
    { title: '取号人', width: 12 },
    { title: '成文日期', width: 16 },
    { title: '状态', width: 28 },
  ],
  rows: numbers.map((number, index) => {
    const paper = papers.get(number.id);
    return [
      index + 1,
      number.number,
      paper?.title ?? number.title,
      formatInstant(number.allocated.at),
      number.allocated.by.name,
      paper ? formatDay(paper.datedOn) : '',
      stateOf(number, paper),
    ];
  }),
  note: `共 ${String(numbers.length)} 个编号，其中作废 ${String(numbers.filter(({ voided }) => voided).length)} 个。作废的编号不再使用。`,
  createdAt: at,
});
