import {
  formatDecimal,
  formatResult,
  formatWeight,
} from '../../../../../shared/features/evaluation/decimal.ts';
import { formatShare } from '../../../../../shared/features/evaluation/feedback/percent.ts';
import type { SheetFacts } from '../../../../../shared/features/evaluation/feedback/views.ts';
import type { Cycle, Subject } from '../../../../../shared/features/evaluation/schema.ts';
import { dayOfInstant, formatDay } from '../../../../../shared/kernel/dates.ts';
import type { RecordSheet, RecordTable } from '../../../../documents/excel/record-sheet.ts';
import { signerOf } from './parts.ts';

const standingTable = (
  caption: string,
  standings: SheetFacts['standings'],
  emptyText: string,
): RecordTable => ({
  caption,
  columns: [
    { title: '维度', width: 3 },
    { title: '指标', width: 4 },
    { title: '得分／满分', width: 2, align: 'center' },
    { title: '得分率', width: 1, align: 'center' },
    { title: '平均得分率', width: 2, align: 'center' },
  ],
  rows: standings.map(({ dimension, name, points, fullMarks, share, mean }) => [
    dimension,
    name,
    `${formatDecimal(points)}／${formatDecimal(fullMarks)}`,
    formatShare(share),
    mean === null ? '—' : formatShare(mean),
  ]),
  emptyText,
});

/** The result sheet of one subject as a sheet of a workbook. */
export const resultRecord = (
  school: string,
  cycle: Cycle,
  subject: Subject,
  facts: SheetFacts,
): RecordSheet => ({
  sheetName: `${subject.name}${subject.number === '' ? '' : ` ${subject.number}`}`,
  title: `${school}考核结果反馈单`,
  facts: [
    ['考核对象', subject.name],
    ['编号', subject.number === '' ? '—' : subject.number],
    ['部门', subject.department === '' ? '—' : subject.department],
    ['岗位', subject.post === '' ? '—' : subject.post],
    ['考核名称', cycle.name],
    ['确认日期', formatDay(dayOfInstant(facts.confirmedAt))],
    ['考核等次', facts.grade],
    ['总分', facts.total === null ? '不列总分' : Number(formatResult(facts.total))],
    ...(facts.rank === '' ? [] : [['名次', facts.rank] as const]),
    ...(facts.note === '' ? [] : [['等次说明', facts.note] as const]),
  ],
  tables:
    facts.total === null
      ? []
      : [
          {
            caption: '各评分组得分（百分制）',
            columns: [
              { title: '评分组', width: 6 },
              { title: '权重', width: 3, align: 'center' },
              { title: '平均得分', width: 3, align: 'center' },
            ],
            rows: facts.groups.map(({ name, weight, total }) => [
              name,
              formatWeight(weight),
              Number(formatResult(total)),
            ]),
            emptyText: '没有可以列出的评分组',
          },
          standingTable('突出的方面', facts.strengths, '没有明显高于平均的指标'),
          standingTable('需要改进的方面', facts.weak, '没有明显低于平均的指标'),
        ],
  texts: [
    ...(facts.hidden.length > 0
      ? [
          {
            label: '未列的组',
            text: `${facts.hidden.join('、')}的平均分不单独列出（评分人少于 ${String(facts.minSample)} 人，或者由其他各组可以推算），已计入总分。`,
          },
        ]
      : []),
    ...(facts.consequences.length > 0
      ? [
          {
            label: '结果运用',
            text: facts.consequences
              .map(({ text, article }, at) => `${String(at + 1)}．${text}（${article}）。`)
              .join('\n'),
          },
        ]
      : []),
    { label: '异议与救济', text: facts.remedy },
  ],
  signs: [
    {
      label: '本人意见',
      text: `□ 同意考核结果　　□ 保留意见　　□ 有异议（请写明理由）\n\n\n${signerOf(cycle)}（签名）：　　　　　　　　　　　　　　年　　月　　日`,
      height: 84,
    },
  ],
});
